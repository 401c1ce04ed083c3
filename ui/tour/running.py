"""The real program with somebody walking through it: made, shown, put away."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from ui.app.program import Program
from ui.kit.preferences import Preferences
from ui.shell.faults import Faults
from ui.shell.input_methods import choose_input_method
from ui.tour.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.services.access import StationHome
    from ui.tour.walk import Until

NAME = "StationTour"
USUAL = Preferences()
SCREENS = frozenset({"DISPLAY", "WAYLAND_DISPLAY"})


class Walker(Protocol):
    """Knows a way through the window."""

    def walk(self) -> Iterator[Until]:
        """Go it, step by step."""

    def focus(self) -> str:
        """Return what has the focus, for whoever is lost."""


class TourLostError(Exception):
    """The tour has not come to its end; ``where`` says how far it came."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLook:
    """How the window is to look: language, preferences, and its size in its own pixels."""

    language: str = ""
    preferences: Preferences = USUAL
    width: int = 1366
    height: int = 768


@contextmanager
def shown(home: StationHome, look: WindowLook) -> Iterator[Program]:
    """Show the program's window on the station in *home* for the length of a block."""
    app = _application()
    program = Program(app, home, language=look.language)
    program.wear(look.preferences)
    try:
        program.start()
        program.window.resize(look.width, look.height)
        program.window.activateWindow()
        yield program
    finally:
        program.close()
        program.window.hide()
        program.window.deleteLater()


def walk_through(program: Program, guide: Walker) -> None:
    """Let *guide* walk to the end; the event loop runs meanwhile.

    Raises :class:`TourLostError`.
    """
    faults: list[str] = []
    # else a fault would open a dialog, which nobody is there to close
    watch = program.findChild(Faults)
    if isinstance(watch, Faults):
        watch.arisen.connect(faults.append)
        watch.arisen.connect(lambda _: QCoreApplication.exit())
    walk = Walk(guide.walk(), program)
    walk.ended.connect(QCoreApplication.exit)
    walk.begin()
    QCoreApplication.exec()
    if faults:
        raise TourLostError(faults[0])
    if walk.lost is not None:
        raise TourLostError(f"{walk.lost.waited_for}; {guide.focus()}")


def _application() -> QApplication:
    """Return the application, with preferences of the tour's own."""
    # a server without a screen can still draw a window
    if sys.platform == "linux" and not SCREENS & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    choose_input_method(os.environ, platform=sys.platform)
    QCoreApplication.setOrganizationName(NAME)
    QCoreApplication.setApplicationName(NAME)
    # pictures must not depend on what was chosen the last time
    QSettings().clear()
    # tests have one already, and Qt allows no second
    known = QCoreApplication.instance()
    return known if isinstance(known, QApplication) else QApplication([NAME])
