"""The cursor of the table, and on whose line it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

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
        self._turn = 0
        self._is_held = True  # nobody has moved it yet
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self._find(self.rested))
        view.current_key_changed.connect(self._on_current)
        view.clicked.connect(lambda _: self._open())
        view.opened.connect(lambda _: self._open())

    def hold(self) -> None:
        """Tell nothing more of where the cursor stands: a file was opened from elsewhere.

        The cursor follows by :meth:`go_to`. Told late, the line it stood on would put another
        file in the place of the one that was asked for.
        """
        self._pause.stop()
        self._turn += 1
        self._is_held = True

    def go_to(self, seq: int) -> bool:
        """Put the cursor on a line; False when it is not shown, or keys have moved it since."""
        if not self._is_held:
            return False
        found = self._view.go_to(seq)
        self._pause.stop()  # it is that person's file which is shown
        return found

    def _on_current(self, key: object) -> None:
        if key is not None:
            self._is_held = False
            self._pause.start()

    def _open(self) -> None:
        self._pause.stop()
        self._find(self.opened)

    def _find(self, told: SignalInstance) -> None:
        seq = cast("LineNumber | None", self._view.current_key())
        if seq is None:
            return
        lists, turn = self._lists, self._turn

        def tell(key: str) -> None:
            if turn == self._turn:
                told.emit(key)

        self._context.jobs.start(lambda _: lists.key_of_line(seq), owner=self, done=tell)
