"""What waits: certificates to be approved, printed, collected, filed, or sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.certificate_requests import RequestId, Stage
from station_app.domain.changes import Topic
from ui.certificates.queue_panel import QueuePanel
from ui.kit.beside import lay_beside
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.columns import Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import LOWEST, NARROW, LesserColumns
from ui.kit.surfaces import Toolbar, line
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.certificate_requests import CertificateRequest
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

    Found = tuple[tuple[CertificateRequest, ...], dict[Stage, int]]

NARROWEST = 360
STAGES = (Stage.VERIFIED, Stage.APPROVED, Stage.PRINTED, Stage.COLLECTED, Stage.DRAFT)


class QueueColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def all(self) -> tuple[Column[CertificateRequest], ...]:
        """Return the columns in their usual order."""
        return (
            Column(
                key="holder",
                title=lambda: self.tr("Holder"),
                text=lambda line: line.holder,
                width=84,
                strong=True,
                tip=lambda line: line.holder,
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Certificate"),
                text=lambda line: self._words.title_of(line.draft.kind),
                width=136,
                tip=lambda line: self._words.title_of(line.draft.kind),
            ),
            Column(
                key="purpose",
                title=lambda: self.tr("Purpose"),
                text=lambda line: line.draft.purpose,
                width=110,
                stretches=True,
                tip=lambda line: line.draft.purpose,
            ),
            Column(
                key="drawn_up_on",
                title=lambda: self.tr("Drawn up on"),
                text=lambda line: line.drawn_up_on.isoformat(),
                width=104,
            ),
            Column(
                key="handled_by",
                title=lambda: self.tr("Handled by"),
                text=lambda line: line.handled_by,
                width=96,
                muted=True,
            ),
        )


class QueueView(QWidget):
    """The queue by what is to be done next, beside it one certificate."""

    correct_asked = Signal(object)  # CertificateRequest

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._awaited: RequestId | None = None
        self._search: Job | None = None
        self._is_stale = True
        self._is_showing = False
        self._current: RequestId | None = None
        self._lines: HeldLines[RequestId, CertificateRequest] = HeldLines()
        self.bar = Toolbar()
        self.stages = SegmentedControl([Choice(each, words.stage(each)) for each in STAGES])
        self.stages.name(self.tr("What is to be done"))
        self.bar.add(self.stages)
        self.bar.add(QWidget(), 1)
        self.count = label("", Role.CAPTION)
        self.model = LazyTableModel(
            self._lines, QueueColumns(words, self).all(), jobs=context.jobs, parent=self
        )
        self.table = TableView(self.model, name="certificate-queue", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Certificates that wait"))
        self._lesser = LesserColumns(self.table, {"handled_by": NARROW, "drawn_up_on": LOWEST})
        self.empty = EmptyState(
            Icon.CERTIFICATE,
            self.tr("Nothing waits here"),
            self.tr("Choose a certificate under Issue: what is handed in comes to this queue."),
            parent=self.table,
        )
        self.table.set_empty_state(self.empty)
        self.side = QueuePanel(station, words, context, outlets)
        self.panel = self.side.panel
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns out where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Show the queue as it is now, the cursor in it."""
        if self._is_stale:
            self.refresh()
        self.table.setFocus()

    def show_request(self, key: str) -> None:
        """Go to a request, whatever stage it is in."""
        self._awaited = RequestId(key)
        self.refresh()

    def refresh(self) -> None:
        """Ask for what waits."""
        self._is_stale = False
        stage, awaited = Stage(self.stages.value()), self._awaited
        if self._search is not None:
            self._search.cancel()
        self._search = self._context.jobs.start(
            lambda _: self._fetch(stage, awaited), owner=self, done=self._show
        )

    def _fetch(self, stage: Stage, awaited: RequestId | None) -> tuple[Stage, Found]:
        service = self._station.certificate_requests
        if awaited is not None:
            found = service.request(awaited).stage
            stage = found if found in STAGES else stage
        return stage, (service.waiting({stage}), service.counts())

    def _show(self, told: tuple[Stage, Found]) -> None:
        stage, (requests, counts) = told
        self.stages.set_value(stage)
        for each in STAGES:
            count = counts.get(each, 0)
            words = self._words.stage(each)
            self.stages.say(each, f"{words} {count}" if count else words)
        self._show_lines(requests)

    def _show_lines(self, requests: tuple[CertificateRequest, ...]) -> None:
        """Show *requests*, the cursor where it was, or on the one that is awaited."""
        here, (awaited, self._awaited) = self._current, (self._awaited, None)
        # the table is without lines for a moment: its cursor says nothing meanwhile
        self._is_showing = True
        self._lines.held = {each.id: each for each in requests}
        self.model.show_keys([each.id for each in requests])
        self.model.forget_lines()
        self.count.setText(self.tr("Certificates: {count}").format(count=f"{len(requests):,}"))
        wanted = [key for key in (awaited, here) if key in self._lines.held]
        for key in [*wanted, *self._lines.held][:1]:
            self.table.go_to(key)
        self._is_showing = False
        self._show_current()

    def _show_current(self) -> None:
        if self._is_showing:
            return
        row = self.table.currentIndex().row()
        self._current = self.model.key_at(row) if row >= 0 else None
        found = self._lines.held
        self.side.show_request(found.get(self._current) if self._current is not None else None)

    def _on_lines(self) -> None:
        if self.table.currentIndex().isValid():
            self._show_current()

    def _open(self, _: object) -> None:
        self._show_current()
        self.side.open_paper()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CERTIFICATES not in topics:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        # over both halves: five stages with their counts need the width
        self.bar.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.side.setMinimumWidth(NARROWEST)
        halves = QWidget(self)
        lay_beside(
            halves,
            above=QWidget(),
            table=self.table,
            count=self.count,
            side=self.side,
            shares=(5, 4),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(line(self))
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        self.stages.changed.connect(lambda _: self.refresh())
        self.table.current_key_changed.connect(lambda _: self._show_current())
        self.table.opened.connect(self._open)
        self.model.dataChanged.connect(lambda *_: self._on_lines())
        self.side.correct_asked.connect(self.correct_asked)
        self._context.operations.touched.connect(self._on_touched)
