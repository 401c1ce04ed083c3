"""Paper on the printer: the system's dialog, and the pages drawn true to size.

What was chosen last (printer, paper, copies) is offered again for papers of the same
kind; it is kept for the user of this device.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSettings, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from station_app.services.certificates.preview import page_sizes, picture
from station_app.services.progress import Silence
from ui.kit.dialogs import is_accepted
from ui.kit.paper_sheets import image_of
from ui.kit.paper_zoom import MM_PER_INCH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.services.progress import Progress

GROUP, FORM = "printing", "form"
MOST_DPI = 600  # no eye sees more; a page then takes 139 MB
MOST_COPIES = 99


def choose_printer(
    parent: QWidget, pdf: bytes, *, kind: str, title: str, copies: int = 0, printer: str = ""
) -> QPrinter | None:
    """Ask the system's dialog where to print *pdf*; None when the user thought better.

    *copies* and *printer* are offered instead of those chosen last. Choices are remembered
    by *kind*.
    """
    chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(chosen, pdf, kind=kind)
    if printer in QPrinterInfo.availablePrinterNames():
        chosen.setPrinterName(printer)
    chosen.setDocName(title)
    if copies:
        chosen.setCopyCount(copies)
    if not is_accepted(QPrintDialog(chosen, parent)):
        return None
    remember(chosen, kind)
    return chosen


def printer_for(kind: str) -> str:
    """Return which printer would be offered for papers of this *kind*."""
    kept = str(_kept(kind).value("printer", ""))
    if kept and kept in QPrinterInfo.availablePrinterNames():
        return kept
    return QPrinterInfo.defaultPrinterName()


def goes_on_form(kind: str) -> bool:
    """Whether papers of this *kind* were printed on forms last."""
    return str(_kept(kind).value(FORM, "")) == FORM


def remember_form(kind: str, *, is_form: bool) -> None:
    """Keep whether papers of this *kind* are printed on forms."""
    _kept(kind).setValue(FORM, FORM if is_form else "")


def print_pdf(parent: QWidget, pdf: bytes, *, kind: str, title: str) -> bool:
    """Ask and print at once: for a page or two. False when the user thought better."""
    printer = choose_printer(parent, pdf, kind=kind, title=title)
    if printer is None:
        return False
    paint_pdf(printer, pdf)
    return True


def paint_pdf(printer: QPrinter, pdf: bytes, progress: Progress | None = None) -> None:
    """Draw the pages of *pdf* upon the pages of *printer*, true to size; fit for a job."""
    progress = progress or Silence()
    sizes = page_sizes(pdf)
    dpi = min(printer.resolution(), MOST_DPI)
    painter = QPainter(printer)
    try:
        for number, size in enumerate(sizes):
            progress.step(number, len(sizes), "printing")
            # the first page is there already: newPage() before it would waste a sheet
            if number:
                printer.newPage()
            image = image_of(picture(pdf, number, dpi=dpi, for_print=True))
            painter.drawImage(_place(printer, size), image)
    finally:
        # a painter left open keeps the print job from being handed to the system
        painter.end()


def set_up(printer: QPrinter, pdf: bytes, *, kind: str) -> None:
    """Give *printer* what was chosen last for papers of this *kind*.

    As long as nothing was, the paper is as large as the first page of *pdf*. It stands or
    lies as that page does, and the whole sheet is used.
    """
    kept = _kept(kind)
    name, copies = str(kept.value("printer", "")), str(kept.value("copies", ""))
    # the printer may have been taken away since
    if name and name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    if copies.isdecimal() and 1 <= int(copies) <= MOST_COPIES:
        printer.setCopyCount(int(copies))
    width, height = page_sizes(pdf)[0]
    # the PDF has its margins: the printer's own would shrink a form that must fit its frame
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setPageSize(_paper(str(kept.value("paper", "")), *sorted((width, height))))
    is_wide = width > height
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)


def remember(printer: QPrinter, kind: str) -> None:
    """Keep what was chosen for papers of this *kind*."""
    kept = _kept(kind)
    kept.setValue("printer", printer.printerName())
    paper = printer.pageLayout().pageSize().id()
    kept.setValue("paper", "" if paper == QPageSize.PageSizeId.Custom else paper.value)
    kept.setValue("copies", printer.copyCount())


def _kept(kind: str) -> QSettings:
    kept = QSettings()
    kept.beginGroup(f"{GROUP}/{kind}")
    return kept


def _paper(kept: str, shorter: float, longer: float) -> QPageSize:
    """Return the paper chosen last, else that of the page, in millimetres."""
    if kept.isdecimal():
        chosen = QPageSize(QPageSize.PageSizeId(int(kept)))
        if chosen.isValid():
            return chosen
    size, unit = QSizeF(shorter, longer), QPageSize.Unit.Millimeter
    return QPageSize(size, unit, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def _place(printer: QPrinter, size: tuple[float, float]) -> QRectF:
    """Return where a page of *size* millimetres lies, in the printer's dots."""
    dots = printer.resolution() / MM_PER_INCH
    return QRectF(0, 0, size[0] * dots, size[1] * dots)
