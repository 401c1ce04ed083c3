"""A page taller than the window, and one that fits: both keep off the edges alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space

LITTLE, MUCH = 100, 5_000


@pytest.fixture
def show(qtbot):
    """Return a way to show a page with something of some height on it."""

    def show_(height, **more):
        page = Scroll(**more)
        qtbot.addWidget(page)
        page.resize(600, 400)
        content = QWidget()
        content.setFixedHeight(height)
        page.body.addWidget(content)
        with qtbot.waitExposed(page):
            page.show()
        return page, content

    return show_


def edges(page, content):
    """Return how far *content* is from the left, the top and the right of *page*."""
    place = content.mapTo(page, QPoint(0, 0))
    return place.x(), place.y(), page.width() - place.x() - content.width()


@pytest.mark.parametrize("height", [LITTLE, MUCH])
@pytest.mark.parametrize("margin", [Space.L, Space.XL])
def test_a_page_keeps_its_margins_whether_it_fits_or_not(show, height, margin):
    assert edges(*show(height, margin=margin)) == (margin, margin, margin)


def test_a_page_that_grows_keeps_its_right_edge(qtbot, show):
    page, content = show(LITTLE, margin=Space.L)
    before = edges(page, content)
    content.setFixedHeight(MUCH)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: edges(page, content) == before)


@pytest.mark.parametrize(("is_centred", "left"), [(True, 100), (False, Space.L)])
def test_a_narrow_column_stands_in_the_middle_or_at_the_left(show, is_centred, left):
    page, content = show(LITTLE, margin=Space.L, width=400, is_centred=is_centred)
    assert content.width() == 400
    assert content.mapTo(page, QPoint(0, 0)).x() == pytest.approx(left, abs=1)


def test_margins_can_be_changed_below_alone(qtbot, show):
    page, content = show(MUCH, margin=Space.L)
    page.set_margins(Space.S, below=0)
    qtbot.waitUntil(lambda: edges(page, content)[0] == Space.S)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    bottom = content.mapTo(page, QPoint(0, content.height())).y()
    assert bottom == page.height()


def test_nothing_scrolls_sideways(show):
    page, _ = show(LITTLE)
    page.resize(60, 400)
    assert not page.horizontalScrollBar().isVisible()
