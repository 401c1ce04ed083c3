"""Drawings of empty places: our own SVG, its colours taken from the theme."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from station_app.shipped import RESOURCES
from ui.kit.icons import Icon, icon
from ui.kit.theme import Theme

COLOR = re.compile(r"@([a-z_]+)")
SIZE = QSize(148, 111)
BARE = 56
DRAWINGS = {
    Icon.ARCHIVE: "archive",
    Icon.BIN: "bin",
    Icon.BUILDING: "building",
    Icon.CERTIFICATE: "paper",
    Icon.HOUSEHOLD: "people",
    Icon.IMPORT: "file",
    Icon.NEGATIVE: "slip",
    Icon.PEOPLE: "people",
    Icon.SEAL: "seal",
    Icon.SEARCH: "search",
}


class Drawing(QLabel):
    """The drawing for a meaning; the icon alone where there is none."""

    def __init__(self, meaning: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning
        Theme.current().changed.connect(self._draw)
        self._draw()

    def show_meaning(self, meaning: Icon) -> None:
        """Show another drawing."""
        self._meaning = meaning
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._meaning in DRAWINGS:
            picture = drawn(DRAWINGS[self._meaning], SIZE * ratio)
            picture.setDevicePixelRatio(ratio)
        else:
            picture = icon(self._meaning, "field_border").pixmap(QSize(BARE, BARE), ratio)
        self.setPixmap(picture)
        self.setFixedSize(picture.deviceIndependentSize().toSize())


def drawn(name: str, size: QSize) -> QPixmap:
    """Return the drawing *name*, *size* in device pixels."""
    colors = Theme.current().tokens.palette
    text = (RESOURCES / "images" / f"empty-{name}.svg").read_text(encoding="utf-8")
    text = COLOR.sub(lambda found: str(getattr(colors, found[1])), text)
    source = QBuffer()
    source.setData(QByteArray(text.encode()))
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(size)
    return QPixmap.fromImageReader(reader)
