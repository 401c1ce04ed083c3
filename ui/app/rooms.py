"""The rooms there are, and what each is given. Pages are loaded when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.icons import Icon
from ui.shell.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext

SETTINGS = "settings"


def rooms_of(station: Station, settings: Callable[[RoomContext], QWidget]) -> Sequence[Room]:
    """Return the rooms of *station* in the order of their tabs.

    *settings* makes the settings' page.
    """
    return (
        Room(
            key=SETTINGS,
            title=_words("Settings"),
            icon=Icon.SETTINGS,
            build=settings,
            kinds=(SETTINGS,),
            in_tabs=False,
        ),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("rooms", text)
