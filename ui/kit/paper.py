"""Paper on the screen and on the printer: both are drawn from the same PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QMarginsF, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.kit.dialogs import is_accepted
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS_PER_INCH = 72
PRINT_DPI = 300
WIDEST = 900  # on the screen, in pixels
STEP = 1.25
NEAREST, FARTHEST = 3.0, 0.4
PRINTERS = "printers"


class PaperView(QScrollArea):
    """Shows the pages of a PDF as wide as there is room; Ctrl and wheel come nearer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(self.tr("Preview of the paper"))
        inner = QWidget()
        inner.setProperty("role", "body")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.L)
        self.setWidget(inner)
        self._pdf = b""
        self._zoom = 1.0
        self._drawn_width = 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of *pdf*; nothing clears the view."""
        self._pdf = pdf
        self._draw()

    def pdf(self) -> bytes:
        """Return what is shown."""
        return self._pdf

    def come_nearer(self) -> None:
        """Show the paper larger."""
        self._set_zoom(self._zoom * STEP)

    def go_farther(self) -> None:
        """Show the paper smaller."""
        self._set_zoom(self._zoom / STEP)

    def fit_width(self) -> None:
        """Show the paper as wide as there is room."""
        self._set_zoom(1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new width."""
        super().resizeEvent(event)
        if abs(self._page_width() - self._drawn_width) > Space.S:
            self._draw()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, FARTHEST), NEAREST)
        self._draw()

    def _page_width(self) -> int:
        room = self.viewport().width() - 2 * Space.L - 2
        return round(min(max(room, Space.XXL), WIDEST) * self._zoom)

    def _draw(self) -> None:
        while self._column.count():
            former = self._column.takeAt(0).widget()
            if former is not None:
                former.deleteLater()
        self._drawn_width = self._page_width()
        ratio = self.devicePixelRatioF()
        for image in page_images(self._pdf, width=round(self._drawn_width * ratio)):
            image.setDevicePixelRatio(ratio)
            sheet = QLabel()
            sheet.setProperty("role", "sheet")
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.setFixedSize(sheet.sizeHint())
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)


def page_images(pdf: bytes, *, width: int = 0, dpi: int = 0) -> Iterator[QImage]:
    """Yield the pages of *pdf* as pictures, *width* pixels wide or at *dpi*.

    On the main thread only: the PDF library is not safe elsewhere.
    """
    if not pdf:
        return
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            scale = dpi / POINTS_PER_INCH if dpi else width / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            made = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            )
            yield made.copy()
    finally:
        document.close()


def print_pdf(parent: QWidget, pdf: bytes, *, kind: str, title: str) -> bool:
    """Print *pdf* through the system's dialog; False when the user thought better.

    The printer last used for papers of this *kind* is offered first.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    kept = str(QSettings().value(f"{PRINTERS}/{kind}", ""))
    if kept and kept in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(kept)
    printer.setDocName(title)
    _set_page(printer, pdf)
    if not is_accepted(QPrintDialog(printer, parent)):
        return False
    QSettings().setValue(f"{PRINTERS}/{kind}", printer.printerName())
    paint_pdf(printer, pdf)
    return True


def paint_pdf(printer: QPrinter, pdf: bytes) -> None:
    """Draw the pages of *pdf* upon the pages of *printer*, true to size."""
    painter = QPainter(printer)
    for number, image in enumerate(page_images(pdf, dpi=PRINT_DPI)):
        if number:
            printer.newPage()
        share = printer.resolution() / PRINT_DPI
        size = QSize(round(image.width() * share), round(image.height() * share))
        painter.drawImage(QRect(0, 0, size.width(), size.height()), image)
    painter.end()


def _set_page(printer: QPrinter, pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    shorter, longer = sorted((width, height))
    printer.setPageSize(
        QPageSize(QSize(round(shorter), round(longer)), "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    is_wide = width > height
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    )
