"""The table over all residents: the first lines at once, the other keys behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.first_page import FIRST_KEYS, FIRST_LINES, FirstLines
from station_app.domain.residents.filters import Order, ResidentFilter
from ui.kit.lazy_table import LazyTableModel
from ui.kit.table_view import TableView
from ui.residents.columns import ORDERS, ResidentColumns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import LineNumber, ResidentLine
    from station_app.services.progress import Progress
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext
    from ui.residents.words import Words

PAUSE_MS = 90  # arrow keys held down do not open every file they pass


class ResidentsTable(QWidget):
    """Shows the residents that a filter leaves, in an order of the store.

    It reads keys and lines in jobs and sorts nothing itself; what a click leads to is the
    page's.
    """

    person_chosen = Signal(str)  # the cursor has come to rest on this resident
    person_opened = Signal(str)  # clicked, or Enter
    counted = Signal(int)

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__()
        self._words = words
        self._lists = station.lists
        self._context = context
        self._job: Job | None = None
        self.filter = ResidentFilter()
        self.order = Order.NAME
        self.descending = False
        columns = ResidentColumns(words, context.clock, self)
        self.model: LazyTableModel[int, ResidentLine] = LazyTableModel(
            station.lists, columns.all(), jobs=context.jobs, parent=self
        )
        self.view = TableView(self.model, name="residents", jobs=context.jobs, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell_chosen)
        self.view.current_key_changed.connect(self._on_current)
        self.view.clicked.connect(lambda _: self._tell_opened())
        self.view.opened.connect(lambda _: self._tell_opened())
        self.view.sort_requested.connect(self._sort)
        self.view.show_sorted("name", descending=False)

    def show_all(self, first: FirstLines | None = None) -> None:
        """Show everybody by name; *first* at once, if they have been read already."""
        if first is None:
            self._load_first()
        else:
            self._words.prepare_lines()
            self._show_first(first)

    def show_filter(self, chosen: ResidentFilter) -> None:
        """Show whom *chosen* leaves, from the top.

        A job for an earlier filter is cancelled: the latest one typed wins.
        """
        self.filter = chosen
        self._load_first()

    def show_recent(self) -> None:
        """Show who has changed most recently, first."""
        self.order, self.descending = Order.CHANGED, True
        # No column shows when a record was changed, so no header may claim the order.
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self._load_first()

    def refresh(self) -> None:
        """Bring keys and lines up to date, keeping the place.

        Called after every change, also of other windows' making.
        """
        self._start(self._read_all, self._show_fresh)

    def go_to(self, seq: int) -> bool:
        """Put the cursor on a line; False when it is not among those shown."""
        self._pause.stop()
        return self.view.go_to(seq)

    def keys_to_export(self) -> Sequence[int]:
        """Return the lines selected if there are several, else all."""
        selected = cast("list[int]", self.view.selected_keys())
        return selected if len(selected) > 1 else self.model.keys()

    def is_narrowed(self) -> bool:
        """Whether a filter is in force."""
        return self.filter != ResidentFilter()

    def _load_first(self) -> None:
        self._start(self._read_first, self._show_first)

    def _start(self, read: object, done: object) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.start(read, owner=self, done=done)  # type: ignore[arg-type]  # paired by the callers

    def _read_first(self, _: Progress) -> FirstLines:
        # In the job: the first use of a code table reads its file.
        self._words.prepare_lines()
        keys = self._lists.keys(
            self.filter, order=self.order, descending=self.descending, limit=FIRST_KEYS
        )
        return FirstLines(keys, self._lists.lines(keys[:FIRST_LINES]))

    def _read_all(self, progress: Progress) -> FirstLines:
        keys = self._lists.keys(
            self.filter, order=self.order, descending=self.descending, progress=progress
        )
        return FirstLines(keys, self._lists.lines(keys[:FIRST_LINES]))

    def _show_first(self, first: FirstLines) -> None:
        self.model.show_keys(first.keys, first.lines)
        # A million keys take a while; the first lines are painted long before.
        if len(first.keys) < FIRST_KEYS:
            self.counted.emit(len(first.keys))
        else:
            self._start(self._read_all, self._show_all)

    def _show_all(self, found: FirstLines) -> None:
        bar = self.view.verticalScrollBar()
        place, former = bar.value(), self.model.keys()
        self.model.show_keys(found.keys, found.lines)
        if found.keys[: len(former)] == former:
            bar.setValue(place)  # the list has only become longer
        self.counted.emit(len(found.keys))

    def _show_fresh(self, found: FirstLines) -> None:
        # The same people in the same order: only the words may differ, and the place is kept.
        if found.keys == self.model.keys():
            self.model.forget_lines()
        else:
            self._show_all(found)
        self.counted.emit(len(found.keys))

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.order, self.descending = ORDERS[column], descending
        self._load_first()

    def _on_current(self, key: object) -> None:
        if key is not None:
            self._pause.start()

    def _tell_chosen(self) -> None:
        self._find(self.person_chosen.emit)

    def _tell_opened(self) -> None:
        self._pause.stop()
        self._find(self.person_opened.emit)

    def _find(self, tell: object) -> None:
        """Tell the key of the resident on whose line the cursor is."""
        seq = cast("LineNumber | None", self.view.current_key())
        if seq is None:
            return
        lists = self._lists
        self._context.jobs.start(
            lambda _: lists.key_of_line(seq),
            owner=self,
            done=tell,  # type: ignore[arg-type]  # a bound emit
        )
