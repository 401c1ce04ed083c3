"""Conflicts reviewed in the window, with the keyboard alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

import station_app.store.migrations.tables  # noqa: F401 - the declaration is held against them
from station_app.domain.sync.review import (
    DELETE,
    OTHER,
    RESTORE,
    CaseKind,
    Edit,
    ReviewCase,
    ReviewChoice,
    ReviewOption,
    ReviewPoint,
    ValueKind,
)
from station_app.store.sync.declaration import ColumnKind, read_declaration
from tests.services.sync.replicas import Replica, exchange
from tests.ui.fitting import complaints
from ui.kit.masked import MaskedLabel
from ui.sync import review_words as words
from ui.sync.review_card import PointCard
from ui.sync.review_marks import MarkedText, marks_in
from ui.sync.review_view import ReviewView

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pair(tmp_path, clock, key, empty_store):
    """A desk and a laptop that have heard of one another."""
    one, other = (
        Replica(tmp_path, name, clock, key=key, empty_store=empty_store)
        for name in ("desk", "laptop")
    )
    one.meet(other)
    other.meet(one)
    yield one, other
    one.station.close()
    other.station.close()


@pytest.fixture
def people(pair, clock):
    """Two people about whom desk and laptop say different things."""
    one, other = pair
    first = one.register("曾小贤", phone="13800000000", note="a", employer="小学")
    second = one.register("胡一菲")
    exchange(one, other)
    one.correct(first, phone="13811111111", note="b", employer="中学")
    one.people.note_death(second, date(2026, 2, 1), version=one.person(second).version)
    clock.moment += timedelta(hours=1)
    other.correct(first, phone="13822222222", note="c", employer="大学")
    other.people.note_death(second, date(2026, 2, 2), version=other.person(second).version)
    exchange(one, other)
    clock.moment += timedelta(days=2)
    return first, second


@pytest.fixture
def view(qtbot, pair, people, context):
    view = ReviewView(pair[0].review, context)
    qtbot.addWidget(view)
    view.resize(1366, 640)
    counts = []
    view.counted.connect(counts.append)
    view.show()
    view.activateWindow()
    view.arrive()
    qtbot.waitUntil(lambda: counts == [4])
    qtbot.waitUntil(view.cases.table.hasFocus)
    return view


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def columns(view):
    return [card.point.column for card in view.panel.cards]


def chosen(view):
    """Return the ends of the texts chosen, a dash where nothing is."""
    told = []
    for card in view.panel.cards:
        choice = card.choice()
        texts = {option.key: option.text for option in card.point.options}
        told.append("-" if choice is None else texts.get(choice.option, choice.value)[-4:])
    return told


def decided(qtbot, view, count):
    with qtbot.waitSignal(view.counted, check_params_cb=lambda left: left == count):
        press(Qt.Key.Key_Return, CTRL)


def read(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def test_cases_are_listed_with_what_is_open_and_how_long(view):
    model = view.cases.model
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert rows == [["曾小贤", "3", "2 days"], ["胡一菲", "1", "2 days"]]
    assert columns(view) == ["employer", "phone", "note"]


def test_what_is_proposed_is_chosen_first(view):
    assert chosen(view) == ["大学", "2222", "c"]


def test_all_is_decided_by_keys(qtbot, view, pair, people):
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_0)
    assert chosen(view) == ["中学", "1111", "-"]
    decided(qtbot, view, 2)
    kept = pair[0].person(people[0]).particulars
    assert (kept.employer, kept.phone[-4:], kept.note) == ("中学", "1111", "c")
    qtbot.waitUntil(lambda: columns(view) == ["note"])
    # what was left for later stays so
    assert chosen(view) == ["-"]


def test_enter_leads_from_question_to_question_and_to_the_button(view):
    press(Qt.Key.Key_Return)
    for card in view.panel.cards:
        assert QApplication.focusWidget() is card
        press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.panel.decide
    press(Qt.Key.Key_Escape)
    assert view.cases.table.hasFocus()


def test_result_is_told_and_taken_back(qtbot, view, pair, people, context):
    labels = []
    context.operations.performed.connect(lambda label, step: labels.append((label, step)))
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)
    decided(qtbot, view, 1)
    label, step = labels[0]
    assert label == "Decided: 曾小贤 (3)"
    assert pair[0].person(people[0]).particulars.employer == "中学"
    with qtbot.waitSignal(context.operations.undone):
        context.operations.undo(step)
    assert pair[0].person(people[0]).particulars.employer == "大学"


def test_cursor_goes_on_with_what_is_open_and_nowhere_else(qtbot, view):
    beside = QPushButton("Undo", view.window())  # as a notice has it
    beside.show()
    press(Qt.Key.Key_Return)
    decided(qtbot, view, 1)
    qtbot.waitUntil(lambda: QApplication.focusWidget() in view.panel.cards)
    press(Qt.Key.Key_1)
    decided(qtbot, view, 0)
    qtbot.waitUntil(view.hasFocus)


def test_something_else_is_typed(qtbot, view, pair, people):
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_3)
    QApplication.focusWidget().insert("幼儿园")  # as an input method does
    assert view.has_unsaved()
    decided(qtbot, view, 1)
    assert pair[0].person(people[0]).particulars.employer == "幼儿园"
    assert not view.has_unsaved()


def test_line_for_something_else_is_brought_into_sight(qtbot, view):
    view.resize(910, 260)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_3)
    line = view.panel.cards[0].other
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_what_cannot_stand_is_refused_beside_it(qtbot, view, pair, people):
    card = view.panel.cards[0]
    card.choose(OTHER)
    card.other.setText("校" * 121)
    view.decide()
    qtbot.waitUntil(lambda: card.note.text() == "⚠ This is too long.")
    assert pair[0].review.count() == 4
    card.other.setText("校")
    assert card.note.text() == ""


def test_nothing_is_proposed_for_a_death(qtbot, view):
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: columns(view) == ["died_on"])
    assert chosen(view) == ["-"]
    assert not view.panel.decide.isEnabled()
    said = "Nothing is proposed here: look at it and choose."
    qtbot.waitUntil(lambda: said in read(view.panel))
    assert not view.cases.take.isEnabled()


def test_proposals_of_the_selected_are_taken_at_once(qtbot, view, pair, people):
    view.cases.table.selectAll()
    with qtbot.waitSignal(view.counted, check_params_cb=lambda left: left == 1):
        press(Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert pair[0].person(people[0]).particulars.phone == "13822222222"


def test_choices_are_kept_while_others_are_looked_at(qtbot, view):
    view.panel.cards[0].choose("")
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: columns(view) == ["died_on"])
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: columns(view) == ["employer", "phone", "note"])
    assert chosen(view) == ["-", "2222", "c"]


def test_question_that_has_changed_meanwhile_is_asked_again(qtbot, view, pair, people):
    one, other = pair
    other.correct(people[0], employer="技校")
    other.send(one)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(view.banner.isVisible)
    qtbot.waitUntil(lambda: columns(view) == ["phone", "note"])
    assert one.person(people[0]).particulars.phone == "13822222222"


def test_numbers_are_shown_when_asked_for(qtbot, view, pair):
    masked = view.panel.cards[1].findChildren(MaskedLabel)[0]
    masked.toggle.click()
    qtbot.waitUntil(masked.is_revealed)
    assert masked.value_label.text() == "13811111111"
    noted = "SELECT count(*) FROM audit_entry WHERE act = 'exchange:conflict:shown'"
    assert pair[0].rows(noted) == [(1,)]


def test_record_is_opened(view, people, doings):
    view.panel.open.click()
    assert doings.opened == [("resident", people[0])]


def test_nothing_to_review_is_said(qtbot, view, pair):
    points = pair[0].points()
    pair[0].review.resolve(
        [ReviewChoice(point=each.id, option=each.options[0].key) for each in points]
    )
    with qtbot.waitSignal(view.counted, check_params_cb=lambda left: left == 0):
        view.refresh()
    assert "Nothing to review" in read(view)


def test_everything_can_be_read(language, qtbot, pair, people, context):
    view = ReviewView(pair[0].review, context)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.counted):
        view.show()
    assert complaints(view) == []


def an_option(key, text="", **told):
    return ReviewOption(key=key, text=text, at=NOON, **told)


def a_point(**told):
    usual = {
        "id": "p",
        "table": "resident",
        "record": "1",
        "column": "note",
        "kind": ValueKind.TEXT,
        "options": (an_option("a", "甲"), an_option("b", "乙")),
    }
    return ReviewPoint(**{**usual, **told})


@pytest.fixture
def card(qtbot):
    def make(**told):
        made = PointCard(a_point(**told), None, None)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_deletion_shows_what_would_be_lost(card):
    edits = tuple(Edit(column="note", kind=ValueKind.TEXT, text=str(n)) for n in range(7))
    options = (an_option(RESTORE, edits=edits), an_option(DELETE, stands=True, is_own=True))
    shown = card(column="", options=options)
    texts = read(shown)
    assert "Person · deleted while it was edited" in texts
    assert {"Bring it back", "Leave it deleted", "Here", "Elsewhere"} <= set(texts)
    assert "Remarks: 4" in texts
    assert "Remarks: 5" not in texts
    assert "and 2 more" in texts


def test_arrows_stop_at_the_ends(card):
    shown = card()
    for key, expected in (
        (Qt.Key.Key_Left, "b"),
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Left, "a"),
        (Qt.Key.Key_Left, "a"),
        (Qt.Key.Key_Delete, None),
        (Qt.Key.Key_Right, "a"),
    ):
        QTest.keyClick(shown, key)
        choice = shown.choice()
        assert (None if choice is None else choice.option) == expected


def test_answer_is_chosen_where_it_is_clicked(card):
    shown = card()
    QTest.mouseClick(shown.boxes[1], Qt.MouseButton.LeftButton)
    assert shown.choice().option == "b"
    shown.later.click()
    assert shown.choice() is None


def test_what_is_unknown_or_empty_is_said(card):
    assert "not known" in read(card())
    assert "–" in read(card(before=""))


def test_what_was_decided_beside_a_gap_says_so(card):
    shown = card(is_decided=True, proposed="a")
    assert any(text.startswith("Decided here.") for text in read(shown))


def test_every_exchanged_field_has_a_name():
    for table in read_declaration().tables:
        assert table.name in words.TABLES
        for column in table.columns:
            is_asked = column.kind is ColumnKind.PLAIN and not table.is_log
            assert not is_asked or column.name in words.FIELDS, (table.name, column.name)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        (ValueKind.TEXT, "", "–"),
        (ValueKind.TEXT, "甲", "甲"),
        (ValueKind.TRUTH, "1", "yes"),
        (ValueKind.TRUTH, "", "not known"),
        (ValueKind.FILE, "12345", "12,345 bytes"),
    ],
)
def test_values_are_worded(kind, text, told):
    assert words.value_text("resident", "note", kind, text) == told


def test_codes_without_a_table_are_worded():
    assert words.value_text("household", "kind", ValueKind.TEXT, "collective") == "集体户"
    assert words.value_text("certificate", "state", ValueKind.TEXT, "void") == "void"


@pytest.mark.parametrize(
    ("days", "told"), [(-1, "today"), (0, "today"), (1, "yesterday"), (9, "9 days")]
)
def test_age_is_told_in_days(days, told):
    assert words.age(NOON, NOON + timedelta(days=days)) == told


def test_case_of_a_table_and_of_somebody_unknown_is_named_by_the_table():
    case = ReviewCase(key="setting:", kind=CaseKind.TABLE, title="", points=(), since=NOON)
    assert words.case_title(case) == "Settings of the station"
    case = ReviewCase(key="resident:1", kind=CaseKind.PERSON, title="", points=(), since=NOON)
    assert words.case_title(case) == "Person"


def test_differences_of_longer_texts_are_marked():
    text, other = "周二、周四送餐，钥匙在站里", "周二、周五送餐，钥匙在站里"
    assert [text[mark.start : mark.end] for mark in marks_in(text, other)] == ["四"]
    assert marks_in("甲", "乙") == ()
    assert marks_in("完全不同的一句话", "abcdefghijk") == ()
    assert marks_in("", "abcdefghijk") == ()


def test_marked_text_takes_nothing_for_html(qtbot):
    shown = MarkedText("<b>周四</b>\n完", marks_in("<b>周四</b>\n完", "<b>周五</b>\n完"))
    qtbot.addWidget(shown)
    assert "&lt;b&gt;周" in shown.text()
    assert "<u>四</u>" in shown.text()
    assert "<br>" in shown.text()
