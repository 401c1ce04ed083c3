"""A paper on its way out of the house: printed, or saved as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.services.delivering import deliver
from ui.kit.dialogs import choose_save_file
from ui.kit.jobs import Lane
from ui.kit.printing import choose_printer, paint_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from ui.kit.room import RoomContext

PDF = ".pdf"
SAFE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where papers leave the program: the system's dialogs, which a test answers itself."""

    choose_printer: Callable[..., QPrinter | None] = choose_printer
    choose_file: Callable[..., Path | None] = choose_save_file


SYSTEM = Outlets()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A paper that is shown.

    ``kind`` is what the printer is remembered under, ``obstacle`` says why the paper
    is not handed out yet.
    """

    pdf: bytes
    title: str
    kind: str
    copies: int = 1
    shows_title: bool = True
    obstacle: str = ""


class HandingOut(QObject):
    """Takes papers to the printer or to a file, as the very bytes that are shown.

    Nothing is drawn anew for either of them.
    """

    printed = Signal()
    saved = Signal()

    def __init__(self, context: RoomContext, outlets: Outlets, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._outlets, self._window = context, outlets, window

    def print(self, handout: Handout) -> None:
        """Print the paper through the system's dialog."""
        printer = self._outlets.choose_printer(
            self._window,
            handout.pdf,
            kind=handout.kind,
            title=handout.title,
            copies=handout.copies,
        )
        if printer is None:
            return
        # told before it is painted: the cursor goes on while the printer is at work
        self.printed.emit()
        self._context.jobs.start(
            lambda progress: paint_pdf(printer, handout.pdf, progress),
            owner=self,
            done=lambda _: self._tell(self.tr("Sent to the printer: {title}"), handout.title),
            lane=Lane.OUTSIDE,
        )

    def save(self, handout: Handout) -> None:
        """Save the paper where the user wants it."""
        path = self._outlets.choose_file(
            self._window,
            title=self.tr("Save as PDF"),
            kinds=self.tr("PDF papers (*.pdf)"),
            suggested=handout.title.translate(SAFE_NAME) + PDF,
        )
        if path is None:
            return
        # not every system's dialog adds the ending
        path = path if path.suffix.lower() == PDF else path.with_name(path.name + PDF)
        self.saved.emit()
        self._context.jobs.start(
            lambda _: deliver(path, handout.pdf),
            owner=self,
            done=lambda _: self._tell(self.tr("Saved: {title}"), path.name),
            lane=Lane.OUTSIDE,
        )

    def _tell(self, sentence: str, title: str) -> None:
        self._context.notices.say(sentence.format(title=title))
