"""The page of somebody's rights in his file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from station_app.domain.errors import Problem
from station_app.domain.rights.consents import ConsentDraft, Form, Gap
from station_app.domain.rights.requests import Kind, RequestDraft
from tests.factories import TODAY
from tests.ui.residents.hands import says, wait_for_file
from ui.residents.problem_words import ProblemWords
from ui.residents.rights_words import RightsWords


@pytest.fixture
def at_rights(qtbot, page):
    """Return what opens somebody's file at the page of his rights."""

    def open_(person):
        page.open_record("rights-of", person.id)
        wait_for_file(qtbot, page, person)
        qtbot.waitUntil(lambda: page.file.acts.rights.rights is not None)
        return page.file.acts.rights

    return open_


def task_of(qtbot, page):
    qtbot.waitUntil(lambda: page.side.task() is not None)
    return page.side.task()


def consented(station, person, purpose="contact", **more):
    draft = ConsentDraft(purpose=purpose, form=Form.PAPER, on=TODAY, told_effect=True, **more)
    return station.consents.take(person.id, draft).value


def test_the_first_page_tells_what_is_missing(qtbot, page, three):
    page.show_person(three[0].id)
    wait_for_file(qtbot, page, three[0])
    qtbot.waitUntil(lambda: says(page.file, "Consents and rights"))


def test_a_child_without_a_guardian_is_told_first(qtbot, page, three):
    page.show_person(three[1].id)
    wait_for_file(qtbot, page, three[1])
    qtbot.waitUntil(lambda: page.file.acts.rights.rights is not None)
    assert page.file.acts.rights.rights.is_child
    first = page.file.pages.body.itemAt(0).widget()
    assert first.title.text() == "Consents and rights"


def test_a_notice_is_noted(qtbot, page, three, station, at_rights):
    at_rights(three[0]).give_notice()
    task = task_of(qtbot, page)
    task.submit()
    assert task.task.form.note("way") == "Choose how the notice was given."
    assert task.task.form.note("given_by") == "Who gave it?"
    task.task.form.way.set_value("paper")
    task.task.form.by.set_value("王丽")
    task.submit()
    qtbot.waitUntil(lambda: len(station.rights.of(three[0].id).notices) == 1)


def test_a_consent_asks_for_what_its_purpose_needs(qtbot, page, three, station, at_rights):
    at_rights(three[0]).take_consent()
    form = task_of(qtbot, page).task.form
    form.purpose.set_value("contact")
    form.purpose.finished.emit()
    assert not form.told.isVisible()
    assert not form.recipient.isVisible()
    form.purpose.set_value("health")
    form.purpose.finished.emit()
    assert form.told.isVisible()
    assert "歧视" in form.told.note.text()
    page.side.task().submit()
    assert form.note("told_effect") == "Tell the need and the effect first, then tick this."
    form.told.set_value(True)
    page.side.task().submit()
    qtbot.waitUntil(lambda: len(station.rights.of(three[0].id).consents) == 1)


def test_what_follows_is_told_before_a_consent_is_withdrawn(
    qtbot, page, three, station, at_rights, operations
):
    person = three[0]
    consented(station, person)
    rights = at_rights(person)
    qtbot.waitUntil(lambda: bool(rights.rights.consents))
    rights.withdraw(rights.rights.consents[0])
    form = task_of(qtbot, page).task.form
    qtbot.waitUntil(lambda: "联系方式" in form.follows.text.text())
    page.side.task().submit()
    qtbot.waitUntil(lambda: station.residents.resident(person.id).particulars.phone == "")
    qtbot.waitUntil(lambda: rights.rights.consents[0].withdrawn_on == TODAY)
    qtbot.waitUntil(operations.can_undo)
    operations.undo()
    qtbot.waitUntil(lambda: station.residents.resident(person.id).particulars.phone != "")


def test_a_guardian_is_named_corrected_and_taken_out(
    qtbot, page, three, station, at_rights, household
):
    child = three[1]
    rights = at_rights(child)
    rights.name_guardian()
    form = task_of(qtbot, page).task.form
    form.person.set_value(three[0].id)
    form.person.finished.emit()
    assert form.name.value() == "白富"
    page.side.task().submit()
    assert form.note("kinship") == "This is needed."
    form.relation.set_value("父亲")
    form.basis.set_value("parent")
    page.side.task().submit()
    qtbot.waitUntil(lambda: len(station.rights.of(child.id).guardians) == 1)
    qtbot.waitUntil(lambda: bool(rights.rights and rights.rights.guardians))
    (guardian,) = rights.rights.guardians
    rights.discard_guardian(guardian)
    qtbot.waitUntil(lambda: station.rights.of(child.id).guardians == ())


def test_a_childs_consent_begins_with_the_guardian(qtbot, page, three, station, at_rights):
    at_rights(three[1]).take_consent()
    form = task_of(qtbot, page).task.form
    assert form.draft().giver == "guardian"
    page.side.task().submit()
    expected = "Choose the guardian. Name him first if none is there."
    assert form.note("guardian_id") == expected


def test_papers_and_requests_lead_to_their_room(page, three, at_rights, doings):
    rights = at_rights(three[0])
    rights.ask_own_data()
    rights.ask_request()
    rights.ask_notice()
    rights.open_withheld()
    rights.open_request("r1")
    kinds = [kind for kind, _ in doings.opened]
    assert kinds == [
        "own-data-for",
        "rights-request-for",
        "privacy-notice-for",
        "withheld-of",
        "rights-request",
    ]


def test_a_record_is_corrected_straight_from_the_request(qtbot, page, three, station):
    draft = RequestDraft(
        resident_id=three[0].id,
        kind=Kind.CORRECT,
        identity_check="original",
        received_on=date(2026, 3, 1),
        details="单位",
    )
    key = station.requests.receive(draft).value
    page.open_record("correct-for-request", key)
    task = task_of(qtbot, page)
    assert "权申字" in task.task.title
    task.task.form.fields["employer"].set_value("棉纺厂")
    task.submit()
    qtbot.waitUntil(
        lambda: station.residents.resident(three[0].id).particulars.employer == "棉纺厂"
    )
    assert "corrected-person" in {change.act for change in station.requests.history(key)}


@pytest.mark.parametrize("gap", Gap)
def test_every_gap_has_its_sentence(page, station, gap):
    assert RightsWords(station, page).gap(gap)


def test_what_is_withheld_shows_as_such_and_takes_no_typing(qtbot, page, three, station):
    person = three[0]
    with station.store.transaction() as tx:
        told = {"is_erased": False, "reason": "", "source": ""}
        tx.withholding.add(person.id, ["employer", "phone", "tag:party_member"], **told)
    page.table.refresh()
    page.show_person(person.id)
    wait_for_file(qtbot, page, person)
    qtbot.waitUntil(lambda: says(page.file, "Some are kept by law and not used any more."))
    line = station.lists.lines([person.seq])[person.seq]
    columns = {column.key: column for column in page.table.model.columns}
    assert columns["phone"].seen(line) == "not used"
    assert columns["tags"].seen(line) == "not used"
    page.file.acts.correct_particulars()
    form = task_of(qtbot, page).task.form
    assert form.fields["employer"].line.isReadOnly()
    assert not form.fields["note"].editor.isReadOnly()


DOMAIN = Path(__file__).parents[3] / "station_app" / "domain" / "rights"
SERVICES = DOMAIN.parents[1] / "services" / "rights"
PROBLEM = re.compile(r"Problem\([^,]+, \"([a-z-]+)\"")
OWN = (DOMAIN / "consents.py", DOMAIN / "guardians.py")
OWN_SERVICES = (SERVICES / "consents.py", SERVICES / "guardians.py")


@pytest.mark.parametrize(
    "code",
    sorted(
        {
            code
            for path in (*OWN, *OWN_SERVICES)
            for code in PROBLEM.findall(path.read_text("utf-8"))
        }
    ),
)
def test_every_problem_of_consents_and_guardians_has_its_sentence(qtbot, code):
    assert ProblemWords().sentence(Problem("field", code)) != ""
