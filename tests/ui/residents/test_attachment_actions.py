"""Files kept with a person, from the dialog to the shelf and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.residents import attachment_actions
from ui.residents.attachment_actions import KINDS_OF_FILE, AttachmentActions
from ui.residents.shown_person import ShownPerson

SCAN = b"%PDF-1.4 scan"


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def person(station, three, context, qtbot):
    shown = ShownPerson(context, QObject(context.jobs))
    shown.file = station.lists.file(three[0].id)
    return shown


@pytest.fixture
def files(station, context, person, window):
    return AttachmentActions(station, context, person, window)


@pytest.fixture
def answer(monkeypatch):
    """Return a way to answer a dialog with a path; what it asked is kept."""
    asked = []

    def answer_(dialog, path):
        def choose(_parent, **question):
            asked.append(question)
            return path

        monkeypatch.setattr(attachment_actions, dialog, choose)
        return asked

    return answer_


@pytest.fixture
def kept(station, person):
    """Return a way to see which files are kept with the person now."""
    return lambda: [each.name for each in station.lists.file(person.resident().id).attachments]


@pytest.fixture
def contract(station, person):
    """A file that is kept already."""
    key = person.resident().id
    station.attachments.attach(key, "合同.pdf", SCAN)
    person.file = station.lists.file(key)
    return person.file.attachments[0]


def test_a_file_chosen_is_kept(qtbot, files, answer, kept, tmp_path):
    scan = tmp_path / "户口本.pdf"
    scan.write_bytes(SCAN)
    asked = answer("choose_open_file", scan)
    files.add()
    qtbot.waitUntil(lambda: kept() == ["户口本.pdf"])
    assert asked == [{"title": "Add a file", "kinds": KINDS_OF_FILE}]


def test_a_dialog_left_keeps_nothing(files, answer, kept, jobs):
    answer("choose_open_file", None)
    files.add()
    assert not jobs._running
    assert kept() == []


def test_a_file_gone_before_it_is_read_is_told(qtbot, files, kept, tmp_path, operations):
    heard = []
    operations.failed_unheard.connect(heard.append)
    files.attach(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], FileNotFoundError)
    assert kept() == []


def test_a_copy_is_offered_under_the_name_of_the_file(
    qtbot, files, answer, contract, tmp_path, context
):
    copy = tmp_path / "副本.pdf"
    asked = answer("choose_save_file", copy)
    files.save(contract)
    qtbot.waitUntil(copy.exists)
    assert asked[0]["suggested"] == "合同.pdf"
    assert copy.read_bytes() == SCAN
    qtbot.waitUntil(lambda: "Saved a copy as 副本.pdf" in {s.text for s in context.notices.kept})


def test_a_copy_nobody_wants_is_not_written(files, answer, contract, jobs, tmp_path):
    answer("choose_save_file", None)
    files.save(contract)
    assert not jobs._running
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_file_looked_at_comes_with_its_content(qtbot, files, contract):
    with qtbot.waitSignal(files.viewer_asked) as asked:
        files.view(contract)
    assert asked.args == [contract, SCAN]


def test_a_file_discarded_is_no_longer_kept(qtbot, files, contract, kept):
    files.discard(contract)
    qtbot.waitUntil(lambda: kept() == [])
