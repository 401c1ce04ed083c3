"""The pages of the rooms, of which one is in sight; each is made when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.room import RoomPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.room import RoomContext
    from ui.shell.room import Room


class RoomStack(QStackedWidget):
    """Knows of a room what :class:`~ui.shell.room.Room` says of it, and no more."""

    def __init__(self, rooms: Sequence[Room], parent: QWidget) -> None:
        super().__init__(parent)
        self._rooms = {room.key: room for room in rooms}
        self._pages: dict[str, QWidget] = {}
        self._here = ""

    def is_shown(self, key: str) -> bool:
        """Whether the page of room *key* is the one in sight."""
        return key == self._here

    def bring(self, key: str, context: RoomContext) -> QWidget:
        """Bring the page of room *key* to the front, made if need be, and return it."""
        page = self._pages.get(key) or self.make(key, context)
        self._here = key
        self.setCurrentWidget(page)
        return page

    def make(self, key: str, context: RoomContext) -> QWidget:
        """Make the page of room *key*, to be brought to the front later."""
        page = self._pages[key] = self._rooms[key].build(context)
        self.addWidget(page)
        return page

    def first(self) -> str:
        """Return the key of the room whose tab is first."""
        return next(iter(self._rooms))

    def current(self) -> str:
        """Return the key of the room in sight."""
        return self._here

    def rooms_for(self, kind: str) -> list[str]:
        """Return the keys of the rooms that show records of this *kind*."""
        return [key for key, room in self._rooms.items() if kind in room.kinds]

    def tabs(self) -> list[Room]:
        """Return the rooms that have a tab, in their order."""
        return [room for room in self._rooms.values() if room.in_tabs]

    def unsaved(self) -> list[str]:
        """Return the titles of rooms in which something typed is not kept yet."""
        return [
            self._rooms[key].title
            for key, page in self._pages.items()
            if isinstance(page, RoomPage) and page.has_unsaved()
        ]
