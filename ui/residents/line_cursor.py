"""The cursor of the table, and on whose line it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.residents.people import LineNumber
    from station_app.services.residents.lists import ResidentLists
    from ui.kit.room import RoomContext
    from ui.kit.table_view import TableView

PAUSE_MS = 90  # arrow keys held down do not open every file they pass


class LineCursor(QObject):
    """Tells the person on whose line the cursor of *view* rests, or was clicked."""

    rested = Signal(str)  # key of a resident
    opened = Signal(str)  # clicked, or Enter

    def __init__(self, view: TableView, lists: ResidentLists, context: RoomContext) -> None:
        super().__init__(view)
        self._view = view
        self._lists = lists
        self._context = context
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self._find(self.rested.emit))
        view.current_key_changed.connect(self._on_current)
        view.clicked.connect(lambda _: self._open())
        view.opened.connect(lambda _: self._open())

    def go_to(self, seq: int) -> bool:
        """Put the cursor on a line, without a word; False when it is not shown."""
        found = self._view.go_to(seq)
        # It follows the file that is shown: told as a rest, it would turn back a link taken since.
        self._pause.stop()
        return found

    def _on_current(self, key: object) -> None:
        if key is not None:
            self._pause.start()

    def _open(self) -> None:
        self._pause.stop()
        self._find(self.opened.emit)

    def _find(self, tell: Callable[[str], object]) -> None:
        seq = cast("LineNumber | None", self._view.current_key())
        if seq is None:
            return
        lists = self._lists
        self._context.jobs.start(lambda _: lists.key_of_line(seq), owner=self, done=tell)
