"""What a clerk does at the residents' page, and what he reads there."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ui.residents.page import ResidentsPage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown_page(qtbot, station, context):
    """Return the page over *station*, its people counted."""
    page = ResidentsPage(station, context)
    qtbot.addWidget(page)
    page.resize(1366, 660)
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: page.head.bar.count.text() != "")
    return page


def names(page):
    """Return the names in the table, from the top."""
    model = page.table.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def wait_for_names(qtbot, page, wanted):
    qtbot.waitUntil(lambda: names(page) == wanted)


def choose(page, condition, codes):
    """Take *codes* in the chip of *condition*, as clicking in its list does."""
    chip = page.head.filters.chips[condition]
    chip.set_value(codes)
    chip.changed.emit()


def wait_for_file(qtbot, page, person):
    qtbot.waitUntil(lambda: page.file.key() == person.id)


def act_on_file(page, act):
    """Do *act* with the person whose file is shown, as its button or key does."""
    attrgetter(act)(page.file.acts)()


def read(panel):
    """Return all the words in sight on *panel*."""
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisibleTo(panel)]


def says(panel, text):
    """Whether *text* can be read somewhere on *panel*."""
    return any(text in each for each in read(panel))


def press(qtbot, widget, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(widget, key, modifier)


class Keyboard:
    """Types where the cursor is, and counts the keys."""

    def __init__(self, qtbot, window):
        self._qtbot = qtbot
        self._window = window
        self.strokes = 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            self._qtbot.keyClick(self.here(), key, modifier)
            self.strokes += 1

    def write(self, text):
        """Write *text*; a character of an input method counts as one key."""
        here = self.here()
        assert isinstance(here, QLineEdit), f"the cursor is in {here!r}"
        self._qtbot.keyClicks(here, text) if text.isascii() else here.insert(text)
        self.strokes += len(text)

    def enter(self, times=1):
        self.press(Qt.Key.Key_Return, times=times)

    def save(self):
        self.press(Qt.Key.Key_Return, CTRL)

    def here(self):
        """Return the widget the cursor is in."""
        return QApplication.focusWidget() or self._window
