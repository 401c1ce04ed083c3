from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.errors import KeysDamagedError, StationMissingError, WrongPassphraseError
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.derivation import DEFAULT_COST, Cost, derive, stretch
from station_app.store.vault.keyfile import MOST_BYTES, MOST_SLOTS, no_slots, read_keyfile
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.origins import Origin, Way
from station_app.store.vault.slots import (
    MOST_FORMER,
    PERSONAL,
    SlotKind,
    new_salt,
    new_slot,
    read_slot,
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


def test_each_slot_opens_by_its_own_secret_and_says_whose_it_is(path, root):
    for kind, secret in SECRETS.items():
        key = unlock(path, secret, kind)
        assert key == root
        assert key.kind == kind
        for other in set(SECRETS) - {kind}:
            with pytest.raises(WrongPassphraseError):
                unlock(path, secret, other)
    assert unlock(path).owner == ME
    assert unlock(path, PAPER, SlotKind.PAPER).owner == ""


def test_people_are_told_without_a_secret(path):
    people = [(each.id, each.name, each.kind) for each in read_keyfile(path).people()]
    assert people == [(ME, "曾小贤", SlotKind.SUPERVISOR), (THEM, "曾小贤", SlotKind.USER)]


def helped_by(root, how=Way.HELPED):
    origin = Origin(at=HELPED.at, how=how, by=THEM)
    return no_slots().with_slot(a_slot(SlotKind.SUPERVISOR, PASSPHRASE, root, origin=origin), root)


@pytest.mark.parametrize("how", Way)
def test_how_a_secret_was_set_is_kept_with_it_whatever_else_changes(path, root, how):
    latter = new_station_key()
    slots = helped_by(root, how).with_name(ME, "胡一菲", root)
    slots.with_kind(ME, SlotKind.USER, root).rewrapped_for(latter, by=root).write(path)
    (slot,) = read_keyfile(path).slots
    assert slot.origin == Origin(at=HELPED.at, how=how, by=THEM)
    key = unlock(path, kind=SlotKind.USER)
    assert key == latter
    assert key.is_given is (how in {Way.HELPED, Way.GIVEN})


def test_a_secret_of_which_nothing_is_told_is_ones_own(path):
    assert not unlock(path).is_given


WRONG_ORIGINS = {
    "another way": {"how": "chosen"},
    "an unknown way": {"how": "stolen"},
    "another hand": {"by": ME},
    "a hand that is none": {"by": "me"},
    "another moment": {"at": (HELPED.at + timedelta(seconds=1)).isoformat()},
    "no zone": {"at": "2026-03-01T08:30:00"},
    "another zone": {"at": "2026-03-01T16:30:00+08:00"},
    "no moment": {"at": 7},
    "more": {"note": ""},
}


@pytest.mark.parametrize("change", [*WRONG_ORIGINS.values(), None], ids=[*WRONG_ORIGINS, "none"])
def test_nobody_changes_how_a_secret_was_set_without_it(path, root, change):
    helped_by(root).write(path)

    def forged(record):
        (slot,) = record["slots"]
        if change is None:
            del slot["origin"]
        else:
            slot["origin"].update(change)

    forge(path, forged)
    with pytest.raises((KeysDamagedError, WrongPassphraseError)):
        unlock(path)


@pytest.mark.parametrize("value", [None, [], "chosen", {}])
def test_an_origin_that_is_none_is_damage(path, root, value):
    helped_by(root).write(path)
    forge(path, lambda record: record["slots"][0].update(origin=value))
    with pytest.raises(KeysDamagedError):
        read_keyfile(path)


def test_full_width_input_opens_as_half_width_does(path, root):
    assert unlock(path, "Ａｂｃｄｅｆ１２") == root


def test_wrong_passphrases_open_nothing(path):
    slots = read_keyfile(path)
    near = [PASSPHRASE[:place] + "x" + PASSPHRASE[place + 1 :] for place in range(8)]
    for secret in [*near, "", " Abcdef12", "abcdef12", *map(str, range(500))]:
        with pytest.raises(WrongPassphraseError):
            slots.unlock(slots.slots, secret)


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


def test_a_station_without_key_file_is_missing(tmp_path):
    with pytest.raises(StationMissingError):
        read_keyfile(tmp_path / "station.keys")


def test_changing_a_slot_leaves_the_key_and_counts_on(path, root):
    slots = read_keyfile(path)
    slots.with_slot(a_slot(SlotKind.SUPERVISOR, "another", root), root).write(path)
    assert unlock(path, "another") == root
    assert unlock(path, PAPER, SlotKind.PAPER) == root
    assert read_keyfile(path).generation == slots.generation + 1
    assert [slot.kind for slot in read_keyfile(path).slots] == [slot.kind for slot in slots.slots]
    with pytest.raises(WrongPassphraseError):
        unlock(path)


def test_name_and_kind_change_without_the_secret(path, root):
    slots = read_keyfile(path).with_name(ME, "胡一菲", root)
    slots.with_kind(THEM, SlotKind.SUPERVISOR, root).write(path)
    assert unlock(path) == root
    assert unlock(path, "theirs", SlotKind.SUPERVISOR).owner == THEM
    assert [each.name for each in read_keyfile(path).people()] == ["胡一菲", "曾小贤"]


def test_another_root_key_opens_by_the_secrets_there_were(path, root):
    other = new_station_key()
    slots = read_keyfile(path)
    slots.rewrapped_for(other, by=root, without=THEM).write(path)
    changed = read_keyfile(path)
    assert changed.follows(root)
    assert not changed.follows(other)
    assert not slots.follows(root)
    for kind in (SlotKind.SUPERVISOR, SlotKind.PAPER, SlotKind.BACKUP):
        assert unlock(path, SECRETS[kind], kind) == other
    assert changed.slot_of(THEM) is None
    # and so again, without anybody's secret
    third = new_station_key()
    changed.rewrapped_for(third, by=other).write(path)
    assert unlock(path) == third


def test_a_backup_is_opened_by_those_it_is_meant_for(path, root):
    other, kinds = new_station_key(), (SlotKind.SUPERVISOR, SlotKind.PAPER)
    read_keyfile(path).rewrapped_for(other, by=root, kinds=kinds).write(path)
    assert [slot.kind for slot in read_keyfile(path).slots] == list(kinds)
    assert all(unlock(path, SECRETS[kind], kind) == other for kind in kinds)


def test_nothing_is_wrapped_for_a_public_half_that_the_root_key_has_not_sealed(path, root):
    forge(path, lambda record: record["slots"][1].update(public="11" * 32))
    with pytest.raises(KeysDamagedError):
        read_keyfile(path).rewrapped_for(new_station_key(), by=root)


def test_former_secrets_are_told_by_their_digests_to_the_holder_of_the_root_key(root):
    digests = [bytes([number]) * 16 for number in range(1, MOST_FORMER + 2)]
    slot = a_slot(SlotKind.USER, PASSPHRASE, root, former=tuple(digests))
    present = stretch(PASSPHRASE, salt=slot.salt, cost=CHEAP).digest
    assert slot.former_by(root) == (present, *digests[: MOST_FORMER - 1])
    assert read_slot(slot.as_record()) == slot
    with pytest.raises(KeysDamagedError):
        slot.former_by(new_station_key())


@pytest.mark.parametrize(
    ("kind", "owner", "label"),
    [
        (SlotKind.USER, "me", "曾小贤"),
        (SlotKind.USER, "", "曾小贤"),
        (SlotKind.USER, ME, "贤" * 61),
        (SlotKind.PAPER, ME, ""),
        (SlotKind.PAPER, "", "信封"),
        (SlotKind.BACKUP, ME, "保险柜"),
    ],
)
def test_no_slot_is_made_that_could_not_be_read(root, kind, owner, label):
    salt = new_salt()
    secret = stretch(PASSPHRASE, salt=salt, cost=CHEAP)
    with pytest.raises(ValueError, match="names"):
        new_slot(
            kind,
            secret,
            root,
            salt=salt,
            cost=CHEAP,
            since=date(2026, 3, 1),
            owner=owner,
            label=label,
        )


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


def test_a_full_file_is_read(path, root):
    slots = read_keyfile(path)
    while len(slots.slots) < MOST_SLOTS:
        owner = f"{len(slots.slots):032x}"
        slots = slots.with_slot(
            a_slot(SlotKind.USER, "s", root, owner=owner, label="𠮷" * 60), root
        )
    slots.write(path)
    assert path.stat().st_size < MOST_BYTES
    assert len(read_keyfile(path).slots) == MOST_SLOTS
    assert unlock(path) == root


def test_a_key_that_has_ended_opens_nothing():
    key = new_station_key()
    held = key.root
    key.end()
    assert bytes(held) == b""
    with pytest.raises(ValueError, match="ended"):
        _ = key.database


def test_neither_secret_nor_key_stands_in_the_file_or_in_repr(path, root):
    data = path.read_bytes()
    assert PASSPHRASE.encode() not in data
    assert root.root.hex().encode() not in data
    assert root.root.hex() not in repr(root)
    assert repr(root.root) not in repr(root)


def test_the_keys_of_the_purposes_have_nothing_in_common():
    key = StationKey(bytes(32))
    drawn = {bytes(key.root), key.database, bytes.fromhex(key.seal_of_slots(b""))}
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
