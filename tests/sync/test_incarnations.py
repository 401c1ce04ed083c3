"""A store put back from a copy is a new site: nothing it forgot is lost, nothing is doubled."""

from __future__ import annotations

import shutil

import pytest

from station_app.store.sync import settling, sites
from tests.sync.records import change, enter, remove
from tests.sync.replicas import Replica, exchange, send
from tests.sync.sights import conflicts, content, everything, name_of, versions


@pytest.fixture
def shared(three):
    enter(three[0].run, "estate", "e", name="幸福里")
    exchange(*three)
    return three


def test_a_store_that_is_opened_again_keeps_its_site(shared):
    desk = shared[0]
    before = desk.site
    desk.restore(desk.backup())

    assert desk.site == before


def test_a_store_put_back_from_a_copy_goes_on_as_a_new_site(shared):
    desk, laptop, _ = shared
    backup, before = desk.backup(), desk.site
    change(desk.run, "estate", "e", name="一")
    send(desk, laptop)

    desk.restore(backup)

    assert desk.site != before


def test_a_copy_from_before_a_file_that_was_acknowledged_is_a_new_site(shared):
    desk, laptop, _ = shared
    laptop.run("UPDATE sync_clock SET counter = counter + 1")
    backup, before = desk.backup(), desk.site
    send(laptop, desk)
    desk.collect(laptop)

    desk.restore(backup)

    assert desk.site != before


def test_a_store_copied_to_another_machine_goes_on_as_a_new_site(shared, monkeypatch):
    desk = shared[0]
    before = desk.site
    monkeypatch.setattr(sites.platform, "node", lambda: "另一台")

    desk.restore(desk.backup())

    assert desk.site != before
    assert sites.read_marker(desk.home.site).site == desk.site


def test_a_store_whose_marker_is_gone_goes_on_as_a_new_site(shared):
    desk = shared[0]
    before, desk.marker = desk.site, None
    desk.home.site.unlink()

    desk.restore(desk.backup())

    assert desk.site != before


def test_a_marker_that_cannot_be_read_is_none(tmp_path):
    place = tmp_path / "marker"
    for text in ("", "[]", "{}", '{"site": "x", "extent": "y", "machine": ""}'):
        place.write_text(text)
        assert sites.read_marker(place) is None


def test_a_copy_beside_the_original_writes_as_another(shared, tmp_path):
    desk, laptop, station = shared
    copy = Replica("desk2", tmp_path)
    copy.restore(desk.backup())
    shutil.copy(desk.home.site, copy.home.site)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sites.platform, "node", lambda: "另一台")
        settling.settle_exchange(copy.home, copy._engine)
    change(desk.run, "estate", "e", name="一")
    change(copy.run, "estate", "e", name="二")

    exchange(desk, copy, laptop, station)

    assert len(conflicts(station)) == 1
    assert everything(desk) == everything(copy)
    copy.close()


def test_what_a_copy_forgot_comes_back_from_the_others(shared):
    desk, laptop, _ = shared
    backup = desk.backup()
    change(desk.run, "estate", "e", name="一")
    exchange(desk, laptop)

    desk.restore(backup)
    exchange(*shared)

    assert name_of(desk) == "一"
    assert conflicts(desk) == {}
    assert everything(desk) == everything(laptop)


def test_what_is_written_after_a_restore_does_not_pass_for_what_was_forgotten(shared):
    desk, laptop, _ = shared
    backup = desk.backup()
    change(desk.run, "estate", "e", name="一")
    exchange(desk, laptop)

    desk.restore(backup)
    change(desk.run, "estate", "e", name="二")
    exchange(*shared)

    assert len(conflicts(desk)) == 1
    assert everything(desk) == everything(laptop)


def test_a_store_put_back_offers_everything_again(shared):
    desk, laptop, _ = shared
    change(desk.run, "estate", "e", name="一")
    backup = desk.backup()
    enter(desk.run, "estate", "f", name="x")
    exchange(desk, laptop)

    desk.restore(backup)

    assert desk.collect(laptop).base == 0


def test_an_edit_only_the_restored_copy_holds_is_not_lost(shared):
    desk, laptop, _ = shared
    change(desk.run, "estate", "e", name="一")
    backup = desk.backup()
    lost = desk.collect(laptop)
    enter(desk.run, "estate", "f", name="x")
    desk.collect(laptop)
    assert lost.counts()["cells"] == 1

    desk.restore(backup)
    exchange(desk, laptop)

    assert name_of(laptop) == "一"


def test_a_receiver_put_back_is_sent_again_what_it_had_acknowledged(shared):
    desk, laptop, _ = shared
    backup = laptop.backup()
    change(desk.run, "estate", "e", name="一")
    exchange(desk, laptop)
    laptop.restore(backup)

    exchange(desk, laptop)

    assert name_of(laptop) == "一"


def test_an_acknowledgement_of_another_incarnation_is_not_honoured(shared):
    desk, laptop, _ = shared
    backup = desk.backup()
    for n in range(9):
        enter(desk.run, "estate", f"x{n}", name="x")
    exchange(desk, laptop)
    answer = laptop.collect(desk)
    desk.restore(backup)
    enter(desk.run, "estate", "f", name="新")

    desk.take_in(answer, laptop)

    assert desk.value("SELECT acked FROM sync_peer WHERE device = 'laptop'") == 0
    send(desk, laptop)
    assert name_of(laptop, "f") == "新"


def test_a_file_made_for_a_former_incarnation_claims_no_knowledge(shared):
    desk, laptop, station = shared
    backup = laptop.backup()
    change(station.run, "estate", "e", name="一")
    send(station, laptop)
    send(station, desk)
    desk.take_in(laptop.collect(desk), laptop)
    made_for_former = desk.collect(laptop)
    laptop.restore(backup)

    laptop.take_in(made_for_former, desk)
    change(laptop.run, "estate", "e", name="二")
    exchange(*shared)

    assert len(conflicts(desk)) == 1
    assert everything(desk) == everything(laptop) == everything(station)


def test_a_file_of_a_former_incarnation_taken_in_late_hides_nothing(shared):
    desk, laptop, station = shared
    backup = laptop.backup()
    change(station.run, "estate", "e", name="一")
    send(station, desk)
    send(station, laptop)
    late = laptop.collect(desk)
    laptop.restore(backup)
    send(laptop, desk)

    desk.take_in(late, laptop)
    send(desk, laptop)
    station.close()
    exchange(desk, laptop)

    assert name_of(laptop) == "一"


def test_two_restores_from_the_same_copy_are_two_sites(shared):
    desk, laptop, _ = shared
    backup = desk.backup()
    for name in ("一", "二"):
        change(desk.run, "estate", "e", name=name)
        exchange(desk, laptop)
        desk.restore(backup)
    remove(desk.run, "estate", "e")

    exchange(*shared)

    assert content(desk) == {}
    assert everything(desk) == everything(laptop)
    assert conflicts(desk) == conflicts(laptop) != {}


def test_versions_are_never_given_twice(shared):
    desk, laptop, _ = shared
    backup = desk.backup()
    change(desk.run, "estate", "e", name="一")
    exchange(desk, laptop)
    first = versions(laptop)["estate", "e", "name"]
    desk.restore(backup)
    change(desk.run, "estate", "e", name="二")

    assert versions(desk)["estate", "e", "name"] != first
