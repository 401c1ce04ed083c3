"""Printers, set right for forms that were printed before (套打): values and test sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.overprint import AS_IT_IS, problems_with
from ui.kit.handing_out import SYSTEM, Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.settings.printers_form import PrinterDraft, PrinterForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from station_app.bootstrap import Station
    from station_app.domain.overprint import Alignment, Measured, Printer
    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

KIND = "test-sheet"
WAIT_MS = 250
NARROWEST, WIDEST = 340, 460


class PrintersPane(QWidget):
    """The values of a printer at the left, its test sheet at the right as it would print.

    The sheet follows what is typed, so that values can be tried before they are saved.
    """

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        *,
        outlets: Outlets = SYSTEM,
        installed: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames,
    ) -> None:
        super().__init__()
        self._station, self._context, self._installed = station, context, installed
        self.form = PrinterForm()
        self.form.setMinimumWidth(NARROWEST)
        self.form.setMaximumWidth(WIDEST)
        self.panel = PaperPanel(
            context,
            outlets,
            (
                Icon.PRINT,
                self.tr("The test sheet"),
                self.tr("Choose a printer: its test sheet appears here, to be printed."),
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.form, 4)
        row.addWidget(self.panel, 5)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._draw)
        context.gate.bind(Permission.CERTIFICATE_ISSUE, self.form.save)
        self.form.chosen.connect(self._show_printer)
        self.form.changed.connect(self._on_changed)
        self.form.reckon_asked.connect(self._reckon)
        self.form.submitted.connect(self._save)
        self.form.left.connect(self._leave)
        context.operations.touched.connect(self._on_touched)
        self.form.show_changed()

    def refresh(self) -> None:
        """Ask which printers there are, and how they are set right."""
        names = list(self._installed())
        self._context.jobs.start(
            lambda _: self._station.printers.printers(),
            owner=self,
            done=lambda printers: self._offer(names, printers),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Look for printers each time: one may have been plugged in."""
        super().showEvent(event)
        self.refresh()

    def _offer(self, names: Sequence[str], printers: Sequence[Printer]) -> None:
        self.form.offer(names, printers)
        none = self.tr("This computer has no printer. Install one in the system's settings.")
        self.form.name.set_hint("" if names or printers else none)
        name = self.form.draft().name
        if not self.form.is_dirty():
            first = [name, QPrinterInfo.defaultPrinterName(), *names]
            self._show_printer(next((each for each in first if each), ""))

    def _show_printer(self, name: str) -> None:
        if name:
            self.form.show_printer(name)
            self._draw()
        self.form.show_changed()

    def _on_changed(self) -> None:
        self.form.show_changed()
        self._pause.start()

    def _draw(self) -> None:
        printer = self.form.draft().printer()
        if not printer.name:
            self.panel.clear()
            return
        if problems_with(printer.alignment):  # still being typed
            printer = replace(printer, alignment=AS_IT_IS)
        self._context.jobs.start(
            lambda _: self._station.printers.test_sheet(printer),
            owner=self,
            done=lambda paper: self._show_sheet(printer, paper),
            lane=Lane.OUTSIDE,
        )

    def _show_sheet(self, printer: Printer, paper: Paper) -> None:
        if printer.name != self.form.draft().name:
            return
        title = self.tr("Test sheet of {printer}").format(printer=printer.name)
        self.panel.show_handout(
            Handout(pdf=paper.pdf, title=title, kind=KIND, printer=printer.name)
        )

    def _reckon(self, measured: Measured) -> None:
        now = self.form.draft().printer().alignment
        if problems := problems_with(now):
            self.form.show_problems(problems)
            return
        self._context.jobs.start(
            lambda _: self._station.printers.reckoned(measured, now),
            owner=self,
            done=self._on_reckoned,
            failed=self._on_refused,
        )

    def _on_reckoned(self, alignment: Alignment) -> None:
        self.form.show_reckoned(alignment)
        self._on_changed()

    def _save(self) -> None:
        draft = self.form.draft()
        printer = draft.printer()
        self._context.operations.perform(
            lambda _: self._station.printers.set_right(printer),
            owner=self,
            done=lambda _: self._on_saved(draft),
            failed=self._on_refused,
            label=self.tr("{printer} is set right").format(printer=printer.name),
        )

    def _on_saved(self, draft: PrinterDraft) -> None:
        self.form.show_draft(PrinterDraft.of(draft.printer()))
        self.form.show_changed()
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _leave(self) -> None:
        shown = self.form.shown
        if shown is not None:
            self._show_printer(shown.name)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics and self.isVisible():
            self.refresh()
