"""The table over all residents: the first lines at once, the other keys behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.residents.filters import Order, ResidentFilter
from ui.kit.lazy_table import LazyTableModel
from ui.kit.table_view import TableView
from ui.residents.columns import ORDERS, ResidentColumns
from ui.residents.enquiry import Enquiry
from ui.residents.line_cursor import LineCursor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstLines
    from station_app.domain.residents.people import ResidentLine
    from station_app.services.progress import Progress
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext
    from ui.residents.words import Words


class ResidentsTable(QWidget):
    """Shows the residents that a filter leaves, in an order of the store.

    It reads keys and lines in jobs and sorts nothing itself; where the cursor is tells
    :attr:`line_cursor`.
    """

    counted = Signal(int)

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__()
        self._words = words
        self._lists = station.lists
        self._context = context
        self._job: Job | None = None
        self.enquiry = Enquiry()
        columns = ResidentColumns(words, context.clock, self)
        self.model: LazyTableModel[int, ResidentLine] = LazyTableModel(
            station.lists, columns.all(), jobs=context.jobs, parent=self
        )
        self.view = TableView(self.model, name="residents", jobs=context.jobs, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.line_cursor = LineCursor(self.view, station.lists, context)
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
        self.enquiry = replace(self.enquiry, filter=chosen)
        self._load_first()

    def show_recent(self) -> None:
        """Show who has changed most recently, first."""
        self.enquiry = replace(self.enquiry, order=Order.CHANGED, descending=True)
        # No column shows when a record was changed, so no header may claim the order.
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self._load_first()

    def refresh(self) -> None:
        """Bring keys and lines up to date, keeping the place.

        Called after every change, also of other windows' making.
        """
        self._load_whole(self._show_fresh)

    def keys_to_export(self) -> Sequence[int]:
        """Return the lines selected if there are several, else all."""
        selected = cast("list[int]", self.view.selected_keys())
        return selected if len(selected) > 1 else self.model.keys()

    def is_narrowed(self) -> bool:
        """Whether a filter is in force."""
        return self.enquiry.filter != ResidentFilter()

    def _load_first(self) -> None:
        enquiry, words, lists = self.enquiry, self._words, self._lists

        def read(_: Progress) -> FirstLines:
            words.prepare_lines()  # in the job: the first use of a code table reads its file
            return enquiry.beginning(lists)

        self._start(read, self._show_first)

    def _load_whole(self, show: Callable[[FirstLines], None]) -> None:
        enquiry, lists = self.enquiry, self._lists
        self._start(lambda progress: enquiry.whole(lists, progress), show)

    def _start(
        self, read: Callable[[Progress], FirstLines], done: Callable[[FirstLines], None]
    ) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.start(read, owner=self, done=done)

    def _show_first(self, first: FirstLines) -> None:
        self.model.show_keys(first.keys, first.lines)
        # A million keys take a while; the first lines are painted long before.
        if self.enquiry.is_answered_by(first):
            self.counted.emit(len(first.keys))
        else:
            self._load_whole(self._show_all)

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
        self.enquiry = replace(self.enquiry, order=ORDERS[column], descending=descending)
        self._load_first()
