from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.kit.buttons import (
    Button,
    Choice,
    IconButton,
    MenuButton,
    SegmentedControl,
    ToggleChip,
)
from ui.kit.dialogs import FaultReport, Question
from ui.kit.empty_state import EmptyState
from ui.kit.filter_chip import FilterChip
from ui.kit.icons import Icon
from ui.kit.masked import MaskedLabel
from ui.kit.surfaces import Banner, Card, FlowLayout, Scroll, SidePanel, Toolbar
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, KeyHint, Pill, key_names


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def shown(qtbot):
    def show(widget, width=600, height=400):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
        return widget

    return show


def test_a_refused_button_says_why_and_can_be_allowed_again(shown):
    button = shown(Button("Issue", keys="Ctrl+I"))
    button.refuse("Moved out")
    assert (button.isEnabled(), button.toolTip()) == (False, "Moved out")
    button.refuse("")
    assert (button.isEnabled(), button.toolTip()) == (True, "Issue (Ctrl+I)")


def test_a_slot_is_called_without_the_argument_of_qt(shown, qtbot):
    told = []
    button = shown(Button("Do"))
    button.on_click(lambda *arguments: told.append(arguments))
    click(qtbot, button)
    assert told == [()]


def test_an_icon_button_has_a_name(shown):
    button = shown(IconButton(Icon.CLOSE, "Close", keys="Ctrl+W"))
    assert button.accessibleName() == "Close"
    button.show_icon(Icon.OPEN, "Open")
    assert (button.accessibleName(), button.toolTip()) == ("Open", "Open")


def test_a_menu_button_opens_its_menu(shown, qtbot):
    button = shown(MenuButton("More"))
    button.menu_shown.addAction("Delete")
    click(qtbot, button)
    assert button.menu_shown.isVisible()
    button.menu_shown.close()


@pytest.fixture
def segments(shown):
    return shown(SegmentedControl([Choice("a", "A"), Choice("b", "B"), Choice("c", "C")]))


def test_the_first_segment_is_taken_at_first(segments):
    assert segments.value() == "a"


def test_a_segment_clicked_is_told(segments, qtbot):
    with qtbot.waitSignal(segments.changed) as changed:
        click(qtbot, segments.findChildren(QPushButton)[1])
    assert changed.args == ["b"]
    assert segments.value() == "b"


def test_arrow_keys_move_round_the_ends(segments, qtbot):
    first = segments.findChildren(QPushButton)[0]
    first.setFocus()
    with qtbot.waitSignal(segments.changed):
        QTest.keyClick(first, Qt.Key.Key_Left)
    assert segments.value() == "c"


def test_a_value_set_by_the_program_is_not_told(segments, qtbot):
    with qtbot.assertNotEmitted(segments.changed):
        segments.set_value("c")
    assert segments.value() == "c"


def test_a_toggle_shows_its_count(shown):
    chip = shown(ToggleChip("Without card"))
    chip.set_count(1_234)
    assert chip.text() == "Without card  1,234"
    chip.set_count(None)
    assert chip.text() == "Without card"
    chip.setChecked(True)
    assert chip.property("active") == "true"


@pytest.fixture
def chip(shown):
    made = shown(FilterChip("Grid"))
    made.set_choices([Choice(str(n), f"Grid {n}", n, also=f"wg{n}") for n in range(12)])
    return made


def test_a_filter_says_what_is_taken(chip):
    assert chip.text() == "Grid"
    chip.set_value(["1"])
    assert chip.text() == "Grid: Grid 1"
    chip.set_value(["1", "2", "3"])
    assert chip.text() == "Grid: Grid 1、Grid 2 +1"
    assert chip.property("active") == "true"


def test_a_choice_ticked_is_told(chip, qtbot):
    with qtbot.waitSignal(chip.opening):
        chip.open()
    popup = chip._popup
    with qtbot.waitSignal(chip.changed):
        popup._flip(popup._list.item(3))
    assert chip.value() == ("3",)
    with qtbot.waitSignal(chip.changed):
        click(qtbot, popup._clear)
    assert chip.value() == ()
    popup.close()


def test_a_long_list_is_narrowed_by_typing(chip):
    chip.open()
    popup = chip._popup
    popup._find.setText("wg11")
    seen = [item.text() for item in popup._items() if not item.isHidden()]
    assert seen == ["Grid 11   11"]
    popup._tick_first()
    assert chip.value() == ("11",)
    popup.close()


def test_counts_may_arrive_while_the_list_is_open(chip):
    chip.open()
    chip.set_choices([Choice("1", "Grid 1", 99)])
    assert chip._popup._list.item(0).text() == "Grid 1   99"
    chip._popup.close()


def test_a_masked_number_is_shown_when_the_page_gives_it(shown, qtbot):
    masked = shown(MaskedLabel("110***********123X"))
    with qtbot.waitSignal(masked.show_asked):
        click(qtbot, masked.toggle)
    assert masked.value_label.text() == "110***********123X"
    masked.reveal("11000019900101123X")
    assert masked.value_label.text() == "11000019900101123X"
    click(qtbot, masked.toggle)
    assert masked.value_label.text() == "110***********123X"


def test_a_shown_number_is_masked_again_by_itself(shown, qtbot):
    masked = shown(MaskedLabel("***"))
    masked._over.setInterval(30)
    masked.reveal("123")
    qtbot.waitUntil(lambda: not masked.is_revealed())
    assert masked.value_label.text() == "***"


def test_another_person_masks_the_number_of_the_former(shown):
    masked = shown(MaskedLabel("***"))
    masked.reveal("123")
    masked.set_masked("")
    assert masked.value_label.text() == ""
    assert not masked.toggle.isVisible()


def test_an_empty_state_offers_the_first_thing_to_do(shown, qtbot):
    told = []
    empty = shown(EmptyState(Icon.PEOPLE, "Nobody", "Import"))
    button = empty.add_action("Import", lambda: told.append(1))
    click(qtbot, button)
    assert told == [1]
    empty.say(Icon.SEARCH, "Nothing found")
    assert empty.title.text() == "Nothing found"


def test_things_flow_into_the_next_row(shown):
    holder = QWidget()
    flow = FlowLayout(holder)
    for n in range(6):
        flow.addWidget(QPushButton(f"Button {n}"))
    shown(holder, 240, 300)
    rows = {flow.itemAt(at).geometry().y() for at in range(6)}
    assert len(rows) >= 2
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(10_000) < flow.heightForWidth(240)
    flow.clear()
    assert flow.count() == 0


def test_a_page_that_fits_from_the_first_has_its_margin(shown):
    page = shown(Scroll(margin=Space.L))
    card = Card("")
    page.body.addWidget(card)
    page.resize(400, 300)
    place = card.mapTo(page, card.rect().topLeft())
    assert (place.x(), place.y()) == (Space.L, Space.L)


def test_a_side_panel_says_whose_it_is_and_can_be_closed(shown, qtbot):
    panel = shown(SidePanel())
    panel.show_heading("王秀英", "女")
    assert panel.subtitle.isVisible()
    panel.show_heading("王秀英")
    assert not panel.subtitle.isVisible()
    with qtbot.waitSignal(panel.closed):
        click(qtbot, panel.close_button)


def test_a_banner_goes_when_there_is_nothing_to_say(shown, qtbot):
    told = []
    banner = shown(Banner("Old facts", Tone.WARN))
    click(qtbot, banner.add_action("Verify", lambda: told.append(1)))
    assert told == [1]
    banner.say("")
    assert not banner.isVisible()


def test_a_card_without_a_title_has_none(shown):
    assert not shown(Card()).title.isVisible()
    assert shown(Card("Identity")).title.isVisible()


def test_a_toolbar_button_does_its_work(shown, qtbot):
    told = []
    bar = shown(Toolbar())
    bar.add(QLabel("Residents"), 1)
    bar.add_stretch()
    click(qtbot, bar.add_button("New", lambda: told.append(1), meaning=Icon.ADD))
    assert told == [1]


def test_a_pill_says_its_word_to_screen_readers(shown):
    pill = Pill("常住", Tone.OK)
    assert pill.accessibleName() == pill.text() == "常住"
    pill.say("搬离", Tone.NEUTRAL)
    assert pill.accessibleName() == "搬离"
    assert pill.sizeHint().width() > 20


def test_a_label_too_long_is_shortened_and_has_a_tip(shown):
    label = shown(ElidedLabel("幸福里三幢二单元五〇一室" * 5), 120, 30)
    label.grab()
    assert label.toolTip() == label.text()


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("Ctrl+K", ["Ctrl", "K"]),
        ("Ctrl+Shift+N", ["Ctrl", "Shift", "N"]),
        ("Ctrl++", ["Ctrl", "+"]),
    ],
)
def test_keys_are_drawn_one_by_one(keys, caps):
    assert list(key_names(QKeySequence(keys))) == caps


def test_a_key_hint_has_a_cap_for_each_key(shown):
    assert len(shown(KeyHint("Ctrl+K")).findChildren(QLabel)) == 2


def test_a_dangerous_question_waits_on_cancel(shown, qtbot):
    asked = Question(None, title="Delete", text="王秀英", action="Delete")
    shown(asked)
    assert asked.refuse.hasFocus()
    with qtbot.waitSignal(asked.accepted):
        click(qtbot, asked.accept_button)


def test_a_harmless_question_waits_on_its_action(shown, qtbot):
    asked = Question(None, title="Send", text="file 3", action="Send", is_danger=False)
    shown(asked)
    assert asked.accept_button.hasFocus()
    with qtbot.waitSignal(asked.rejected):
        click(qtbot, asked.refuse)


def test_a_fault_report_can_be_copied(shown, qtbot):
    fault = FaultReport(None, "KeyError\n  ui/x.py:1 f")
    shown(fault)
    click(qtbot, fault.copy)
    assert QGuiApplication.clipboard().text().startswith("KeyError")
    with qtbot.waitSignal(fault.accepted):
        click(qtbot, fault.go_on)


def test_a_shown_number_out_of_sight_is_masked_again_at_once(shown):
    masked = shown(MaskedLabel("***"))
    masked.reveal("123")
    masked.hide()
    assert masked.value_label.text() == "***"
    masked.reveal("123")
    assert masked.value_label.text() == "***", "it came when nobody looked any more"


def test_a_shown_number_is_copied_only_by_asking_for_it(shown, qtbot):
    masked = shown(MaskedLabel("***", is_copied=True))
    assert not masked.copy.isVisible()
    masked.reveal("123")
    assert masked.value_label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    with qtbot.waitSignal(masked.copy_asked):
        click(qtbot, masked.copy)
    masked.hide_value()
    assert not masked.copy.isVisible()


def test_where_nobody_may_copy_there_is_no_button(shown):
    masked = shown(MaskedLabel("***"))
    masked.reveal("123")
    assert not masked.copy.isVisible()
