"""Backups found, looked at, compared and put in the place of the store; power cut included."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from station_app.bootstrap import restoring_of
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountEvent
from station_app.domain.backups import Soundness, Why
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import (
    KeysDamagedError,
    LockedOutError,
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    WrongPassphraseError,
)
from station_app.domain.paper_keys import MistypedPaperKeyError
from station_app.services.access import StationHome
from station_app.services.restoring import SlotKind
from station_app.store import swapping
from station_app.store.backup import KEEP_LATEST, KEEP_REPLACED_DAYS, back_up
from station_app.store.outline import figures_of, lost_between
from station_app.store.sync.sites import read_marker
from tests.factories import a_draft, a_resident
from tests.scans import a_photo
from tests.services.backups import ACCESS, OTHER, PASSPHRASE, content_of, opened
from tests.staffed import employ


@pytest.fixture
def paper(home):
    return ACCESS.create(home, PASSPHRASE)


@pytest.fixture
def founded(home, clock, paper):
    station = opened(home, clock)
    yield station
    station.close()


@pytest.fixture
def service(home, clock):
    return restoring_of(home, clock=clock)


def later(clock, **by):
    clock.moment += timedelta(**by)


@pytest.fixture
def story(founded, clock):
    """A backup with one person; then she was corrected and two came. Returns what it held."""
    person = a_resident(founded, "张三")
    held = content_of(founded)
    founded.keeping.back_up()
    later(clock, hours=1)
    founded.residents.correct(person.id, a_draft("张四"), version=person.version)
    later(clock, minutes=1)
    a_resident(founded, "王五", number="")
    later(clock, minutes=1)
    a_resident(founded, "赵六", number="")
    founded.close()
    return held


def newest(service):
    return service.candidates()[0]


def restored(service, backup=None, typed=PASSPHRASE, kind=SlotKind.USER):
    chosen = backup or newest(service)
    return service.restore(chosen, service.unlock(chosen, typed, kind))


def test_what_differs_is_counted_and_the_newest_that_would_be_lost_are_named(story, service):
    difference = service.compare(newest(service), service.unlock(newest(service), PASSPHRASE))
    assert difference.backup.figures.people == 1
    assert difference.present.figures.people == 3
    assert difference.lost.added["people"] == 2
    assert difference.lost.changed["people"] == 1
    assert [
        (each.name, each.is_new) for each in difference.lost.newest if each.kind == "people"
    ] == [
        ("赵六", True),
        ("王五", True),
        ("张四", False),
    ]
    assert difference.back == 0


def test_cases_and_their_files_would_be_lost_by_name(founded, clock, service):
    founded.keeping.back_up()
    later(clock, hours=1)
    draft = CaseDraft(item_id=id_of_shipped("minimum-living"), applicant="张三")
    case = founded.cases.draft(draft).value
    founded.case_files.add(case, "户口簿.jpg", a_photo())
    founded.close()
    difference = service.compare(newest(service), service.unlock(newest(service), PASSPHRASE))
    assert (difference.present.figures.cases, difference.present.figures.case_files) == (1, 1)
    assert (difference.backup.figures.cases, difference.backup.figures.case_files) == (0, 0)
    named = {each.kind: each.name for each in difference.lost.newest}
    assert "张三" in named["cases"]
    assert named["case_files"] == "户口簿.jpg"


def test_a_store_of_before_the_cases_is_counted_as_far_as_it_goes(founded):
    a_resident(founded, "张三")
    with founded.store.whole.transaction() as tx:
        connection = tx.session.connection().connection.driver_connection
        connection.execute("DROP TABLE case_file_content")
        connection.execute("DROP TABLE case_file")
        figures = figures_of(connection)
        assert (figures.people, figures.case_files) == (1, 0)
        assert lost_between(connection, connection).count == 0
        tx.session.rollback()


def test_who_was_deleted_since_would_be_back(founded, clock, service):
    person = a_resident(founded, "张三")
    founded.keeping.back_up()
    later(clock, hours=1)
    founded.residents.put_into_bin(person.id, version=person.version)
    founded.close()
    difference = service.compare(newest(service), service.unlock(newest(service), PASSPHRASE))
    assert difference.back == 1


@pytest.mark.parametrize(
    ("roles", "is_named"),
    [
        ({Role.CLERK}, True),
        ({Role.SUPERVISOR}, True),
        ({Role.CLERK, Role.GRID_WORKER}, True),
        ({Role.GRID_WORKER}, False),
        ({Role.AUDITOR}, False),
        ({Role.ADMINISTRATOR}, False),
    ],
)
def test_names_of_what_would_be_lost_are_for_those_who_see_all(
    founded, service, home, clock, roles, is_named
):
    key = ACCESS.unlock(home, PASSPHRASE)
    employ(founded, ACCESS, key, "王芳", *roles, passphrase=OTHER)
    founded.keeping.back_up()
    later(clock, hours=1)
    a_resident(founded, "王五", number="")
    founded.close()
    difference = service.compare(newest(service), service.unlock(newest(service), OTHER))
    assert difference.lost.added["people"] == 1
    assert [each.name for each in difference.lost.newest] == ["王五"] * is_named
    assert difference.is_unnamed is not is_named


def test_whoever_has_left_reads_no_names_by_what_he_still_knows(founded, service, home, clock):
    key = ACCESS.unlock(home, PASSPHRASE)
    clerk = employ(founded, ACCESS, key, "王芳", Role.CLERK, passphrase=OTHER)
    founded.keeping.back_up()
    later(clock, hours=1)
    a_resident(founded, "王五", number="")
    founded.staff.move_on(clerk, AccountEvent.LEAVE)
    founded.close()
    difference = service.compare(newest(service), service.unlock(newest(service), OTHER))
    assert (difference.lost.newest, difference.is_unnamed) == ((), True)


def test_the_paper_key_reads_the_names(story, service, paper):
    unlocked = service.unlock(newest(service), paper.text(), SlotKind.PAPER)
    assert len(service.compare(newest(service), unlocked).lost.newest) == 3


def test_a_restored_store_is_the_one_that_was_backed_up(story, service, home, clock):
    told = restored(service)
    assert told.figures.people == 1
    again = opened(home, clock)
    assert content_of(again) == story
    assert again.checks.check().is_well
    again.close()


def test_what_was_replaced_is_kept_and_put_back_the_same_way(story, service, home, clock):
    station = opened(home, clock)
    before = content_of(station)
    station.close()
    kept = restored(service).kept
    assert kept.why is Why.REPLACED
    assert kept.note.figures.people == 3
    later(clock, minutes=5)
    assert restored(service, kept).figures.people == 3
    again = opened(home, clock)
    assert content_of(again) == before
    again.close()


def test_the_audit_of_the_restored_store_tells_it_once(story, service, home, clock):
    restored(service)
    for _ in range(2):
        station = opened(home, clock)
        with station.store.reading() as tx:
            assert tx.audit.count("station:store:restored") == 1
        assert station.audit.verify().is_whole
        station.close()


def test_the_exchange_knows_that_the_store_was_put_back(story, service, home, clock):
    station = opened(home, clock)
    station.exchange.take_in([])  # after it the marker says how far the store is
    station.close()
    before = read_marker(home.site).site
    restored(service)
    opened(home, clock).close()
    assert read_marker(home.site).site != before


def test_todays_passphrase_stays_right_after_restoring(story, service, home, clock):
    ACCESS.change_passphrase(home, "", PASSPHRASE, OTHER)
    restored(service, typed=OTHER)
    opened(home, clock, OTHER).close()
    with pytest.raises(WrongPassphraseError):
        ACCESS.unlock(home, PASSPHRASE)


def test_the_passphrase_of_the_backup_is_right_when_the_keys_are_lost(story, service, home, clock):
    home.keys.unlink()
    restored(service)
    again = opened(home, clock)
    assert content_of(again) == story
    again.close()


def test_the_paper_key_opens_a_backup(story, service, paper, home, clock):
    restored(service, typed=paper.text(), kind=SlotKind.PAPER)
    opened(home, clock).close()


def test_wrong_secrets_are_told_apart_from_damage(story, service):
    backup = newest(service)
    with pytest.raises(WrongPassphraseError):
        service.unlock(backup, OTHER)
    with pytest.raises(MistypedPaperKeyError):
        service.unlock(backup, "0000", SlotKind.PAPER)
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(data)
    with pytest.raises(StoreDamagedError):
        service.unlock(backup, PASSPHRASE)
    backup.keys.write_bytes(b"{}")
    with pytest.raises(KeysDamagedError):
        service.unlock(backup, OTHER)


def test_a_look_tells_the_good_from_the_damaged_without_a_key(story, service, founded):
    backup = newest(service)
    assert service.soundness(backup) is Soundness.UNTOUCHED
    backup.path.with_suffix(".json").unlink()
    assert service.soundness(newest(service)) is Soundness.UNPROVEN
    backup.path.write_bytes(backup.path.read_bytes()[:-7])
    assert service.soundness(newest(service)) is Soundness.DAMAGED
    backup.keys.unlink()
    assert service.soundness(newest(service)) is Soundness.NO_KEYS
    assert service.newest_good() is None


def test_an_open_station_tries_backups_with_its_own_key(founded):
    founded.keeping.back_up()
    (backup,) = founded.restoring.candidates()
    assert founded.restoring.soundness(backup) is Soundness.OPENS
    backup.path.with_suffix(".json").unlink()
    assert founded.restoring.soundness(founded.restoring.candidates()[0]) is Soundness.OPENS


def test_the_newest_good_backup_is_neither_damaged_nor_one_replaced(story, service, home, clock):
    good = newest(service)
    restored(service)
    later(clock, hours=1)
    station = opened(home, clock)
    damaged = station.keeping.back_up()
    station.close()
    damaged.write_bytes(b"")
    assert service.newest_good().path == good.path


def test_a_damaged_store_is_kept_as_it_is_with_its_log(story, service, home, clock):
    home.database.write_bytes(b"rubbish" * 1000)
    home.keys.unlink()
    log = home.database.with_name("station.db-wal")
    log.write_bytes(b"log")
    kept = restored(service).kept
    assert kept.path.read_bytes() == b"rubbish" * 1000
    assert kept.path.with_name(kept.path.name + "-wal").read_bytes() == b"log"
    again = opened(home, clock)
    assert content_of(again) == story
    again.close()


def test_a_store_that_another_program_has_open_is_not_replaced(story, service, home, clock):
    other = opened(home, clock)
    backup = newest(service)
    unlocked = service.unlock(backup, PASSPHRASE)
    with other.store.reading() as tx:
        tx.people.count()
        with pytest.raises(StoreBusyError):
            service.restore(backup, unlocked)
    other.close()
    assert not home.restoring.exists()


def test_a_new_computer_is_restored_from_a_folder(story, service, clock, tmp_path):
    stick = tmp_path / "stick"
    shutil.copytree(newest(service).path.parent, stick)
    elsewhere = StationHome(tmp_path / "new")
    there = restoring_of(elsewhere, clock=clock)
    (backup,) = there.candidates([stick])
    assert backup.place == "stick"
    assert restored(there, backup).kept is None
    again = opened(elsewhere, clock)
    assert content_of(again) == story
    again.close()


def test_a_single_file_may_be_chosen_whatever_it_is_called(story, service, tmp_path):
    backup = newest(service)
    for ending in (".db", ".keys"):
        shutil.copyfile(backup.path.with_suffix(ending), tmp_path / f"sent by mail{ending}")
    chosen = service.candidates([tmp_path / "sent by mail.db"])
    assert {each.path.name for each in chosen} == {backup.path.name, "sent by mail.db"}
    unnamed = next(each for each in chosen if each.path != backup.path)
    assert service.unlock(unnamed, PASSPHRASE).key == service.unlock(backup, PASSPHRASE).key


STEPS = ("move", "atomic_write", "remove", "copy_from")


class Cut(BaseException):
    """The power goes."""


def cuts_of(monkeypatch, at):
    """Let the power go before the step number *at* of all that touches the disk."""
    done = []
    for name in STEPS:
        real = getattr(swapping, name)

        def act(*args, real=real, **facts):
            done.append(real.__name__)
            if len(done) == at:
                raise Cut
            return real(*args, **facts)

        monkeypatch.setattr(swapping, name, act)
    return done


@pytest.mark.parametrize("at", range(1, 12))
def test_a_power_cut_leaves_the_old_or_the_new_store_whole(
    at, story, service, home, clock, monkeypatch
):
    station = opened(home, clock)
    before = content_of(station)
    station.close()
    backup = newest(service)
    unlocked = service.unlock(backup, PASSPHRASE)
    with monkeypatch.context() as patch:
        done = cuts_of(patch, at)
        try:
            service.restore(backup, unlocked)
        except Cut:
            is_cut = True
        else:
            is_cut = False
    assert is_cut == (len(done) >= at)
    again = opened(home, clock)
    assert content_of(again) in {before, story}
    assert again.checks.check().is_well
    is_new = content_of(again) == story
    with again.store.reading() as tx:
        assert tx.audit.count("station:store:restored") == is_new
    again.close()
    assert not home.restoring.exists()
    kept = [each for each in service.candidates() if each.why is Why.REPLACED]
    if is_new:
        assert service.unlock(kept[0], PASSPHRASE)


def test_what_was_replaced_outlives_thirty_days_of_backups(story, service, home, clock):
    kept = restored(service).kept.path
    station = opened(home, clock)
    for _ in range(KEEP_LATEST + 2):
        later(clock, minutes=1)
        back_up(home, station.store.engine, clock.now())
    assert kept.exists()
    later(clock, days=KEEP_REPLACED_DAYS + 1)
    back_up(home, station.store.engine, clock.now())
    assert not kept.exists()
    station.close()


def test_a_jump_of_the_clock_does_not_take_away_what_was_replaced(story, service, home, clock):
    kept = restored(service).kept.path
    later(clock, days=4000)
    station = opened(home, clock)
    back_up(home, station.store.engine, clock.now())
    station.close()
    assert kept.exists()


def test_a_backup_is_unreadable_beside_its_note(story, home):
    (note,) = home.backups.glob("*.json")
    assert "张三" not in note.read_text()


def test_on_a_full_disk_all_stays_as_it_was(story, service, home, clock, monkeypatch):
    backup = newest(service)
    unlocked = service.unlock(backup, PASSPHRASE)

    def full(*_args, **_facts):
        raise StoreFullError

    with monkeypatch.context() as patch:
        patch.setattr(swapping, "copy_from", full)
        with pytest.raises(StoreFullError):
            service.restore(backup, unlocked)
    assert not home.restoring.exists()
    again = opened(home, clock)
    with again.store.reading() as tx:
        assert tx.people.count() == 3
    again.close()


def test_whoever_guesses_is_shut_out_here_too(story, service):
    backup = newest(service)
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            service.unlock(backup, OTHER)
    with pytest.raises(LockedOutError):
        service.unlock(backup, OTHER)
    with pytest.raises(LockedOutError):
        service.unlock(backup, PASSPHRASE)
