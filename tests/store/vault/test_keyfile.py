"""A key file hands the key out to whoever has a secret, and to nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from station_app.domain.errors import KeysDamagedError, StationMissingError, WrongPassphraseError
from station_app.store.vault.derivation import DEFAULT_COST, Cost, derive, stretch
from station_app.store.vault.keyfile import MOST_BYTES, MOST_SLOTS, no_slots, read_keyfile
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.origins import Origin, Way
from station_app.store.vault.slots import (
    MOST_FORMER,
    SlotKind,
    new_salt,
    new_slot,
    read_slot,
)
from tests.store.vault.key_slots import (
    CHEAP,
    HELPED,
    ME,
    PAPER,
    PASSPHRASE,
    SECRETS,
    THEM,
    a_slot,
    forge,
    unlock,
)


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
