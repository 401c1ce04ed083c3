"""Tasks from above, hours and lists at two devices that exchange files."""

from __future__ import annotations

import json
from dataclasses import replace

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.tasks import ListType, Owner, TaskDraft
from station_app.domain.rule_packs import LocalOffice
from station_app.domain.search.entries import Kind
from tests.services.audit.task_acts import PACK
from tests.services.sync.stations import enrol, exchange


def a_draft(machine):
    return TaskDraft(
        name="入户摸排",
        department="某某局",
        list_type=ListType.OWN,
        affair="social",
        owner=Owner.SERVICE,
        received_on=machine.clock.today(),
    )


def test_hours_noted_at_two_devices_add_up_and_the_decision_stands_at_both(main, desk, stick):
    enrol(main, desk, stick)
    key = main.station.admission.enter(a_draft(main)).value
    exchange(main, desk, stick)
    today = main.clock.today()
    main.station.admission.work(key, 60, today, version=1)
    desk.station.admission.work(key, 30, today, version=1)
    main.station.admission.admit(key, "准字1号", "街道", today, version=1)
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    for machine in (main, desk):
        page = machine.station.admission.page(key)
        assert (page.task.minutes, page.task.state) == (90, TaskState.ADMITTED)
        assert len(page.steps) == 4


def test_a_task_decided_differently_at_two_devices_comes_to_review(main, desk, stick):
    enrol(main, desk, stick)
    key = main.station.admission.enter(a_draft(main)).value
    exchange(main, desk, stick)
    today = main.clock.today()
    main.station.admission.admit(key, "准字1号", "街道", today, version=1)
    desk.station.admission.refuse(key, "没有依据", today, version=1)
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    states = {machine.station.admission.page(key).task.state for machine in (main, desk)}
    assert len(states) == 1
    points = {
        point.column
        for case in main.station.review.cases()
        for point in case.points
        if point.table == "task"
    }
    assert "state" in points


def test_a_list_brought_in_at_two_devices_is_one_and_offices_travel(main, desk, stick, tmp_path):
    enrol(main, desk, stick)
    path = tmp_path / "清单.json"
    path.write_text(json.dumps(PACK), encoding="utf-8")
    keys = {each.station.rule_packs.bring_in(path).value for each in (main, desk)}
    assert len(keys) == 1
    main.station.rule_packs.keep_office(LocalOffice(name="人民法院", phone="025-00000001"))
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    for machine in (main, desk):
        packs = machine.station.rule_packs.packs()
        assert len([each for each in packs if not each.pack.is_shipped]) == 1
        assert machine.station.refusals.local_offices()["人民法院"].phone == "025-00000001"


def found(machine, text):
    return [hit.key for hit in machine.station.search.find(text) if hit.kind is Kind.TASK]


def test_a_task_that_came_by_file_is_found_as_it_stands_and_not_once_it_is_gone(main, desk, stick):
    enrol(main, desk, stick)
    key = main.station.admission.enter(a_draft(main)).value
    exchange(main, desk, stick)
    assert found(desk, "摸排") == found(desk, "rhmp") == [key]
    draft = replace(a_draft(main), name="燃气检查", department="安监局")
    main.station.admission.correct(key, draft, version=1)
    exchange(main, desk, stick)
    assert (found(desk, "摸排"), found(desk, "anjianju")) == ([], [key])
    main.station.admission.put_into_bin(key)
    exchange(main, desk, stick)
    assert found(desk, "燃气") == []
    assert desk.station.checks.check().is_sound
