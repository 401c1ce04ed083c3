from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.residents.people import ResidentDraft
from ui.residents.comparison import Comparison, differences


@pytest.fixture
def task(station, three, open_task):
    """The particulars of somebody, open while somebody else has changed the phone."""
    task = open_task(three[0], "correct_particulars")
    person = station.residents.resident(three[0].id)
    theirs = replace(person.particulars, phone="13900000009")
    station.residents.correct(person.id, theirs, version=person.version)
    return task


def compare(task, qtbot):
    task.submit()
    qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
    return task._stack.currentWidget()


def kept(station, three):
    return station.residents.resident(three[0].id).particulars


def test_both_changes_stand_where_they_do_not_meet(station, three, task, qtbot):
    task.task.form.fields["employer"].set_value("小学")
    comparison = compare(task, qtbot)
    assert {row.field for row in comparison.rows} == {"phone", "employer"}
    with qtbot.waitSignal(task.ended):
        comparison.settled.emit(comparison.merged())
    assert (kept(station, three).phone, kept(station, three).employer) == ("13900000009", "小学")


@pytest.mark.parametrize(("mine", "phone"), [(False, "13900000009"), (True, "13700000003")])
def test_a_contested_field_is_chosen_by_hand(station, three, task, qtbot, mine, phone):
    task.task.form.fields["phone"].set_value("13700000003")
    comparison = compare(task, qtbot)
    comparison.choose("phone", mine=mine)
    with qtbot.waitSignal(task.ended):
        comparison.settled.emit(comparison.merged())
    assert kept(station, three).phone == phone


def test_nothing_is_overwritten_by_leaving(station, three, task, qtbot):
    task.task.form.fields["phone"].set_value("13700000003")
    comparison = compare(task, qtbot)
    with qtbot.waitSignal(task.ended):
        comparison.left.emit()
    assert kept(station, three).phone == "13900000009"


def test_an_event_is_saved_again_after_a_look(station, three, open_task, save, qtbot):
    task = open_task(three[0], "record_verification")
    task.task.form.how.set_value("visit")
    task.task.form.by.set_value("王晓")
    person = station.residents.resident(three[0].id)
    station.residents.keep_tags(person.id, (), version=person.version)
    task.submit()
    qtbot.waitUntil(task.banner.isVisible)
    save()
    assert station.residents.resident(three[0].id).verified.by == "王晓"


def test_only_what_differs_is_compared():
    seen = ResidentDraft(name="甲", phone="1")
    rows = differences(seen, replace(seen, phone="2"), replace(seen, phone="3", note="x"))
    assert [(row.field, row.is_contested()) for row in rows] == [("phone", True), ("note", False)]
