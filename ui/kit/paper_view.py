"""Paper on the screen: the pages of a PDF, drawn off the main thread, as sharp as the screen.

Only the pages in sight are drawn; while a page is drawn anew (another zoom, another
text) its former picture stays, so that nothing flickers while somebody types.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from station_app.services.certificates.preview import page_sizes, picture
from ui.kit.jobs import Lane
from ui.kit.theme import Theme
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.services.certificates.preview import Picture
    from ui.kit.jobs import JobRunner

MM_PER_INCH = 25.4
SCREEN_DPI = 96
STEP = 1.25
FARTHEST, NEAREST = 0.25, 4.0
# scrolling and dragging an edge ask many times a second; pages are drawn once at rest
SETTLE_MS = 40
# white in the dark look too: it is what comes out of the printer
PAPER = QColor("white")


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = auto()
    PAGE = auto()
    FREE = auto()


class Sheet(QWidget):
    """One page: white paper of its size in millimetres, and its latest picture."""

    def __init__(self, size: tuple[float, float], parent: QWidget) -> None:
        super().__init__(parent)
        self.size_mm = size
        self.drawn_for: tuple[int, int] | None = None  # which PDF, how many pixels wide
        self._pixmap = QPixmap()

    def zoom(self, pixels_per_mm: float) -> None:
        """Take the room that the page needs at this zoom, its border included."""
        width, height = (round(side * pixels_per_mm) + 2 for side in self.size_mm)
        self.setFixedSize(width, height)

    def show_image(self, image: QImage) -> None:
        """Show the page's picture."""
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def is_blank(self) -> bool:
        """Whether the page has not been drawn yet."""
        return self._pixmap.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, picture and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), PAPER)
        inside = self.rect().adjusted(1, 1, -1, -1)
        if not self._pixmap.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(inside, self._pixmap)
        painter.setPen(Theme.current().color("border"))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))


class PaperView(QScrollArea):
    """Shows a PDF. Ctrl and wheel, +, - and 0 zoom; the usual keys scroll.

    The same bytes are shown, printed and archived (preview is the paper), so the view
    knows nothing of certificates. A page that cannot be drawn is told to the shell.
    """

    drawn = Signal()  # all pages in sight are sharp

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pdf = b""
        # tells a page drawn for this PDF from one that was under way for another
        self._edition = 0
        self._fit, self._scale = Fit.WIDTH, 1.0
        self._drawing = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the paper"))
        inner = QWidget()
        inner.setProperty("role", "body")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.L)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(inner)
        self.sheets: list[Sheet] = []
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._sharpen)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of *pdf*; nothing clears the view."""
        # a preview is made at each keystroke; the same bytes need no new drawing
        if pdf == self._pdf:
            return
        self._pdf = pdf
        self._edition += 1
        if not pdf:
            self._lay_out(self._edition, ())
            return
        self._jobs.start(
            lambda _: page_sizes(pdf),
            owner=self,
            done=partial(self._lay_out, self._edition),
            lane=Lane.OUTSIDE,
        )

    def pdf(self) -> bytes:
        """Return what is shown."""
        return self._pdf

    def is_sharp(self) -> bool:
        """Whether every page in sight shows the latest text at the present zoom."""
        wanted = self._in_sight()
        return (
            bool(wanted)
            and not self._drawing
            and all(sheet.drawn_for == self._wanted_for(sheet) for _, sheet in wanted)
        )

    def come_nearer(self) -> None:
        """Show the paper larger."""
        self._zoom_to(self._pixels_per_mm() / _natural() * STEP)

    def go_farther(self) -> None:
        """Show the paper smaller."""
        self._zoom_to(self._pixels_per_mm() / _natural() / STEP)

    def fit_width(self) -> None:
        """Show the paper as wide as there is room."""
        self._fit = Fit.WIDTH
        self._resize_sheets()

    def fit_page(self) -> None:
        """Show a whole page."""
        self._fit = Fit.PAGE
        self._resize_sheets()

    def fitting(self) -> Fit:
        """Return what the zoom follows."""
        return self._fit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new room."""
        super().resizeEvent(event)
        self._resize_sheets()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has come in sight."""
        super().showEvent(event)
        self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.come_nearer if event.angleDelta().y() > 0 else self.go_farther)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with +, - and 0; Home and End go to the ends."""
        bar = self.verticalScrollBar()
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.come_nearer,
            # + without Shift, on the keyboards of the counter
            Qt.Key.Key_Equal: self.come_nearer,
            Qt.Key.Key_Minus: self.go_farther,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_9: self.fit_page,
            Qt.Key.Key_Home: lambda: bar.setValue(bar.minimum()),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def event(self, event: QEvent) -> bool:
        """Draw again when the window goes to a screen of another sharpness."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        return super().event(event)

    def _lay_out(self, edition: int, sizes: Sequence[tuple[float, float]]) -> None:
        # the sizes of a paper that another has replaced meanwhile
        if edition != self._edition:
            return
        # pages of the same sizes are kept, their pictures with them: nothing flickers while typing
        if [sheet.size_mm for sheet in self.sheets] != list(sizes):
            for sheet in self.sheets:
                self._column.removeWidget(sheet)
                sheet.hide()
                sheet.deleteLater()
            self.sheets = [Sheet(size, self.widget()) for size in sizes]
            for sheet in self.sheets:
                self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
                sheet.show()
            self.verticalScrollBar().setValue(0)
        self._resize_sheets()

    def _resize_sheets(self) -> None:
        for sheet in self.sheets:
            sheet.zoom(self._pixels_per_mm())
        self._settle.start()

    def _zoom_to(self, scale: float) -> None:
        self._fit, self._scale = Fit.FREE, min(max(scale, FARTHEST), NEAREST)
        self._resize_sheets()

    def _pixels_per_mm(self) -> float:
        if self._fit is Fit.FREE or not self.sheets:
            return self._scale * _natural()
        width_mm = max(sheet.size_mm[0] for sheet in self.sheets)
        room = self._room()
        across = max(room.width(), Space.XXL) / width_mm
        if self._fit is Fit.WIDTH:
            # on a wide screen letters would else be as large as headlines
            return min(across, 2 * _natural())
        return min(across, max(room.height(), Space.XXL) / self.sheets[0].size_mm[1])

    def _room(self) -> QSize:
        """Return the room for a sheet, whether or not the scroll bar is shown just now."""
        bar = self.verticalScrollBar().sizeHint().width()
        # counted in always: else showing the bar would fit the page anew, which hides the bar …
        across = self.width() - (bar if self._fit is Fit.WIDTH else 0)
        edges = 2 * Space.L + 2
        return QSize(across - edges, self.viewport().height() - edges)

    def _in_sight(self) -> list[tuple[int, Sheet]]:
        seen = self.viewport().rect()
        return [
            (number, sheet)
            for number, sheet in enumerate(self.sheets)
            if seen.intersects(
                QRect(sheet.mapTo(self.viewport(), sheet.rect().topLeft()), sheet.size())
            )
        ]

    def _wanted_for(self, sheet: Sheet) -> tuple[int, int]:
        return self._edition, round((sheet.width() - 2) * self.devicePixelRatioF())

    def _sharpen(self) -> None:
        # a hidden tab costs nothing; being shown asks again
        if not self.isVisible():
            return
        for number, sheet in self._in_sight():
            wanted = self._wanted_for(sheet)
            if sheet.drawn_for != wanted:
                self._draw(number, sheet, wanted)

    def _draw(self, number: int, sheet: Sheet, wanted: tuple[int, int]) -> None:
        # noted before it is drawn, so that the next rest does not ask for the same twice
        sheet.drawn_for = wanted
        self._drawing += 1
        pdf, dpi = self._pdf, wanted[1] * MM_PER_INCH / sheet.size_mm[0]
        self._jobs.start(
            lambda _: picture(pdf, number, dpi=dpi),
            owner=self,
            done=partial(self._take, sheet, wanted),
            failed=self._not_drawn,
            lane=Lane.OUTSIDE,
        )

    def _take(self, sheet: Sheet, wanted: tuple[int, int], made: Picture) -> None:
        self._drawing -= 1
        # drawn for another zoom or another paper: the later picture is under way
        if sheet in self.sheets and sheet.drawn_for == wanted:
            sheet.show_image(image_of(made))
        if not self._drawing:
            self.drawn.emit()

    def _not_drawn(self, error: Exception) -> None:
        self._drawing -= 1
        self._jobs.failed_unheard.emit(error)


def image_of(made: Picture) -> QImage:
    """Return a page's picture as Qt draws it."""
    # copied, because QImage only borrows the bytes it is given
    form = QImage.Format.Format_RGBX8888
    return QImage(made.pixels, made.width, made.height, 4 * made.width, form).copy()


def _natural() -> float:
    """Return how many pixels a millimetre has at full size."""
    return SCREEN_DPI / MM_PER_INCH
