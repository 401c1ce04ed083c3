from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.kit.buttons import Choice
from ui.kit.views import Views


@pytest.fixture
def beside():
    return QLineEdit()


@pytest.fixture
def views(qtbot, beside):
    made = Views(
        "Meals",
        ((Choice("tea", "Tea"), QPushButton("tea")), (Choice("rice", "Rice"), QLineEdit("rice"))),
        beside=beside,
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_the_first_view_is_in_sight(views):
    assert views.view().text() == "tea"
    assert views.view().isVisible()


def test_a_view_that_is_brought_is_in_sight_alone_and_its_segment_taken(views):
    former = views.view()
    brought = views.bring("rice")
    assert views.view() is brought
    assert (brought.isVisible(), former.isVisible()) == (True, False)
    assert views.segments.value() == "rice"


def test_bringing_a_view_leaves_the_cursor_where_it_is(views, beside):
    beside.setFocus()
    views.bring("rice")
    assert beside.hasFocus()


def test_a_segment_tells_what_is_wanted(views, qtbot):
    with qtbot.waitSignal(views.segments.changed) as wanted:
        QTest.keyClick(views.segments.focusProxy(), Qt.Key.Key_Right)
    assert wanted.args == ["rice"]


def test_tab_comes_from_the_segments_by_what_stands_beside_them_to_the_view(views, beside):
    views.bring("rice")
    views.segments.setFocus()
    for expected in (beside, views.view()):
        QTest.keyClick(views.window().focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
