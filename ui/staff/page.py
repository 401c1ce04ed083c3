"""The room 管理: staff, who may do what, the rules of sign-in, the keys of this device."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from ui.kit.buttons import Choice
from ui.kit.views import Views
from ui.staff.keys_view import KeysView
from ui.staff.rights_view import RightsView
from ui.staff.rules_view import RulesView
from ui.staff.staff_view import StaffView

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext
    from ui.staff.accounts import Accounts, StaffPicture

VIEWS = STAFF, RIGHTS, RULES, KEYS = "staff", "rights", "rules", "keys"
SETTINGS, SECURITY = "settings", "security"
View: TypeAlias = "StaffView | RightsView | RulesView | KeysView"


class StaffPage(QWidget):
    """Satisfies :class:`ui.kit.room.RoomPage`: four views, one of them in sight."""

    print_asked = Signal(object)  # FirstPassphrase

    def __init__(self, station: Station, accounts: Accounts, context: RoomContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._accounts, self._context = accounts, context
        self._is_stale = True
        self.staff = StaffView(station, accounts, context)
        self.rights = RightsView(station.reference.roles)
        self.rules = RulesView(station.settings, context)
        self.keys = KeysView()
        self.views: Views[View] = Views(
            self.tr("Administration"),
            (
                (Choice(STAFF, self.tr("Staff")), self.staff),
                (Choice(RIGHTS, self.tr("Who may do what")), self.rights),
                (Choice(RULES, self.tr("Rules of sign-in")), self.rules),
                (Choice(KEYS, self.tr("Keys of this computer")), self.keys),
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.views.segments.changed.connect(self.show_view)
        self.staff.changed_keys.connect(self.refresh)
        self.staff.print_asked.connect(self.print_asked)
        self.keys.renewal_asked.connect(lambda: context.open_record(SETTINGS, SECURITY))
        context.operations.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if self._is_stale:
            self.refresh()
        self.views.view().arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show the view *key*."""
        del kind
        if key in VIEWS:
            self.show_view(key)

    def has_unsaved(self) -> bool:
        """Whether something typed is kept nowhere else."""
        return self.staff.has_unsaved() or self.rules.has_unsaved()

    def show_view(self, code: str) -> None:
        """Bring a view to the front."""
        self.views.bring(code)
        self.arrive()

    def refresh(self) -> None:
        """Read everybody anew."""
        self._is_stale = False
        self._context.jobs.start(lambda _: self._accounts.picture(), owner=self, done=self._show)

    def _show(self, picture: StaffPicture) -> None:
        self.staff.show_picture(picture)
        self.keys.show_slots(picture.slots)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.STAFF, Topic.SETTINGS}:
            self._is_stale = True
            if self.isVisible():
                self.refresh()
