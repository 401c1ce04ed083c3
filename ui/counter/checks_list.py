"""The pre-checks that are kept, and the field that begins one for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.assistance_words import TONES, VERDICTS, said
from ui.kit.buttons import Button, Kind
from ui.kit.columns import Badge, Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.person_field import PersonField
from ui.kit.table_view import TableView
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.assistance.draft import CheckId
    from station_app.services.counter.assistance import CheckLine
    from ui.kit.room import RoomContext

FIELD = 420


class ChecksList(QWidget):
    """Above, whoever comes; below, the checks there are."""

    begin_asked = Signal(str)  # the key of a resident
    opened = Signal(str)  # the key of a check
    bin_asked = Signal(object)  # CheckLine
    left = Signal()

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._lines: HeldLines[CheckId, CheckLine] = HeldLines()
        self.person = PersonField(self.tr("For whose family?"), station.search.find, context.jobs)
        self.person.setMaximumWidth(FIELD)
        self.back = Button(self.tr("Items"), meaning=Icon.BACK, kind=Kind.QUIET, parent=self)
        self.discard = Button(self.tr("Put into the bin"), meaning=Icon.BIN, parent=self)
        self.model = LazyTableModel(self._lines, self._columns(), parent=self)
        self.table = TableView(self.model, name="assistance", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Pre-checks of assistance"))
        self.empty = EmptyState(Icon.ITEM, "", parent=self.table)
        self.table.set_empty_state(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.table, 1)
        self._connect()

    def arrive(self) -> None:
        """Put the cursor where somebody is looked for."""
        self.person.editor.setFocus()

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show *lines*; only now is it known whether there are any."""
        self.empty.say(
            Icon.ITEM,
            self.tr("No pre-check yet"),
            self.tr("Type whose family wants to apply; the register fills in what it has."),
        )
        self._lines.held = {line.check.id: line for line in lines}
        self.model.show_keys(list(self._lines.held))
        self.model.forget_lines()
        self._on_current()

    def line(self) -> CheckLine | None:
        """Return the check that is chosen."""
        return self._lines.held.get(cast("CheckId", self.table.current_key()))

    def _head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.person, 3)
        row.addStretch(1)
        row.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignBottom)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(row)
        return head

    def _connect(self) -> None:
        self.person.chosen.connect(self._begin)
        self.table.opened.connect(lambda key: self.opened.emit(str(key)))
        self.table.current_key_changed.connect(lambda _: self._on_current())
        self.discard.on_click(lambda: self.bin_asked.emit(self.line()))
        self.back.on_click(self.left.emit)

    def _begin(self, key: str) -> None:
        if key:
            self.person.set_value("")
            self.begin_asked.emit(key)

    def _on_current(self) -> None:
        chosen = self.line() is not None
        self.discard.setEnabled(chosen)
        self.discard.setToolTip("" if chosen else self.tr("Choose a check first"))

    def _columns(self) -> tuple[Column[CheckLine], ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Applicant"),
                text=lambda line: line.check.name,
                width=160,
                strong=True,
                stretches=True,
                badges=lambda line: [
                    Badge(
                        said(VERDICTS[line.assessment.judgement.verdict]),
                        TONES[line.assessment.judgement.verdict],
                    )
                ],
            ),
            Column(
                key="received",
                title=lambda: self.tr("Received"),
                text=lambda line: str(line.check.particulars.received_on or ""),
                width=110,
            ),
            Column(
                key="due",
                title=lambda: self.tr("Station's day"),
                text=lambda line: next(
                    (str(each.due.day) for each in line.assessment.stages if each.due), ""
                ),
                width=110,
            ),
            Column(
                key="missing",
                title=lambda: self.tr("Missing"),
                text=lambda line: str(len(line.assessment.judgement.missing)),
                width=90,
                muted=True,
            ),
        )
