"""A list of the window as a paper in the place of the list: looked at, printed, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.counter.drawn_paper import DrawnPaper
from ui.kit.handing_out import Handout
from ui.kit.keys import add_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext


class ReportPanel(DrawnPaper):
    """Draws a list anew each time."""

    def __init__(self, context: RoomContext, outlets: Outlets) -> None:
        super().__init__(context, outlets)
        group = self.tr("Paper")
        add_key(self, "Escape", self.tr("Back to the list"), self.closed.emit, group=group)

    def draw(self, draw: Callable[[], Paper], *, title: str, kind: str) -> None:
        """Draw and show a list; it may be refused."""
        self.forget()
        self.show_heading(title)
        self._draw(draw, Handout(pdf=b"", title=title, kind=kind, shows_title=False))


class WithPaper(QStackedWidget):
    """A list, or its paper in its place."""

    left = Signal()  # the paper was closed

    def __init__(self, shown: QWidget, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self.shown = shown
        self.paper = ReportPanel(context, outlets)
        self.addWidget(shown)
        self.addWidget(self.paper)
        self.paper.closed.connect(self._leave)

    def show_paper(self, draw: Callable[[], Paper], *, title: str, kind: str) -> None:
        """Show the paper that *draw* makes, called *title*."""
        self.setCurrentWidget(self.paper)
        self.paper.close_button.setFocus()
        self.paper.draw(draw, title=title, kind=kind)

    def shows_paper(self) -> bool:
        """Whether the paper is in sight."""
        return self.currentWidget() is self.paper

    def _leave(self) -> None:
        self.setCurrentWidget(self.shown)
        self.left.emit()
