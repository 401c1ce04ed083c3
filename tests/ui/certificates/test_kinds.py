"""Any certificate: chosen by name or pinyin, asked for, approved, handed out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificate_requests import Stage
from station_app.domain.certificates import RESIDENCE
from station_app.services.draft_records import draft_from
from tests.factories import TODAY, a_resident
from tests.ui.certificates.conftest import NUMBER, text_of
from ui.certificates.page import ISSUE, QUEUE, CertificatesPage
from ui.kit.drafts import DraftBox
from ui.kit.handing_out import Outlets


@pytest.fixture
def begun(page, person, qtbot):
    """The window with somebody who has just been found."""
    issuing = page.issuing
    issuing.finder.name.set_value("张三")
    issuing.finder.number.set_value(NUMBER)
    issuing.finder.find_button.click()
    qtbot.waitUntil(lambda: issuing.steps.currentWidget() is issuing.form)
    return issuing


def choose(issuing, kind, qtbot):
    issuing.kinds.kind.set_value(kind)
    issuing.kinds.kind.finished.emit()
    form = issuing.steps.kind_form
    assert form is not None
    assert issuing.steps.currentWidget() is form
    return form


def fill_in(form):
    form.purpose.set_value("申请临时救助")
    form.fields["asked.members"].set_value("3")
    form.fields["asked.cause"].set_value("因病支出较大")
    form.how.set_value("visit")


def hand_in(page, begun, qtbot):
    form = choose(begun, "hardship", qtbot)
    fill_in(form)
    form.save.click()
    qtbot.waitUntil(lambda: begun.applicant.case is None)
    return page._station.certificate_requests.waiting({Stage.VERIFIED})[0]


def shown_stage(queue):
    request = queue.side._request
    return request.stage if request is not None else None


def show_queue(page, qtbot, count=1):
    page.show_view(QUEUE)
    qtbot.waitUntil(lambda: page.queue.model.rowCount() == count)
    qtbot.waitUntil(lambda: page.queue.side._request is not None)
    return page.queue


def test_the_daily_certificate_is_taken_beforehand(begun):
    assert begun.kinds.isVisible()
    assert begun.kinds.value() == RESIDENCE


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("困难", "hardship"),
        ("ryzs", "honour"),
        ("义工证明", "volunteering"),
        ("tiaojie", "mediation"),
    ],
)
def test_a_certificate_is_found_by_name_pinyin_or_what_people_call_it(begun, typed, kind):
    begun.kinds.kind.line.setText(typed)
    begun.kinds.kind.finished.emit()
    assert begun.kinds.value() == kind
    assert begun.steps.kind_form.template.kind == kind


def test_what_finds_nothing_leaves_the_certificate_as_it_was(begun):
    begun.kinds.kind.line.setText("婚姻状况")
    begun.kinds.kind.finished.emit()
    assert begun.kinds.value() == RESIDENCE
    assert begun.kinds.kind.value() == RESIDENCE


def test_the_form_asks_what_its_template_asks(begun, qtbot):
    form = choose(begun, "litigation_agent", qtbot)
    asked = [name for name in form.fields if name.startswith("asked.")]
    assert asked == [f"asked.{ask.name}" for ask in form.template.asks]


def test_the_paper_is_drawn_while_it_is_typed(begun, qtbot):
    form = choose(begun, "hardship", qtbot)
    fill_in(form)
    form.changed.emit()
    panel = begun.panel

    def is_drawn():
        shown = panel.handout()
        return shown is not None and "因病支出较大" in text_of(shown.pdf)

    qtbot.waitUntil(is_drawn, timeout=10_000)
    assert panel.handout().obstacle


def test_what_is_missing_is_noted_beside_its_field(begun, qtbot):
    form = choose(begun, "hardship", qtbot)
    form.save.click()
    qtbot.waitUntil(lambda: bool(form.note("asked.members")))
    assert form.note("how")
    assert form.note("purpose")


def test_what_is_handed_in_waits_for_approval(page, begun, qtbot):
    request = hand_in(page, begun, qtbot)
    assert request.holder == "张三"
    assert request.evidence[0].how == "visit"
    assert not begun.kinds.isVisible()


def test_back_to_the_daily_certificate(begun, qtbot):
    choose(begun, "honour", qtbot)
    begun.kinds.kind.set_value(RESIDENCE)
    begun.kinds.kind.finished.emit()
    assert begun.steps.currentWidget() is begun.form
    assert begun.steps.kind_form is None


def test_a_certificate_that_may_not_be_issued_says_why(page, named_station, qtbot):
    someone = a_resident(
        named_station, "李四", number="310000198502280022", address="幸福里1幢101室"
    )
    named_station.residents.note_death(someone.id, TODAY, version=someone.version)
    page.issuing.open_resident(someone.id)
    qtbot.waitUntil(page.issuing.kinds.isVisible)
    form = choose(page.issuing, "honour", qtbot)
    assert form.is_stopped()
    assert form.save.toolTip()
    assert form.banner.isVisible()


def test_who_lacks_a_verification_may_have_what_does_not_rest_on_it(page, named_station, qtbot):
    someone = a_resident(
        named_station, "李四", number="310000198502280022", address="幸福里1幢101室"
    )
    page.issuing.open_resident(someone.id)
    qtbot.waitUntil(page.issuing.kinds.isVisible)
    assert page.issuing.steps.currentWidget() is page.issuing.obstacle
    assert not choose(page.issuing, "hardship", qtbot).is_stopped()


def test_the_supervisor_approves_and_the_paper_goes_its_way(page, begun, qtbot, desk):
    key = hand_in(page, begun, qtbot).id
    queue, station = show_queue(page, qtbot), page._station

    def stage():
        return station.certificate_requests.request(key).stage

    queue.side.acts.approve.click()
    queue.side.acts.question.agreed.emit()
    qtbot.waitUntil(lambda: stage() is Stage.APPROVED)
    queue.show_request(key)
    qtbot.waitUntil(lambda: shown_stage(queue) is Stage.APPROVED)
    queue.side.open_paper()
    qtbot.waitUntil(lambda: queue.panel.handout() is not None)
    assert "第0001号" in text_of(queue.panel.handout().pdf)
    queue.panel.print()
    qtbot.waitUntil(lambda: stage() is Stage.PRINTED)
    queue.show_request(key)
    qtbot.waitUntil(lambda: shown_stage(queue) is Stage.PRINTED)
    queue.side.acts.hand_over.click()
    queue.side.acts.collector.act.click()
    qtbot.waitUntil(lambda: bool(queue.side.acts.collector.checked.problem()))
    queue.side.acts.collector.checked.set_value(True)
    queue.side.acts.collector.act.click()
    qtbot.waitUntil(lambda: stage() is Stage.COLLECTED)
    queue.show_request(key)
    qtbot.waitUntil(lambda: shown_stage(queue) is Stage.COLLECTED)
    queue.side.acts.file.click()
    qtbot.waitUntil(lambda: stage() is Stage.ARCHIVED)


def test_what_was_sent_back_is_corrected_and_handed_in_again(page, begun, qtbot):
    key = hand_in(page, begun, qtbot).id
    queue, station = show_queue(page, qtbot), page._station
    queue.side.acts.back.click()
    queue.side.acts.reason.given.emit("缺少核实材料")
    qtbot.waitUntil(lambda: station.certificate_requests.request(key).stage is Stage.DRAFT)
    queue.show_request(key)
    qtbot.waitUntil(lambda: shown_stage(queue) is Stage.DRAFT)
    assert "缺少核实材料" in queue.side.told.text()
    queue.side.acts.correct.click()
    assert page.views.segments.value() == ISSUE
    qtbot.waitUntil(lambda: page.issuing.steps.kind_form is not None)
    form = page.issuing.steps.kind_form
    assert form.fields["asked.cause"].value() == "因病支出较大"
    form.fields["asked.cause"].set_value("因病致困")
    form.save.click()
    qtbot.waitUntil(lambda: station.certificate_requests.request(key).stage is Stage.VERIFIED)
    assert station.certificate_requests.request(key).draft.answers["cause"] == "因病致困"


def test_what_is_withdrawn_leaves_the_queue(page, begun, qtbot):
    key = hand_in(page, begun, qtbot).id
    queue = show_queue(page, qtbot)
    queue.side.acts.withdraw.click()
    queue.side.acts.reason.given.emit("申请人不再需要")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 0)
    assert page._station.certificate_requests.request(key).stage is Stage.VOID


def test_an_empty_queue_says_what_to_do(page, qtbot):
    page.show_view(QUEUE)
    qtbot.waitUntil(page.queue.empty.isVisible)


def test_what_was_typed_is_offered_back(begun, qtbot, page):
    form = choose(begun, "hardship", qtbot)
    fill_in(form)
    assert begun.has_unsaved()
    draft = form.draft()
    begun.leave()
    assert begun.applicant.case is None
    case = form.case
    begun._go_on_with(case, "hardship", draft)
    assert begun.steps.kind_form.draft() == draft


def test_the_keys_lead_to_the_queue(page, keyboard):
    keyboard.press(
        Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.views.segments.value() == QUEUE


@pytest.fixture
def window(named_station, context, jobs, desk, qtbot):
    """Return a maker of windows that keep what is typed, as after the end of the program."""

    def opened():
        box = DraftBox(lambda: named_station.drafts, jobs, draft_from, context.operations)
        keeping = replace(context, drafts=box)
        page = CertificatesPage(
            named_station, keeping, Outlets(desk.choose_printer, desk.choose_file)
        )
        qtbot.addWidget(page)
        page.resize(1366, 640)
        page.show()
        return page, box

    return opened


def test_what_was_typed_outlives_the_program_until_it_is_handed_in(
    window, named_station, person, qtbot
):
    key = f"hardship:{person.id}"
    first, _ = window()
    first.open_record("certificate-of", key)
    qtbot.waitUntil(lambda: first.issuing.steps.kind_form is not None)
    fill_in(first.issuing.steps.kind_form)
    typed = first.issuing.steps.kind_form.draft()
    first.issuing._kind_drafts.keep()
    qtbot.waitUntil(lambda: len(named_station.drafts.kept()) == 1)

    second, box = window()
    with qtbot.waitSignal(box.found):
        box.look()
    second.open_record("certificate-of", key)
    qtbot.waitUntil(lambda: second.issuing.steps.kind_form is not None)
    form = second.issuing.steps.kind_form
    assert form.draft() == typed
    form.save.click()
    qtbot.waitUntil(lambda: named_station.drafts.kept() == ())
