from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.factories import TODAY
from tests.ui.certificates.conftest import text_of


@pytest.fixture
def asking(page):
    return page.asking


def ask(qtbot, page, text):
    page.asked.setText(text)
    page.asked.textEdited.emit(text)
    qtbot.waitUntil(lambda: page.asking.answers.answers.asked == text)
    return page.asking.answers.answers


def titles(papers):
    return [paper.title for paper in papers]


def test_any_wording_leads_to_whose_paper_it_is(qtbot, page):
    assert titles(ask(qtbot, page, "单身").refused) == ["婚姻状况证明"]
    assert page.views.segments.value() == "ask"


def test_enter_in_the_field_opens_the_slip_of_the_likeliest(qtbot, page, keyboard):
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.panel.handout() is not None)
    text = text_of(page.asking.panel.handout().pdf)
    assert "婚姻登记机关" in text
    assert "单身证明" in text


def test_the_slip_is_counted_once_when_it_is_handed_over(
    qtbot, page, named_station, keyboard, desk
):
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.panel.handout() is not None)
    assert named_station.refusals.counts(since=TODAY, until=TODAY) == []
    page.asking.slip.submitted.emit()
    page.asking.panel.save()
    qtbot.waitUntil(lambda: "Counted" in page.asking.slip.applicant.note.text())
    assert list(named_station.refusals.counts(since=TODAY, until=TODAY)) == [("marriage", 1)]
    assert len(desk.printed) == 1
    qtbot.waitUntil(desk.paper.exists)
    answers = ask(qtbot, page, "单身")
    assert answers.counts == {"marriage": 1}


def test_a_slip_nobody_took_is_not_counted(qtbot, page, named_station, keyboard, desk):
    desk.is_willing = False
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.panel.handout() is not None)
    page.asking.slip.submitted.emit()
    assert named_station.refusals.counts(since=TODAY, until=TODAY) == []


def test_the_resident_stands_on_the_slip(qtbot, page, asking, keyboard):
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asking.panel.handout() is not None)
    keyboard.type("张三")
    qtbot.waitUntil(lambda: "张三" in text_of(asking.panel.handout().pdf))


def test_residence_leads_to_where_it_is_issued(qtbot, page, keyboard):
    page.asked.setFocus()
    keyboard.type("居住证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.views.segments.value() == "issue")
    assert page.asked.text() == ""
    assert page.issuing.finder.name.line.hasFocus()


def test_a_paper_of_ours_is_begun_as_the_one_that_was_asked_for(qtbot, page, asking, person):
    answers = ask(qtbot, page, "困难证明")
    (paper,) = answers.issued
    assert paper.is_available
    asking.answers.take_first()
    qtbot.waitUntil(lambda: page.views.segments.value() == "issue")
    page.issuing.open_resident(person.id)
    qtbot.waitUntil(lambda: page.issuing.steps.kind_form is not None)
    assert page.issuing.steps.kind_form.template.kind == "hardship"


def test_nothing_found_says_what_to_do(qtbot, page, asking):
    answers = ask(qtbot, page, "外星人证明")
    assert (answers.refused, answers.issued) == ((), ())
    page.asking.take_first_when_known()


def test_the_whole_list_is_shown_when_nothing_is_asked(qtbot, page, asking):
    page.show_view("ask")
    qtbot.waitUntil(lambda: len(asking.answers.first_buttons) == 20)


def test_arrows_go_through_the_answers_and_back_to_the_field(qtbot, page, asking, keyboard):
    page.show_view("ask")
    qtbot.waitUntil(lambda: len(asking.answers.first_buttons) == 20)
    page.asked.setFocus()
    qtbot.waitUntil(page.asked.hasFocus)
    for place in range(2):
        keyboard.press(Qt.Key.Key_Down)
        qtbot.waitUntil(lambda at=place: asking.answers.first_buttons[at].hasFocus())
    keyboard.press(Qt.Key.Key_Up)
    keyboard.press(Qt.Key.Key_Up)
    qtbot.waitUntil(page.asked.hasFocus)


def test_esc_in_the_slip_goes_back_to_the_answers(qtbot, page, asking, keyboard):
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(asking.slip.applicant.line.hasFocus)
    keyboard.press(Qt.Key.Key_Escape)
    assert asking.steps.currentWidget() is asking.answers
    assert asking.answers.first_buttons[0].hasFocus()


def test_a_character_without_a_font_is_named_beside_the_name(qtbot, page, asking, keyboard):
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asking.panel.handout() is not None)
    asking.slip.applicant.line.setText("张\U000f0000")
    qtbot.waitUntil(lambda: "U+F0000" in asking.slip.applicant.problem())
    assert asking.panel.handout() is None
    asking.slip.applicant.line.setText("张三")
    qtbot.waitUntil(lambda: asking.panel.handout() is not None)
    assert asking.slip.applicant.problem() == ""


def test_another_room_leads_here_with_what_was_asked_for(qtbot, page, asking):
    page.open_record("refusal-for", "健在证明")
    assert page.asked.text() == "健在证明"
    qtbot.waitUntil(lambda: bool(asking.answers.answers.asked))
    assert titles(asking.answers.answers.refused) == ["健在证明"]
    assert page.asked.hasFocus()
