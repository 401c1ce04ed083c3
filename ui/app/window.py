"""The one window of the program; it shows the door, the first run or the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable

GEOMETRY = "window/geometry"
SIZE, SMALLEST = QSize(1280, 760), QSize(800, 460)


class Window(QStackedWidget):
    """Keeps its place on the screen; asks *may_close* whether nothing would be lost."""

    closed = Signal()

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self.setWindowTitle(self.tr("Station"))
        self.setWindowIcon(QIcon(str(RESOURCES / "images" / "station.svg")))
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        kept = QSettings().value(GEOMETRY)
        if kept is not None:
            self.restoreGeometry(kept)

    def bring(self, page: QWidget) -> None:
        """Show *page*."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def drop(self, page: QWidget) -> None:
        """Do away with *page*."""
        self.removeWidget(page)
        page.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place; let the program put its things away."""
        if not self._may_close():
            event.ignore()
            return
        QSettings().setValue(GEOMETRY, self.saveGeometry())
        event.accept()
        self.hide()
        self.closed.emit()
