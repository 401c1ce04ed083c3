"""A paper that is drawn when it is asked for, in the place of what it tells."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.errors import StationError
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import SidePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Handout, Outlets
    from ui.kit.room import RoomContext


class DrawnPaper(SidePanel):
    """Draws one paper at a time; what is shown is what is printed and saved."""

    def __init__(self, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._context = context
        self._wanted: Handout | None = None
        emptiness = (Icon.PRINT, self.tr("The paper"), self.tr("It is being drawn."))
        self.panel = PaperPanel(context, outlets, emptiness, self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.panel, 1)

    def forget(self) -> None:
        """Show no paper any more."""
        self._wanted = None
        self.panel.clear()

    def _draw(self, draw: Callable[[], Paper], wanted: Handout) -> None:
        """Show what *draw* makes as the pages of *wanted*, unless another is wanted by then.

        The one in sight stays until it is drawn anew; one of something else does not.
        """
        former, self._wanted = self._wanted, wanted
        if former is None or (former.key, former.kind) != (wanted.key, wanted.kind):
            self.panel.clear()
        self._context.jobs.start(
            lambda _: draw(),
            owner=self,
            done=partial(self._show, wanted),
            failed=partial(self._not_drawn, wanted),
            lane=Lane.OUTSIDE,
        )

    def _show(self, wanted: Handout, paper: Paper) -> None:
        if wanted is self._wanted:
            self.panel.show_handout(replace(wanted, pdf=paper.pdf))
            self.panel.focus_print_within(self)

    def _not_drawn(self, wanted: Handout, error: Exception) -> None:
        if not isinstance(error, StationError):
            self._context.failed(error)
        elif wanted is self._wanted:
            self.panel.refuse(self._context.words(error))
