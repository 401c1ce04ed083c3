"""The catalogue on a real station: found, told, corrected, retired, printed, refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.items import Material, id_of_shipped
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.services.counter.items import Start
from station_app.services.draft_records import draft_from
from tests.factories import TODAY
from tests.ui.fitting import complaints
from ui.counter.items_view import ItemsView
from ui.kit.drafts import DraftBox
from ui.kit.handing_out import Outlets

DIBAO, NOISE = id_of_shipped("minimum-living"), id_of_shipped("noise")


@pytest.fixture
def saved(tmp_path):
    return tmp_path / "guide.pdf"


@pytest.fixture
def make(qtbot, station, context, saved):
    """Return a function that opens the room."""

    def made(context=context):
        outlets = Outlets(lambda *_a, **_w: None, lambda *_a, **_w: saved)
        page = ItemsView(station, context, outlets)
        qtbot.addWidget(page)
        page.resize(1366, 640)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.arrive()
        qtbot.waitUntil(lambda: page.catalogue.model.rowCount() > 0)
        return page

    return made


@pytest.fixture
def page(make):
    return make()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def find(qtbot, page, words, count):
    page.catalogue.bar.text.setText(words)
    qtbot.waitUntil(lambda: page.catalogue.model.rowCount() == count)


def told(page):
    """Return all that the guide says."""
    return "\n".join(each.text() for each in page.catalogue.panel.findChildren(QLabel))


def show(qtbot, page, key):
    page.open_record("item", key)
    panel = page.catalogue.panel
    qtbot.waitUntil(lambda: panel.line() is not None and panel.line().item.id == key)


def at_work(qtbot, page, key=DIBAO):
    show(qtbot, page, key)
    page.begin_correction()
    return page.form


def test_all_items_are_there_with_counts_by_line(page):
    tree = page.catalogue.tree
    counts = {code: item.text(1) for code, item in tree.items.items()}
    total = page.catalogue.model.rowCount()
    assert counts[""] == str(total)
    assert sum(int(count) for code, count in counts.items() if code) == total
    assert len(counts) == 11
    assert page.catalogue.panel.line() is not None


def test_the_cursor_waits_in_the_search_and_enter_leads_to_the_guide(qtbot, page):
    assert page.catalogue.bar.text.hasFocus()
    find(qtbot, page, "dibao", 3)
    press(Qt.Key.Key_Return)
    assert page.catalogue.table.hasFocus()
    assert page.catalogue.panel.title.text() == "最低生活保障申请协助"
    press(Qt.Key.Key_Return)
    assert page.catalogue.panel.sheet.hasFocus()


def test_the_guide_tells_materials_times_and_the_day_due(qtbot, page):
    find(qtbot, page, "低保", 3)
    text = told(page)
    for expected in ("申请书", "30 working days", "due 2026-04-13", "民发〔2021〕57号", "民政办"):
        assert expected in text
    assert "provisional" not in text


def test_a_day_in_a_year_whose_holidays_are_unknown_is_provisional(qtbot, page, clock):
    clock.moment = clock.moment.replace(month=12, day=20)
    find(qtbot, page, "低保", 3)
    assert "(provisional)" in told(page)


def test_a_line_shows_its_items_only_and_an_empty_one_what_to_do(qtbot, page):
    tree, model = page.catalogue.tree, page.catalogue.model
    tree.setFocus()
    tree.choose("culture")
    assert model.rowCount() == 1
    tree.choose("adhoc")
    assert model.rowCount() == 0
    assert page.catalogue.empty.isVisible()
    assert "Ctrl+N" in page.catalogue.empty.text.text()
    page.catalogue.show_all.click()
    assert model.rowCount() > 30


def test_nothing_found_says_so(qtbot, page):
    find(qtbot, page, "qqxxyy", 0)
    assert page.catalogue.empty.title.text() == "Nothing is called that"
    assert page.catalogue.panel.line() is None


def test_what_may_not_be_issued_is_said_with_the_way_to_the_slip(qtbot, page, doings):
    page.catalogue.bar.text.setText("健在证明")
    banner = page.catalogue.bar.refused
    qtbot.waitUntil(banner.isVisible, timeout=15000)
    assert "健在证明 → " in banner.text.text()
    page.catalogue.bar.slip_asked.emit(page.catalogue.bar.words())
    assert doings.opened == [("refusal-for", "健在证明")]
    page.catalogue.bar.text.setText("低保")
    qtbot.waitUntil(banner.isHidden)


def test_a_correction_makes_a_version_that_says_what_changed(qtbot, page, station):
    form = at_work(qtbot, page)
    form.fee.set_value("五元")
    form.reason.set_value("新文件")
    form.promised.set_value(TimeLimit(5, Counted.CALENDAR))
    form.name.editor.setFocus()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(station.items.item(DIBAO).versions) == 2)
    qtbot.waitUntil(lambda: "五元" in told(page))
    assert not page.is_editing()
    page.catalogue.panel.shown.changed.emit("versions")
    text = told(page)
    for expected in ("新文件 · 测试员", "− 不收费", "+ 五元", "+ 5 calendar days"):
        assert expected in text
    held = station.items.item(DIBAO).on(TODAY).particulars
    assert held.promised == TimeLimit(5, Counted.CALENDAR)


def test_a_correction_is_undone_by_the_shells_key(qtbot, page, station, operations):
    form = at_work(qtbot, page)
    form.fee.set_value("五元")
    form.reason.set_value("x")
    form.submitted.emit()
    qtbot.waitUntil(operations.can_undo)
    operations.undo()
    qtbot.waitUntil(lambda: len(station.items.item(DIBAO).versions) == 1)
    qtbot.waitUntil(lambda: "五元" not in told(page))


def test_materials_are_rows_that_are_added_and_taken_out(qtbot, page, station):
    form = at_work(qtbot, page, NOISE)
    form.materials.add.click()
    assert form.fields["materials.0.name"].editor.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "a")
    press(Qt.Key.Key_Return)
    assert form.fields["materials.0.form"].editor.hasFocus()
    form.materials.add.click()
    form.materials.add.click()
    form.fields["materials.2.name"].set_value("录音")
    form.materials.take_out(0)
    form.reason.set_value("x")
    form.submitted.emit()
    qtbot.waitUntil(lambda: len(station.items.item(NOISE).versions) == 2)
    held = station.items.item(NOISE).on(TODAY).particulars
    assert held.materials == (Material(name="录音"),)


def test_what_is_wrong_stands_beside_its_row_although_an_empty_one_is_before_it(qtbot, page):
    form = at_work(qtbot, page, NOISE)
    form.materials.add.click()
    form.materials.add.click()
    form.fields["materials.1.name"].set_value("其他材料")
    form.submitted.emit()
    qtbot.waitUntil(lambda: bool(form.note("materials.1.name")))
    assert "Name what is meant" in form.note("materials.1.name")
    assert form.note("reason") == "This is needed."
    assert form.note("materials.0.name") == ""
    assert page.is_editing()


def test_saying_the_same_is_refused_in_words(qtbot, page, doings):
    form = at_work(qtbot, page)
    form.reason.set_value("x")
    form.submitted.emit()
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert doings.failures[0].reason == "item.unchanged"


def test_what_was_typed_and_left_is_there_again(qtbot, page, context):
    form = at_work(qtbot, page)
    form.fee.set_value("五元")
    assert page.has_unsaved()
    form.fee.editor.setFocus()
    press(Qt.Key.Key_Escape)
    assert not page.is_editing()
    assert context.notices.shown()[-1].text() == "Left without saving."
    page.begin_correction()
    assert form.fee.value() == "五元"
    assert form.is_dirty()


def test_leaving_an_untouched_form_says_nothing(qtbot, page, context):
    form = at_work(qtbot, page)
    assert not form.is_dirty()
    form.left.emit()
    assert context.notices.shown() == []


def test_a_new_item_begins_in_the_line_that_is_chosen(qtbot, page, station):
    tree = page.catalogue.tree
    tree.choose("adhoc")
    page.catalogue.bar.new_button.click()
    form = page.form
    assert form.line.value() == "adhoc"
    assert form.name.editor.hasFocus()
    draft = replace(
        station.items.item(NOISE).on(TODAY).particulars, name="共享雨伞", aliases=("借伞",)
    )
    form.fill(form.draft().__class__(draft, Start(valid_from=TODAY, reason="新设")))
    form.submitted.emit()
    qtbot.waitUntil(lambda: page.catalogue.panel.title.text() == "共享雨伞")
    assert not page.is_editing()


def test_an_item_is_retired_with_a_reason_and_brought_back(qtbot, page, station):
    show(qtbot, page, NOISE)
    panel = page.catalogue.panel
    panel.retire.click()
    assert panel.reason.reason.line.hasFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.reason.reason.problem() == "This is needed.")
    panel.reason.reason.set_value("归城管")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not station.items.item(NOISE).is_offered(TODAY))
    qtbot.waitUntil(panel.bring_back.isVisible)
    assert not panel.reason.isVisible()
    panel.bring_back.click()
    qtbot.waitUntil(lambda: station.items.item(NOISE).is_offered(TODAY))


def test_retired_items_are_shown_only_when_asked_for(qtbot, page, station):
    station.items.retire(NOISE, "归城管", version=0)
    page.catalogue.refresh()
    find(qtbot, page, "噪声", 0)
    page.catalogue.bar.retired.click()
    qtbot.waitUntil(lambda: page.catalogue.model.rowCount() == 1)


def test_the_guide_sheet_is_shown_and_the_same_bytes_saved(qtbot, page, saved):
    show(qtbot, page, DIBAO)
    page.catalogue.print_sheet()
    sheet = page.catalogue.sheet
    qtbot.waitUntil(lambda: sheet.panel.handout() is not None, timeout=20000)
    assert sheet.panel.handout().title == "办事指南 最低生活保障申请协助"
    page.catalogue.save_sheet()
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes() == sheet.panel.handout().pdf
    sheet.close_button.click()
    assert page.catalogue.side.currentWidget() is page.catalogue.panel


def test_whoever_may_not_change_items_is_told_why_and_may_read(qtbot, make, context):
    refused = "A supervisor does this."
    context.gate.judge_by(
        lambda need: refused if need in {Permission.ITEM_CHANGE, Permission.REFUSAL_GIVE} else ""
    )
    page = make()
    panel = page.catalogue.panel
    for button in (panel.edit, panel.retire, page.catalogue.bar.new_button):
        assert not button.isEnabled()
        assert button.toolTip() == refused
    page.begin_correction()
    page.begin_new()
    assert not page.is_editing()
    assert panel.sheet.isEnabled()


def test_nothing_is_cut_off(qtbot, language, make):
    page = make()
    find(qtbot, page, "低保", 3)
    assert complaints(page) == []
    page.begin_correction()
    assert complaints(page) == []


def test_a_version_to_come_is_corrected_from_its_own_day(qtbot, page, station):
    latest = station.items.item(DIBAO).versions[0]
    start = Start(valid_from=date(2026, 7, 1), reason="七月起")
    draft = replace(latest.particulars, fee="五元")
    station.items.correct(DIBAO, draft, start, seen=latest.id)
    page.catalogue.refresh()
    form = at_work(qtbot, page)
    assert form.valid_from.value() == date(2026, 7, 1)
    assert form.fee.value() == "五元"


def test_what_was_typed_outlives_the_program(qtbot, make, station, context, jobs):
    """What is kept on the disk is offered by the next window."""

    def boxed():
        return replace(
            context, drafts=DraftBox(lambda: station.drafts, jobs, draft_from, context.operations)
        )

    first = make(boxed())
    form = at_work(qtbot, first)
    form.materials.add.click()
    form.fields["materials.7.name"].set_value("录音")
    first._drafts.keep()
    first.form.left.emit()
    after = boxed()
    with qtbot.waitSignal(after.drafts.found) as found:
        after.drafts.look()
    assert [each.key for each in found.args[0]] == [f"item:{DIBAO}"]
    other = make(after)
    other.open_record("correct-item", DIBAO)
    qtbot.waitUntil(other.is_editing)
    assert other.form.draft().draft.materials[-1] == Material(name="录音")
    other.form.reason.set_value("x")
    other.form.submitted.emit()
    qtbot.waitUntil(lambda: len(station.items.item(DIBAO).versions) == 2)
    qtbot.waitUntil(lambda: station.drafts.kept() == ())


def test_a_new_item_can_be_gone_on_with(qtbot, page):
    page.open_record("new-item", "")
    assert page.is_editing()
    page.form.name.set_value("共享雨伞")
    page.open_record("item", NOISE)
    qtbot.waitUntil(lambda: page.catalogue.panel.title.text() == "噪声扰民投诉")
    page.open_record("new-item", "")
    assert page.form.name.value() == "共享雨伞"
