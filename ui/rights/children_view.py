"""Children under fourteen for whom a guardian or his consent is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.residents.line import age_on
from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import Banner
from ui.kit.table_view import TableView
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.clock import Clock
    from station_app.domain.rights.guardians import ChildLine
    from ui.kit.room import RoomContext

WATCHED = frozenset({Topic.RIGHTS, Topic.RESIDENTS})


class ChildColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock

    def all(self) -> tuple[Column[ChildLine], ...]:
        """Return the columns in their usual order."""
        return (
            Column(
                key="name",
                title=lambda: self.tr("Name"),
                text=lambda line: line.name,
                width=120,
                strong=True,
            ),
            Column(
                key="age",
                title=lambda: self.tr("Age"),
                text=lambda line: str(age_on(self._clock.today(), born=line.born)),
                width=62,
                align=RIGHT,
            ),
            Column(
                key="address",
                title=lambda: self.tr("Lives at"),
                text=lambda line: line.address,
                width=260,
                tip=lambda line: line.address,
            ),
            Column(
                key="missing",
                title=lambda: self.tr("Missing"),
                text=lambda _: "",
                width=240,
                stretches=True,
                badges=self._missing,
            ),
        )

    def _missing(self, line: ChildLine) -> list[Badge]:
        badges = []
        if not line.has_guardian:
            badges.append(Badge(self.tr("no guardian"), Tone.DANGER))
        if not line.has_consent:
            badges.append(Badge(self.tr("no consent"), Tone.WARN))
        return badges


class ChildrenView(QWidget):
    """A list to work off: Enter opens the child's file, where guardian and consent are entered."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._source: HeldLines[str, ChildLine] = HeldLines()
        self._is_stale = True
        self.model = LazyTableModel(
            self._source, ChildColumns(context.clock, self).all(), parent=self
        )
        self.table = TableView(self.model, name="children", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Children for whom something is missing"))
        self.empty = EmptyState(
            Icon.PEOPLE,
            self.tr("Nothing is missing"),
            self.tr("Every child under fourteen has a guardian who has consented."),
            parent=self.table,
        )
        self.table.set_empty_state(self.empty)
        self.count = label("", Role.CAPTION)
        lead = self.tr(
            "Under fourteen the guardian decides. Press Enter to open the file, then name him"
            " and take his consent."
        )
        self.lead = Banner(lead, Tone.INFO)
        self._lay_out()
        self.table.opened.connect(lambda key: context.open_record("rights-of", str(key)))
        context.operations.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Show the list as it is now, the cursor in it."""
        if self._is_stale:
            self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the list."""
        self._is_stale = False
        self._context.jobs.start(
            lambda _: self._station.guardians.children_lacking(), owner=self, done=self._show
        )

    def _show(self, lines: Sequence[ChildLine]) -> None:
        self._source.held = {line.id: line for line in lines}
        self.model.show_keys([line.id for line in lines])
        self.lead.setVisible(bool(lines))
        self.count.setText(self.tr("Children: {count}").format(count=f"{len(lines):,}"))
        if lines and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if topics & WATCHED:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inner.addWidget(self.lead)
        self.count.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.addWidget(holder)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
