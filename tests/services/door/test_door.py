"""The door: how often one may mistype, how old a passphrase may get, which are barred."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.bootstrap import open_station
from station_app.device_clock import DeviceClock
from station_app.domain.errors import (
    LockedOutError,
    RefusedError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.paper_keys import new_paper_key
from station_app.domain.passphrases import DEFAULT_POLICY, RANGES, PassphrasePolicy
from station_app.store.door import Door, Failures, door_at
from station_app.store.vault.canonical import as_bytes
from tests.services.door.people import CLERK, HEAD, NEXT, PASSPHRASE, THEIRS, admit


def fail(access, home, times, owner=HEAD):
    for _ in range(times):
        with pytest.raises(WrongPassphraseError):
            access.unlock(home, "wrong", owner=owner)


def shut(access, home, owner=HEAD):
    fail(access, home, 4, owner)
    with pytest.raises(LockedOutError) as told:
        access.unlock(home, "wrong", owner=owner)
    return told.value.facts["until"]


def test_the_fifth_failure_shuts_the_door_for_a_quarter_of_an_hour(access, home, paper, clock):
    began = clock.moment
    assert shut(access, home) == began + timedelta(minutes=15)
    with pytest.raises(LockedOutError):
        access.unlock(home, PASSPHRASE)
    clock.moment = began + timedelta(minutes=14, seconds=59)
    with pytest.raises(LockedOutError):
        access.unlock(home, PASSPHRASE)
    clock.moment = began + timedelta(minutes=15)
    assert access.unlock(home, PASSPHRASE)


def test_after_that_time_all_tries_are_there_again(access, home, paper, clock):
    clock.moment = shut(access, home)
    fail(access, home, 4)
    assert access.unlock(home, PASSPHRASE)


def test_a_success_clears_the_count(access, home, paper):
    for _ in range(3):
        fail(access, home, 4)
        assert access.unlock(home, PASSPHRASE)


def test_failures_of_one_are_not_those_of_another(access, home, key):
    admit(access, home, key)
    shut(access, home, CLERK)
    assert access.unlock(home, PASSPHRASE, owner=HEAD)
    with pytest.raises(LockedOutError):
        access.change_passphrase(home, CLERK, THEIRS, NEXT)


def test_a_clock_set_back_opens_no_earlier(access, home, paper, clock):
    began = clock.moment
    shut(access, home)
    clock.moment = began - timedelta(days=400)
    for minutes in (0, 14):
        clock.moment = began - timedelta(days=400) + timedelta(minutes=minutes)
        with pytest.raises(LockedOutError):
            access.unlock(home, PASSPHRASE)
    # nor is anybody kept out for four hundred days
    clock.moment += timedelta(minutes=1)
    assert access.unlock(home, PASSPHRASE)


def test_a_clock_set_back_a_little_waits_for_the_time_that_was_told(access, home, paper, clock):
    until = shut(access, home)
    clock.moment += timedelta(minutes=10)
    with pytest.raises(LockedOutError):
        access.unlock(home, PASSPHRASE)
    clock.moment -= timedelta(minutes=5)
    with pytest.raises(LockedOutError) as told:
        access.unlock(home, PASSPHRASE)
    assert told.value.facts["until"] == until


def test_paper_and_supervisor_open_what_is_shut(access, home, key, paper):
    admit(access, home, key)
    shut(access, home, CLERK)
    access.reset_by_supervisor(home, CLERK, HEAD, PASSPHRASE, NEXT)
    assert access.unlock(home, NEXT, owner=CLERK)
    shut(access, home, HEAD)
    assert access.unlock_with_paper(home, paper.text())
    access.reset_passphrase(home, HEAD, paper.text(), "Stuvwx78")
    assert access.unlock(home, "Stuvwx78", owner=HEAD)


def test_resetting_is_no_way_round_the_door_of_the_supervisor(access, home, key):
    admit(access, home, key)
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            access.reset_by_supervisor(home, CLERK, HEAD, "wrong", NEXT)
    for secret in ("wrong", PASSPHRASE):
        with pytest.raises(LockedOutError):
            access.reset_by_supervisor(home, CLERK, HEAD, secret, NEXT)


def test_paper_keys_are_counted_but_never_shut_out(access, home, paper):
    for _ in range(9):
        with pytest.raises(WrongPassphraseError):
            access.unlock_with_paper(home, new_paper_key().text())
    assert b'"paper"' in home.door.read_bytes()
    assert access.unlock_with_paper(home, paper.text())
    assert b'"paper"' not in home.door.read_bytes()


DAMAGE = {
    "missing": None,
    "empty": b"",
    "cut": b'{\n "failures": {',
    "no record": b"[]",
    "many": b"[" * 70_000,
    "unknown": b'{"format": "station-door/9"}',
    "nulls": b'{\n "failures": null,\n "format": "station-door/1",\n "policy": {}\n}\n',
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE)
def test_a_count_that_cannot_be_read_is_none_and_written_anew(access, home, paper, content):
    shut(access, home)
    home.door.unlink()
    if content is not None:
        home.door.write_bytes(content)
    assert access.unlock(home, PASSPHRASE)
    fail(access, home, 1)
    assert b'"count": 1' in home.door.read_bytes()


@pytest.mark.parametrize(
    ("former", "latter"),
    [
        (b'"count": 3', b'"count": -3'),
        (b'"count": 3', b'"count": "3"'),
        (b'"count": 3', b'"count": 3.0'),
        (b'"count": 3', b'"count":  3'),
        (b'"until": 0', b'"until": 999999999999999'),
        (b'"failures": 5', b'"failures": 0'),
        (b'"days": 90', b'"days": true'),
        (b"1" * 32, b"../" + b"1" * 29),
    ],
)
def test_a_count_tampered_with_counts_as_none(access, home, paper, former, latter):
    fail(access, home, 3)
    content = home.door.read_bytes()
    assert former in content
    home.door.write_bytes(content.replace(former, latter))
    fail(access, home, 1)
    assert b'"count": 1' in home.door.read_bytes()
    assert access.policy(home) == DEFAULT_POLICY


def test_a_passphrase_tells_when_it_is_to_be_changed_and_still_opens(access, home, paper, clock):
    assert access.unlock(home, PASSPHRASE).days_left == 90
    clock.moment += timedelta(days=84)
    assert access.unlock(home, PASSPHRASE).days_left == 6
    clock.moment += timedelta(days=100)
    assert access.unlock(home, PASSPHRASE).days_left == -94
    assert access.unlock_with_paper(home, paper.text()).days_left is None
    access.change_passphrase(home, HEAD, PASSPHRASE, NEXT)
    assert access.unlock(home, NEXT).days_left == 90


def numbered(number):
    return f"Passphrase-{number}"


def test_the_last_five_passphrases_are_barred(access, home, paper):
    access.change_passphrase(home, HEAD, PASSPHRASE, numbered(0))
    for number in range(5):
        access.change_passphrase(home, HEAD, numbered(number), numbered(number + 1))
    for number in range(1, 6):
        with pytest.raises(RefusedError) as told:
            access.change_passphrase(home, HEAD, numbered(5), numbered(number))
        assert told.value.reason == "access.passphrase-used-before"
    access.change_passphrase(home, HEAD, numbered(5), numbered(0))
    assert access.unlock(home, numbered(0))


def test_they_are_barred_however_a_new_one_is_set(access, home, key, paper):
    admit(access, home, key)
    for again in (
        lambda: access.reset_passphrase(home, CLERK, paper.text(), THEIRS),
        lambda: access.reset_by_supervisor(home, CLERK, HEAD, PASSPHRASE, THEIRS),
        lambda: admit(access, home, key),
    ):
        with pytest.raises(RefusedError):
            again()
    # what somebody else has used says nothing
    access.reset_passphrase(home, CLERK, paper.text(), PASSPHRASE)


def test_they_are_barred_after_a_rotation_too(access, home, key):
    rotated = access.rotate(home, key)
    with pytest.raises(RefusedError):
        access.change_passphrase(home, HEAD, PASSPHRASE, PASSPHRASE)
    access.change_passphrase(home, HEAD, PASSPHRASE, NEXT)
    assert access.unlock(home, NEXT) == rotated


def test_the_rules_of_the_settings_hold_at_the_door(access, home, key, clock):
    station = open_station(home, key, clock=clock)
    station.settings.change(
        name="石桥社区", passphrase_length=10, passphrase_days=30, passphrase_barred=0,
        lock_failures=2, lock_minutes=1,
    )  # fmt: skip
    station.close()
    with pytest.raises(ValidationFailedError) as told:
        access.change_passphrase(home, HEAD, PASSPHRASE, NEXT)
    assert told.value.problems[0].facts == {"length": 10}
    access.change_passphrase(home, HEAD, PASSPHRASE, "Abcdef12-longer")
    access.change_passphrase(home, HEAD, "Abcdef12-longer", "Abcdef12-longer")
    assert access.unlock(home, "Abcdef12-longer").days_left == 30
    fail(access, home, 1)
    with pytest.raises(LockedOutError) as told:
        access.unlock(home, "wrong")
    assert told.value.facts["until"] == clock.moment + timedelta(minutes=1)


def test_rules_lost_at_the_door_are_there_again_when_it_has_opened(access, home, key, clock):
    station = open_station(home, key, clock=clock)
    station.settings.change(name="石桥社区", lock_failures=3)
    station.close()
    home.door.unlink()
    open_station(home, key, clock=clock).close()
    assert access.policy(home).failures == 3


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
FIELDS = ("failures", "format", "policy", "more")


@given(record=st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)) | st.binary())
def test_whatever_lies_at_the_door_somebody_can_knock(tmp_path_factory, record):
    path = tmp_path_factory.getbasetemp() / "any.door"
    path.write_bytes(record if isinstance(record, bytes) else as_bytes(record))
    door = door_at(path, DeviceClock())
    assert door.policy == DEFAULT_POLICY
    door.let_try(HEAD)
    door.has_failed(HEAD)
    assert door_at(path, DeviceClock()).failures == {HEAD: Failures(1)}


FIGURES = st.fixed_dictionaries({name: st.sampled_from(limits) for name, limits in RANGES.items()})


@given(figures=FIGURES, counts=st.lists(st.integers(0, 2**31 - 1), min_size=3, max_size=3))
def test_what_is_known_at_the_door_is_read_as_it_was_written(tmp_path_factory, figures, counts):
    path = tmp_path_factory.getbasetemp() / "written.door"
    known = {HEAD: Failures(*counts), "paper": Failures(1)}
    Door(path, DeviceClock(), PassphrasePolicy(**figures), known).write()
    door = door_at(path, DeviceClock())
    assert door.policy == PassphrasePolicy(**figures)
    assert door.failures == known
