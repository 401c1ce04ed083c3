"""Somebody leaves: the slot goes and the root key changes, wherever the power is cut."""

from __future__ import annotations

import json
import sys
import threading
import time
from hashlib import sha256

import pytest

from station_app.bootstrap import open_station
from station_app.domain.errors import (
    KeysDamagedError,
    KeysForeignError,
    RefusedError,
    StoreBusyError,
    WrongPassphraseError,
)
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import StationHome, StationKey
from station_app.store import rotation
from station_app.store.backup import moments_of
from station_app.store.driver import connect, open_keyed
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.keys import new_station_key
from tests.factories import a_registration
from tests.services.door.people import CLERK, HEAD, NEXT, OTHER, PASSPHRASE, THEIRS, admit

STAYING = {HEAD: PASSPHRASE, OTHER: NEXT}


@pytest.fixture
def peopled(access, home, key, clock):
    """A station of three, with somebody in its register; its key."""
    admit(access, home, key, CLERK, THEIRS)
    admit(access, home, key, OTHER, NEXT)
    station = open_station(home, key, clock=clock)
    station.residents.register(a_registration("张伟", number=""))
    station.close()
    return key


def people_kept(home, key, clock):
    station = open_station(home, key, clock=clock)
    try:
        return len(station.lists.keys(ResidentFilter()))
    finally:
        station.close()


def make_sure_of(access, home, clock, paper, first=HEAD, gone=CLERK):
    """Everybody who stays opens the station, *first* before all others; *gone* does not."""
    order = sorted(STAYING, key=lambda owner: owner != first)
    keys = {bytes(access.unlock(home, STAYING[owner], owner=owner).root) for owner in order}
    keys.add(bytes(access.unlock_with_paper(home, paper.text()).root))
    (root,) = keys
    assert not home.coming_keys.exists()
    assert people_kept(home, StationKey(root, owner=HEAD), clock) == 1
    if gone:
        with pytest.raises(RefusedError):
            access.unlock(home, THEIRS, owner=gone)
    return StationKey(root)


def test_whoever_is_dismissed_is_out_and_the_others_notice_nothing(
    access, home, peopled, paper, clock
):
    new = access.dismiss(home, peopled, CLERK)
    assert new != peopled
    assert (new.owner, new.kind) == (peopled.owner, peopled.kind)
    assert make_sure_of(access, home, clock, paper) == new
    with pytest.raises(KeysForeignError):
        people_kept(home, peopled, clock)


def test_a_key_file_kept_from_before_opens_nothing_of_today(access, home, peopled, clock):
    kept = home.keys.read_bytes()
    access.dismiss(home, peopled, CLERK)
    home.keys.write_bytes(kept)
    theirs = access.unlock(home, THEIRS, owner=CLERK)
    with pytest.raises(KeysForeignError):
        people_kept(home, theirs, clock)


def test_backups_are_made_before_and_after_each_with_its_keys(
    access, home, peopled, clock, tmp_path
):
    new = access.dismiss(home, peopled, CLERK)
    before, after = (
        home.backups / f"station-{moment:%Y%m%dT%H%M%SZ}.db" for moment in moments_of(home)[-2:]
    )
    for copy, secrets in ((before, {CLERK: THEIRS, **STAYING}), (after, STAYING)):
        file = read_keyfile(copy.with_suffix(".keys"))
        assert {person.id for person in file.people()} == set(secrets)
        key = file.unlock([file.slot_of(HEAD)], PASSPHRASE)
        assert key == (new if copy == after else peopled)
        assert rotation.opens(copy, key)


def test_a_rotation_leaves_everybody(access, home, peopled, paper, clock):
    first = access.rotate(home, peopled)
    second = access.rotate(home, first)
    assert len({bytes(key.root) for key in (peopled, first, second)}) == 3
    assert access.unlock(home, THEIRS, owner=CLERK) == second
    make_sure_of(access, home, clock, paper, gone="")


def test_an_open_station_goes_on_under_the_new_key(access, home, peopled, paper, clock):
    station = open_station(home, peopled, clock=clock)
    came, ended = [], threading.Event()

    def look():
        while not ended.is_set():
            came.append(len(station.lists.keys(ResidentFilter())))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        access.dismiss(home, peopled, CLERK, store=station.store)
        seen = len(came)
        while len(came) < seen + 3:
            time.sleep(0.01)
    finally:
        ended.set()
        thread.join()
    assert set(came) == {1}
    station.residents.register(a_registration("李娜", number=""))
    copy = station.keeping.back_up()
    station.close()
    new = access.unlock(home, PASSPHRASE, owner=HEAD)
    assert people_kept(home, new, clock) == 2
    assert rotation.opens(copy, new)


def test_somebody_at_work_is_not_cut_off(access, home, peopled, paper, clock):
    """The slot is gone, nothing else has changed, and doing it again does it."""
    station = open_station(home, peopled, clock=clock)
    other = connect(home.database, peopled.database)
    other.execute("BEGIN IMMEDIATE").close()
    with pytest.raises(StoreBusyError):
        access.dismiss(home, peopled, CLERK, store=station.store)
    other.execute("ROLLBACK").close()
    other.close()
    assert len(station.lists.keys(ResidentFilter())) == 1
    assert make_sure_of(access, home, clock, paper) == peopled
    new = access.dismiss(home, peopled, CLERK, store=station.store)
    station.close()
    assert make_sure_of(access, home, clock, paper) == new


def begun(home, key, without=CLERK):
    """Lay the coming slots beside those in force, and no more; return the coming key."""
    new = new_station_key()
    slots = read_keyfile(home.keys).rewrapped_for(new, by=key, without=without)
    slots.write(home.coming_keys)
    return new


def half_done(home, key):
    """Come as far as the exchanged database."""
    new = begun(home, key)
    rotation._exchange(home.database, key, new)
    return new


@pytest.mark.parametrize("first", STAYING)
@pytest.mark.parametrize("state", [begun, half_done])
def test_what_was_cut_short_is_finished_by_whoever_comes_first(
    access, home, peopled, paper, clock, state, first
):
    new = state(home, peopled)
    assert {person.id for person in access.people(home)} == set(STAYING)
    with pytest.raises(RefusedError):
        access.unlock(home, THEIRS, owner=CLERK)
    with pytest.raises(WrongPassphraseError):
        access.unlock(home, THEIRS, owner=HEAD)
    assert make_sure_of(access, home, clock, paper, first) == new


@pytest.mark.parametrize("state", [begun, half_done])
def test_the_paper_key_finishes_it_too(access, home, peopled, paper, clock, state):
    new = state(home, peopled)
    assert access.unlock_with_paper(home, paper.text()) == new
    assert make_sure_of(access, home, clock, paper) == new


def test_a_changed_passphrase_is_one_of_the_finished_slots(access, home, peopled, clock):
    new = begun(home, peopled)
    access.change_passphrase(home, HEAD, PASSPHRASE, "Stuvwx78")
    assert access.unlock(home, "Stuvwx78", owner=HEAD) == new


@pytest.mark.parametrize("loss", [b"", b"{}", None])
def test_the_former_slots_are_not_missed_when_the_database_is_exchanged(
    access, home, peopled, paper, clock, loss
):
    new = half_done(home, peopled)
    home.keys.unlink() if loss is None else home.keys.write_bytes(loss)
    assert make_sure_of(access, home, clock, paper) == new


def test_without_the_former_slots_nothing_opens_a_database_not_exchanged(access, home, peopled):
    begun(home, peopled)
    home.keys.write_bytes(b"{}")
    with pytest.raises(KeysDamagedError):
        access.unlock(home, PASSPHRASE, owner=HEAD)


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 5000])
def test_coming_slots_that_are_damaged_are_turned_away(
    access, home, peopled, paper, clock, content
):
    home.coming_keys.write_bytes(content)
    assert make_sure_of(access, home, clock, paper, gone="") == peopled


def test_damaged_coming_slots_of_an_exchanged_database_are_told(access, home, peopled):
    half_done(home, peopled)
    home.coming_keys.write_bytes(b"{}")
    with pytest.raises(KeysDamagedError):
        access.unlock(home, PASSPHRASE, owner=HEAD)


def test_coming_slots_of_a_stranger_are_turned_away(access, home, peopled, paper, clock):
    """The database must not be copied under a key that somebody else has made."""
    begun(home, peopled)
    record = json.loads(home.coming_keys.read_bytes())
    del record["sum"]
    record["handed"] = "00" * 32
    forged = as_bytes(record | {"sum": sha256(as_bytes(record)).hexdigest()})
    home.coming_keys.write_bytes(forged)
    assert make_sure_of(access, home, clock, paper, gone="") == peopled


def test_coming_slots_of_an_earlier_rotation_are_turned_away(access, home, peopled, paper, clock):
    begun(home, peopled)
    kept = home.coming_keys.read_bytes()
    access.unlock(home, PASSPHRASE, owner=HEAD)
    now = access.rotate(home, access.unlock(home, PASSPHRASE, owner=HEAD))
    home.coming_keys.write_bytes(kept)
    assert make_sure_of(access, home, clock, paper) == now


def test_a_rotation_that_cannot_be_finished_yet_keeps_nobody_out(
    access, home, peopled, paper, clock
):
    new = begun(home, peopled)
    other = connect(home.database, peopled.database)
    other.execute("SELECT count(*) FROM resident").fetchone()
    assert access.unlock(home, PASSPHRASE, owner=HEAD) == peopled
    with pytest.raises(StoreBusyError):
        access.rename(home, peopled, HEAD, "x")
    other.close()
    assert make_sure_of(access, home, clock, paper) == new


@pytest.mark.parametrize("state", [begun, half_done])
def test_many_who_come_at_once_find_it_finished_once(access, home, peopled, paper, clock, state):
    new, ways = state(home, peopled), [*STAYING.items(), ("", "")]
    ready, found = threading.Barrier(len(ways)), []

    def enter(owner, secret):
        ready.wait()
        try:
            if owner:
                key = access.unlock(home, secret, owner=owner)
            else:
                key = access.unlock_with_paper(home, paper.text())
        except StoreBusyError:
            return
        found.append(key)

    threads = [threading.Thread(target=enter, args=way) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # whoever had to wait too long comes again; nobody gets another key, or a damaged file
    assert found
    assert make_sure_of(access, home, clock, paper) == new


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is moved over an open file")
def test_a_database_put_there_meanwhile_is_not_replaced(access, home, peopled, paper, clock):
    """Two programs end one rotation; the second has waited at a file that is there no more."""
    new, copy, ended = begun(home, peopled), home.root / "first.copy", []
    copy.touch()
    first = open_keyed(home.database, peopled.database)
    first.execute("PRAGMA journal_mode = DELETE").close()
    rotation._copy(first, copy, new)
    first.execute("BEGIN EXCLUSIVE").close()

    def be_second():
        try:
            rotation._exchange(home.database, peopled, new)
        except StoreBusyError:
            ended.append("busy")

    second = threading.Thread(target=be_second)
    second.start()
    time.sleep(0.5)
    copy.replace(home.database)
    put = home.database.stat().st_ino
    first.close()
    second.join()
    assert ended == ["busy"]
    assert home.database.stat().st_ino == put
    assert make_sure_of(access, home, clock, paper) == new


def test_the_last_supervisor_is_not_dismissed(access, home, peopled):
    before = home.keys.read_bytes()
    with pytest.raises(RefusedError) as told:
        access.dismiss(home, peopled, HEAD)
    assert told.value.reason == "access.last-supervisor"
    assert home.keys.read_bytes() == before
    assert not home.coming_keys.exists()


def test_what_is_missing_beside_coming_slots_is_told(access, tmp_path):
    home = StationHome(tmp_path / "nothing")
    home.make()
    home.coming_keys.write_bytes(b"{}")
    home.database.write_bytes(b"x" * 4096)
    with pytest.raises(KeysDamagedError):
        access.unlock(home, PASSPHRASE, owner=HEAD)
