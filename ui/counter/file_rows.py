"""The files of a case, one below the other: opened with Enter, put into the bin with Delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_files import CaseFile, FileKind
from ui.counter.words import DOT
from ui.kit.buttons import IconButton
from ui.kit.icons import Icon, icon
from ui.kit.moments import moment_words
from ui.kit.theme import Theme
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.kit.gate import Gate

KILOBYTE = 1024
PICTURE = 28
_KEPT = Qt.AspectRatioMode.KeepAspectRatio
MOST_NAME = 24  # characters: the rest is told by the tool tip
KIND_ICONS = {FileKind.JPEG: Icon.PICTURE, FileKind.PNG: Icon.PICTURE, FileKind.PDF: Icon.DOCUMENT}
WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FileRows(QWidget):
    """Up and down go from file to file."""

    opened = Signal(object)  # CaseFile
    discarded = Signal(object)  # CaseFile
    picture_asked = Signal(object)  # CaseFile

    def __init__(self, gate: Gate, parent: QWidget) -> None:
        super().__init__(parent)
        self._gate = gate
        self._files: Sequence[CaseFile] = ()
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_files(self, files: Sequence[CaseFile], *, why: str = "") -> None:
        """Show *files*; *why* says why none may be taken away."""
        if files == self._files:
            return
        focused = next((at for at, row in enumerate(self.rows) if row.open.hasFocus()), None)
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._files, self.rows = files, [_Row(file, self) for file in files]
        for row in self.rows:
            self._column.addWidget(row)
            row.open.installEventFilter(self)
            row.open.clicked.connect(partial(self._open, row.file))
            row.away.clicked.connect(partial(self._discard, row.file))
            row.seen.connect(self.picture_asked)
            self._gate.bind(Permission.FILE_READ, row.open)
            self._gate.bind(Permission.FILE_WRITE, row.away)
            if why:
                row.away.setEnabled(False)
                row.away.setToolTip(why)
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].open.setFocus()

    def focus_first(self) -> bool:
        """Put the cursor on the first file, if there is one."""
        if self.rows:
            self.rows[0].open.setFocus()
        return bool(self.rows)

    def show_picture(self, file: CaseFile, png: bytes) -> None:
        """Show a small picture of *file*, if it is still listed; nothing leaves its sign."""
        picture = QPixmap()
        if not png or not picture.loadFromData(png):
            return
        for row in self.rows:
            if row.file.id == file.id:
                row.show_picture(picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down, open with Enter, put away with Delete."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            at = next((at for at, row in enumerate(self.rows) if row.open is watched), 0)
            key = Qt.Key(event.key())
            if key in WAYS:
                self.rows[min(max(at + WAYS[key], 0), len(self.rows) - 1)].open.setFocus()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.rows[at].open.click()
                return True
            if key == Qt.Key.Key_Delete:
                self.rows[at].away.click()
                return True
        return super().eventFilter(watched, event)

    def _open(self, file: CaseFile) -> None:
        self.opened.emit(file)

    def _discard(self, file: CaseFile) -> None:
        self.discarded.emit(file)


class _Row(QWidget):
    """One file: a small picture, its name, what is known of it, the way into the bin."""

    seen = Signal(object)  # CaseFile, when the row is first in sight

    def __init__(self, file: CaseFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = file
        self.open = QPushButton(
            icon(KIND_ICONS[file.kind], "accent_text"), _short(file.name), self
        )
        self.open.setProperty("kind", "link")
        self.open.setAutoDefault(False)
        self.open.setIconSize(QSize(PICTURE + Space.S, PICTURE))
        self._was_seen = False
        self.open.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open.setToolTip(file.name)
        self.open.setAccessibleName(DOT.join((file.name, self.told())))
        self.away = IconButton(Icon.BIN, self.tr("Put into the bin (Del)"), parent=self)
        self.note = ElidedLabel(self.told(), Role.MUTED, self)
        self.note.setToolTip(self.told())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.open)
        row.addWidget(self.note, 1)
        row.addWidget(self.away)

    def show_picture(self, picture: QPixmap) -> None:
        """Show *picture* in the place of the sign of its kind."""
        self.open.setIcon(QIcon(_framed(picture, self.devicePixelRatioF())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the picture once the row is in sight: most of a long list never is."""
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            self.seen.emit(self.file)

    def told(self) -> str:
        """Return what is known of the file."""
        file = self.file
        if not file.is_here:
            return self.tr("not here yet: comes with an exchange file")
        pages = self.tr("{count} pages").format(count=file.pages) if file.pages > 1 else ""
        added = moment_words(file.added_at) if file.added_at else ""
        by = file.added_by.partition("@")[0]
        return DOT.join(filter(None, (file.material, pages, size_words(file.size), added, by)))


def _framed(picture: QPixmap, ratio: float) -> QPixmap:
    """Return *picture* in a square with a thin edge: white paper is seen, names stand in line."""
    made = QPixmap(QSize(PICTURE + Space.S, PICTURE) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    size = QSizeF(picture.size()).scaled(PICTURE - 1, PICTURE - 1, _KEPT)
    place = QRectF(QPointF(0.5, 0.5), size)
    place.moveCenter(QPointF(PICTURE / 2, PICTURE / 2))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, picture, QRectF(picture.rect()))
    painter.setPen(QPen(Theme.current().color("border"), 1))
    painter.drawRect(place)
    painter.end()
    return made


def size_words(size: int) -> str:
    """Return how large a file is."""
    if size < KILOBYTE * KILOBYTE:
        return f"{max(round(size / KILOBYTE), 1)} KB"
    return f"{size / KILOBYTE / KILOBYTE:.1f} MB"


def _short(name: str) -> str:
    return name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 8]}…{name[-7:]}"
