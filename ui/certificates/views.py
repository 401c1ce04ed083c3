"""The four views of the room, of which one is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QStackedWidget

from ui.certificates.ask_view import AskView
from ui.certificates.issue_view import IssueView
from ui.certificates.register_view import RegisterView
from ui.certificates.seal_view import SealView
from ui.certificates.words import Words

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.certificates.handing_out import Outlets
    from ui.certificates.paper_panel import PaperPanel
    from ui.kit.room import RoomContext

ISSUE, ASK, REGISTER, SEAL = "issue", "ask", "register", "seal"
View: TypeAlias = "IssueView | AskView | RegisterView | SealView"


class Views(QStackedWidget):
    """Made at once: each is a few widgets, and none asks the store before it is looked at."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        words = Words(station, self)
        self.issuing = IssueView(station, words, context, outlets)
        self.asking = AskView(station, words, context, outlets)
        self.register = RegisterView(station, words, context, outlets)
        self.seals = SealView(station, context, outlets)
        self._views: dict[str, View] = {
            ISSUE: self.issuing,
            ASK: self.asking,
            REGISTER: self.register,
            SEAL: self.seals,
        }
        for view in self._views.values():
            self.addWidget(view)

    def view(self) -> View:
        """Return the view in sight."""
        return next(view for view in self._views.values() if view is self.currentWidget())

    def bring(self, code: str) -> View:
        """Bring a view to the front and return it; the cursor stays where it is."""
        self.setCurrentWidget(self._views[code])
        return self._views[code]

    def paper(self) -> PaperPanel:
        """Return the paper in sight."""
        view = self.view()
        return view.panel.panel if isinstance(view, RegisterView) else view.panel
