"""The newest backup put on a stick: found again by its marker, whole or not at all."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from station_app.bootstrap import restoring_of
from station_app.domain.backups import Soundness
from station_app.domain.errors import (
    RefusedError,
    StoreDamagedError,
    StoreFullError,
    WrongPassphraseError,
)
from station_app.services import second_places as module
from station_app.services.place_keys import SPARES
from station_app.services.restoring import SlotKind
from station_app.store import backup_places
from station_app.store.backup import moments_in
from station_app.store.backup_places import FOLDER, KEEP_AT_LEAST, KEEP_AT_MOST, MARKER
from station_app.store.engine import open_engine
from tests.factories import a_resident
from tests.services.backups import ACCESS, OTHER, PASSPHRASE, content_of, opened

CLERK = "Little-Zhou-99"


@pytest.fixture
def paper(home):
    return ACCESS.create(home, PASSPHRASE)


@pytest.fixture
def founded(home, clock, paper):
    station = opened(home, clock)
    station.settings.change(name="石桥社区", station_id="s1")
    yield station
    station.close()


@pytest.fixture
def places(founded):
    return founded.second_places


def back_up(founded, clock):
    clock.moment += timedelta(minutes=1)
    return founded.keeping.back_up()


def copies(stick):
    return sorted(moments_in(stick / FOLDER).values())


def test_the_newest_backup_is_put_there_and_opens(founded, places, stick, home, clock):
    a_resident(founded, "张三")
    back_up(founded, clock)
    place = places.choose(stick, "蓝色优盘")
    assert places.carry() == (places.known()[0],)
    assert places.known()[0].last == clock.moment
    assert places.standing()[0].is_current
    (copy,) = copies(stick)
    service = restoring_of(home, clock=clock)
    (backup,) = [each for each in service.candidates() if each.place]
    assert (backup.path, backup.place) == (copy, "蓝色优盘")
    assert service.soundness(backup) is Soundness.UNTOUCHED
    assert service.compare(backup, service.unlock(backup, PASSPHRASE)).backup.figures.people == 1
    assert place.id


def test_nothing_is_written_twice(founded, places, stick, clock):
    back_up(founded, clock)
    places.choose(stick)
    places.carry()
    written = copies(stick)[0].stat().st_mtime_ns
    places.carry()
    assert copies(stick)[0].stat().st_mtime_ns == written


def test_another_stick_under_the_same_letter_is_not_taken_for_it(founded, places, stick, clock):
    places.choose(stick)
    shutil.rmtree(stick)
    (stick / FOLDER).mkdir(parents=True)
    back_up(founded, clock)
    assert places.carry()[0].trouble == module.AWAY
    assert not copies(stick)


def test_several_sticks_are_known_by_name_and_each_gets_its_copy(founded, places, tmp_path, clock):
    back_up(founded, clock)
    for name in ("blue", "red"):
        (tmp_path / name).mkdir()
        places.choose(tmp_path / name)
    shutil.move(tmp_path / "red", tmp_path / "drawer")
    assert [(each.name, each.trouble) for each in places.carry()] == [
        ("blue", ""),
        ("red", module.AWAY),
    ]
    shutil.move(tmp_path / "drawer", tmp_path / "red")
    assert [each.trouble for each in places.carry()] == ["", ""]
    assert len(copies(tmp_path / "red")) == 1


def test_a_stick_that_has_another_letter_now_is_the_same(founded, places, stick, tmp_path):
    first = places.choose(stick, "blue")
    shutil.move(stick, tmp_path / "elsewhere")
    again = places.choose(tmp_path / "elsewhere", "blue")
    assert again.id == first.id
    assert [place.path for place in places.known()] == [tmp_path / "elsewhere" / FOLDER]


def test_the_stick_of_another_station_is_refused(founded, places, stick):
    places.choose(stick)
    founded.settings.change(station_id="s2")
    with pytest.raises(RefusedError) as told:
        places.choose(stick)
    assert told.value.reason == "backup.place-of-another"


def test_a_folder_of_the_station_is_no_second_place(places, home):
    with pytest.raises(RefusedError) as told:
        places.choose(home.backups)
    assert told.value.reason == "backup.place-within"


def test_pulled_out_midway_the_former_copy_stays(founded, places, stick, clock, monkeypatch):
    places.choose(stick)
    back_up(founded, clock)
    places.carry()
    (former,) = copies(stick)
    kept = former.read_bytes()
    a_resident(founded)
    back_up(founded, clock)

    def pulled(*_):
        (stick / FOLDER / MARKER).unlink()
        raise OSError(5, "input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("station_app.store.copying.put_in_place", pulled)
        assert places.carry()[0].trouble == module.AWAY
    assert copies(stick) == [former]
    assert former.read_bytes() == kept


def test_a_full_stick_is_told_and_keeps_its_copies(founded, places, stick, clock, monkeypatch):
    places.choose(stick)
    for _ in range(KEEP_AT_LEAST + 2):
        back_up(founded, clock)
        places.carry()
    before = copies(stick)
    back_up(founded, clock)

    def full(*_args, **_facts):
        raise StoreFullError

    with monkeypatch.context() as patch:
        patch.setattr(backup_places, "copy_from", full)
        usage = shutil.disk_usage(stick)
        patch.setattr(backup_places.shutil, "disk_usage", lambda _: usage._replace(free=0))
        assert places.carry()[0].trouble == "store.full"
    # room was made, but never at the cost of the last good ones
    assert copies(stick) == before[-KEEP_AT_LEAST:]


def test_the_oldest_copies_go_when_there_are_many(founded, places, stick, clock, monkeypatch):
    monkeypatch.setattr(backup_places, "KEEP_AT_MOST", 3)
    places.choose(stick)
    for _ in range(5):
        back_up(founded, clock)
        places.carry()
    assert len(copies(stick)) == 3
    assert KEEP_AT_MOST > 3
    assert len(list((stick / FOLDER).glob("*.keys"))) == 3


def test_a_place_forgotten_gets_nothing_and_loses_nothing(founded, places, stick, clock):
    place = places.choose(stick)
    back_up(founded, clock)
    places.carry()
    places.forget(place.id)
    back_up(founded, clock)
    assert places.carry() == ()
    assert len(copies(stick)) == 1


def test_the_station_comes_back_from_the_stick_alone(founded, places, stick, clock, tmp_path):
    a_resident(founded, "张三")
    held = content_of(founded)
    back_up(founded, clock)
    places.choose(stick)
    places.carry()
    elsewhere = type(founded.home)(tmp_path / "new computer")
    service = restoring_of(elsewhere, clock=clock)
    (backup,) = service.candidates([stick])
    service.restore(backup, service.unlock(backup, PASSPHRASE))
    again = opened(elsewhere, clock)
    assert content_of(again) == held
    again.close()


def test_a_place_has_a_key_of_its_own_for_supervisors_and_the_paper(
    founded, places, stick, home, clock, paper
):
    key = ACCESS.unlock(home, PASSPHRASE)
    ACCESS.admit(home, key, owner="c" * 32, name="小周", passphrase=CLERK, is_supervisor=False)
    places.renew_keys(key)
    back_up(founded, clock)
    places.choose(stick, "blue")
    assert places.carry()[0].trouble == ""
    service = restoring_of(type(home)(stick / "nobody's"), clock=clock)
    (copy,) = service.candidates([stick])
    with pytest.raises(WrongPassphraseError):
        service.unlock(copy, CLERK)
    by_supervisor = service.unlock(copy, PASSPHRASE)
    assert by_supervisor == service.unlock(copy, paper.text(), SlotKind.PAPER)
    assert by_supervisor.key != key
    with pytest.raises(StoreDamagedError):
        open_engine(copy.path, key.database).connect()


def test_copies_follow_a_new_passphrase_as_soon_as_somebody_has_signed_in(
    founded, places, stick, home, clock
):
    places.choose(stick)
    back_up(founded, clock)
    places.carry()
    ACCESS.change_passphrase(home, "", PASSPHRASE, OTHER)
    back_up(founded, clock)
    assert places.carry()[0].trouble == "backup.keys-later"
    assert len(copies(stick)) == 1
    places.renew_keys(ACCESS.unlock(home, OTHER))
    assert places.carry()[0].trouble == ""
    service = restoring_of(type(home)(stick / "nobody's"), clock=clock)
    newest, former = service.candidates([stick])
    assert service.unlock(newest, OTHER).key != service.unlock(former, PASSPHRASE).key
    with pytest.raises(WrongPassphraseError):
        service.unlock(newest, PASSPHRASE)


def test_more_places_than_keys_made_get_theirs_when_somebody_signs_in(
    founded, places, tmp_path, home, clock
):
    back_up(founded, clock)
    for number in range(SPARES + 1):
        (tmp_path / f"stick {number}").mkdir()
        places.choose(tmp_path / f"stick {number}")
    assert [place.trouble for place in places.carry()] == [""] * SPARES + ["backup.keys-later"]
    places.renew_keys(ACCESS.unlock(home, PASSPHRASE))
    assert {place.trouble for place in places.carry()} == {""}


def test_restored_from_a_place_the_station_does_not_share_its_key(
    founded, places, stick, clock, tmp_path, home
):
    back_up(founded, clock)
    places.choose(stick)
    places.carry()
    elsewhere = type(home)(tmp_path / "new computer")
    service = restoring_of(elsewhere, clock=clock)
    (copy,) = service.candidates([stick])
    unlocked = service.unlock(copy, PASSPHRASE)
    service.restore(copy, unlocked)
    assert ACCESS.unlock(elsewhere, PASSPHRASE) != unlocked.key
    assert ACCESS.unlock(elsewhere, PASSPHRASE) != ACCESS.unlock(home, PASSPHRASE)
