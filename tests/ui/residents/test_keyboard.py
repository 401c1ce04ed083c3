"""A clerk who never touches the mouse: from the table to a new person, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from station_app.domain.residents.filters import ResidentFilter
from tests.ui.residents.hands import CTRL, Keyboard, names, press, wait_for_file, wait_for_names
from ui.kit.keys import registered_keys

MOST_STROKES = 85  # 41 of them are the name, the numbers and the address


@pytest.fixture
def keyboard(page, qtbot):
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table.view)
    return Keyboard(qtbot, page)


def above_the_first(page):
    """Put the cursor on no line: if they came before it, it stands on the first already."""
    page.table.view.setCurrentIndex(QModelIndex())


def in_form(page):
    task = page.side.task()
    return task is not None and task.task.form.isAncestorOf(QApplication.focusWidget())


def test_a_person_and_a_household_are_registered_by_keys_alone(
    station, page, keyboard, qtbot, capsys
):
    page.head.bar.new_button.click()  # Ctrl+N, which offscreen windows do not hear
    keyboard.strokes += 1
    qtbot.waitUntil(lambda: in_form(page))
    for text in ("单雅琴", "320000194001010028", "", "", "", "13800000001", "幸福里3-2-501"):
        keyboard.write(text)
        keyboard.enter()
    keyboard.enter(times=2)
    for text in ("local", "", "", "new household", "0012"):
        keyboard.write({"local": "in this"}.get(text, text))
        keyboard.enter()
    keyboard.save()
    qtbot.waitUntil(lambda: page.file.key() != "")
    file = station.lists.file(page.file.key())
    assert file.resident.living_text == "幸福里3幢2单元501室"
    assert file.household.members[0].is_head()
    with capsys.disabled():
        print(f"\nnew person and household: {keyboard.strokes} keys")  # noqa: T201 - the figure
    assert keyboard.strokes <= MOST_STROKES


def test_a_phone_is_corrected_by_keys_alone(station, three, page, keyboard, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    above_the_first(page)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    wait_for_file(qtbot, page, three[0])
    page.file.acts.correct_particulars()  # Ctrl+E
    qtbot.waitUntil(lambda: in_form(page))
    keyboard.enter(times=12)
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.write("13900000002")
    keyboard.save()
    qtbot.waitUntil(
        lambda: station.residents.resident(three[0].id).particulars.phone == "13900000002"
    )
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table.view)


def test_the_arrow_keys_go_from_file_to_file(three, page, keyboard, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    above_the_first(page)
    for person in three:
        keyboard.press(Qt.Key.Key_Down)
        page.table.view.opened.emit(person.seq)
        wait_for_file(qtbot, page, person)


def test_esc_gives_the_room_back_to_the_table(three, page, open_file, qtbot):
    open_file(three[0])
    assert page.side.isVisible()
    page.side.close_file()
    assert not page.side.isVisible()
    assert QApplication.focusWidget() is page.table.view


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Ctrl+N", "New resident"),
        ("Return", "Open the file of the line"),
        ("Ctrl+C", "Copy the lines as seen"),
        ("Esc", "Close the file"),
        ("Del", "Put the person shown into the bin"),
        ("Ctrl+E", "Correct the particulars"),
        ("Ctrl+M", "Move"),
        ("Ctrl+R", "Record a verification"),
        ("Ctrl+T", "Change the tags"),
        ("Ctrl+P", "Issue a certificate"),
        ("Alt+Left", "Back to the former person"),
        ("Ctrl+Backspace", "Clear all filters"),
    ],
)
def test_each_key_stands_in_the_sheet(page, keys, words):
    sheet = [set(entry) for group in registered_keys(page).values() for entry in group]
    assert any(words in entry for entry in sheet), keys


@pytest.mark.parametrize("is_working", [False, True])
def test_del_puts_away_only_who_is_being_read(station, three, page, open_file, qtbot, is_working):
    def binned():
        return station.residents.resident(three[0].id).is_binned

    open_file(three[0])
    if is_working:
        page.file.acts.move()
        qtbot.waitUntil(lambda: page.side.task() is not None)
    page.reading.discard_shown()
    qtbot.waitUntil(lambda: binned() or is_working)
    assert binned() is not is_working


def test_many_lines_are_copied_masked_and_told(three, page, qtbot, context):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.view.selectAll()
    press(qtbot, page.table.view, Qt.Key.Key_C, modifier=CTRL)
    qtbot.waitUntil(lambda: any("Copied 3" in said.text for said in context.notices.kept))
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("Name\tSex\tAge")
    assert not any("110000199001010013" in line or "13800000001" in line for line in lines)


def test_hidden_columns_are_not_copied(three, page, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    section = [each.key for each in page.table.model.columns].index("number")
    page.table.view.setColumnHidden(section, True)
    page.table.view.selectRow(0)
    with qtbot.waitSignal(page.table.view.copied):
        press(qtbot, page.table.view, Qt.Key.Key_C, modifier=CTRL)
    assert "110000" not in QGuiApplication.clipboard().text()


def test_an_export_of_nobody_says_why_not(page):
    assert not page.head.bar.exports.isEnabled()
    assert page.head.bar.exports.toolTip() == "There is nobody to export."


def lists_of(page):
    page.head.bar.lists._fill()
    return [each.text() for each in page.head.bar.lists.menu_shown.actions() if each.text()]


def test_a_list_needs_a_filter_first(three, page):
    assert lists_of(page)[-1] == "Keep these filters as a list (choose a filter first)"
    page.head.filters.set_value(ResidentFilter(sexes=("2",)))
    assert lists_of(page)[-1] == "Keep these filters as a list…"


@pytest.mark.parametrize(
    "chosen",
    [
        ResidentFilter(sexes=("2",)),
        ResidentFilter(tags=("party_member",), age_from=18),
        ResidentFilter(age_from=60, age_to=79),
        ResidentFilter(lacks_document=True),
        ResidentFilter(standings=("incomer", "settled")),
        ResidentFilter(binned=True),
    ],
)
def test_a_list_brings_back_exactly_its_filters(station, three, page, qtbot, chosen):
    page.head.filters.take(chosen)
    page.head.bar.lists.save("名单")
    qtbot.waitUntil(lambda: bool(page.head.bar.lists.saved()))
    page.head.filters.clear()
    page.head.bar.lists._fill()
    action = next(a for a in page.head.bar.lists.menu_shown.actions() if a.text() == "名单")
    action.trigger()
    assert page.head.filters.value() == chosen
    assert page.head.filters.clear_button.isVisible()


def test_everybody_comes_back_by_the_list_of_everybody(three, page, qtbot):
    page.head.filters.take(ResidentFilter(sexes=("2",)))
    wait_for_names(qtbot, page, ["曾娜", "张三"])
    page.head.bar.lists._fill()
    page.head.bar.lists.menu_shown.actions()[0].trigger()
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])


def test_a_list_kept_is_undone(three, page, qtbot, operations):
    page.head.filters.take(ResidentFilter(sexes=("2",)))
    page.head.bar.lists.save("女性")
    qtbot.waitUntil(lambda: bool(page.head.bar.lists.saved()))
    assert operations.latest_label() == "Kept the list “女性”"
    operations.undo()
    qtbot.waitUntil(lambda: page.head.bar.lists.saved() == ())


def test_an_unknown_kind_of_record_shows_everybody(three, page, qtbot):
    page.head.filters.take(ResidentFilter(sexes=("2",)))
    page.open_record("residents", "")
    qtbot.waitUntil(lambda: len(names(page)) == len(three))


def test_new_resident_asked_for_from_elsewhere_opens_the_form(page):
    page.open_record("new-resident", "")
    assert page.side.task().title.text() == "New resident"
