"""What the shell knows of a room: its name, its icon, what it shows, how its page is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.domain.access.permissions import Permission
    from ui.kit.icons import Icon
    from ui.kit.room import RoomContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One tab. ``build`` makes the page when it is first shown.

    ``kinds`` are the records that ``open_record`` brings here; ``in_tabs`` is
    false for the settings, which have a button. ``needs`` is the right to enter.
    """

    key: str
    title: str
    icon: Icon
    build: Callable[[RoomContext], QWidget]
    kinds: tuple[str, ...] = ()
    in_tabs: bool = True
    needs: Permission | None = None
