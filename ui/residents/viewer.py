"""A file looked at inside the program; nothing is written anywhere for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from station_app.services.certificates.preview import pictures
from ui.kit.surfaces import Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.domain.residents.files import Attachment
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext

PDF = "application/pdf"
MOST_PAGES = 40


class FileViewer(SidePanel):
    """Shows pictures and the pages of a PDF, as wide as there is room.

    Decoded in a job and in memory only: nothing is written, no other program is started.
    """

    def __init__(self, file: Attachment, content: bytes, context: RoomContext) -> None:
        super().__init__()
        self.show_heading(file.name)
        self.pages: list[PageLabel] = []
        self._page = Scroll(self, margin=Space.L)
        self._waiting = label(self.tr("Reading the file…"), Role.MUTED, parent=self)
        self._page.body.addWidget(self._waiting)
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._page)
        self.body.addLayout(holder)
        context.jobs.start(
            lambda progress: list(_images(file.media_type, content, progress)),
            owner=self,
            done=self._show,
            failed=lambda _: self._say_unreadable(),
        )
        self._context = context

    def _show(self, images: list[QImage]) -> None:
        if not images:
            self._say_unreadable()
            return
        self._waiting.hide()
        for image in images:
            page = PageLabel(image, self)
            self.pages.append(page)
            self._page.body.addWidget(page)

    def _say_unreadable(self) -> None:
        words = self.tr("This file cannot be shown here. Save a copy to open it elsewhere.")
        self._waiting.setText(words)
        self._context.notices.say(words, Tone.WARN)


class PageLabel(QLabel):
    """One page, fitted to the width it has."""

    def __init__(self, image: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap.fromImage(image)
        self.setMinimumWidth(1)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how tall the page is in *width*."""
        share = min(width / max(self._picture.width(), 1), 1.0)
        return round(self._picture.height() * share)

    def resizeEvent(self, event: object) -> None:
        """Fit the page to its new width."""
        del event
        width = min(self.width(), self._picture.width())
        self.setPixmap(
            self._picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        )


def _images(media_type: str, content: bytes, progress: Progress) -> Iterator[QImage]:
    if media_type != PDF:
        image = QImage.fromData(content)
        if not image.isNull():
            yield image
        return
    for number, page in enumerate(pictures(content)):
        progress.step(number, 0)
        shown = QImage(
            page.pixels, page.width, page.height, 4 * page.width, QImage.Format.Format_RGBX8888
        )
        # The picture borrows the page's bytes, which are gone with the next page.
        yield shown.copy()
        if number + 1 >= MOST_PAGES:
            return
