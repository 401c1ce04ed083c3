from __future__ import annotations

import json
from hashlib import sha256

import pytest

from station_app.domain.errors import KeysDamagedError, StationMissingError, WrongPassphraseError
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.derivation import DEFAULT_COST, Cost, derive
from station_app.store.vault.keyfile import MOST_BYTES, no_slots, read_keyfile
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.slots import SlotKind

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "Abcdef12"
PAPER = "0123456789"


@pytest.fixture
def root():
    return new_station_key()


@pytest.fixture
def path(tmp_path, root):
    path = tmp_path / "station.keys"
    slots = no_slots().with_slot(SlotKind.PASSPHRASE, PASSPHRASE, root, cost=CHEAP)
    slots.with_slot(SlotKind.PAPER, PAPER, root, cost=CHEAP).write(path)
    return path


def unlock(path, secret=PASSPHRASE, kind=SlotKind.PASSPHRASE):
    return read_keyfile(path).unlock(kind, secret)


def forge(path, change):
    """Change the file as somebody would who knows its format but not the key."""
    record = json.loads(path.read_bytes())
    del record["sum"]
    change(record)
    path.write_bytes(as_bytes(record | {"sum": sha256(as_bytes(record)).hexdigest()}))


def test_each_kind_opens_by_its_own_secret(path, root):
    assert unlock(path) == root
    assert unlock(path, PAPER, SlotKind.PAPER) == root
    for secret, kind in ((PAPER, SlotKind.PASSPHRASE), (PASSPHRASE, SlotKind.PAPER)):
        with pytest.raises(WrongPassphraseError):
            unlock(path, secret, kind)


def test_full_width_input_opens_as_half_width_does(path, root):
    assert unlock(path, "Ａｂｃｄｅｆ１２") == root


def test_wrong_passphrases_open_nothing(path):
    slots = read_keyfile(path)
    near = [PASSPHRASE[:place] + "x" + PASSPHRASE[place + 1 :] for place in range(8)]
    for secret in [*near, "", " Abcdef12", "abcdef12", *map(str, range(500))]:
        with pytest.raises(WrongPassphraseError):
            slots.unlock(SlotKind.PASSPHRASE, secret)


def test_every_flipped_bit_is_told_as_damage_whatever_is_typed(path):
    whole = path.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            damaged = bytearray(whole)
            damaged[place] ^= 1 << bit
            path.write_bytes(damaged)
            with pytest.raises(KeysDamagedError):
                read_keyfile(path)


def test_every_cut_is_told_as_damage(path):
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(KeysDamagedError):
            read_keyfile(path)


def test_no_forged_byte_of_the_slots_yields_a_key(path):
    """The sum is put right, so only the seals stand between the forger and the key."""
    whole = json.loads(path.read_bytes())
    for slot in whole["slots"]:
        for field, value in slot.items():
            for place in range(len(str(value))):
                path.write_bytes(as_bytes(whole))
                forge(path, lambda record: _flip(record, slot, field, place))  # noqa: B023 - used at once
                for secret, kind in ((PASSPHRASE, SlotKind.PASSPHRASE), (PAPER, SlotKind.PAPER)):
                    with pytest.raises((KeysDamagedError, WrongPassphraseError)):
                        unlock(path, secret, kind)


def _flip(record, slot, field, place):
    target = next(other for other in record["slots"] if other["id"] == slot["id"])
    text = str(target[field])
    text = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
    target[field] = int(text) if isinstance(target[field], int) and text.isdecimal() else text


def _swap_kinds(record):
    one, other = record["slots"]
    one["kind"], other["kind"] = other["kind"], one["kind"]


STRUCTURAL = {
    "remove": lambda record: record["slots"].pop(),
    "reorder": lambda record: record["slots"].reverse(),
    "rename": lambda record: record["slots"][1].update(id="00" * 8),
    "duplicate": lambda record: record["slots"].append(record["slots"][1]),
    "roll back": lambda record: record.update(generation=1),
    "roll on": lambda record: record.update(generation=3),
    "weaken": lambda record: record["slots"][1].update(memory_kib=32),
    "cheapen": lambda record: record["slots"][1].update(passes=2),
    "a terabyte": lambda record: record["slots"][1].update(memory_kib=1 << 40),
    "no memory": lambda record: record["slots"][1].update(memory_kib=0),
    "many passes": lambda record: record["slots"][1].update(passes=1 << 30),
    "memory that is no number": lambda record: record["slots"][1].update(memory_kib="64"),
    "another cipher": lambda record: record["slots"][1].update(cipher="none"),
    "another derivation": lambda record: record["slots"][1].update(derivation="md5"),
    "another kind": lambda record: record["slots"][1].update(kind="passphrase"),
    "kinds swapped": _swap_kinds,
    "unknown kind": lambda record: record["slots"][1].update(kind="dpapi"),
    "more fields": lambda record: record["slots"][1].update(more=1),
    "fewer fields": lambda record: record["slots"][1].pop("salt"),
    "more in the file": lambda record: record.update(more=1),
    "short salt": lambda record: record["slots"][1].update(salt="00"),
    "short key": lambda record: record["slots"][1].update(sealed="00" * 47),
    "no mac": lambda record: record.update(mac=""),
    "mac that is no text": lambda record: record.update(mac=None),
    "slots that are no list": lambda record: record.update(slots={}),
    "a slot that is no record": lambda record: record["slots"].append(1),
    "too many slots": lambda record: record["slots"].extend(record["slots"] * 10),
    "another format": lambda record: record.update(format="station-keys/2"),
}


@pytest.mark.parametrize("change", STRUCTURAL.values(), ids=STRUCTURAL)
def test_structural_tampering_is_refused(path, change):
    forge(path, change)
    with pytest.raises((KeysDamagedError, WrongPassphraseError)):
        unlock(path)


def test_forging_nothing_changes_nothing(path, root):
    forge(path, lambda record: None)
    assert unlock(path) == root


def test_a_slot_of_another_station_does_not_fit(path, tmp_path):
    other = tmp_path / "other.keys"
    no_slots().with_slot(SlotKind.PASSPHRASE, "theirs", new_station_key(), cost=CHEAP).write(other)
    theirs = json.loads(other.read_bytes())["slots"]
    forge(path, lambda record: record["slots"].extend(theirs))
    with pytest.raises(KeysDamagedError):
        unlock(path, "theirs")


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


def test_a_station_without_key_file_is_missing(tmp_path):
    with pytest.raises(StationMissingError):
        read_keyfile(tmp_path / "station.keys")


def test_changing_a_slot_leaves_the_key_and_counts_on(path, root):
    slots = read_keyfile(path)
    slots.with_slot(SlotKind.PASSPHRASE, "another", root, cost=CHEAP).write(path)
    assert unlock(path, "another") == root
    assert unlock(path, PAPER, SlotKind.PAPER) == root
    assert read_keyfile(path).generation == slots.generation + 1
    with pytest.raises(WrongPassphraseError):
        unlock(path)


def test_neither_secret_nor_key_stands_in_the_file_or_in_repr(path, root):
    data = path.read_bytes()
    assert PASSPHRASE.encode() not in data
    assert root.root.hex().encode() not in data
    assert root.root.hex() not in repr(root)
    assert repr(root.root) not in repr(root)


def test_the_keys_of_the_purposes_have_nothing_in_common():
    key = StationKey(bytes(32))
    drawn = {key.root, key.database, bytes.fromhex(key.seal_of_slots(b""))}
    assert len(drawn) == 3
    assert {len(each) for each in drawn} == {32}
    assert StationKey(bytes(32)).database == key.database
    assert StationKey(b"\x01" + bytes(31)).database != key.database


def test_the_default_cost_is_that_of_the_design():
    assert (DEFAULT_COST.memory_kib, DEFAULT_COST.passes, DEFAULT_COST.lanes) == (65_536, 3, 4)
    assert DEFAULT_COST.is_bearable()


def test_argon2id_gives_the_value_of_its_reference_implementation():
    """The command ``argon2`` of phc-winner-argon2 for these figures, version 1.3."""
    found = derive("password", salt=b"somesalt", cost=Cost(memory_kib=65_536, passes=2, lanes=1))
    assert found.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
