"""Key files with somebody in every kind of slot."""

from __future__ import annotations

import pytest

from station_app.store.vault.keyfile import no_slots
from station_app.store.vault.keys import new_station_key
from station_app.store.vault.slots import (
    SlotKind,
)
from tests.store.vault.key_slots import PAPER, PASSPHRASE, THEM, a_slot


@pytest.fixture
def root():
    return new_station_key()


@pytest.fixture
def path(tmp_path, root):
    path = tmp_path / "station.keys"
    slots = no_slots().with_slot(a_slot(SlotKind.SUPERVISOR, PASSPHRASE, root), root)
    slots = slots.with_slot(a_slot(SlotKind.USER, "theirs", root, owner=THEM), root)
    slots = slots.with_slot(a_slot(SlotKind.BACKUP, "place", root, label="保险柜"), root)
    slots.with_slot(a_slot(SlotKind.PAPER, PAPER, root), root).write(path)
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a key file with one person and a paper key."""
    path, key = tmp_path_factory.mktemp("whole") / "station.keys", new_station_key()
    slots = no_slots().with_slot(a_slot(SlotKind.SUPERVISOR, PASSPHRASE, key), key)
    slots.with_slot(a_slot(SlotKind.PAPER, PAPER, key), key).write(path)
    return path.read_bytes()
