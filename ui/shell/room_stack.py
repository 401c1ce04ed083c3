"""The pages of the rooms, of which one is in sight; each is made when first shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.room import RoomPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.room import RoomContext
    from ui.shell.room import Room


class RoomStack(QStackedWidget):
    """Knows of a room what :class:`~ui.shell.room.Room` says of it, and no more.

    In the place of a room that may not be entered stands why.
    """

    def __init__(self, rooms: Sequence[Room], parent: QWidget) -> None:
        super().__init__(parent)
        self._rooms = {room.key: room for room in rooms}
        self._pages: dict[str, QWidget] = {}
        self._here = ""

    @cached_property
    def closed(self) -> EmptyState:
        """What stands in the place of a room that may not be entered."""
        made = EmptyState(Icon.LOCK, "", parent=self)
        self.addWidget(made)
        return made

    def is_shown(self, key: str) -> bool:
        """Whether the page of room *key* is the one in sight."""
        return key == self._here and self.currentWidget() is self._pages.get(key)

    def bring(self, key: str, context: RoomContext) -> QWidget:
        """Bring the page of room *key* to the front, made if need be, and return it.

        Without the right to enter the room it is a page that says so.
        """
        self._here = key
        need = self._rooms[key].needs
        reason = "" if need is None else context.gate.reason(need)
        if reason:
            self.closed.say(Icon.LOCK, self._rooms[key].title, reason)
            page: QWidget = self.closed
        else:
            page = self._pages.get(key) or self.make(key, context)
        self.setCurrentWidget(page)
        return page

    def make(self, key: str, context: RoomContext) -> QWidget:
        """Make the page of room *key*, to be brought to the front later."""
        page = self._pages[key] = self._rooms[key].build(context)
        self.addWidget(page)
        return page

    def first(self, context: RoomContext | None = None) -> str:
        """Return the key of the first room, in *context* the first that may be entered."""
        return next(
            (
                key
                for key, room in self._rooms.items()
                if context is None or context.gate.allows(room.needs)
            ),
            next(iter(self._rooms)),
        )

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
