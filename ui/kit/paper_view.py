"""Paper on the screen: the pages of a PDF, drawn off the main thread, as sharp as the screen.

Only the pages in sight are drawn; while a page is drawn anew (another zoom, another
text) its former picture stays, so that nothing flickers while somebody types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.kit.paper_sheets import SheetColumn, SheetDrawing
from ui.kit.paper_zoom import Fit, Zoom
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent

    from ui.kit.jobs import JobRunner
    from ui.kit.paper_sheets import Sheet

# scrolling and dragging an edge ask many times a second; pages are drawn once at rest
SETTLE_MS = 40


class PaperView(QScrollArea):
    """Shows a PDF. Ctrl and wheel, +, - and 0 zoom; the usual keys scroll.

    The same bytes are shown, printed and archived (preview is the paper), so the view
    knows nothing of certificates. A page that cannot be drawn is told to the shell.
    """

    drawn = Signal()  # all pages in sight are sharp

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = Zoom()
        self._drawing = SheetDrawing(jobs, self)
        self._drawing.sized.connect(self._lay_out)
        self._drawing.ended.connect(self.drawn)
        # a ground darker than paper: on white, a sheet would have no edge
        self.setProperty("role", "desk")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the paper"))
        self._column = SheetColumn()
        self.setWidget(self._column)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._sharpen)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of *pdf*; nothing clears the view."""
        # a preview is made at each keystroke; the same bytes need no new drawing
        if pdf != self._drawing.pdf:
            self._drawing.begin(pdf)

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The sheets that are shown."""
        return self._column.sheets

    def pdf(self) -> bytes:
        """Return what is shown."""
        return self._drawing.pdf

    def is_sharp(self) -> bool:
        """Whether every page in sight shows the latest text at the present zoom."""
        wanted = self._column.in_sight(self.viewport())
        return (
            bool(wanted)
            and not self._drawing.is_at_work()
            and all(self._drawing.is_latest(sheet) for _, sheet in wanted)
        )

    def come_nearer(self) -> None:
        """Show the paper larger."""
        self._zoom.nearer(self._pixels_per_mm())
        self._resize_sheets()

    def go_farther(self) -> None:
        """Show the paper smaller."""
        self._zoom.farther(self._pixels_per_mm())
        self._resize_sheets()

    def fit_width(self) -> None:
        """Show the paper as wide as there is room."""
        self._zoom.fit = Fit.WIDTH
        self._resize_sheets()

    def fit_page(self) -> None:
        """Show a whole page."""
        self._zoom.fit = Fit.PAGE
        self._resize_sheets()

    def fitting(self) -> Fit:
        """Return what the zoom follows."""
        return self._zoom.fit

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

    def _lay_out(self, sizes: Sequence[tuple[float, float]]) -> None:
        if self._column.lay_out(sizes):
            self.verticalScrollBar().setValue(0)
        self._resize_sheets()

    def _resize_sheets(self) -> None:
        for sheet in self.sheets:
            sheet.zoom(self._pixels_per_mm())
        self._settle.start()

    def _pixels_per_mm(self) -> float:
        return self._zoom.pixels_per_mm(self._column.sizes(), self._room())

    def _room(self) -> QSize:
        """Return the room for a sheet, whether or not the scroll bar is shown just now."""
        bar = self.verticalScrollBar().sizeHint().width()
        # counted in always: else showing the bar would fit the page anew, which hides the bar …
        across = self.width() - (bar if self._zoom.fit is Fit.WIDTH else 0)
        edges = 2 * Space.L + 2
        return QSize(across - edges, self.viewport().height() - edges)

    def _sharpen(self) -> None:
        # a hidden tab costs nothing; being shown asks again
        if self.isVisible():
            for number, sheet in self._column.in_sight(self.viewport()):
                self._drawing.draw(number, sheet)
