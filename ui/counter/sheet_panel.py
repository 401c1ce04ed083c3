"""The guide sheet (办事指南) as a paper beside the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import SidePanel

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.counter.items import ItemVersion
    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

KIND = "guide-sheet"
TITLE = "办事指南"


class SheetPanel(SidePanel):
    """Draws the sheet of one version; what is shown is what is printed and saved."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._asked = ""
        emptiness = (Icon.PRINT, self.tr("The guide sheet"), self.tr("It is being drawn."))
        self.panel = PaperPanel(context, outlets, emptiness, self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.panel, 1)

    def show_version(self, version: ItemVersion) -> None:
        """Draw and show the guide sheet of *version*."""
        name = version.particulars.name
        self._asked = version.id
        self.show_heading(self.tr("Guide sheet"), name)
        self.panel.clear()
        self._context.jobs.start(
            lambda _: self._station.items.sheet(version.item_id, version.id),
            owner=self,
            done=lambda paper: self._show(version, paper),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,
        )

    def _show(self, version: ItemVersion, paper: Paper) -> None:
        if version.id != self._asked:
            return
        title = f"{TITLE} {version.particulars.name}"
        self.panel.show_handout(Handout(pdf=paper.pdf, title=title, kind=KIND, shows_title=False))
        QTimer.singleShot(0, self.panel.print_button, self.panel.print_button.setFocus)
