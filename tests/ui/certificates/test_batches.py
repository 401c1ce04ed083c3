"""A batch by keyboard: names pasted, handed in, approved with one question, printed at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificate_batches import Matched, Outcome, Refusal
from station_app.domain.certificate_requests import Stage
from tests.factories import a_resident
from tests.ui.certificates.conftest import text_of
from tests.ui.fitting import complaints
from ui.certificates.batch_words import BatchWords
from ui.certificates.page import BATCH
from ui.certificates.words import Words

CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = ("赵志愿", "钱志愿", "孙志愿")
ALL = "\n".join(NAMES)


@pytest.fixture
def people(named_station):
    return [a_resident(named_station, name, number="").id for name in NAMES]


@pytest.fixture
def view(page, people, qtbot):
    page.show_view(BATCH)
    page.batches.begin()
    qtbot.waitUntil(lambda: page.batches.maker.form is not None)
    return page.batches


def form_of(view):
    return view.maker.form


def fill(view, qtbot, names=ALL):
    form = form_of(view)
    form.occasion.set_value("2026年度评选")
    form._asked["occasion"].set_value("2026年度评选")
    form._asked["award"].set_value("优秀志愿者")
    form.how.set_value("visit")
    form.people.set_value(names)
    qtbot.waitUntil(lambda: form.found.text().startswith("People found"))


def hand_in(view, qtbot, keyboard):
    fill(view, qtbot)
    form_of(view).people.setFocus()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: view.side._batch is not None)
    return view.side._batch


def test_an_empty_list_says_what_a_batch_is_for(page, qtbot):
    page.show_view(BATCH)
    qtbot.waitUntil(lambda: page.batches.count.text() == "Batches: 0")
    assert page.batches.empty.isVisible()


def test_names_are_found_while_they_are_typed_and_the_first_paper_is_shown(view, qtbot):
    fill(view, qtbot)
    qtbot.waitUntil(lambda: form_of(view).found.text() == "People found: 3")
    qtbot.waitUntil(lambda: view.maker.panel.handout() is not None)
    assert "赵志愿" in text_of(view.maker.panel.handout().pdf)


def test_a_line_that_is_nobody_is_named_and_keeps_the_batch_from_being_handed_in(
    view, qtbot, keyboard, named_station
):
    fill(view, qtbot, "赵志愿\n没有人")
    qtbot.waitUntil(lambda: "Line 2, 没有人: nobody" in form_of(view).found.text())
    form_of(view).submitted.emit()
    qtbot.waitUntil(lambda: "Mend the lines" in form_of(view).people.problem())
    assert named_station.certificate_batches.batches() == ()


def test_a_batch_is_handed_in_approved_and_all_its_papers_are_in_sight(
    view, qtbot, keyboard, named_station
):
    batch = hand_in(view, qtbot, keyboard)
    assert [each.holder for each in batch.members] == list(NAMES)
    view.side.acts.approve.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert "3 certificates" in view.side.acts.question.text.text()
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.side.panel.handout() is not None)
    paper = text_of(view.side.panel.handout().pdf)
    assert all(name in paper for name in NAMES)
    assert view.side.panel.print_button.hasFocus()
    assert "Issued 3 of 3" in view.side.standing.text()


def test_printing_is_noted_for_each_of_them(view, qtbot, keyboard, named_station, desk):
    hand_in(view, qtbot, keyboard)
    view.side.acts._approve()
    qtbot.waitUntil(lambda: view.side.panel.handout() is not None)
    view.side.panel.print()
    qtbot.waitUntil(desk.paper.exists)
    batch = named_station.certificate_batches.batches()[0]
    assert {each.stage for each in batch.members} == {Stage.PRINTED}


def test_on_forms_the_fields_of_all_of_them_are_printed(view, qtbot, keyboard):
    hand_in(view, qtbot, keyboard)
    view.side.acts._approve()
    qtbot.waitUntil(lambda: view.side.panel.handout() is not None)
    fields = text_of(view.side.panel.handout().onto_form("any"))
    assert "特发此证" not in fields
    assert all(name in fields for name in NAMES)


def test_the_rest_can_be_withdrawn_with_a_reason(view, qtbot, keyboard, named_station):
    hand_in(view, qtbot, keyboard)
    view.side.acts.give_up.click()
    assert view.side.acts.reason.isVisible()
    view.side.acts.reason.given.emit("评选取消")
    qtbot.waitUntil(
        lambda: (
            {each.stage for each in named_station.certificate_batches.batches()[0].members}
            == {Stage.VOID}
        )
    )
    qtbot.waitUntil(lambda: "Withdrawn" in view.side.standing.text())


def test_what_was_typed_stays_when_the_list_is_looked_at(view, qtbot):
    fill(view, qtbot)
    view.show_list()
    assert view.has_unsaved()
    view.begin()
    assert form_of(view).draft().people == "\n".join(NAMES)


def test_another_kind_keeps_the_names(view, qtbot):
    fill(view, qtbot)
    view.maker._show_form("activity")
    assert form_of(view).template.kind == "activity"
    assert form_of(view).draft().people == "\n".join(NAMES)
    assert form_of(view).draft().occasion == "2026年度评选"


@pytest.mark.parametrize("kind", Matched)
def test_every_way_a_line_may_fail_has_its_words(kind, qapp, named_station, people):
    match = named_station.certificate_batches.match("honour", "赵志愿")[0]

    told = BatchWords(Words(named_station), 365).found(
        [replace(match, kind=kind, reason="certificate.dead")]
    )
    assert told.startswith("People found")
    assert ("Line 1, 赵志愿" in told) == (kind is not Matched.ONE)


def test_what_was_stopped_says_how_to_go_on_and_who_got_none_is_named(qapp, named_station):
    words = BatchWords(Words(named_station), 365)
    stopped = words.outcome(Outcome(issued=40, left=160, is_cancelled=True))
    assert "40" in stopped
    assert "160 wait" in stopped
    refused = Outcome(
        issued=1, left=1, refused=(Refusal(holder="孙志愿", reason="certificate.dead"),)
    )
    assert "孙志愿" in words.outcome(refused)


def test_nothing_is_cut_off_in_the_form(view, qtbot, page):
    fill(view, qtbot)
    qtbot.waitUntil(lambda: view.maker.panel.handout() is not None)
    assert complaints(page) == []


def test_nothing_is_cut_off_beside_a_batch(view, qtbot, keyboard, page):
    hand_in(view, qtbot, keyboard)
    view.side.acts._approve()
    qtbot.waitUntil(lambda: view.side.panel.handout() is not None)
    page.views.setFocus()
    assert complaints(page) == []
