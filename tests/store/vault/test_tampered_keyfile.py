"""A key file that was damaged or forged is told as damaged, and opens nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.errors import KeysDamagedError, WrongPassphraseError
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.keyfile import MOST_BYTES, MOST_SLOTS, no_slots, read_keyfile
from station_app.store.vault.keys import new_station_key
from station_app.store.vault.slots import (
    SlotKind,
)
from tests.store.vault.key_slots import SECRETS, SLOT_FIELDS, a_slot, forge, unlock


def test_a_flipped_bit_is_told_as_damage_whatever_is_typed(path):
    whole = path.read_bytes()
    for place in range(0, len(whole), 5):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        path.write_bytes(damaged)
        with pytest.raises(KeysDamagedError):
            read_keyfile(path)


def test_every_cut_is_told_as_damage(path):
    whole = path.read_bytes()
    for length in range(0, len(whole), 23):
        path.write_bytes(whole[:length])
        with pytest.raises(KeysDamagedError):
            read_keyfile(path)


def test_no_forged_byte_of_the_slots_yields_a_key(path):
    """The sum is put right, so only the seals stand between the forger and the key."""
    whole = json.loads(path.read_bytes())
    for slot in whole["slots"]:
        for field, value in slot.items():
            for place in range(0, len(str(value)), 1 + len(str(value)) // 8):
                path.write_bytes(as_bytes(whole))
                forge(path, lambda record: _flip(record, slot, field, place))  # noqa: B023 - used at once
                for kind, secret in SECRETS.items():
                    with pytest.raises((KeysDamagedError, WrongPassphraseError)):
                        unlock(path, secret, kind)


def _flip(record, slot, field, place):
    target = next(other for other in record["slots"] if other["id"] == slot["id"])
    text = str(target[field])
    text = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
    target[field] = int(text) if isinstance(target[field], int) and text.isdecimal() else text


def _swap(field):
    def swap(record):
        one, other = record["slots"][:2]
        one[field], other[field] = other[field], one[field]

    return swap


def _first(**what):
    return lambda record: record["slots"][0].update(what)


STRUCTURAL = {
    "remove": lambda record: record["slots"].pop(),
    "remove a person": lambda record: record["slots"].pop(1),
    "remove all others": lambda record: record.update(slots=record["slots"][:1]),
    "reorder": lambda record: record["slots"].reverse(),
    "rename a slot": _first(id="00" * 8),
    "rename a person": _first(label="胡一菲"),
    "another owner": _first(owner="3" * 32),
    "an owner that is none": _first(owner="me"),
    "owners swapped": _swap("owner"),
    "names and owners swapped": lambda record: (_swap("owner")(record), _swap("id")(record)),
    "keys swapped": lambda record: (_swap("private")(record), _swap("public")(record)),
    "root keys swapped": lambda record: (_swap("root")(record), _swap("ephemeral")(record)),
    "what is kept swapped": _swap("kept"),
    "salts swapped": _swap("salt"),
    "duplicate": lambda record: record["slots"].append(record["slots"][1]),
    "roll back": lambda record: record.update(generation=1),
    "roll on": lambda record: record.update(generation=9),
    "no generation": lambda record: record.update(generation=0),
    "generation that is no number": lambda record: record.update(generation=True),
    "younger": _first(since="2026-03-02"),
    "no day": _first(since="20260301"),
    "weaken": _first(memory_kib=32),
    "cheapen": _first(passes=2),
    "a terabyte": _first(memory_kib=1 << 40),
    "no memory": _first(memory_kib=0),
    "many passes": _first(passes=1 << 30),
    "memory that is no number": _first(memory_kib="64"),
    "another cipher": _first(cipher="none"),
    "another derivation": _first(derivation="md5"),
    "supervisor to user": _first(kind="user"),
    "user to supervisor": lambda record: record["slots"][1].update(kind="supervisor"),
    "person to paper": _first(kind="paper", owner="", label=""),
    "kinds swapped": _swap("kind"),
    "unknown kind": _first(kind="dpapi"),
    "a second paper key": lambda record: record["slots"][2].update(kind="paper", label=""),
    "more fields": _first(more=1),
    "fewer fields": lambda record: record["slots"][0].pop("salt"),
    "more in the file": lambda record: record.update(more=1),
    "short salt": _first(salt="00"),
    "short key": _first(root="00" * 47),
    "a key of zeros": _first(ephemeral="00" * 32),
    "long name": _first(label="贤" * 61),
    "no mac": lambda record: record.update(mac=""),
    "mac that is no text": lambda record: record.update(mac=None),
    "handed on that is no text": lambda record: record.update(handed=None),
    "slots that are no list": lambda record: record.update(slots={}),
    "no slots": lambda record: record.update(slots=[]),
    "a slot that is no record": lambda record: record["slots"].append(1),
    "too many slots": lambda record: record["slots"].extend(record["slots"] * MOST_SLOTS),
    "another format": lambda record: record.update(format="station-keys/1"),
}


@pytest.mark.parametrize("change", STRUCTURAL.values(), ids=STRUCTURAL)
def test_structural_tampering_is_refused(path, change):
    forge(path, change)
    for kind, secret in SECRETS.items():
        with pytest.raises((KeysDamagedError, WrongPassphraseError)):
            unlock(path, secret, kind)


@pytest.mark.parametrize(
    "change", ["duplicate", "a second paper key", "a terabyte", "too many slots"]
)
def test_what_would_be_tried_twice_or_for_ever_is_refused_before_anything_is_tried(path, change):
    forge(path, STRUCTURAL[change])
    with pytest.raises(KeysDamagedError):
        read_keyfile(path)


def test_forging_nothing_changes_nothing(path, root):
    forge(path, lambda record: None)
    assert unlock(path) == root


def test_a_slot_of_another_station_does_not_fit(path, tmp_path):
    other = tmp_path / "other.keys"
    key = new_station_key()
    no_slots().with_slot(a_slot(SlotKind.USER, "others", key, owner="3" * 32), key).write(other)
    theirs = json.loads(other.read_bytes())["slots"]
    forge(path, lambda record: record["slots"].extend(theirs))
    with pytest.raises(KeysDamagedError):
        unlock(path, "others", SlotKind.USER)


def test_who_has_not_the_root_key_hands_no_other_one_out(path):
    """Anybody can wrap for a public half; what that needs besides lies under the root key."""
    ours, theirs = new_station_key(), read_keyfile(path)
    slots = [slot.holding(ours, bytes(32), ()) for slot in theirs.slots]
    forged = no_slots()
    for slot in slots:
        forged = forged.with_slot(slot, ours)
    forged.write(path)
    for kind, secret in SECRETS.items():
        with pytest.raises(KeysDamagedError):
            unlock(path, secret, kind)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"1e999",
        b'"x"',
        b"{" * 90_000,
        b"\xff\xfe",
        b"[" * (MOST_BYTES + 9),
    ],
)
def test_what_is_no_key_file_is_damaged(path, data):
    path.write_bytes(data)
    with pytest.raises(KeysDamagedError):
        read_keyfile(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
FILE_FIELDS = ("format", "generation", "handed", "mac", "slots")


@given(fields=st.fixed_dictionaries({}, optional=dict.fromkeys(FILE_FIELDS, JSON)))
def test_whatever_else_is_written_as_we_do_is_damage(tmp_path_factory, whole, fields):
    path = tmp_path_factory.getbasetemp() / "any.keys"
    path.write_bytes(whole)
    changed = {name: value for name, value in fields.items() if json.loads(whole)[name] != value}
    forge(path, lambda record: record.update(changed))
    if changed:
        with pytest.raises((KeysDamagedError, WrongPassphraseError)):
            unlock(path)


@given(slot=st.fixed_dictionaries({}, optional=dict.fromkeys(SLOT_FIELDS, JSON)))
def test_a_slot_with_anything_else_in_it_is_damage(tmp_path_factory, whole, slot):
    path = tmp_path_factory.getbasetemp() / "any.keys"
    path.write_bytes(whole)
    first = json.loads(whole)["slots"][0]
    changed = {name: value for name, value in slot.items() if first[name] != value}
    forge(path, lambda record: record["slots"][0].update(changed))
    if changed:
        with pytest.raises((KeysDamagedError, WrongPassphraseError)):
            unlock(path)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_damage(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.keys"
    path.write_bytes(data)
    with pytest.raises(KeysDamagedError):
        read_keyfile(path)
