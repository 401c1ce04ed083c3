from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from station_app.domain.certificate_numbers import NumberVerdict
from station_app.domain.errors import CancelledError, StoreBusyError
from station_app.domain.search.entries import Kind
from station_app.domain.search.hits import Hit, Mark, Part, Rank
from station_app.services.typed_numbers import NumberTold
from ui.shell.results import BesideRole, HitRole, lines_of
from ui.shell.search_box import SearchBox

MISTYPED = NumberTold(verdict=NumberVerdict.MISTYPED, is_sure=False)
ALT = Qt.KeyboardModifier.AltModifier


def a_hit(key, kind=Kind.RESIDENT, **others):
    particulars = {
        "seq": 1,
        "title": f"王{key}",
        "subtitle": "幸福里3幢2单元501室",
        "number": "110***********123X",
        "phone": "",
        "sex": "2",
        "born": "1990-01-01",
        "rank": Rank.NAME,
        "marks": (Mark(Part.TITLE, 0, 1),),
    }
    return Hit(kind=kind, key=key, **{**particulars, **others})


class Finder:
    """Finds what it was told to; keeps what it was asked."""

    def __init__(self):
        self.answers = {}
        self.asked = []
        self.gate = None
        self.cancelled = []
        self.told = {}

    def told_number(self, text):
        return self.told.get(text)

    def find(self, text, *, limit=20, progress=None):
        self.asked.append(text)
        assert limit == 20
        if self.gate is not None:
            self.gate.wait(5)
        try:
            progress.step(1, 2)
        except CancelledError:
            self.cancelled.append(text)
            raise
        answer = self.answers.get(text, [])
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def finder():
    return Finder()


@pytest.fixture
def box(qtbot, jobs, finder):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made = SearchBox(finder, jobs, window)
    window.other = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(window.other)
    column.addStretch(1)
    with qtbot.waitActive(window):
        window.show()
    made.enter()
    return made


@pytest.fixture
def people(box, finder, qtbot):
    finder.answers["wang"] = [
        a_hit("d1", Kind.DWELLING),
        *[a_hit(f"p{n}") for n in range(1, 4)],
        a_hit("h1", Kind.HOUSEHOLD),
    ]
    QTest.keyClicks(box, "wang")
    qtbot.waitUntil(box.results.isVisible)
    return box


def keys_of(box):
    return [hit.key for hit in box.results.hits()]


def test_results_come_while_one_types(people):
    assert keys_of(people) == ["p1", "p2", "p3", "h1", "d1"]


def test_fast_typing_asks_once(people, finder):
    assert finder.asked == ["wang"]


def test_results_stand_by_kind_under_headings(people):
    rows = [people.results.list.item(row) for row in range(people.results.list.count())]
    headings = [item.text() for item in rows if item.data(HitRole) is None]
    assert headings == ["People", "Households", "Dwellings"]


def test_results_lie_below_the_box(people):
    assert people.results.geometry().top() > people.geometry().bottom()
    assert people.results.width() == people.width()


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(NumberVerdict.MISTYPED, "mistyped"), (NumberVerdict.NOT_HERE, "no such certificate")],
)
def test_a_number_whose_digit_does_not_fit_is_told(box, finder, qtbot, verdict, words):
    finder.told["0001-7"] = NumberTold(verdict=verdict)
    QTest.keyClicks(box, "0001-7")
    qtbot.waitUntil(box.results.isVisible)
    assert words in box.results.remark.text.text()
    assert not box.results.nothing.isVisible()
    remark = box.results.remark
    assert remark.geometry().bottom() <= box.results.height()
    assert remark.height() >= remark.text.heightForWidth(remark.text.width())


def test_what_else_it_may_be_stands_below_the_remark(box, finder, qtbot):
    finder.told["0001-7"] = MISTYPED
    finder.answers["0001-7"] = [a_hit(f"p{n}") for n in range(1, 9)]
    QTest.keyClicks(box, "0001-7")
    qtbot.waitUntil(box.results.isVisible)
    assert box.results.remark.isVisible()
    assert box.results.list.geometry().top() > box.results.remark.geometry().bottom()
    scroll = box.results.list.verticalScrollBar()
    finder.answers["0001-7"] = [a_hit(f"p{n}") for n in range(1, 4)]
    box.clear()
    QTest.keyClicks(box, "0001-7")
    qtbot.waitUntil(lambda: len(keys_of(box)) == 3)
    assert not scroll.isVisible()  # there is room for three
    box.clear()
    finder.answers["wang"] = [a_hit("p1")]
    QTest.keyClicks(box, "wang")
    qtbot.waitUntil(lambda: keys_of(box) == ["p1"])
    assert not box.results.remark.isVisible()


def test_what_may_be_a_door_and_leads_somewhere_is_not_called_mistyped(box, finder, qtbot):
    finder.told["1234-5"] = replace(MISTYPED, is_known=False)
    finder.answers["1234-5"] = [a_hit("d1", Kind.DWELLING)]
    QTest.keyClicks(box, "1234-5")
    qtbot.waitUntil(lambda: keys_of(box) == ["d1"])
    assert not box.results.remark.isVisible()


def test_enter_opens_the_first(people, qtbot):
    with qtbot.waitSignal(people.opened) as opened:
        QTest.keyClick(people, Qt.Key.Key_Return)
    assert opened.args[0].key == "p1"
    assert not people.results.isVisible()


def test_down_and_up_choose_round_the_ends_over_headings(people, qtbot):
    for _ in range(3):
        QTest.keyClick(people, Qt.Key.Key_Down)
    assert people.results.selected().key == "h1"
    for _ in range(4):
        QTest.keyClick(people, Qt.Key.Key_Up)
    assert people.results.selected().key == "d1"


def test_alt_and_a_digit_open_at_once(people, qtbot):
    with qtbot.waitSignal(people.opened) as opened:
        QTest.keyClick(people, Qt.Key.Key_4, ALT)
    assert opened.args[0].key == "h1"


def test_a_digit_alone_is_part_of_the_question(people):
    QTest.keyClick(people, Qt.Key.Key_4)
    assert people.text() == "wang4"


def test_a_click_opens(people, qtbot):
    row = people.results.list.visualItemRect(people.results.list.item(2))
    with qtbot.waitSignal(people.opened) as opened:
        qtbot.mouseClick(
            people.results.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center()
        )
    assert opened.args[0].key == "p2"


def test_escape_forgets(people):
    QTest.keyClick(people, Qt.Key.Key_Escape)
    assert people.text() == ""
    assert not people.results.isVisible()


def test_results_go_when_the_cursor_goes_and_come_back_with_it(people):
    people.window().other.setFocus()
    assert not people.results.isVisible()
    people.enter()
    assert people.results.isVisible()


def test_an_emptied_box_shows_nothing(people):
    people.clear()
    assert not people.results.isVisible()


def test_nothing_found_says_what_else_to_try(box, qtbot):
    QTest.keyClicks(box, "qqq")
    qtbot.waitUntil(box.results.isVisible)
    assert "qqq" in box.results.nothing.text()
    assert box.results.selected() is None


def test_an_answer_to_former_words_is_not_shown(box, finder, qtbot):
    finder.answers = {"a": [a_hit("old")], "ab": [a_hit("new")]}
    finder.gate = threading.Event()
    QTest.keyClicks(box, "a")
    qtbot.waitUntil(lambda: finder.asked == ["a"])
    QTest.keyClicks(box, "b")
    finder.gate.set()
    qtbot.waitUntil(box.results.isVisible)
    assert keys_of(box) == ["new"]
    assert finder.cancelled == ["a"]


def test_enter_before_the_answer_opens_when_there_is_one(box, finder, qtbot):
    finder.answers["5521"] = [a_hit("p1")]
    QTest.keyClicks(box, "5521")
    with qtbot.waitSignal(box.opened) as opened:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.args[0].key == "p1"


def test_enter_before_the_answer_chooses_nobody_among_several(box, finder, qtbot):
    finder.answers["5521"] = [a_hit("p1"), a_hit("p2")]
    QTest.keyClicks(box, "5521")
    with qtbot.assertNotEmitted(box.opened):
        QTest.keyClick(box, Qt.Key.Key_Return)
        qtbot.waitUntil(box.results.isVisible)


def test_a_card_opens_its_person(box, finder, qtbot):
    number = "11000019900101123X"
    finder.answers[number] = [a_hit("p1"), a_hit("c1", Kind.CERTIFICATE)]
    box.window().other.setFocus()
    with qtbot.waitSignal(box.opened) as opened:
        box.look_up(number)
    assert opened.args[0].key == "p1"


@pytest.mark.parametrize(
    ("typed", "left"),
    [("11000019900101123X", ""), ("13800138000", ""), ("幸福里3-2-501", "幸福里3-2-501")],
)
def test_a_number_in_full_goes_when_its_person_is_there(box, finder, qtbot, typed, left):
    finder.answers[typed] = [a_hit("p1")]
    with qtbot.waitSignal(box.opened):
        box.look_up(typed)
    assert box.text() == left
    assert not box.results.isVisible()


def test_a_card_nobody_has_is_left_in_the_box(box, qtbot):
    box.look_up("11000019900101123X")
    qtbot.waitUntil(box.results.isVisible)
    assert box.text() == "11000019900101123X"


def test_a_store_that_cannot_answer_is_told_to_the_shell(box, finder, jobs, qtbot):
    finder.answers["x1"] = StoreBusyError()
    with qtbot.waitSignal(jobs.failed_unheard):
        QTest.keyClicks(box, "x1")


def test_a_result_with_marks_everywhere_is_drawn(box, finder, qtbot):
    marks = tuple(Mark(part, 0, 2) for part in Part)
    finder.answers["rare"] = [a_hit("p1", title="𬱖娜", phone="138****0001", marks=marks)]
    QTest.keyClicks(box, "rare")
    qtbot.waitUntil(box.results.isVisible)
    assert not box.results.grab().isNull()


@pytest.mark.parametrize(
    ("kind", "told", "first", "second"),
    [
        (
            Kind.DWELLING,
            {"title": "幸福里3幢501室", "subtitle": "幸福里3幢501室", "number": ""},
            ["幸福里3幢501室"],
            [],
        ),
        (
            Kind.HOUSEHOLD,
            {"title": "00123", "number": "00123", "subtitle": "幸福里3幢501室", "head": "王小明"},
            ["00123"],
            ["幸福里3幢501室", "王小明"],
        ),
        (
            Kind.CERTIFICATE,
            {"title": "石社证字〔2026〕第0001号", "subtitle": "王小明", "is_void": True},
            ["石社证字〔2026〕第0001号", "20260001"],
            ["王小明", "Void"],
        ),
        (
            Kind.TASK,
            {"title": "反诈宣传", "subtitle": "平安办", "number": "街发12号"},
            ["反诈宣传", "街发12号"],
            ["平安办"],
        ),
    ],
)
def test_each_kind_says_nothing_twice(box, finder, qtbot, kind, told, first, second):
    finder.answers["some"] = [a_hit("p1", kind, **{"number": "20260001", "marks": (), **told})]
    QTest.keyClicks(box, "some")
    qtbot.waitUntil(box.results.isVisible)
    (item,) = box.results.list.choosable()
    lines = lines_of(item.data(HitRole), item.data(BesideRole))
    assert [[text for text, _ in line] for line in lines] == [first, second]
    assert not box.results.grab().isNull()
