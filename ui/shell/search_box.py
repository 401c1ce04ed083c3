"""The one box for everything (Ctrl+K): asks while one types, opens what is chosen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from station_app.later import later
from ui.kit.icons import Icon, icon
from ui.shell.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.search import entries
    from station_app.domain.search.hits import Hit
    from station_app.services.typed_numbers import NumberTold
    from ui.kit.jobs import JobRunner
    from ui.shell import results
    from ui.shell.lookup import SearchSource
else:
    entries = later("station_app.domain.search.entries")
    results = later("ui.shell.results")

WIDEST, NARROWEST = 560, 200
MANY_DIGITS = 7  # of an identity number or a telephone; a door has fewer
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SearchBox(QLineEdit):
    """Takes the words and shows the results below itself."""

    opened = Signal(object)  # Hit

    def __init__(self, source: SearchSource, jobs: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._answered = ""
        self._open_first = False
        self.setProperty("role", "search")
        self.setPlaceholderText(self.tr("Find a person, a number, an address…  (Ctrl+K)"))
        self.setAccessibleName(self.tr("Find"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(WIDEST)
        self.setMinimumWidth(NARROWEST)
        look = QAction(icon(Icon.SEARCH, "muted"), "", self)
        self.addAction(look, QLineEdit.ActionPosition.LeadingPosition)
        self._lookup = Lookup(source, jobs, self)
        self._lookup.found.connect(self._show)
        self.textChanged.connect(self._on_text)

    @cached_property
    def results(self) -> results.Results:
        """What lies below the box; made with the first results."""
        made = results.Results(self._window)
        made.chosen.connect(self._open)
        return made

    def enter(self) -> None:
        """Put the cursor here, all text selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def look_up(self, number: str) -> None:
        """Find the person with *number*, as read from a card, and open them."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(number)
        self._open_first = True
        self._lookup.ask(number)

    def leave(self) -> None:
        """Forget the words and hide the results."""
        self._lookup.stop()
        self.clear()
        self._hide_results()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the results, open one, or leave."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._shows_results():
            self.results.move_selection(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER:
            self._enter_pressed()
        elif key == Qt.Key.Key_Escape:
            self._escape_pressed()
        elif not self._number_pressed(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the results of the words that stand here again."""
        super().focusInEvent(event)
        is_meant = event.reason() in {
            Qt.FocusReason.ShortcutFocusReason,
            Qt.FocusReason.MouseFocusReason,
        }
        if is_meant and self.text().strip() and self.text() == self._answered:
            self.results.place_below(self._place())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the results when the cursor goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._hide_results()

    def _number_pressed(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if not (is_alt and self._shows_results() and 1 <= number <= results.MOST_NUMBERED):
            return False
        self.results.choose(number)
        return True

    def _enter_pressed(self) -> None:
        hit = self.results.selected() if self._shows_results() else None
        if self.text() == self._answered and hit is not None:
            self._open(hit)
        elif self.text().strip():
            self._open_first = True
            self._lookup.ask(self.text())

    def _escape_pressed(self) -> None:
        if self.text() or self._shows_results():
            self.leave()
        else:
            self._window.setFocus()

    def _on_text(self, text: str) -> None:
        self._open_first = False
        if text.strip():
            self._lookup.ask_soon(text)
        else:
            self._lookup.stop()
            self._hide_results()
            self._answered = ""

    def _shows_results(self) -> bool:
        return "results" in self.__dict__ and self.results.isVisible()

    def _hide_results(self) -> None:
        if "results" in self.__dict__:
            self.results.hide()

    def _show(self, text: str, hits: Sequence[Hit], told: NumberTold | None) -> None:
        if text != self.text():
            return
        self._answered = text
        self.results.show_hits(hits, text, told)
        found = self.results.hits()
        people = [hit for hit in found if hit.kind is entries.Kind.RESIDENT]
        if self._open_first and (len(found) == 1 or len(people) == 1):
            self._open(people[0] if people else found[0])
        elif self.hasFocus():
            self.results.place_below(self._place())
        self._open_first = False

    def _open(self, hit: Hit) -> None:
        # whoever looks over the clerk's shoulder reads a number for as long as it stands there
        if sum(map(str.isdigit, self.text())) >= MANY_DIGITS:
            self.leave()
        else:
            self._hide_results()
            self._lookup.stop()
            self.selectAll()
        self.opened.emit(hit)

    def _place(self) -> QRect:
        return QRect(self.mapTo(self._window, QPoint(0, 0)), self.size())
