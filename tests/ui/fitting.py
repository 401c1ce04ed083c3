"""Whether everything in a window can be read: nothing cut, nothing on top of another."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from ui.kit.words import ElidedLabel, Pill

READ = (QLabel, QAbstractButton, Pill, QLineEdit)
USUAL = (1366, 640)  # what is left to a page of a screen of 1366 by 768
ENLARGED = (910, 420)  # the same screen shown at 150 %
GLANCES, GLANCE_MS = 20, 10  # a layout of words that wrap settles in a few rounds


def complaints(page):
    """Return what a stranger could not read of *page*, in a usual window and an enlarged one."""
    return [f"{size}: {each}" for size in (USUAL, ENLARGED) for each in complaints_at(page, size)]


def complaints_at(page, size):
    """Return what could not be read of *page* if it had *size*, once all has its place."""
    page.resize(*size)
    for _ in range(GLANCES):
        QTest.qWait(GLANCE_MS)
        found = _at_a_glance(page)
        if not found:
            break
    is_as_wanted = (page.width(), page.height()) == size
    return found if is_as_wanted else [f"the page wants {page.width()} by {page.height()}"]


def _at_a_glance(page):
    seen = [each for each in page.findChildren(QWidget) if isinstance(each, READ)]
    seen = [each for each in seen if _is_told(each)]
    found = [f"{_named(each)}: {why}" for each in seen if (why := _cut(each, page))]
    return found + [
        f"{_named(one)} lies upon {_named(other)}"
        for one, other in combinations(seen, 2)
        if _overlap(one, other, page)
    ]


def _is_told(widget):
    is_part = isinstance(widget.parentWidget(), QLineEdit)
    return widget.isVisible() and bool(_text(widget)) and not is_part


def _cut(widget, page):
    if isinstance(widget, ElidedLabel | QLineEdit):
        return _hidden(widget, page)
    is_wrapped = isinstance(widget, QLabel) and widget.wordWrap()
    return (_squeezed_words if is_wrapped else _squeezed)(widget) or _hidden(widget, page)


def _squeezed_words(widget):
    width, height = widget.width(), widget.height()
    needed = widget.heightForWidth(width)
    if height < needed:
        return f"{height} high instead of {needed} at {width}"
    # Chinese is parted anywhere, an English word nowhere
    words = [word for word in widget.text().split() if word.isascii()]
    longest = max(map(widget.fontMetrics().horizontalAdvance, words), default=0)
    return f"a word of {longest} in {width}" if longest > width else ""


def _squeezed(widget):
    width, height, hint = widget.width(), widget.height(), widget.sizeHint()
    if widget.property("kind") == "segment":  # Fusion's hint is 80 for the shortest word
        hint.setWidth(min(hint.width(), widget.minimumWidth()))
    if width < hint.width():
        return f"{width} wide instead of {hint.width()}"
    return f"{height} high instead of {hint.height()}" if height < hint.height() else ""


def _hidden(widget, page):
    """Return by whom *widget* is cut off; below the edge of a page that scrolls is no fault."""
    place, inner = widget.rect(), widget
    while inner is not page:
        place = place.translated(inner.pos())
        outer = inner.parentWidget()
        scroll = outer.parentWidget() if outer is not None else None
        if isinstance(scroll, QScrollArea) and outer is scroll.viewport():
            if place.left() < 0 or place.right() > outer.width():
                return f"beside the page: {place.right()} of {outer.width()}"
            return ""
        if not outer.rect().contains(place):
            return f"cut by {type(outer).__name__}: {place.getRect()} in {outer.rect().getRect()}"
        inner = outer
    return ""


def _overlap(one, other, page):
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    return _place(one, page).intersects(_place(other, page))


def _place(widget: QWidget, page: QWidget) -> QRect:
    """Return where *widget* is seen, which is nowhere if it is scrolled away."""
    place = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    inner = widget
    while inner is not page:
        inner = inner.parentWidget()
        place = place.intersected(QRect(inner.mapTo(page, QPoint(0, 0)), inner.size()))
    return place


def _text(widget):
    return widget.placeholderText() or "-" if isinstance(widget, QLineEdit) else widget.text()


def _named(widget):
    return f"{type(widget).__name__} “{_text(widget)[:40]}”"
