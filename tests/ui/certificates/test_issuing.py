from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificates import State
from station_app.domain.residents.people import Verification
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.residents.households import Move
from tests.factories import TODAY, a_resident
from tests.ui.certificates.conftest import NUMBER, OTHER_NUMBER, text_of
from ui.kit.buttons import Button

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def issuing(page):
    return page.issuing


@pytest.fixture
def asked(qtbot, page, person):
    """The window with the request of somebody who may have his certificate."""
    page.open_record("certificate-for", person.id)
    qtbot.waitUntil(lambda: page.issuing.panel.handout() is not None)
    return page.issuing


def read_card(keyboard, number=NUMBER):
    keyboard.type(number)
    keyboard.press(Qt.Key.Key_Return)


def is_at(issuing, step):
    return lambda: issuing.steps.currentWidget() is step


def issue(qtbot, view, purpose="办理入学手续"):
    view.form.purpose.set_value(purpose)
    view.form.submitted.emit()
    view.form.confirmed.emit()
    qtbot.waitUntil(is_at(view, view.issued))


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_known_resident_is_printed_in_six_keys_after_the_card(
    qtbot, page, named_station, person, desk, keyboard
):
    former = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    named_station.certificates.issue(former)
    issuing = page.issuing
    keyboard.type("张三")
    keyboard.press(Qt.Key.Key_Return)
    read_card(keyboard)
    qtbot.waitUntil(issuing.form.purpose.line.hasFocus)
    keyboard.count = 0
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert issuing.form.purpose.value() == "办理入学手续"
    keyboard.press(Qt.Key.Key_Return, CONTROL)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(is_at(issuing, issuing.issued))
    keyboard.press(Qt.Key.Key_P, CONTROL)
    keyboard.count += 1  # Enter in the system's print dialog, which the desk has answered
    assert [title for title, *_ in desk.printed] == ["石社证字〔2026〕第0002号"]
    assert keyboard.count <= 6
    qtbot.waitUntil(desk.paper.exists)


def test_enter_prints_what_was_issued_and_then_goes_to_the_next_person(
    qtbot, asked, desk, keyboard
):
    issue(qtbot, asked)
    keyboard.press(Qt.Key.Key_Return)
    assert len(desk.printed) == 1
    keyboard.press(Qt.Key.Key_Return)
    assert asked.finder.isVisible()
    assert asked.finder.name.line.hasFocus()


def test_a_card_that_is_read_first_waits_for_the_name(qtbot, issuing, person, keyboard):
    issuing.finder.number.line.setFocus()
    read_card(keyboard)
    assert issuing.finder.name.line.hasFocus()
    keyboard.type("张三")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(is_at(issuing, issuing.form))


@pytest.mark.parametrize(("name", "number"), [("李四", NUMBER), ("张三", OTHER_NUMBER)])
def test_it_is_never_said_which_of_the_two_is_wrong(qtbot, issuing, person, name, number):
    issuing.finder.name.set_value(name)
    issuing.finder.number.set_value(number)
    issuing.finder.find_button.click()
    qtbot.waitUntil(issuing.finder.banner.isVisible)
    said = issuing.finder.banner.text.text()
    assert said == "Name and number do not belong to one person here. Compare the card again."


def test_who_is_not_found_can_be_looked_for_and_registered(qtbot, issuing, doings):
    issuing.finder.refuse("not found")
    search, register = issuing.finder._ways.findChildren(Button)
    search.click()
    register.click()
    assert doings.opened == [("residents", ""), ("new-resident", "")]


def test_the_card_tells_both_addresses_and_how_well_they_are_known(asked):
    card = asked.form.person
    assert card.name.text() == "张三"
    assert card.address.text() == "幸福里小区3幢2单元501室"
    assert card.living.text() == "since 2021-03 · 租住"
    assert card.hukou.text() == "江苏省南京市汉中门大街128号"
    assert card.verified.text() == "2026-02-19 (10 days ago) · 入户走访 · 赵网格"
    assert card.number.value_label.text() == "110000********0013"


def test_showing_the_number_is_noted(qtbot, asked, named_station):
    asked.form.person.number.toggle.click()
    qtbot.waitUntil(asked.form.person.number.is_revealed)
    assert asked.form.person.number.value_label.text() == NUMBER
    with named_station.store.reading() as tx:
        assert tx.audit.count("resident:document:shown") == 1


def test_the_preview_follows_what_is_typed_and_is_not_handed_out(qtbot, asked, desk):
    asked.form.purpose.line.setText("办理公积金提取")
    qtbot.waitUntil(lambda: "办理公积金提取" in text_of(asked.panel.handout().pdf))
    assert "未生效" in text_of(asked.panel.handout().pdf)
    asked.panel.print()
    asked.panel.save()
    assert (desk.printed, desk.asked_to_save) == ([], [])


def test_the_registered_address_stands_there_when_wanted(qtbot, asked):
    asked.form.hukou.box.click()
    qtbot.waitUntil(lambda: "汉中门大街" in text_of(asked.panel.handout().pdf))


def test_without_a_purpose_nothing_is_asked(asked, named_station):
    asked.form.submitted.emit()
    assert asked.form.note("purpose") == "What is the certificate wanted for?"
    assert not asked.form.is_asking()
    assert named_station.certificates.register() == ()


def test_the_question_names_what_happens_and_esc_spends_nothing(
    qtbot, asked, named_station, keyboard
):
    asked.form.purpose.set_value("办理入学手续")
    asked.form.submitted.emit()
    assert "石社证字" in asked.form.question.text.text()
    assert "张三" in asked.form.question.text.text()
    keyboard.press(Qt.Key.Key_Escape)
    assert not asked.form.is_asking()
    assert asked.form.purpose.line.hasFocus()
    assert named_station.certificates.register() == ()


def test_what_is_shown_after_issuing_is_the_archived_paper(qtbot, asked, named_station):
    issue(qtbot, asked)
    (line,) = named_station.certificates.register()
    assert asked.issued.number.text() == line.number
    assert asked.panel.handout().pdf == named_station.certificates.archived(line.id)


def test_a_second_confirmation_issues_nothing_more(qtbot, asked, named_station):
    asked.form.purpose.set_value("办理入学手续")
    asked.form.submitted.emit()
    asked.form.confirmed.emit()
    asked.form.confirmed.emit()
    qtbot.waitUntil(is_at(asked, asked.issued))
    assert len(named_station.certificates.register()) == 1


def test_a_character_without_a_font_stops_the_paper_and_is_named(qtbot, asked, named_station):
    asked.form.purpose.line.setText("办理\U000f0000手续")
    qtbot.waitUntil(asked.form.is_stopped)
    assert "U+F0000" in asked.form.note("purpose")
    assert asked.panel.handout() is None
    asked.form.submitted.emit()
    assert not asked.form.is_asking()
    asked.form.purpose.line.setText("办理手续")
    qtbot.waitUntil(lambda: not asked.form.is_stopped())
    assert asked.form.note("purpose") == ""
    assert named_station.certificates.register() == ()


def test_a_draft_that_was_left_can_be_gone_on_with(qtbot, asked, context, keyboard):
    asked.form.purpose.set_value("办理入学手续")
    keyboard.press(Qt.Key.Key_Escape)
    assert asked.finder.isVisible()
    context.notices.press_latest()
    assert asked.form.purpose.value() == "办理入学手续"
    assert asked.form.person.name.text() == "张三"


def test_what_is_typed_stays_while_another_view_is_looked_at(qtbot, page, asked):
    asked.form.purpose.line.setText("办理入学手续")
    assert page.has_unsaved()
    page.show_view("register")
    page.show_view("issue")
    assert asked.form.purpose.value() == "办理入学手续"


def test_saved_paper_is_the_archived_one(qtbot, asked, desk):
    issue(qtbot, asked)
    asked.issued.save.click()
    path = desk.folder / "石社证字〔2026〕第0001号.pdf"
    qtbot.waitUntil(path.exists)
    assert path.read_bytes() == asked.panel.handout().pdf


def test_a_place_that_cannot_be_written_to_is_told(qtbot, asked, desk, jobs):
    issue(qtbot, asked)
    desk.folder = desk.folder / "nowhere"
    with qtbot.waitSignal(jobs.failed_unheard) as told:
        asked.panel.save()
    assert told.args[0].reason == "file-not-written"


def test_verification_is_recorded_in_place_and_clears_the_way(qtbot, page, named_station):
    someone = a_resident(named_station, "李四", number=OTHER_NUMBER, address="幸福里小区1幢101室")
    page.open_record("certificate-for", someone.id)
    view = page.issuing
    qtbot.waitUntil(is_at(view, view.obstacle))
    assert "Nobody has verified" in view.obstacle.banner.text.text()
    assert view.obstacle.by.value() == "王芳"
    view.obstacle.submitted.emit()
    qtbot.waitUntil(lambda: view.obstacle.note("how") != "")
    view.obstacle.how.set_value("papers")
    view.obstacle.submitted.emit()
    qtbot.waitUntil(is_at(view, view.form))
    kept = named_station.residents.resident(someone.id).verified
    assert kept == Verification(on=TODAY, how="papers", by="王芳")


def test_taking_the_verification_back_closes_the_way_again(qtbot, page, named_station, operations):
    someone = a_resident(named_station, "李四", number=OTHER_NUMBER, address="幸福里小区1幢101室")
    page.open_record("certificate-for", someone.id)
    view = page.issuing
    qtbot.waitUntil(is_at(view, view.obstacle))
    view.obstacle.how.set_value("papers")
    view.obstacle.submitted.emit()
    qtbot.waitUntil(is_at(view, view.form))
    operations.undo()
    qtbot.waitUntil(is_at(view, view.obstacle))


def too_old(station, person):
    fact = Verification(on=TODAY - timedelta(days=400), how="visit", by="赵网格")
    station.residents.verify(person.id, fact, version=person.version)


def moved_away(station, person):
    station.households.move([person.id], Move(on=TODAY, left_to="上海市"))


def dead(station, person):
    station.residents.note_death(person.id, TODAY, version=person.version)


@pytest.mark.parametrize(
    ("prepare", "sentence", "is_verifiable"),
    [
        (too_old, "more than 365 days ago", True),
        (moved_away, "moved out", False),
        (dead, "has died", False),
    ],
)
def test_each_obstacle_has_its_sentence_and_its_way_out(
    qtbot, page, named_station, person, doings, prepare, sentence, is_verifiable
):
    prepare(named_station, person)
    page.open_record("certificate-for", person.id)
    view = page.issuing
    qtbot.waitUntil(is_at(view, view.obstacle))
    assert sentence in view.obstacle.banner.text.text()
    assert view.obstacle.save.isVisible() == is_verifiable
    assert view.obstacle.file.isVisible() != is_verifiable
    view.obstacle.file.click()
    assert doings.opened == [("resident", person.id)]


def test_a_certificate_issued_here_is_valid(qtbot, asked, named_station):
    issue(qtbot, asked)
    assert named_station.certificates.register()[0].state is State.ISSUED
