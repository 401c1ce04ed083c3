"""What every walk through the window needs: the keyboard, calm, pictures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station_app.services.delivering import deliver
from ui.tour.keyboard import Keyboard
from ui.tour.walk import LostError, Until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from ui.app.opened import OpenStation
    from ui.app.program import Program
    from ui.kit.jobs import JobRunner
    from ui.shell.window import Shell

PageT = TypeVar("PageT", bound="QWidget")

LEFT = Qt.MouseButton.LeftButton
MOST_LOOKS = 5
CALM_S = 0.22  # longer than any pause the window makes before it asks the store


class Calm(QObject):
    """Knows since when no job has been at work."""

    def __init__(self, jobs: JobRunner, length: float) -> None:
        super().__init__(jobs)
        self._length = length
        # jobs may start a little after a key (typing is searched for after a pause)
        self._is_busy = False
        self._since = time.monotonic()
        jobs.busy_changed.connect(self._on_busy)

    def begin(self) -> None:
        """Count from now: something was done that may start a job."""
        self._since = time.monotonic()

    def is_so(self) -> bool:
        """Whether the window has come to rest."""
        return not self._is_busy and time.monotonic() - self._since > self._length

    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._is_busy = busy
        self._since = time.monotonic()


class Guide:
    """Holds the window by the hand; walks are made of its steps.

    It presses keys as a clerk does and never calls what a key would call: a tour that
    comes to its end proves that the keys work.
    """

    def __init__(self, program: Program, out: Path, *, calm: float = CALM_S) -> None:
        self.program = program
        self.out = out
        self.keyboard = Keyboard(program.window)
        self.pictures: list[str] = []
        self._calm = Calm(program.jobs, calm)

    @property
    def shell(self) -> Shell:
        """The shell of the open station."""
        return self._opened().shell

    def station(self) -> Station:
        """Return the open station."""
        return self._opened().station

    def _opened(self) -> OpenStation:
        opened = self.program.opened
        if opened is None:
            raise LostError("an open station")
        return opened

    def page(self, kind: type[PageT]) -> PageT:
        """Return the page of this *kind*, which has been shown."""
        return next(iter(self.shell.findChildren(kind)))

    def press(self, *keys: str) -> Until:
        """Press *keys*, then wait until the window has come to rest."""
        self.keyboard.press(*keys)
        return self.rest(f"rest after {' '.join(keys)}")

    def type(self, text: str) -> Until:
        """Type *text*, then wait until the window has come to rest."""
        self.keyboard.type(text)
        return self.rest("rest after typing")

    def click(self, widget: QWidget) -> Until:
        """Click on *widget*, then wait until the window has come to rest."""
        QTest.mouseClick(widget, LEFT)
        return self.rest(f"rest after a click on {widget.accessibleName() or type(widget)}")

    def rest(self, name: str = "rest") -> Until:
        """Wait until the window has come to rest."""
        self._calm.begin()
        return Until(name, self._calm.is_so)

    def until(self, name: str, is_so: Callable[[], object]) -> Iterator[Until]:
        """Wait until something is so, and the window at rest."""
        yield Until(name, lambda: bool(is_so()))
        yield self.rest(name)

    def take_picture(self, name: str) -> None:
        """Save a picture of the window as ``NN-name.png``."""
        picture = self._settled()
        kept = QByteArray()
        buffer = QBuffer(kept)
        # through a buffer: what the product writes, it writes by one way only
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        file = f"{len(self.pictures) + 1:02d}-{name}.png"
        deliver(self.out / file, bytes(kept.data()))
        self.pictures.append(file)

    def _settled(self) -> QPixmap:
        """Return the window as it looks when all that asked to be laid out anew has been."""
        picture = self.program.window.grab()
        for _ in range(MOST_LOOKS):
            QApplication.sendPostedEvents()
            former, picture = picture, self.program.window.grab()
            if picture.toImage() == former.toImage():
                break
        return picture

    def focus(self) -> str:
        """Return what has the focus, for whoever is lost."""
        widget = QApplication.focusWidget()
        return "" if widget is None else f"{type(widget).__name__} {widget.accessibleName()}"
