"""Rare characters on the screen: the face that has them is loaded when one is met.

The shipped faces for them are large and packed; nine names in ten do without.
Whatever shows text of people says so by :meth:`RareFaces.need`, which is cheap
for common text. Unpacking takes 0.1 s in a thread; then the windows are painted anew.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QWidget

from station_app.later import later
from station_app.shipped import RESOURCES
from ui.kit.single import the_only

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.services.certificates import fonts
else:
    fonts = later("station_app.services.certificates.fonts")

# Extension A, the late end of the first block, private use, and the higher planes
RARE = re.compile("[\u3400-\u4dbf\u9fa6-\u9fff\ue000-\uf8ff\U00020000-\U0003ffff]")


class RareFaces(QObject):
    """Loads faces for characters that the interface's own face lacks. There is one."""

    loaded = Signal()
    _unpacked = Signal(bytes)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="faces")
        self._chain: fonts.FontChain | None = None
        self._met: set[str] = set()
        self._files: set[str] = set()
        self._unpacked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def current(cls) -> RareFaces:
        """Return the application's, made when first asked for."""
        return the_only(cls, "rare-faces", QApplication.instance())

    def need(self, text: str) -> None:
        """Make sure, sooner or later, that all of *text* can be drawn."""
        new = set(RARE.findall(text)) - self._met
        if new:
            # noted before it is known whether there is a face: nobody asks for the same twice
            self._met |= new
            face = QRawFont.fromFont(QFont(QApplication.font().families()[:1]))
            lacking = [each for each in sorted(new) if not face.supportsCharacter(ord(each))]
            if lacking:
                self._thread.submit(self._unpack, lacking)

    def _unpack(self, characters: Iterable[str]) -> None:
        # on the thread: reading the lists of what each face has takes a while
        if self._chain is None:
            self._chain = fonts.FontChain(RESOURCES / "fonts")
        for character in characters:
            file = self._chain.font_of(character)
            if file is not None and file not in self._files:
                self._files.add(file)
                self._unpacked.emit(self._chain.data(file))

    def _take(self, face: bytes) -> None:
        QFontDatabase.addApplicationFontFromData(face)
        # Qt does not paint anew by itself for a face that came late
        for widget in QApplication.allWidgets():
            QWidget.update(widget)  # the views of items have an update() of their own
        self.loaded.emit()


def need_faces(text: str) -> None:
    """Say that *text* is shown; free of cost for common text."""
    if not text.isascii() and RARE.search(text):
        RareFaces.current().need(text)
