"""What both ends of an enrolment (入网) are laid out with: each reads a letter and tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import StationError
from ui.kit.dialogs import choose_open_file
from ui.kit.surfaces import Banner, Scroll, SidePanel
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.services.sync.enrolling import DeviceService
    from ui.kit.room import RoomContext

WIDTH = 400


class LetterPanel(SidePanel):
    """A side panel that reads a letter, and says in itself what came of it."""

    def __init__(
        self, service: DeviceService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._service, self._context = service, context
        self.wrong = Banner("", Tone.DANGER, self)
        self.done = Banner("", Tone.OK, self)

    def _lay_out(self, *widgets: QWidget) -> None:
        """Lay *widgets* out one below the other."""
        page = Scroll(self, margin=Space.L)
        page.body.setSpacing(Space.M)
        for widget in widgets:
            page.body.addWidget(widget)
        self.body.addWidget(page)

    def _choose_letter(
        self, title: str, kinds: str, extension: str, read: Callable[[Path], None]
    ) -> None:
        """Let the user pick a letter, and *read* it."""
        path = choose_open_file(self, title=title, kinds=f"{kinds} (*{extension})")
        if path is not None:
            read(path)

    def _fall_silent(self) -> None:
        """Say nothing more of what came of the last letter."""
        self.wrong.say("")
        self.done.say("")

    def _refused(self, error: Exception) -> None:
        """Say what is in the way."""
        if isinstance(error, StationError):
            self.wrong.say(self._context.words(error))
        else:
            self._context.failed(error)
