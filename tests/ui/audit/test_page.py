from __future__ import annotations

import random
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from station_app.domain.audit.entries import ActKind
from station_app.domain.audit.heads import read_line
from tests.store.tampering import tamper
from ui.audit import making
from ui.kit.line_popup import LinePopup

NEWEST_FIRST = [
    "resident:record:registered",
    "resident:phone:shown",
    "resident:record:corrected",
    "resident:record:registered",
    "settings:station:changed",
]


def texts(panel):
    return "\n".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible())


def type_reason(widget, text):
    popup = widget.findChild(LinePopup)
    popup.line.setText(text)
    popup.keep.click()


def test_the_newest_entry_stands_first(hand):
    assert hand.acts() == NEWEST_FIRST
    assert hand.page.count.text() == "Entries: 5"


def test_an_entry_is_told_with_before_and_after_numbers_masked(hand):
    told = texts(hand.read(2))
    for words in (
        "Corrected particulars",
        "周文",
        "测试员",
        "desk",
        "石板小学",
        "Before and after",
    ):
        assert words in told
    assert "138****2222 → 138****4444" in told
    assert "13833334444" not in told
    assert "changed" in told  # the health, of which no more is told


def test_somebody_is_found_by_pinyin_and_his_entries_alone_are_listed(hand, qtbot):
    field = hand.page.filters.person
    qtbot.keyClicks(field, "zhouwen")
    hand.wait(lambda: field.offered.rowCount() == 1)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hand.listed(3)
    assert set(hand.acts()) == set(NEWEST_FIRST[1:4])
    assert field.text() == "周文"
    field.clear()
    hand.listed(5)


def test_a_file_leads_to_who_has_looked_at_it_and_back(hand, people, doings):
    hand.page.open_record("audit-of", people[0].id)
    hand.listed(3)
    assert hand.page.filters.person.text() == "周文"
    hand.read(0).go.click()
    assert doings.opened == [("resident", people[0].id)]


def test_kinds_staff_and_days_narrow_down_and_are_cleared_at_once(hand, clock):
    filters = hand.page.filters
    filters.kinds._take((ActKind.LOOK,))
    hand.listed(1)
    assert "Kind: looked at" in filters.words()
    filters.clear.click()
    hand.listed(5)
    hand.wait(lambda: filters.staff._choices)
    assert [choice.code for choice in filters.staff._choices] == ["测试员"]
    filters.days._take((date(2026, 2, 1), date(2026, 2, 28)))
    hand.listed(0)
    assert hand.page.empty.title.text() == "Nothing found"


def test_the_days_of_the_popup_are_taken_with_the_keyboard(hand, qtbot):
    chip = hand.page.filters.days
    chip.open()
    popup = chip._popup
    qtbot.keyClick(popup.spans[1], Qt.Key.Key_Space)
    assert chip.value() == (date(2026, 2, 28), date(2026, 2, 28))
    hand.listed(0)
    chip.open()
    chip._popup.since.line.setText("2026-03-01")
    chip._popup.until.line.setText("nonsense")
    chip._popup.show_own.click()
    assert chip._popup.until.problem()
    chip._popup.until.line.setText("20260228")
    chip._popup.show_own.click()
    assert chip.value() == (date(2026, 2, 28), date(2026, 3, 1))


def test_verifying_is_remembered_with_its_moment(hand):
    bar = hand.page.standing
    hand.wait(bar.line.text)
    assert bar.line.text() == "Not verified yet"
    bar.verify.click()
    assert bar.verify.toolTip() == "It is being verified."
    hand.wait(lambda: "Found whole on" in bar.line.text())
    assert bar.verify.isEnabled()


def test_a_fault_is_an_alarm_until_somebody_has_explained_it(hand, people):
    with hand.station.store.transaction() as tx:
        tamper(tx.session.connection(), "the facts changed", random.Random(1))
    bar = hand.page.standing
    bar.verify.click()
    hand.wait(bar.banner.isVisible)
    assert "An entry was changed" in bar.banner.text.text()
    bar.show_alarms.click()
    hand.listed(1)
    assert hand.acts() == ["audit:chain:faulty"]
    bar.explain.click()
    type_reason(bar.explain, "已报区民政局")
    hand.wait(lambda: not bar.banner.isVisible())
    assert hand.station.audit.standing().alarms == ()


def test_a_list_for_an_inspector_is_asked_why_and_noted(hand, tmp_path, monkeypatch):
    path = tmp_path / "out"
    monkeypatch.setattr(making, "choose_save_file", lambda *_, **__: path)
    hand.page.filters.kinds._take((ActKind.LOOK,))
    hand.listed(1)
    bar = hand.page.standing
    bar.export.menu_shown.actions()[0].trigger()
    type_reason(bar.export, "年度检查")
    hand.wait(path.with_name("out.xlsx").exists)
    hand.page.filters.clear.click()
    hand.listed(6)
    assert hand.acts()[0] == "audit:list:exported"
    assert "年度检查" in texts(hand.read(0))


def test_the_sheet_of_the_day_looked_for_is_saved(hand, tmp_path, monkeypatch):
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(making, "choose_save_file", lambda *_, **__: path)
    hand.page.filters.days._take((None, date(2026, 3, 1)))
    assert hand.page.standing.save_sheet.text() == "Save the sheet of 2026-03-01…"
    hand.page.standing.save_sheet.trigger()
    hand.wait(path.exists)
    assert path.read_bytes().startswith(b"%PDF-")


def test_archiving_asks_once_and_says_when_nothing_is_old_enough(hand, monkeypatch, operations):
    monkeypatch.setattr(making, "confirm", lambda *_, **__: False)
    hand.page.standing.archive_asked.emit()
    monkeypatch.setattr(making, "confirm", lambda *_, **__: True)
    failures = []
    operations.failed_unheard.connect(failures.append)
    hand.page.standing.archive_asked.emit()
    hand.wait(lambda: failures)
    assert failures[0].reason == "audit.nothing-to-archive"


def test_every_thing_is_reached_by_keys(hand, qtbot):
    page = hand.page
    actions = {action.shortcut().toString() for action in page.actions()}
    assert actions >= {"Ctrl+F", "Ctrl+P", "Ctrl+E", "F5", "F8"}
    page.filters.person.setFocus()
    qtbot.keyClick(page.filters.person, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    hand.wait(lambda: page.panel.entry() is not None)


def test_the_line_of_a_sheet_reads_back_and_nothing_else_does():
    line = "12  2026-03-01  " + " ".join(["ab12"] * 16)
    assert read_line(line).number == 12
    for wrong in ("", "12", "x " + "ab12 " * 16, line[:-1], "0 " + "ab12" * 16, line + " ab12"):
        assert read_line(wrong) is None
