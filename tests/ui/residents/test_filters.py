from __future__ import annotations

import pytest

from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from ui.kit.line_popup import LinePopup
from ui.residents.age_chip import ANY, BANDS, span_text


def names(page):
    model = page.table.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(page, condition, codes):
    chip = page.head.filters.chips[condition]
    chip.set_value(codes)
    chip.changed.emit()


def test_filters_combine(three, page, qtbot):
    choose(page, "sexes", ("2",))
    qtbot.waitUntil(lambda: names(page) == ["曾娜", "张三"])
    choose(page, "standings", ("incomer",))
    qtbot.waitUntil(lambda: names(page) == ["曾娜"])
    assert page.head.bar.count.text() == "1 person found"


def test_an_age_band_narrows(three, page, qtbot):
    page.head.filters.age.set_value((80, None))
    page.head.filters.age.changed.emit()
    qtbot.waitUntil(lambda: names(page) == ["张三"])


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_each_band_is_counted(three, page, qtbot):
    page.head.filters.age.open()
    qtbot.waitUntil(lambda: bool(page.head.filters.age._counts))
    assert page.head.filters.age._counts == dict(zip(BANDS, (1, 0, 1, 0, 1), strict=True))
    popup = page.head.filters.age._popup
    assert popup.bands[80, None].text().strip() == "80+   1"
    popup.first.setValue(30)
    popup.last.setValue(40)
    popup.first.editingFinished.emit()
    assert page.head.filters.age.value() == (30, 40)
    popup.close()


@pytest.mark.parametrize(("span", "text"), [((0, 13), "0–13"), ((80, None), "80+"), (ANY, "0+")])
def test_a_span_is_written_shortly(span, text):
    assert span_text(span) == text


def test_people_without_document_are_counted_and_found(three, page, qtbot):
    qtbot.waitUntil(lambda: page.head.filters.lacking.text().endswith("1"))
    page.head.filters.lacking.click()
    qtbot.waitUntil(lambda: names(page) == ["曾娜"])


def test_choices_are_counted_when_a_chip_opens(three, page, qtbot):
    chip = page.head.filters.chips["standings"]
    chip.opening.emit()
    qtbot.waitUntil(lambda: [choice.count for choice in chip._choices] == [2, 1])
    assert [choice.text for choice in chip._choices] == ["户籍人口", "流动人口"]


def test_a_choice_keeps_its_count_while_another_is_taken(three, page, qtbot):
    """The counts of a chip are those of what the other chips leave."""
    choose(page, "sexes", ("1",))
    chip = page.head.filters.chips["sexes"]
    chip.opening.emit()
    qtbot.waitUntil(lambda: [choice.count for choice in chip._choices] == [1, 2])


def test_grids_and_buildings_narrow(station, three, page, qtbot, context):
    grid = station.places.draw_grid(GridDraft(name="第一网格")).value
    building = station.places.buildings()[0].id
    context.operations.touched.emit(station.places.assign({building: grid}).touched)
    qtbot.waitUntil(lambda: bool(page.head.filters.chips["grids"]._choices))
    choose(page, "grids", (grid,))
    qtbot.waitUntil(lambda: names(page) == ["白富", "曾娜"])
    assert page.head.filters.chips["grids"].text() == "Grid: 第一网格"


def test_all_filters_are_cleared_at_once(three, page, qtbot):
    choose(page, "tags", ("party_member",))
    qtbot.waitUntil(lambda: names(page) == ["白富"])
    page.head.filters.clear_button.click()
    qtbot.waitUntil(lambda: names(page) == ["白富", "曾娜", "张三"])
    assert not page.head.filters.clear_button.isVisible()


def test_a_list_is_kept_opened_and_discarded(three, page, qtbot, context):
    page.head.filters.take(ResidentFilter(tags=("party_member",)))
    with qtbot.waitSignal(context.operations.performed):
        page.head.bar.lists.save("党员名单")
    qtbot.waitUntil(lambda: [each.name for each in page.head.bar.lists.saved()] == ["党员名单"])
    page.head.filters.clear()
    page.head.bar.lists.opened.emit(page.head.bar.lists.saved()[0].filter)
    qtbot.waitUntil(lambda: names(page) == ["白富"])
    with qtbot.waitSignal(context.operations.performed):
        page.head.bar.lists.discard(page.head.bar.lists.saved()[0])
    qtbot.waitUntil(lambda: page.head.bar.lists.saved() == ())
    context.operations.undo()
    qtbot.waitUntil(lambda: len(page.head.bar.lists.saved()) == 1)


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_a_list_is_named_beneath_its_button(three, page, qtbot):
    page.head.filters.take(ResidentFilter(sexes=("2",)))
    page.head.bar.lists.ask_name()
    asking = page.head.bar.lists.findChild(LinePopup)
    assert not asking.keep.isEnabled()
    asking.line.setText("女性")
    asking.keep.click()
    qtbot.waitUntil(lambda: [each.name for each in page.head.bar.lists.saved()] == ["女性"])


def test_restricted_tags_are_never_offered(page):
    codes = {choice.code for choice in page.words.tag_choices()}
    assert "party_member" in codes
    assert not codes & {"correction", "drug", "psychosis", "petition", "released"}


def test_codes_are_found_by_pinyin(page):
    han = next(each for each in page.words.choices("ethnicity") if each.code == "01")
    assert "hanzu" in han.also
    assert "hz" in han.also
