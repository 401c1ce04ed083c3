"""Key slots that cost next to nothing, and how a forger changes them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import sha256

from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.derivation import Cost, stretch
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.origins import Origin, Way
from station_app.store.vault.slots import (
    PERSONAL,
    SlotKind,
    new_salt,
    new_slot,
)

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "Abcdef12"
PAPER = "0123456789"
ME, THEM = "1" * 32, "2" * 32
SLOT_FIELDS = (
    *("cipher", "derivation", "ephemeral", "id", "kept", "kind", "label", "lanes", "memory_kib"),
    *("owner", "passes", "private", "public", "root", "salt", "since"),
)
HELPED = Origin(at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC), how=Way.HELPED, by=THEM)
SECRETS = {
    SlotKind.SUPERVISOR: PASSPHRASE,
    SlotKind.USER: "theirs",
    SlotKind.PAPER: PAPER,
    SlotKind.BACKUP: "place",
}


def a_slot(kind, secret, key, *, owner=ME, label="", former=(), origin=None):
    salt = new_salt()
    is_personal = kind in PERSONAL
    return new_slot(
        kind,
        stretch(secret, salt=salt, cost=CHEAP),
        key,
        salt=salt,
        cost=CHEAP,
        since=date(2026, 3, 1),
        owner=owner if is_personal else "",
        label=label or ("曾小贤" if is_personal else ""),
        former=former,
        origin=origin,
    )


def unlock(path, secret=PASSPHRASE, kind=SlotKind.SUPERVISOR):
    file = read_keyfile(path)
    return file.unlock(file.of_kind(kind), secret)


def forge(path, change):
    """Change the file as somebody would who knows its format but not the key."""
    record = json.loads(path.read_bytes())
    del record["sum"]
    change(record)
    path.write_bytes(as_bytes(record | {"sum": sha256(as_bytes(record)).hexdigest()}))
