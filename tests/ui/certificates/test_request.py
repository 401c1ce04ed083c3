"""What a certificate is wanted for, its draft, its number, its paper, and who takes it along."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificates import State
from station_app.services.certificates.issuing import (
    ADDRESSEE_LENGTH,
    MOST_COPIES,
    PURPOSE_LENGTH,
    ResidenceRequest,
)
from tests.factories import TODAY, a_resident
from tests.ui.certificates.conftest import OTHER_NUMBER, text_of, verified
from ui.kit.handing_out import Handout

NEXT_PURPOSE = "办理子女入学"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot, page, person):
    """The window with the request of somebody who may have his certificate."""
    page.open_record("certificate-for", person.id)
    qtbot.waitUntil(lambda: page.issuing.panel.handout() is not None)
    return page.issuing


@pytest.fixture
def issued(qtbot, view):
    view.form.purpose.set_value(NEXT_PURPOSE)
    view.form.submitted.emit()
    view.form.confirmed.emit()
    qtbot.waitUntil(lambda: view.steps.currentWidget() is view.issued)
    return view


def shows(view, text):
    """Return a claim that the paper at the right has *text* on it."""
    return lambda: view.panel.handout() is not None and text in text_of(view.panel.handout().pdf)


@pytest.mark.parametrize(
    "purpose", ["办理入学手续", "办理 ETC", "A" * 60, "办理《居住证》（首次）"]
)
def test_the_purpose_stands_on_the_draft_as_typed(qtbot, view, purpose):
    view.form.purpose.line.setText(purpose)
    qtbot.waitUntil(shows(view, "".join(purpose.split())))


def test_the_addressee_stands_on_the_draft(qtbot, view):
    view.form.addressee.line.setText("石头城小学")
    qtbot.waitUntil(shows(view, "石头城小学"))


def test_a_draft_has_no_number_and_says_that_it_is_one(view):
    told = text_of(view.panel.handout().pdf)
    assert "未生效" in told
    assert "第0001号" not in told
    assert view.panel.title.text() == "Draft"


def test_a_draft_says_why_it_is_not_handed_out(view):
    for button in (view.panel.print_button, view.panel.save_button):
        assert not button.isEnabled()
        assert "Approve and issue" in button.toolTip()


@pytest.mark.parametrize(
    ("field", "most"), [("purpose", PURPOSE_LENGTH), ("addressee", ADDRESSEE_LENGTH)]
)
def test_no_more_can_be_typed_than_the_paper_holds(view, field, most):
    line = getattr(view.form, field).line
    line.setText("字" * (most + 5))
    assert len(line.text()) == most


@pytest.mark.parametrize(("typed", "kept"), [(0, 1), (1, 1), (MOST_COPIES, 9), (99, 9)])
def test_copies_stay_within_their_limits(view, typed, kept):
    view.form.copies.set_value(typed)
    assert view.form.draft().copies == kept


@pytest.mark.parametrize("purpose", ["", " ", "\u3000\u3000"])
def test_blanks_are_no_purpose(view, purpose):
    view.form.purpose.set_value(purpose)
    view.form.submitted.emit()
    assert view.form.note("purpose") == "What is the certificate wanted for?"
    assert not view.form.is_asking()


def test_a_purpose_typed_after_the_note_can_be_issued(view):
    view.form.submitted.emit()
    view.form.purpose.line.setText(NEXT_PURPOSE)
    view.form.submitted.emit()
    assert view.form.is_asking()


@pytest.mark.parametrize("field", ["purpose", "addressee"])
def test_what_cannot_be_printed_is_named_beside_its_own_field(qtbot, view, field):
    getattr(view.form, field).line.setText("办\U000f0000理")
    qtbot.waitUntil(view.form.is_stopped)
    other = {"purpose": "addressee", "addressee": "purpose"}[field]
    assert "U+F0000" in view.form.note(field)
    assert view.form.note(other) == ""
    assert view.form.banner.isHidden()


def test_what_cannot_be_printed_in_both_is_named_beside_both(qtbot, view):
    view.form.addressee.line.setText("\U000f0000")
    view.form.purpose.line.setText("\U000f0000")
    qtbot.waitUntil(view.form.is_stopped)
    assert "U+F0000" in view.form.note("purpose")
    assert "U+F0000" in view.form.note("addressee")


def test_a_rare_character_of_a_name_is_printed(qtbot, page, named_station):
    someone = verified(
        named_station,
        a_resident(named_station, "㛃䶮", number=OTHER_NUMBER, address="幸福里1幢1室"),
    )
    page.open_record("certificate-for", someone.id)
    qtbot.waitUntil(shows(page.issuing, "㛃䶮"))
    assert not page.issuing.form.is_stopped()


def test_what_was_written_last_is_offered_first(qtbot, page, named_station, person):
    for purpose in ("办理图书证", "办理入学手续", "办理图书证"):
        request = ResidenceRequest(resident_id=person.id, purpose=purpose, addressee="图书馆")
        named_station.certificates.issue(request)
    page.open_record("certificate-for", person.id)
    qtbot.waitUntil(lambda: page.issuing.applicant.case is not None)
    assert page.issuing.form.purpose.offered() == ["办理图书证", "办理入学手续"]
    assert page.issuing.form.addressee.offered() == ["图书馆"]


def test_nothing_written_yet_offers_nothing(view):
    assert view.form.purpose.offered() == []
    view.form.purpose.show_all()
    assert not view.form.purpose.completer.popup().isVisible()


def test_a_change_takes_the_question_back(view):
    view.form.purpose.set_value(NEXT_PURPOSE)
    view.form.submitted.emit()
    assert view.form.is_asking()
    view.form.purpose.line.setText("办理入学")
    view.form.changed.emit()
    assert not view.form.is_asking()
    assert view.form.save.isVisible()


def test_not_yet_spends_no_number(view, named_station):
    view.form.purpose.set_value(NEXT_PURPOSE)
    view.form.submitted.emit()
    view.form.question.back.click()
    assert not view.form.is_asking()
    assert named_station.certificates.register() == ()


def test_everything_asked_for_is_kept_in_the_register(qtbot, view, named_station):
    view.form.purpose.set_value(NEXT_PURPOSE)
    view.form.addressee.set_value("石头城小学")
    view.form.copies.set_value(3)
    view.form.hukou.set_value(True)
    view.form.submitted.emit()
    view.form.confirmed.emit()
    qtbot.waitUntil(lambda: view.steps.currentWidget() is view.issued)
    (use,) = named_station.certificates.seal_uses(since=TODAY, until=TODAY)
    assert (use.purpose, use.copies, use.handled_by) == (NEXT_PURPOSE, 3, "王芳")
    assert "江苏省南京市汉中门大街128号" in text_of(view.panel.handout().pdf)
    assert view.panel.handout().copies == 3


def test_the_issued_pane_tells_number_name_and_purpose(issued):
    assert issued.issued.number.text() == "石社证字〔2026〕第0001号"
    assert issued.issued.check.text().startswith("check digit ")
    assert issued.issued.told.text() == f"For 张三: {NEXT_PURPOSE}. Copies: 1."
    assert issued.issued.print.hasFocus()


def test_the_issued_paper_bears_its_number_and_no_mark_of_a_draft(issued):
    told = text_of(issued.panel.handout().pdf)
    assert "石社证字〔2026〕第0001号" in told
    assert "未生效" not in told


def test_what_is_printed_is_byte_for_byte_what_is_archived(qtbot, issued, named_station, desk):
    (line,) = named_station.certificates.register()
    archived = named_station.certificates.archived(line.id)
    issued.issued.print.click()
    issued.issued.save.click()
    assert desk.printed[0][1] == archived
    saved = desk.folder / desk.asked_to_save[0]
    qtbot.waitUntil(saved.exists)
    assert hashlib.sha256(saved.read_bytes()).digest() == hashlib.sha256(archived).digest()
    qtbot.waitUntil(desk.paper.exists)


def test_a_dialog_that_is_left_prints_and_saves_nothing(issued, desk, context):
    desk.is_willing = False
    issued.issued.print.click()
    issued.issued.save.click()
    assert desk.printed == []
    assert not context.notices.kept
    assert issued.issued.print.hasFocus()


def test_printing_is_told(qtbot, issued, desk, context):
    issued.issued.print.click()
    qtbot.waitUntil(lambda: bool(context.notices.kept))
    assert context.notices.kept[-1].text == "Sent to the printer: 石社证字〔2026〕第0001号"


def test_saving_is_told_by_the_name_of_the_file(qtbot, issued, desk, context):
    issued.issued.save.click()
    qtbot.waitUntil(lambda: bool(context.notices.kept))
    assert context.notices.kept[-1].text == "Saved: 石社证字〔2026〕第0001号.pdf"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("石社证字〔2026〕第0001号", "石社证字〔2026〕第0001号.pdf"),
        ("a/b\\c", "a-b-c.pdf"),
        ('x:*?"<>|', "x-------.pdf"),
    ],
)
def test_a_title_becomes_a_name_every_system_takes(qtbot, issued, desk, title, name):
    pdf = issued.panel.handout().pdf
    issued.panel.show_handout(Handout(pdf=pdf, title=title, kind="residence"))
    desk.is_willing = False
    issued.panel.save()
    assert desk.asked_to_save == [name]


@pytest.mark.parametrize(
    ("chosen", "kept"), [("a", "a.pdf"), ("a.PDF", "a.PDF"), ("a.b", "a.b.pdf")]
)
def test_a_paper_is_saved_as_pdf_whatever_was_typed(
    qtbot, issued, desk, monkeypatch, chosen, kept
):
    path = desk.folder / chosen
    outlets = type(issued.panel._out._outlets)(desk.choose_printer, lambda *_a, **_w: path)
    monkeypatch.setattr(issued.panel._out, "_outlets", outlets)
    issued.panel.save()
    qtbot.waitUntil((desk.folder / kept).exists)


def test_without_a_paper_nothing_is_printed_or_saved(page, desk, keyboard):
    keyboard.press(Qt.Key.Key_P, CONTROL)
    keyboard.press(Qt.Key.Key_S, CONTROL)
    assert (desk.printed, desk.asked_to_save) == ([], [])


def test_two_certificates_have_numbers_one_after_the_other(qtbot, page, issued, person):
    page.open_record("certificate-for", person.id)
    qtbot.waitUntil(lambda: issued.steps.currentWidget() is issued.form)
    issued.form.purpose.set_value("办理图书证")
    issued.form.submitted.emit()
    issued.form.confirmed.emit()
    qtbot.waitUntil(lambda: issued.issued.number.text() == "石社证字〔2026〕第0002号")


def test_a_clean_request_is_nothing_unsaved(page, view):
    assert not page.has_unsaved()
    view.form.purpose.line.setText("办")
    assert page.has_unsaved()


def test_what_was_issued_is_nothing_unsaved(page, issued):
    assert not page.has_unsaved()


@pytest.mark.parametrize("other", ["ask", "register", "seal"])
def test_each_other_view_leaves_the_request_as_it_is(page, view, other):
    view.form.purpose.line.setText(NEXT_PURPOSE)
    page.show_view(other)
    assert page.has_unsaved()
    page.show_view("issue")
    assert view.form.purpose.value() == NEXT_PURPOSE
    assert view.form.purpose.line.hasFocus()


def test_a_change_in_the_file_is_followed_without_losing_what_is_typed(
    qtbot, view, context, named_station, person
):
    view.form.purpose.line.setText(NEXT_PURPOSE)
    draft = type(person.particulars)(name="张三", sex="1", phone="13900139000")
    context.operations.perform(
        lambda _: named_station.residents.correct(person.id, draft, version=person.version),
        owner=view,
    )
    qtbot.waitUntil(lambda: view.applicant.case.resident.particulars.phone == "13900139000")
    assert view.form.purpose.value() == NEXT_PURPOSE


def test_issuing_leaves_a_line_in_the_register_of_the_room(qtbot, page, issued):
    page.show_view("register")
    qtbot.waitUntil(lambda: page.register.model.rowCount() == 1)
    qtbot.waitUntil(lambda: page.register.model.line_at(0) is not None)
    assert page.register.model.line_at(0).state is State.ISSUED


def test_a_form_with_little_height_keeps_the_purpose_in_sight(qtbot, page, view):
    page.resize(910, 420)
    qtbot.waitUntil(lambda: not view.form.person.number.isVisible())
    page.resize(1366, 640)
    qtbot.waitUntil(view.form.person.number.isVisible)


def test_a_narrow_paper_leaves_zooming_to_the_keys(qtbot, page, view):
    page.resize(910, 420)
    assert view.panel._zoom.isVisible() == (view.panel.width() >= 440)
    view.panel.resize(300, 400)
    qtbot.waitUntil(view.panel._zoom.isHidden)
