"""A paper on its way out of the house: printed, or saved as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    from station_app.domain.changes import Done
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext

PDF = ".pdf"
SAFE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where papers leave the program: the system's dialogs, which a test answers itself."""

    choose_printer: Callable[..., QPrinter | None] = choose_printer
    choose_file: Callable[..., Path | None] = choose_save_file
    note: Callable[[Handout, bool], Done[None]] | None = None
    """Notes that a paper is printed, or saved, before it is."""


SYSTEM = Outlets()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A paper that is shown.

    ``kind`` is what the printer is remembered under, ``obstacle`` says why the paper
    is not handed out yet, ``key`` is that of the certificate, if it is one. ``onto_form``
    makes what is printed on a form (套打) by the printer that is named, and runs in a job.
    ``printer`` is offered instead of the one chosen last.
    """

    pdf: bytes
    title: str
    kind: str
    copies: int = 1
    shows_title: bool = True
    obstacle: str = ""
    key: str = ""
    onto_form: Callable[[str], bytes] | None = None
    printer: str = ""


class HandingOut(QObject):
    """Takes papers to the printer or to a file, as the very bytes that are shown.

    Nothing is drawn anew for either of them.
    """

    printed = Signal()
    saved = Signal()

    def __init__(self, context: RoomContext, outlets: Outlets, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._outlets, self._window = context, outlets, window

    def print(self, handout: Handout, *, onto_form: bool = False) -> None:
        """Print the paper, or its fields only, through the system's dialog."""
        preferred = {"printer": handout.printer} if handout.printer else {}
        printer = self._outlets.choose_printer(
            self._window,
            handout.pdf,
            kind=handout.kind,
            title=handout.title,
            copies=handout.copies,
            **preferred,
        )
        if printer is None:
            return
        if onto_form and handout.onto_form is not None:
            make, name = handout.onto_form, printer.printerName()
            self._context.jobs.start(
                lambda _: make(name),
                owner=self,
                done=lambda pdf: self._print_on(printer, replace(handout, pdf=pdf)),
                failed=self._context.failed,
                lane=Lane.OUTSIDE,
            )
        else:
            self._print_on(printer, handout)

    def _print_on(self, printer: QPrinter, handout: Handout) -> None:
        # told before it is painted: the cursor goes on while the printer is at work
        self.printed.emit()
        told = self.tr("Sent to the printer: {title}").format(title=handout.title)
        self._let_out(
            handout, lambda progress: paint_pdf(printer, handout.pdf, progress), told, printed=True
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
        told = self.tr("Saved: {title}").format(title=path.name)
        self._let_out(handout, lambda _: deliver(path, handout.pdf), told, printed=False)

    def _let_out(
        self, handout: Handout, work: Callable[[Progress], None], told: str, *, printed: bool
    ) -> None:
        """Do the *work* by which a paper leaves, once that is noted."""
        note = self._outlets.note

        def go_on(_: object = None) -> None:
            self._context.jobs.start(
                work,
                owner=self,
                done=lambda _: self._context.notices.say(told),
                lane=Lane.OUTSIDE,
            )

        if note is None:
            go_on()
        else:
            self._context.operations.perform(
                lambda _: note(handout, printed), owner=self, done=go_on
            )
