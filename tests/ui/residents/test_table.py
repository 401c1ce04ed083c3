from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from station_app.domain.residents.filters import ResidentFilter
from tests.factories import a_resident


def names(page):
    model = page.table.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def wait_for(qtbot, page, wanted):
    qtbot.waitUntil(lambda: names(page) == wanted)


def test_everybody_is_listed_in_the_order_of_pinyin(three, page, qtbot):
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])
    assert page.head.bar.count.text() == "3 people"


def test_a_line_shows_numbers_masked_and_states_in_words(three, page, qtbot):
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])
    line = page.table.model.line_at(0)
    shown = {column.key: column.seen(line) for column in page.table.model.columns}
    assert shown["number"] == "110000********0013"
    assert shown["phone"] == "138****0001"
    assert shown["age"] == "36"
    assert shown["sex"] == "男"
    assert shown["standing"] == "户籍人口"
    assert shown["tags"] == "党员"
    assert shown["address"] == "幸福里3幢1单元201室"


def test_clicking_a_header_sorts_in_the_store(three, page, qtbot):
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.view.sort_requested.emit("age", False)
    wait_for(qtbot, page, ["张三", "白富", "曾娜"])
    page.table.view.sort_requested.emit("age", True)
    wait_for(qtbot, page, ["曾娜", "白富", "张三"])


def test_who_changed_most_recently_comes_first(station, three, page, qtbot, clock):
    clock.moment = clock.moment.replace(hour=9)
    first = three[0]
    station.residents.keep_tags(first.id, (), version=first.version)
    page.table.show_recent()
    qtbot.waitUntil(lambda: names(page)[:1] == ["白富"])


def test_the_first_lines_come_before_all_keys(station, page, qtbot, monkeypatch):
    monkeypatch.setattr("ui.residents.enquiry.FIRST_KEYS", 2)
    for name in ("甲一", "乙二", "丙三"):
        a_resident(station, name, number="")
    seen = []
    page.table.model.modelReset.connect(lambda: seen.append(page.table.model.rowCount()))
    page.table.show_filter(ResidentFilter())
    qtbot.waitUntil(lambda: page.head.bar.count.text() == "3 people")
    assert seen == [2, 3]


def test_copying_takes_what_is_seen(three, page, qtbot):
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.view.selectRow(0)
    with qtbot.waitSignal(page.table.view.copied):
        qtbot.keyClick(page.table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "110000********0013" in copied
    assert "户籍人口" in copied
    assert "110000199001010013" not in copied


def test_a_change_made_elsewhere_is_shown(station, three, page, qtbot, context):
    a_resident(station, "丁四", number="")
    context.operations.touched.emit(
        station.residents.keep_tags(three[0].id, (), version=three[0].version).touched
    )
    wait_for(qtbot, page, ["白富", "丁四", "曾娜", "张三"])


def test_an_empty_register_leads_to_the_roster(page, doings):
    assert "Nobody is in the register" in page.head.nobody.title.text()
    page.head.nobody.bring_in.click()
    assert doings.opened == [("import", "")]


def test_filters_that_fit_nobody_can_be_taken_away(three, page, qtbot):
    page.head.filters.take(ResidentFilter(age_from=120))
    qtbot.waitUntil(lambda: "fits" in page.head.nobody.title.text())
    page.head.nobody.clear.click()
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])


def test_lines_selected_are_exported_alone(three, page, qtbot):
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])
    assert page.table.keys_to_export() == array("q", [1, 2, 3])
    page.table.view.selectAll()
    assert page.head.bar.selected.text() == "3 selected"
    assert list(page.table.keys_to_export()) == [1, 2, 3]


@pytest.mark.gui
def test_the_model_keeps_qts_rules(three, page, qtbot, qtmodeltester):
    wait_for(qtbot, page, ["白富", "曾娜", "张三"])
    qtmodeltester.check(page.table.model)
