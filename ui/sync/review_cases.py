"""The list of cases: who or what it is about, how much is open, since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.sync.review import ReviewCase, proposals
from ui.kit.buttons import Button
from ui.kit.columns import RIGHT, Column
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.sync import review_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.sync.review import ReviewChoice

NARROWEST, WIDEST = 220, 360


class CaseList(QWidget):
    """Lists the cases; several may be selected to take what is proposed in all of them."""

    current_changed = Signal(object)  # ReviewCase or None
    entered = Signal()  # Enter: on to the questions
    proposals_taken = Signal(list)  # of ReviewChoice

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_busy = False
        self._lines: HeldLines[str, ReviewCase] = HeldLines()
        self.model = LazyTableModel(self._lines, self._columns(), parent=self)
        self.table = TableView(self.model, name="review", parent=self)
        self.table.current_key_changed.connect(self._tell_current)
        self.table.selection_changed.connect(lambda _: self._offer())
        self.table.opened.connect(lambda _: self.entered.emit())
        self.take = Button("", meaning=Icon.APPROVE, parent=self)
        self.take.on_click(self.take_proposals)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.M, 0, Space.M, Space.M)
        foot.addWidget(self.take, 1)
        column.addLayout(foot)
        self._offer()

    def show_cases(self, cases: Sequence[ReviewCase]) -> None:
        """List *cases*; the cursor stays, or goes to what stands in its place now."""
        former, keys = self.table.current_key(), list(self.model.keys())
        at = keys.index(str(former)) if former in keys else 0
        self._lines.held = {case.key: case for case in cases}
        self.model.show_keys([case.key for case in cases], self._lines.held)
        if cases and (former is None or not self.table.go_to(former)):
            self.table.go_to(cases[min(at, len(cases) - 1)].key)
        self._tell_current(self.table.current_key())
        self._offer()

    def current(self) -> ReviewCase | None:
        """Return the case under the cursor."""
        return self._lines.held.get(str(self.table.current_key()))

    def selected(self) -> list[ReviewCase]:
        """Return the selected cases."""
        return [self._lines.held[str(key)] for key in self.table.selected_keys()]

    def proposed(self) -> list[ReviewChoice]:
        """Return the choices that take all that is proposed in the selected cases."""
        return [choice for case in self.selected() for choice in proposals(case)]

    def take_proposals(self) -> None:
        """Ask for all that is proposed in the selected cases."""
        if not self._is_busy and (choices := self.proposed()):
            self.proposals_taken.emit(choices)

    def hold(self, *, is_busy: bool) -> None:
        """Offer nothing while a decision is under way."""
        self._is_busy = is_busy
        self._offer()

    def _offer(self) -> None:
        count = len(self.proposed())
        self.take.setText(self.tr("Take what is proposed ({count})").format(count=count))
        self.take.refuse("" if count else self.tr("Nothing is proposed for what is selected."))
        if self._is_busy:
            self.take.setEnabled(False)

    def _tell_current(self, key: object) -> None:
        self.current_changed.emit(self._lines.held.get(str(key)))

    def _columns(self) -> tuple[Column[ReviewCase], ...]:
        return (
            Column(
                key="title",
                title=lambda: self.tr("Who or what"),
                text=words.case_title,
                stretches=True,
                strong=True,
            ),
            Column(
                key="count",
                title=lambda: self.tr("Open"),
                text=lambda case: str(len(case.points)),
                width=56,
                align=RIGHT,
            ),
            Column(
                key="since",
                title=lambda: self.tr("Age"),
                text=lambda case: words.age(case.since, self._clock.now()),
                width=92,
                muted=True,
            ),
        )
