"""A clerk's morning at the real window, by the keyboard alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from station_app.domain.residents.filters import ResidentFilter
from ui.certificates.page import CertificatesPage
from ui.imports.page import ImportPage
from ui.residents.page import ResidentsPage

pytestmark = [pytest.mark.gui, pytest.mark.slow]


def words_in(widget):
    labels = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_wrong_passphrase_leaves_the_door_shut(clerk):
    clerk.type("Autumn-Willow-8")
    clerk.press("Return")
    clerk.wait(lambda: "passphrase" in words_in(clerk.program.window).lower())
    assert clerk.program.opened is None


def test_person_found_while_typing_gets_a_certificate(clerk):
    clerk.unlock()
    person = clerk.somebody(obstacle=None)
    clerk.press("Ctrl+K")
    clerk.type(person.particulars.name)
    clerk.wait(clerk.shell.search.results.hits)
    hits = [hit.key for hit in clerk.shell.search.results.hits()]
    clerk.press(f"Alt+{hits.index(person.id) + 1}")
    file = clerk.page(ResidentsPage).file
    clerk.wait(lambda: file.key() == person.id and file.isVisible())
    clerk.press("Ctrl+P")
    clerk.wait(lambda: clerk.shell.current_room() == "certificates")
    issuing = clerk.page(CertificatesPage).issuing
    clerk.wait(lambda: issuing.applicant.case is not None)
    clerk.type("办理子女入学")
    clerk.press("Ctrl+Return")
    clerk.wait(issuing.form.is_asking)
    clerk.press("Return")
    clerk.wait(issuing.issued.isVisible)
    kept = clerk.station.certificates.register()[0]
    assert (kept.holder, kept.purpose) == (person.particulars.name, "办理子女入学")
    assert kept.number in words_in(issuing.issued)
    paper = clerk.station.certificates.archived(kept.id)
    assert paper == issuing.panel.handout().pdf
    assert hashlib.sha256(paper).hexdigest()


def test_certificate_needs_at_most_six_keys_after_the_number(clerk):
    clerk.unlock()
    person = clerk.somebody(obstacle=None)
    clerk.press("Ctrl+K")
    clerk.type(person.documents[0].number)
    clerk.pressed = 0
    clerk.press("Return")
    file = clerk.page(ResidentsPage).file
    clerk.wait(lambda: file.key() == person.id and file.isVisible())
    clerk.press("Ctrl+P")
    issuing = clerk.page(CertificatesPage)
    clerk.wait(lambda: clerk.page(CertificatesPage) is not None)
    issuing = clerk.page(CertificatesPage).issuing
    clerk.wait(lambda: issuing.applicant.case is not None)
    clerk.type("入学")
    clerk.press("Ctrl+Return")
    clerk.wait(issuing.form.is_asking)
    clerk.press("Return")
    clerk.wait(issuing.issued.isVisible)
    assert clerk.pressed <= 6


def test_facts_too_old_are_verified_at_the_window_and_the_paper_follows(clerk):
    clerk.unlock()
    person = clerk.somebody(obstacle="certificate.facts-too-old")
    clerk.press("Ctrl+2")
    page = clerk.page(CertificatesPage)
    clerk.type(person.particulars.name)
    clerk.press("Return")
    clerk.type(person.documents[0].number)
    clerk.press("Return")
    clerk.wait(page.issuing.obstacle.isVisible)
    clerk.type("入户走访")
    clerk.press("Ctrl+Return")
    clerk.wait(page.issuing.form.isVisible)
    after = clerk.station.residents.resident(person.id)
    assert after.verified.on == clerk.station.clock.today()
    assert after.verified.how == "visit"


def test_roster_is_brought_in_by_keys_and_taken_back(clerk, roster):
    clerk.unlock()
    before = clerk.station.checks.content()
    people = clerk.people()
    clerk.shell.open_record("import", str(roster))
    page = clerk.page(ImportPage)
    clerk.wait(lambda: page.task.file is not None)
    clerk.press("Return")
    clerk.wait(page.columns_step.isVisible)
    clerk.press("Alt+Right")
    clerk.wait(lambda: page.task.forecast is not None)
    clerk.press("Alt+Right")
    clerk.wait(lambda: page.task.result is not None)
    assert clerk.people() == people + 11
    clerk.wait(clerk.program.opened.operations.can_undo)
    clerk.press("Ctrl+Z")
    clerk.wait(lambda: clerk.people() == people)
    assert clerk.station.checks.content() == before


def test_new_resident_is_registered_and_found(clerk):
    clerk.unlock()
    page = clerk.page(ResidentsPage)
    clerk.press("Ctrl+N")
    clerk.wait(lambda: page.side.task() is not None)
    clerk.type("仇𬱖")
    clerk.press("Tab")
    clerk.type("110000199001010013")
    clerk.press("Ctrl+Return")
    clerk.wait(lambda: page.side.task() is None)
    clerk.press("Ctrl+K")
    clerk.type("qiu")
    clerk.wait(clerk.shell.search.results.hits)
    assert "仇𬱖" in [hit.title for hit in clerk.shell.search.results.hits()]


def test_correction_is_undone_by_one_key(clerk):
    clerk.unlock()
    page = clerk.page(ResidentsPage)
    person = clerk.somebody(obstacle=None)
    page.open_record("resident", person.id)
    clerk.wait(lambda: page.file.key() == person.id and page.file.isVisible())
    clerk.press("Ctrl+E")
    clerk.wait(lambda: page.side.task() is not None)
    clerk.press("Ctrl+A")
    clerk.type("欧阳海")
    clerk.press("Ctrl+Return")

    def name():
        return clerk.station.residents.resident(person.id).particulars.name

    clerk.wait(lambda: name() == "欧阳海" and page.side.task() is None)
    clerk.press("Ctrl+Z")
    clerk.wait(lambda: name() == person.particulars.name)


def test_paper_that_is_not_ours_leads_to_the_right_office(clerk):
    clerk.unlock()
    clerk.press("Ctrl+2")
    page = clerk.page(CertificatesPage)
    page.asked.setFocus()
    clerk.type("单身证明")
    clerk.press("Return")
    clerk.wait(lambda: page.asking.panel.handout() is not None)
    assert "婚姻登记" in words_in(page.asking.slip)


def test_locked_window_shows_nobody_and_opens_where_it_was(clerk):
    clerk.unlock()
    lists = clerk.station.lists
    name = next(iter(lists.lines(lists.keys(ResidentFilter())[:1]).values())).name
    clerk.press("Ctrl+2")
    clerk.press("Ctrl+L")
    clerk.wait(lambda: not clerk.shell.isVisible())
    assert name not in words_in(clerk.program.window)
    clerk.unlock()
    assert clerk.shell.current_room() == "certificates"


def test_backup_is_made_when_the_window_closes(clerk, filled_home):
    clerk.unlock()
    clerk.program.window.close()
    clerk.wait(lambda: any(Path(filled_home.backups).glob("*.db")))
