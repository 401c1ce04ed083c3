"""Certificates for many people at once: the batches, one of them, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_batches import BatchId
from station_app.domain.changes import Topic
from ui.certificates.batch_maker import BatchMaker
from ui.certificates.batch_panel import BatchPanel
from ui.certificates.batch_words import BatchWords
from ui.kit.beside import lay_beside
from ui.kit.buttons import Button, Kind
from ui.kit.columns import Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import NARROW, LesserColumns
from ui.kit.surfaces import Toolbar
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.certificate_batches import Batch
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.paper_panel import PaperPanel
    from ui.kit.room import RoomContext

NARROWEST = 360
FRESHNESS = 365


class BatchColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, words: Words, told: BatchWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._told = words, told

    def all(self) -> tuple[Column[Batch], ...]:
        """Return the columns in their usual order."""
        return (
            Column(
                key="occasion",
                title=lambda: self.tr("Occasion"),
                text=lambda line: line.occasion,
                width=160,
                stretches=True,
                strong=True,
                tip=lambda line: line.occasion,
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Certificate"),
                text=lambda line: self._words.title_of(line.kind),
                width=110,
                tip=lambda line: self._words.title_of(line.kind),
            ),
            Column(
                key="issued",
                title=lambda: self.tr("Issued"),
                text=lambda line: f"{len(line.issued)} / {len(line.members)}",
                width=84,
            ),
            Column(
                key="standing",
                title=lambda: self.tr("Next"),
                text=self._told.standing,
                width=128,
            ),
            Column(
                key="drawn_up_on",
                title=lambda: self.tr("Drawn up on"),
                text=lambda line: line.drawn_up_on.isoformat(),
                width=104,
                muted=True,
            ),
        )


class BatchView(QWidget):
    """The batches with one of them beside; a new one takes the whole view meanwhile."""

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._told = BatchWords(words, FRESHNESS, self)
        self._is_stale = True
        self._awaited: BatchId | None = None
        self._lines: HeldLines[BatchId, Batch] = HeldLines()
        self.bar = Toolbar()
        self.new = Button(self.tr("New batch"), meaning=Icon.ADD, kind=Kind.PRIMARY)
        self.bar.add(self.new)
        self.bar.add(QWidget(), 1)
        self.count = label("", Role.CAPTION)
        self.model = LazyTableModel(
            self._lines,
            BatchColumns(words, self._told, self).all(),
            jobs=context.jobs,
            parent=self,
        )
        self.table = TableView(self.model, name="certificate-batches", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Batches of certificates"))
        self._lesser = LesserColumns(self.table, {"drawn_up_on": NARROW, "kind": NARROW})
        self.empty = EmptyState(
            Icon.PEOPLE,
            self.tr("No batch yet"),
            self.tr("One occasion, many people: paste the names, approve once, print all."),
            parent=self.table,
        )
        self.table.set_empty_state(self.empty)
        self.side = BatchPanel(station, words, self._told, context, outlets)
        self.maker = BatchMaker(station, words, context, outlets)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect(context)

    @property
    def panel(self) -> PaperPanel:
        """The paper in sight."""
        return self.maker.panel if self.is_making() else self.side.panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the occasion its room where there is little."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if self.is_making():
            self.maker.begin()
            return
        if self._is_stale:
            self.refresh()
        (self.table if self._lines.held else self.new).setFocus()

    def is_making(self) -> bool:
        """Whether a new batch is in sight."""
        return self._stack.currentWidget() is self.maker

    def has_unsaved(self) -> bool:
        """Whether a batch has been typed that is not handed in."""
        return self.maker.has_unsaved()

    def begin(self) -> None:
        """Draw a new batch up, or go on with the one that was begun."""
        self._stack.setCurrentWidget(self.maker)
        self.maker.begin()

    def show_list(self) -> None:
        """Show the batches; what was typed in a new one stays."""
        self._stack.setCurrentIndex(0)
        self.arrive()

    def refresh(self) -> None:
        """Ask for the batches."""
        self._is_stale = False
        self._context.jobs.start(
            lambda _: self._station.certificate_batches.batches(),
            owner=self,
            done=self._show,
        )

    def _show(self, batches: tuple[Batch, ...]) -> None:
        row = self.table.currentIndex().row()
        here = self.model.key_at(row) if row >= 0 else None
        self._lines.held = {each.id: each for each in batches}
        self.model.show_keys([each.id for each in batches])
        self.model.forget_lines()
        self.count.setText(self.tr("Batches: {count}").format(count=f"{len(batches):,}"))
        awaited, self._awaited = self._awaited, None
        wanted = [key for key in (awaited, here) if key in self._lines.held]
        for key in [*wanted, *self._lines.held][:1]:
            self.table.go_to(key)
        self._show_current()
        approve = self.side.acts.approve
        if awaited is not None and approve.isEnabled():  # who may goes on at once
            approve.setFocus()

    def _show_current(self) -> None:
        row = self.table.currentIndex().row()
        key = self.model.key_at(row) if row >= 0 else None
        self.side.show_batch(self._lines.held.get(key) if key is not None else None)

    def _on_made(self, key: str) -> None:
        self._awaited = BatchId(key)
        self._stack.setCurrentIndex(0)
        self.refresh()
        self.table.setFocus()

    def _open(self, _: object) -> None:
        self._show_current()
        if self.side.acts.open.isEnabled():
            self.side.open_papers()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CERTIFICATES not in topics:
            return
        self._is_stale = True
        if self.isVisible() and not self.is_making():
            self.refresh()

    def _lay_out(self) -> None:
        self.bar.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.side.setMinimumWidth(NARROWEST)
        listed = QWidget()
        lay_beside(
            listed,
            above=self.bar,
            table=self.table,
            count=self.count,
            side=self.side,
            shares=(5, 4),
        )
        self._stack.addWidget(listed)
        self._stack.addWidget(self.maker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self, context: RoomContext) -> None:
        context.gate.bind(Permission.CERTIFICATE_ISSUE, self.new)
        self.new.on_click(self.begin)
        self.maker.made.connect(self._on_made)
        self.maker.left.connect(self.show_list)
        self.table.current_key_changed.connect(lambda _: self._show_current())
        self.table.opened.connect(self._open)
        context.operations.touched.connect(self._on_touched)
