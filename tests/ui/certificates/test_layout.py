"""Every view of the room at the size of a small screen, and of the same shown at 150 %."""

from __future__ import annotations

import pytest

from station_app.domain.certificate_requests import Evidence, RequestDraft
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of
from tests.factories import TODAY, a_resident
from tests.ui.certificates.conftest import OTHER_NUMBER
from tests.ui.fitting import complaints
from ui.certificates.page import QUEUE

LONG_NAME = "古丽巴哈尔·阿卜杜热合曼·买买提"
LONG_ADDRESS = "石头城街道康藏路社区幸福里小区东区南苑113幢12单元1501室"


@pytest.fixture
def window(language, page):
    return page


def begin(qtbot, window, person):
    window.open_record("certificate-for", person.id)
    qtbot.waitUntil(lambda: window.issuing.panel.handout() is not None)
    return window.issuing


def test_the_start_can_be_read(window):
    assert complaints(window) == []


def test_the_refusal_of_a_name_can_be_read(window):
    finder = window.issuing.finder
    finder.refuse(finder._words.no_match())
    assert complaints(window) == []


def test_the_request_can_be_read(qtbot, window, person):
    begin(qtbot, window, person)
    assert complaints(window) == []


def test_what_is_missing_in_the_request_can_be_read(qtbot, window, person):
    issuing = begin(qtbot, window, person)
    issuing.form.submitted.emit()
    assert complaints(window) == []


def test_the_sign_that_cannot_be_printed_can_be_read(qtbot, window, person):
    issuing = begin(qtbot, window, person)
    issuing.form.purpose.line.setText("办理\U000f0000手续")
    qtbot.waitUntil(issuing.form.is_stopped)
    assert complaints(window) == []


def test_the_question_before_a_number_is_spent_can_be_read(qtbot, window, person):
    issuing = begin(qtbot, window, person)
    issuing.form.purpose.set_value("办理入学手续")
    issuing.form.submitted.emit()
    assert issuing.form.is_asking()
    assert complaints(window) == []


def test_the_number_that_was_given_can_be_read(qtbot, window, person):
    issuing = begin(qtbot, window, person)
    issuing.form.purpose.set_value("办理子女义务教育阶段入学手续及学籍登记")
    issuing.form.submitted.emit()
    issuing.form.confirmed.emit()
    qtbot.waitUntil(issuing.issued.isVisible)
    assert complaints(window) == []


@pytest.mark.parametrize("address", ["", LONG_ADDRESS])
def test_an_obstacle_and_its_way_out_can_be_read(qtbot, window, named_station, address):
    someone = a_resident(named_station, LONG_NAME, number=OTHER_NUMBER, address=address)
    window.open_record("certificate-for", someone.id)
    qtbot.waitUntil(window.issuing.obstacle.isVisible)
    assert complaints(window) == []


def test_the_obstacle_of_who_has_died_can_be_read(qtbot, window, named_station, person):
    named_station.residents.note_death(person.id, TODAY, version=person.version)
    window.open_record("certificate-for", person.id)
    qtbot.waitUntil(window.issuing.obstacle.isVisible)
    assert complaints(window) == []


def test_the_whole_list_of_what_is_not_ours_can_be_read(qtbot, window):
    window.show_view("ask")
    qtbot.waitUntil(lambda: len(window.asking.answers.first_buttons) == 20)
    assert complaints(window) == []


@pytest.mark.parametrize("asked", ["单身", "居住证明", "困难证明", "外星人证明"])
def test_answers_can_be_read(qtbot, window, asked):
    window.asking.ask(asked)
    window.show_view("ask")
    qtbot.waitUntil(lambda: window.asking.answers.answers.asked == asked)
    assert complaints(window) == []


def test_the_slip_can_be_read(qtbot, window, named_station):
    window.show_view("ask")
    window.asking._open_slip(named_station.refusals.matching("亲属关系证明")[0])
    qtbot.waitUntil(lambda: window.asking.panel.handout() is not None)
    assert complaints(window) == []


def test_an_empty_register_can_be_read(qtbot, window):
    window.show_view("register")
    qtbot.waitUntil(lambda: window.register.empty.title.text() != "")
    assert complaints(window) == []


@pytest.fixture
def chosen(qtbot, window, named_station, person):
    """The register with its one certificate chosen and opened."""
    request = ResidenceRequest(resident_id=person.id, purpose="办理子女义务教育阶段入学手续")
    issued = named_station.certificates.issue(request).value
    window.open_record("certificate", issued.id)
    qtbot.waitUntil(window.register.panel.acts.void.isVisible)
    window.register.panel.open_paper()
    qtbot.waitUntil(lambda: window.register.panel.panel.handout() is not None)
    return window.register.panel.acts


def test_a_certificate_of_the_register_can_be_read(window, chosen):
    assert complaints(window) == []


@pytest.mark.parametrize("act", ["reissue", "void"])
def test_the_question_for_a_reason_can_be_read(window, chosen, act):
    getattr(chosen, act).click()
    assert chosen.reason.isVisible()
    assert complaints(window) == []


def test_a_missing_reason_can_be_read(qtbot, window, chosen):
    chosen.void.click()
    chosen.reason.act.click()
    qtbot.waitUntil(lambda: chosen.reason.reason.problem() != "")
    assert complaints(window) == []


def test_the_use_of_the_seal_can_be_read(qtbot, window, chosen):
    window.show_view("seal")
    qtbot.waitUntil(lambda: window.seals.panel.handout() is not None)
    assert complaints(window) == []


def test_wrong_days_of_the_seal_register_can_be_read(qtbot, window):
    window.show_view("seal")
    window.seals.days.since.set_value(None)
    window.seals.days.since.finished.emit()
    assert complaints(window) == []


@pytest.mark.parametrize("is_judged", [False, True])
def test_verifying_can_be_read(qtbot, named_station, window, person, is_judged):
    window.show_view("verify")
    if is_judged:
        request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续" * 8)
        paper = named_station.certificates.issue(request).value
        window.verifying.judge(keywords_of(paper.pdf))
        qtbot.waitUntil(lambda: window.verifying.stack.currentIndex() == 1)
    assert complaints(window) == []


@pytest.mark.parametrize("kind", ["hardship", "volunteering", "litigation_agent", "honour"])
def test_the_form_of_any_certificate_can_be_read(qtbot, window, person, kind):
    window.issuing.want(kind)
    window.open_record("certificate-for", person.id)
    qtbot.waitUntil(lambda: window.issuing.panel.handout() is not None)
    window.issuing.steps.kind_form.submitted.emit()
    assert complaints(window) == []


def test_the_queue_can_be_read(qtbot, window, named_station, person):
    draft = RequestDraft(
        kind="adoption",
        resident_id=person.id,
        answers={"marriage": "已婚", "children": "无", "family": "教师", "ability": "良好"},
    )
    proof = Evidence(how="visit", on=TODAY, by="王芳", note="入户两次")
    named_station.certificate_requests.hand_in(draft, proof)
    window.show_view(QUEUE)
    qtbot.waitUntil(lambda: window.queue.side._request is not None)
    assert complaints(window) == []
    window.queue.side.acts.approve.click()
    assert complaints(window) == []
    window.queue.side.acts.question.declined.emit()
    window.queue.side.acts.back.click()
    assert complaints(window) == []
