"""A list of the window as a paper in the place of the list: looked at, printed, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.domain.errors import StationError
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import SidePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext


class ReportPanel(SidePanel):
    """Draws a list; what is shown is what is printed and saved."""

    def __init__(self, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._context = context
        self._title = self._kind = ""
        emptiness = (Icon.PRINT, self.tr("The paper"), self.tr("It is being drawn."))
        self.panel = PaperPanel(context, outlets, emptiness, self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.panel, 1)
        group = self.tr("Paper")
        add_key(self, "Escape", self.tr("Back to the list"), self.closed.emit, group=group)

    def draw(self, draw: Callable[[], Paper], *, title: str, kind: str) -> None:
        """Draw and show a list; it may be refused."""
        self._title, self._kind = title, kind
        self.show_heading(title)
        self.panel.clear()
        self._context.jobs.start(
            lambda _: draw(),
            owner=self,
            done=self._show,
            failed=self._not_drawn,
            lane=Lane.OUTSIDE,
        )

    def _not_drawn(self, error: Exception) -> None:
        if isinstance(error, StationError):
            self.panel.refuse(self._context.words(error))
        else:
            self._context.failed(error)

    def _show(self, paper: Paper) -> None:
        handout = Handout(pdf=paper.pdf, title=self._title, kind=self._kind, shows_title=False)
        self.panel.show_handout(handout)
        QTimer.singleShot(0, self.panel.print_button, self.panel.print_button.setFocus)


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
