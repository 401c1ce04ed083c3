"""Files that are brought to a case: chosen, dropped upon the panel, or pasted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage

from station_app.services.given_files import read_given

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

PICTURE = "png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file that is brought: its name, and what reads its first bytes, in a job."""

    name: str
    read: Callable[[int], bytes]


def given_at(path: Path) -> Given:
    """Return the file at *path*."""
    return Given(name=path.name, read=partial(read_given, path))


def given_in(data: QMimeData, name: str) -> Sequence[Given]:
    """Return the files that *data* of the clipboard or of a drag holds.

    A picture that is no file, as from a program that takes screenshots, is called *name*.
    """
    paths = [Path(url.toLocalFile()) for url in data.urls() if _is_file(url)]
    if paths:
        return [given_at(path) for path in paths]
    image = QImage(data.imageData()) if data.hasImage() else QImage()
    if image.isNull():
        return []
    return [Given(name=f"{name}.{PICTURE}", read=lambda _most: _written(image))]


def pasted(name: str) -> Sequence[Given]:
    """Return the files in the clipboard."""
    return given_in(QGuiApplication.clipboard().mimeData(), name)


def _is_file(url: QUrl) -> bool:
    return url.isLocalFile() and Path(url.toLocalFile()).is_file()


def _written(image: QImage) -> bytes:
    """Return *image* as a file, made in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, PICTURE.upper())  # type: ignore[call-overload]  # the stub knows paths only
    return bytes(buffer.data().data())


class DropPlace(QObject):
    """Lets files be dropped upon a widget, while *may* says so."""

    dropped = Signal(list)  # of Given

    def __init__(self, widget: QWidget, name: Callable[[], str], may: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._name, self._may = name, may
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, if it is a file or a picture."""
        if isinstance(event, QDragEnterEvent) and self._may():
            data = event.mimeData()
            if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
                event.acceptProposedAction()
                return True
        # a drag enter event is a drop event to Qt's own classes
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            given = given_in(event.mimeData(), self._name())
            if given:
                event.acceptProposedAction()
                self.dropped.emit(list(given))
                return True
        return super().eventFilter(watched, event)
