"""The papers (办件文书) that a case has as it stands: a button beside its steps lists them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import MenuButton, native_keys
from ui.kit.icons import Icon, icon
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_papers import CasePaper
    from station_app.domain.counter.cases import Case, CaseId
    from station_app.services.counter.cases import CasePage
    from ui.kit.room import RoomContext

KEYS = "Ctrl+P"


class PapersMenu(MenuButton):
    """Lists the papers of one case; the first is had with a key."""

    asked = Signal(object, object)  # Case, CasePaper: one is to be shown
    known = Signal(object, object)  # Case, the papers that it has now

    def __init__(self, station: Station, context: RoomContext, parent: QWidget) -> None:
        super().__init__(self.tr("Papers"), meaning=Icon.PRINT, parent=parent)
        self._station, self._context = station, context
        self._case: Case | None = None
        self._offered: Sequence[CasePaper] | None = None
        self._awaited: CaseId | None = None
        context.gate.bind(Permission.CASE_READ, self)

    def show_page(self, page: CasePage | None) -> None:
        """Offer the papers of the case of *page*; they are asked for anew when it changed."""
        former, self._case = self._case, None if page is None else page.case
        case = self._case
        if case is None:
            self._take(None)
            return
        if former is not None and (former.id, former.version) == (case.id, case.version):
            self._show_awaited()
            return
        if former is None or former.id != case.id:
            self._take(None)
        self._context.jobs.start(
            lambda _: self._station.case_papers.offered(case.id),
            owner=self,
            done=partial(self._on_offered, case),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,
        )

    def ask_first(self) -> None:
        """Ask for the first paper: the receipt, once there is one."""
        if self._case is None or not self._context.gate.allows(Permission.CASE_READ):
            return
        if self._offered is None:
            self._awaited = self._case.id
        elif self._offered:
            self.asked.emit(self._case, self._offered[0])
        else:
            self._context.notices.say(self._why_none(), Tone.INFO)

    def await_first(self, key: CaseId) -> None:
        """Ask for the first paper of the case *key* when it comes into sight."""
        self._awaited = key

    def open(self) -> None:
        """Open the list under the button."""
        if self.isVisible():
            self.click()

    def _on_offered(self, case: Case, offered: Sequence[CasePaper]) -> None:
        now = self._case
        if now is None or (now.id, now.version) != (case.id, case.version):
            return
        self._take(offered)
        self.known.emit(case, offered)
        self._show_awaited()

    def _take(self, offered: Sequence[CasePaper] | None) -> None:
        self._offered = offered
        self.setVisible(offered is not None)
        self.menu_shown.clear()
        for number, paper in enumerate(offered or ()):
            action = self.menu_shown.addAction(icon(Icon.DOCUMENT, "muted"), paper.title)
            action.triggered.connect(partial(self._ask, paper))
            if number == 0:
                action.setText(f"{paper.title}\t{native_keys(KEYS)}")
        self.refuse("" if offered else self._why_none())

    def _ask(self, paper: CasePaper) -> None:
        self.asked.emit(self._case, paper)

    def _show_awaited(self) -> None:
        case = self._case
        if case is not None and self._offered is not None and case.id == self._awaited:
            self._awaited = None
            self.ask_first()

    def _why_none(self) -> str:
        return self.tr("There are papers once the case is received or accepted.")
