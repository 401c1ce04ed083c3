"""The first step: what is chosen or dropped, what is found in it, why it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from tests.services.imports import hostile
from tests.ui.imports.conftest import HEAD, HOME, LI, PHONE, ZHANG
from ui.imports import file_step
from ui.imports.words import WHY_LEFT_OUT, worded
from ui.kit.words import Words
from ui.shell.wording import REFUSALS

QUICK = sorted(set(hostile.FILES) - {"zip_bomb", "rows_numbered_zero", "too_many_rows"})
LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def step(page):
    page.begin()
    return page.file_step


def lines_of(step):
    """Return what is told of the file, line by line."""
    return [row.findChild(Words).text() for row in step.found.rows if row.findChildren(Words)]


def mime(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) if "://" in url else QUrl.fromLocalFile(url) for url in urls])
    return data


def drop(place, data):
    """Drag *data* over the place and let it go; return whether each was accepted."""
    entered = QDragEnterEvent(QPointF(5, 5).toPoint(), COPY, data, LEFT, NO_KEYS)
    entered.setAccepted(False)
    place.dragEnterEvent(entered)
    dropped = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEYS)
    dropped.setAccepted(False)
    place.dropEvent(dropped)
    return entered.isAccepted(), dropped.isAccepted()


def test_without_a_file_one_cannot_go_on(page, step):
    assert step.missing() == "Choose a file first."
    assert not page.wizard.next.isEnabled()
    assert page.wizard.why.text() == "Choose a file first."


def test_the_step_waits_for_a_choice(step):
    assert step.place.choose.hasFocus() or step.window().focusWidget() is step.place.choose
    assert not step.found.isVisible()
    assert not step.wrong.isVisible()


def test_a_file_that_was_read_names_itself_and_its_sheets(wizard, roster):
    wizard.read(roster)
    step = wizard.page.file_step
    assert step.found.title.text() == "花名册.xlsx"
    assert any("居民" in line and "3 people" in line for line in lines_of(step))
    assert step.missing() == ""


def test_the_row_of_the_header_is_told(wizard, roster):
    wizard.read(roster)
    assert any("header in row 2" in line for line in lines_of(wizard.page.file_step))


def test_each_sheet_has_its_line_and_a_sheet_without_people_its_reason(wizard, two_sheets):
    wizard.read(two_sheets)
    lines = lines_of(wizard.page.file_step)
    assert len(lines) == 3
    assert "Sheet “说明” is left out: no roster found in it" in lines


def test_an_empty_sheet_is_said_to_be_empty(wizard, a_book):
    wizard.read(a_book(居民=[HEAD, ZHANG], 空=[]))
    assert "Sheet “空” is left out: empty" in lines_of(wizard.page.file_step)


@pytest.mark.parametrize("reason", WHY_LEFT_OUT)
def test_each_reason_for_leaving_a_sheet_out_has_its_words(qapp, reason):
    words = worded(WHY_LEFT_OUT, reason)
    assert words
    assert "-" not in words


def test_a_text_file_is_told_of_without_a_sheet(wizard, a_text):
    wizard.read(a_text("姓名,身份证号\n张三,110000199001010013\n"))
    assert wizard.page.file_step.found.title.text() == "名册.csv"
    assert lines_of(wizard.page.file_step) == ["1 people, header in row 1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_whatever_program_wrote_it(wizard, a_text, encoding):
    wizard.read(a_text("姓名,身份证号\n张三,110000199001010013\n".encode(encoding)))
    assert len(wizard.task.file.tables[0].lines) == 1


def test_thousands_of_people_are_counted_readably(wizard, a_text):
    rows = "".join(f"张三,男,{PHONE},{HOME}\n" for _ in range(1234))
    wizard.read(a_text("姓名,性别,手机,现住址\n" + rows))
    assert any("1,234 people" in line for line in lines_of(wizard.page.file_step))


@pytest.mark.parametrize("name", QUICK)
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(wizard, a_text, name):
    make, code = hostile.FILES[name]
    said = wizard.refused(a_text(make(), "a.xlsx"))
    begin = str(REFUSALS[code]).split("{", maxsplit=1)[0]
    assert said.startswith(begin)
    assert "{" not in said
    assert not wizard.page.wizard.next.isEnabled()


def test_limits_stand_in_the_sentence_for_a_large_file(wizard, tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        stream.truncate(300 << 20)
    said = wizard.refused(path)
    assert "too large" in said
    assert "MB" in said


def test_a_file_that_is_gone_is_named(wizard, tmp_path):
    assert "nowhere.xlsx" in wizard.refused(tmp_path / "nowhere.xlsx")


def test_a_file_without_people_is_named(wizard, a_text):
    assert "天气.csv" in wizard.refused(a_text("今天,天气\n很,好\n", "天气.csv"))


def test_after_a_refusal_another_file_can_be_chosen(wizard, a_text, roster):
    wizard.refused(a_text("今天,天气\n很,好\n"))
    assert wizard.page.file_step.place.choose.isEnabled()
    wizard.page.file_step.read(roster)
    wizard.wait(lambda: wizard.task.file is not None)
    assert not wizard.page.file_step.wrong.isVisible()


def test_a_refusal_is_forgotten_when_one_begins_anew(wizard, a_text):
    wizard.refused(a_text("今天,天气\n很,好\n"))
    wizard.page._leave()
    wizard.page.begin()
    assert not wizard.page.file_step.wrong.isVisible()


def test_while_a_file_is_read_none_can_be_chosen_and_one_cannot_go_on(page, step, roster):
    step.read(roster)
    assert not step.place.choose.isEnabled()
    assert "being read" in step.place.choose.toolTip()
    assert not page.wizard.next.isEnabled()


def test_going_on_waits_for_the_second_file_when_one_was_read(wizard, roster, two_sheets):
    wizard.read(roster)
    assert wizard.page.wizard.next.isEnabled()
    wizard.page.file_step.read(two_sheets)
    assert not wizard.page.wizard.next.isEnabled()
    wizard.wait(lambda: wizard.task.file is not None)
    assert wizard.task.file.name == "两网格.xlsx"


def test_of_two_files_dropped_quickly_the_last_counts(qtbot, wizard, jobs, roster, two_sheets):
    wizard.page.begin()
    wizard.page.file_step.read(two_sheets)
    wizard.page.file_step.read(roster)
    qtbot.waitUntil(lambda: not jobs._running, timeout=20_000)
    assert wizard.task.file.name == "花名册.xlsx"
    assert wizard.task.path == roster


def test_a_file_still_being_read_when_one_leaves_is_not_heard_of(qtbot, wizard, jobs, roster):
    wizard.page.begin()
    wizard.page.file_step.read(roster)
    wizard.page.wizard.leave.click()
    qtbot.waitUntil(lambda: not jobs._running, timeout=20_000)
    assert wizard.task.file is None
    assert not wizard.page.has_unsaved()
    assert wizard.page.file_step.place.choose.isEnabled()


def test_a_faulty_file_that_was_left_alarms_nobody(qtbot, wizard, jobs, doings, a_text):
    wizard.page.begin()
    wizard.page.file_step.read(a_text(b"\x89PNG\r\n\x1a\n" + bytes(100)))
    wizard.page.wizard.leave.click()
    qtbot.waitUntil(lambda: not jobs._running, timeout=20_000)
    assert not wizard.page.file_step.wrong.isVisible()


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSX", "a.xlsm", "a.xls", "a.csv", "名册.Csv"])
def test_spreadsheets_can_be_dropped(step, monkeypatch, tmp_path, name):
    taken = []
    monkeypatch.setattr(step.place, "_taken", taken.append)
    assert drop(step.place, mime(str(tmp_path / name))) == (True, True)
    assert taken == [tmp_path / name]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a", "xlsx", "a.xlsx.exe", "a.png", "a.ods"])
def test_what_is_no_spreadsheet_is_not_taken(step, monkeypatch, tmp_path, name):
    taken = []
    monkeypatch.setattr(step.place, "_taken", taken.append)
    assert drop(step.place, mime(str(tmp_path / name))) == (False, False)
    assert taken == []


@pytest.mark.parametrize("urls", [(), ("/a.xlsx", "/b.xlsx"), ("https://example.org/a.xlsx",)])
def test_none_several_and_far_away_files_are_not_taken(step, urls):
    assert drop(step.place, mime(*urls)) == (False, False)


def test_text_that_is_dropped_is_not_taken(step):
    data = QMimeData()
    data.setText("/a.xlsx")
    assert drop(step.place, data) == (False, False)


def test_a_dropped_roster_is_read(wizard, roster):
    wizard.page.begin()
    drop(wizard.page.file_step.place, mime(str(roster)))
    wizard.wait(lambda: wizard.task.file is not None)
    assert wizard.task.file.name == "花名册.xlsx"


@pytest.fixture
def chooser(monkeypatch):
    """The system's dialog: answers what it is told to, and keeps what it was asked."""
    asked = {}

    def choose(_parent, *, title, kinds):
        asked.update(title=title, kinds=kinds)
        return asked.get("answer")

    monkeypatch.setattr(file_step, "choose_open_file", choose)
    return asked


def test_the_dialog_offers_the_kinds_we_read(step, chooser):
    step.place.choose.click()
    assert chooser["title"] == "Choose a roster"
    assert all(f"*{suffix}" in chooser["kinds"] for suffix in file_step.SUFFIXES)


def test_a_file_chosen_in_the_dialog_is_read(wizard, chooser, roster):
    wizard.page.begin()
    chooser["answer"] = Path(roster)
    wizard.page.file_step.place.choose.click()
    wizard.wait(lambda: wizard.task.file is not None)


def test_a_dialog_that_is_left_changes_nothing(wizard, chooser, roster):
    wizard.read(roster)
    wizard.page.file_step.place.choose.click()
    assert wizard.task.file.name == "花名册.xlsx"


def test_a_file_handed_over_by_another_room_is_read_at_once(wizard, roster):
    wizard.page.open_record("import", str(roster))
    wizard.wait(lambda: wizard.task.file is not None)
    assert wizard.at() is wizard.page.file_step


def test_without_a_file_another_room_opens_the_first_step(page):
    page.open_record("import", "")
    assert page.wizard.isVisible()
    assert page.task.path is None


def test_a_roster_with_two_people_twice_is_still_read(wizard, a_book):
    wizard.read(a_book(居民=[HEAD, ZHANG, LI, ZHANG]))
    assert len(wizard.task.file.tables[0].lines) == 3
