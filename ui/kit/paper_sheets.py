"""Pages of a PDF as sheets of white paper, drawn off the main thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.services.certificates.preview import page_sizes, picture
from ui.kit.jobs import Lane
from ui.kit.paper_zoom import MM_PER_INCH
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from station_app.services.certificates.preview import Picture
    from ui.kit.jobs import JobRunner

# white in the dark look too: it is what comes out of the printer
PAPER = QColor("white")


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

    def put_away(self) -> None:
        """Leave the column; a picture under way for it is let be."""
        self.drawn_for = None
        self.hide()
        self.deleteLater()

    def is_blank(self) -> bool:
        """Whether the page has not been drawn yet."""
        return self._pixmap.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and picture; the ground around it is the edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), PAPER)
        inside = self.rect().adjusted(1, 1, -1, -1)
        if not self._pixmap.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(inside, self._pixmap)


class SheetColumn(QWidget):
    """The sheets of a paper beneath one another."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "body")
        self.sheets: list[Sheet] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.L)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def sizes(self) -> list[tuple[float, float]]:
        """Return the sizes of the pages, in millimetres."""
        return [sheet.size_mm for sheet in self.sheets]

    def lay_out(self, sizes: Sequence[tuple[float, float]]) -> bool:
        """Have sheets of *sizes*; return whether they are others than before."""
        # pages of the same sizes are kept, their pictures with them: nothing flickers while typing
        if self.sizes() == list(sizes):
            return False
        for sheet in self.sheets:
            self._column.removeWidget(sheet)
            sheet.put_away()
        self.sheets = [Sheet(size, self) for size in sizes]
        for sheet in self.sheets:
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            sheet.show()
        return True

    def in_sight(self, viewport: QWidget) -> list[tuple[int, Sheet]]:
        """Return the sheets of which *viewport* shows something, with their page numbers."""
        seen = viewport.rect()
        return [
            (number, sheet)
            for number, sheet in enumerate(self.sheets)
            if seen.intersects(QRect(sheet.mapTo(viewport, sheet.rect().topLeft()), sheet.size()))
        ]


class SheetDrawing(QObject):
    """Has the pictures of sheets drawn in jobs, several at once."""

    sized = Signal(object)  # the sizes of the pages, in millimetres
    ended = Signal()  # nothing is under way any more

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.pdf = b""
        # tells a page drawn for this PDF from one that was under way for another
        self._edition = 0
        self._under_way = 0

    def begin(self, pdf: bytes) -> None:
        """Draw pages of *pdf* from now on; ``sized`` tells when it is known what they are."""
        self.pdf = pdf
        self._edition += 1
        if not pdf:
            self.sized.emit(())
            return
        self._jobs.start(
            lambda _: page_sizes(pdf),
            owner=self,
            done=partial(self._tell_sizes, self._edition),
            lane=Lane.OUTSIDE,
        )

    def is_at_work(self) -> bool:
        """Whether pictures are under way."""
        return self._under_way > 0

    def is_latest(self, sheet: Sheet) -> bool:
        """Whether *sheet* shows, or will show, this paper at its present size."""
        return sheet.drawn_for == self._wanted_for(sheet)

    def draw(self, number: int, sheet: Sheet) -> None:
        """Draw page *number* for *sheet*, unless that is done or under way."""
        wanted = self._wanted_for(sheet)
        if sheet.drawn_for == wanted:
            return
        # noted before it is drawn, so that the next rest does not ask for the same twice
        sheet.drawn_for = wanted
        self._under_way += 1
        pdf, dpi = self.pdf, wanted[1] * MM_PER_INCH / sheet.size_mm[0]
        self._jobs.start(
            lambda _: picture(pdf, number, dpi=dpi),
            owner=self,
            done=partial(self._take, sheet, wanted),
            failed=self._not_drawn,
            lane=Lane.OUTSIDE,
        )

    def _tell_sizes(self, edition: int, sizes: Sequence[tuple[float, float]]) -> None:
        # not of a paper that another has replaced meanwhile
        if edition == self._edition:
            self.sized.emit(sizes)

    def _wanted_for(self, sheet: Sheet) -> tuple[int, int]:
        return self._edition, round((sheet.width() - 2) * sheet.devicePixelRatioF())

    def _take(self, sheet: Sheet, wanted: tuple[int, int], made: Picture) -> None:
        self._under_way -= 1
        # drawn for another zoom or another paper: the later picture is under way
        if sheet.drawn_for == wanted:
            sheet.show_image(image_of(made))
        if not self._under_way:
            self.ended.emit()

    def _not_drawn(self, error: Exception) -> None:
        self._under_way -= 1
        self._jobs.failed_unheard.emit(error)


def image_of(made: Picture) -> QImage:
    """Return a page's picture as Qt draws it."""
    # copied, because QImage only borrows the bytes it is given
    form = QImage.Format.Format_RGBX8888
    return QImage(made.pixels, made.width, made.height, 4 * made.width, form).copy()
