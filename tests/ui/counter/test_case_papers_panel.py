"""The papers of a case in the window: offered, looked at, given out, noted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_papers import CasePaperKind
from tests.factories import a_resident
from tests.pdf_text import text_of
from tests.ui.counter.conftest import Hands
from tests.ui.fitting import complaints
from ui.counter.page import CounterPage
from ui.kit.handing_out import Outlets
from ui.kit.keys import registered_keys

SLOW = 20000  # the first paper loads fonts


@pytest.fixture
def side(room):
    return room.cases.queue.side


def offered(side):
    return [
        action.text().partition("\t")[0] for action in side.case.acts.papers.menu_shown.actions()
    ]


def in_sight(qtbot, room, key):
    """Bring a case into sight, its papers known."""
    side = room.cases.queue.side
    room.open_record("case", key)
    qtbot.waitUntil(lambda: side.case.key() == key and side.case.case_page() is not None)
    qtbot.waitUntil(side.case.acts.papers.isVisible, timeout=SLOW)
    room.cases.queue.table.setFocus()
    return side


def drawn(qtbot, side, kind):
    """Wait until a paper of this kind is in sight, and return it."""
    qtbot.waitUntil(
        lambda: side.paper.kind() is kind and side.paper.panel.handout() is not None,
        timeout=SLOW,
    )
    assert side.shows_paper()
    return side.paper.panel.handout()


def type_a_case(qtbot, station, room, hands):
    """Type a person and an item into a new case."""
    a_resident(station)
    room.open_record("new-case", "")
    form = room.cases.new.form
    for words, field in (("zhangsan", form.person), ("zuidishenghuo", form.item)):
        hands.type(words)
        qtbot.waitUntil(lambda field=field: not field.is_looking())
        hands.press("Return")
    qtbot.waitUntil(form.is_settled)


def given_out(station, how):
    with station.store.reading() as tx:
        return tx.audit.count(f"case:paper:{how}")


def test_a_case_offers_the_papers_it_has(qtbot, room, hands):
    side = in_sight(qtbot, room, hands.accepted())
    assert offered(side) == ["收件回执", "受理通知书", "送达回证"]
    assert side.case.acts.papers.isEnabled()


def test_an_enquiry_says_when_there_will_be_papers(qtbot, room, hands, context):
    side = in_sight(qtbot, room, hands.begun())
    assert not side.case.acts.papers.isEnabled()
    assert "once the case is received" in side.case.acts.papers.toolTip()
    hands.press("Ctrl+P")
    assert "once the case is received" in context.notices.shown()[-1].text()
    assert not side.shows_paper()


def test_the_receipt_is_had_with_one_key_and_left_with_another(qtbot, room, hands):
    key = hands.accepted()
    side = in_sight(qtbot, room, key)
    hands.press("Ctrl+P")
    paper = drawn(qtbot, side, CasePaperKind.RECEIPT)
    assert hands.case(key).number in text_of(paper.pdf)
    qtbot.waitUntil(side.paper.panel.print_button.hasFocus)
    hands.press("Escape")
    assert side.currentWidget() is side.case
    assert side.case.acts.papers.hasFocus()


def test_another_paper_is_chosen_from_the_list(qtbot, room, hands):
    side = in_sight(qtbot, room, hands.accepted())
    side.case.acts.papers.menu_shown.actions()[1].trigger()
    paper = drawn(qtbot, side, CasePaperKind.ACCEPTANCE)
    assert side.paper.title.text() == "受理通知书"
    assert "受理通知书" in text_of(paper.pdf).replace(" ", "")


def test_what_is_shown_is_saved_and_noted(qtbot, station, room, hands, saved):
    key = hands.accepted()
    side = in_sight(qtbot, room, key)
    hands.press("Ctrl+P")
    paper = drawn(qtbot, side, CasePaperKind.RECEIPT)
    assert given_out(station, "saved") == 0
    hands.press("Ctrl+S")
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes() == paper.pdf
    assert (given_out(station, "saved"), given_out(station, "printed")) == (1, 0)


def test_pressed_again_the_key_prints_and_a_printer_not_chosen_notes_nothing(
    qtbot, station, context
):
    asked = []
    outlets = Outlets(lambda *_a, **more: asked.append(more["kind"]), lambda *_a, **_w: None)
    page = CounterPage(station, context, outlets)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    hands = Hands(station, page)
    side = in_sight(qtbot, page, hands.accepted())
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    assert asked == []
    hands.press("Ctrl+P")
    assert asked == ["case-receipt"]
    assert given_out(station, "printed") == 0


def test_whoever_may_not_write_looks_at_papers_but_gives_none_out(
    qtbot, station, room, hands, context, saved
):
    side = in_sight(qtbot, room, hands.accepted())
    context.gate.judge_by(lambda need: "No." if need is Permission.CASE_WRITE else "")
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    for button in (side.paper.panel.print_button, side.paper.panel.save_button):
        assert not button.isEnabled()
        assert button.toolTip() == "No."
    side.paper.close_button.setFocus()
    hands.press("Ctrl+S")
    assert context.notices.shown()[-1].text() == "No."
    assert not saved.exists()
    assert given_out(station, "saved") == 0


def test_another_case_takes_the_paper_away(qtbot, room, hands):
    first, second = hands.accepted("一号"), hands.accepted("二号")
    side = in_sight(qtbot, room, first)
    table = room.cases.queue.table
    qtbot.waitUntil(lambda: table.current_key() == first)
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    table.setFocus()
    hands.press("Down" if table.currentIndex().row() == 0 else "Up")
    assert side.currentWidget() is side.case
    qtbot.waitUntil(lambda: side.case.case_page().case.id == second)


def test_a_step_brings_the_case_back(qtbot, room, hands):
    key = hands.accepted()
    side = in_sight(qtbot, room, key)
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    hands.press("Alt+B")
    assert side.currentWidget() is side.case
    qtbot.waitUntil(lambda: hands.case(key).state is CaseState.IN_PROGRESS)


def test_a_paper_in_sight_is_drawn_anew_when_its_case_has_changed(
    qtbot, station, room, hands, operations
):
    key = hands.accepted()
    side = in_sight(qtbot, room, key)
    hands.press("Ctrl+P")
    former = drawn(qtbot, side, CasePaperKind.RECEIPT).pdf
    case = hands.case(key)
    operations.perform(
        lambda _: station.cases.correct(
            key, replace(case.particulars, applicant="李桂兰"), version=case.version
        ),
        owner=room,
    )
    qtbot.waitUntil(lambda: side.paper.panel.handout().pdf != former, timeout=SLOW)
    assert side.shows_paper()
    assert "李桂兰" in text_of(side.paper.panel.handout().pdf)


def test_a_paper_that_the_case_has_no_more_goes(qtbot, station, room, hands, operations):
    key = hands.with_papers(hands.begun())
    version = hands.case(key).version
    operations.perform(lambda _: station.cases.accept(key, version=version), owner=room)
    qtbot.waitUntil(lambda: hands.case(key).state is CaseState.ACCEPTED)
    side = in_sight(qtbot, room, key)
    qtbot.waitUntil(side.case.acts.papers.isEnabled, timeout=SLOW)
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    operations.undo()
    qtbot.waitUntil(lambda: not side.shows_paper(), timeout=SLOW)


def test_a_paper_that_cannot_be_drawn_says_why(qtbot, room, hands):
    name = "\U0003fffd"  # no font has it
    side = in_sight(qtbot, room, hands.accepted(name))
    hands.press("Ctrl+P")
    empty = side.paper.panel.empty
    qtbot.waitUntil(lambda: empty.title.text() == "paper.glyph-missing", timeout=SLOW)
    hands.press("Ctrl+S", "Escape")
    assert side.currentWidget() is side.case


def test_whoever_was_taken_in_has_the_receipt_at_once(
    qtbot, station, room, hands, context, doings
):
    type_a_case(qtbot, station, room, hands)
    hands.press("F3", "Ctrl+Return")
    notices = context.notices
    qtbot.waitUntil(lambda: bool(notices.shown()))
    assert notices.shown()[-1].text() == "The receipt is ready (Ctrl+P)."
    assert notices.press_latest()
    [(kind, key)] = doings.opened
    room.open_record(kind, key)
    paper = drawn(qtbot, room.cases.queue.side, CasePaperKind.RECEIPT)
    assert hands.case(key).number in text_of(paper.pdf)


def test_the_receipt_in_sight_is_not_covered_by_what_told_of_it(
    qtbot, station, room, hands, context
):
    type_a_case(qtbot, station, room, hands)
    hands.press("F3", "Ctrl+Return")
    qtbot.waitUntil(lambda: bool(context.notices.shown()))
    side = room.cases.queue.side
    qtbot.waitUntil(side.case.acts.papers.isVisible, timeout=SLOW)
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    assert context.notices.shown() == []
    hands.press("Escape", "Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)


def test_an_enquiry_has_no_receipt(qtbot, station, room, hands, context):
    type_a_case(qtbot, station, room, hands)
    room.cases.new.keep.click()
    qtbot.waitUntil(room.cases.queue.isVisible)
    assert context.notices.shown() == []


def test_keys_stand_in_the_sheet(room):
    told = dict(registered_keys(room)["Case"])
    assert told["First paper of the case; again: print it"] == "Ctrl+P"
    assert told["All papers of the case"] == "Ctrl+Shift+P"


def test_the_list_opens_with_a_key(qtbot, room, hands):
    side = in_sight(qtbot, room, hands.accepted())
    qtbot.waitUntil(side.case.acts.papers.isEnabled, timeout=SLOW)
    hands.press("Ctrl+Shift+P")
    qtbot.waitUntil(side.case.acts.papers.menu_shown.isVisible)
    side.case.acts.papers.menu_shown.close()


def test_nothing_is_cut_off(qtbot, language, room, hands):
    side = in_sight(qtbot, room, hands.accepted())
    qtbot.waitUntil(lambda: bool(offered(side)), timeout=SLOW)
    assert complaints(room) == []
    hands.press("Ctrl+P")
    drawn(qtbot, side, CasePaperKind.RECEIPT)
    assert complaints(room) == []
