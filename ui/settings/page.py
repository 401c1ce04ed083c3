"""The settings: the station, its limits, its keys and backups, and how the window looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.icons import Icon, icon
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role, label
from ui.settings.about import AboutCard
from ui.settings.appearance import AppearanceCard
from ui.settings.backups import BackupCard
from ui.settings.drill import DrillCard
from ui.settings.particulars_pane import ParticularsPane
from ui.settings.proven_form import OwnKeys
from ui.settings.rows import CONTENT_WIDTH
from ui.settings.second_places import SecondPlacesCard
from ui.settings.security import SecurityCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.services.access import AccessService, StationHome
    from station_app.services.drills import DrillService
    from station_app.services.keeping import KeepingService
    from station_app.services.second_places import SecondPlaceService
    from station_app.services.settings import SettingsService
    from ui.kit.room import RoomContext

LIST_WIDTH = 220


@dataclass(frozen=True, slots=True)
class Section:
    """A section that another part of the program makes: its key, icon, title and page."""

    key: str
    icon: Icon
    title: str
    page: QWidget


class SettingsPage(QWidget):
    """Sections at the left, the chosen one at the right.

    What stands on papers is saved with a button and can be undone, as records are; looks
    hold at once. Printing a paper key and restarting are the program's: it is asked by
    signals.
    """

    print_asked = Signal(object)  # PaperKey
    save_asked = Signal(object)  # PaperKey
    backed_up = Signal()  # or how it stands with the backups has changed in another way
    restore_asked = Signal()

    def __init__(
        self,
        service: SettingsService,
        keeping: KeepingService,
        *,
        places: SecondPlaceService,
        drills: DrillService,
        access: AccessService,
        home: StationHome,
        owner: Callable[[], str],
        context: RoomContext,
        others: Sequence[Section] = (),
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.appearance = AppearanceCard()
        self.particulars = ParticularsPane(service, context)
        self.security = SecurityCard(OwnKeys(access, home, owner), context)
        self.backups = BackupCard(keeping, context)
        self.places = SecondPlacesCard(places, context)
        self.drill = DrillCard(drills, context)
        self.sections = QListWidget(self)
        self.stack = QStackedWidget(self)
        self._lay_out(home, others)
        self.security.print_asked.connect(self.print_asked)
        self.security.save_asked.connect(self.save_asked)
        self.backups.backed_up.connect(self.places.carry)
        self.backups.restore_asked.connect(self.restore_asked)
        self.places.changed.connect(self.backed_up)
        self.drill.proven.connect(self.backups.refresh)
        self.drill.proven.connect(self.places.refresh)
        self.drill.proven.connect(self.backed_up)

    def arrive(self) -> None:
        """Put the cursor on the list of sections.

        Not into a field: whoever only looks must not change anything by typing.
        """
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_record(self, kind: str, key: str) -> None:
        """Show the section *key*, if *kind* is ``settings``."""
        # another kind of record is no error: the shell asks each page the same way
        for row in range(self.sections.count() if kind == "settings" else 0):
            if self.sections.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.sections.setCurrentRow(row)

    def has_unsaved(self) -> bool:
        """Whether particulars or a passphrase have been begun."""
        return self.particulars.has_unsaved() or self.security.has_unsaved()

    def _lay_out(self, home: StationHome, others: Sequence[Section]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(Space.L, Space.L, 0, Space.L)
        left.setSpacing(Space.M)
        left.addWidget(label(self.tr("Settings"), Role.TITLE, parent=self))
        left.addWidget(self.sections)
        self.sections.setFixedWidth(LIST_WIDTH)
        self.sections.setProperty("role", "sections")
        self.sections.setAccessibleName(self.tr("Sections"))
        row.addLayout(left)
        row.addWidget(self.stack, 1)
        self._add_section("station", Icon.STATION, self.tr("Station"), self.particulars)
        self._add_section(
            "appearance", Icon.APPEARANCE, self.tr("Appearance"), scrolled(self.appearance)
        )
        self._add_section(
            "security",
            Icon.SECURITY,
            self.tr("Security and backups"),
            scrolled(self.security, self.backups, self.places, self.drill),
        )
        for other in others:
            self._add_section(other.key, other.icon, other.title, other.page)
        self._add_section(
            "about", Icon.ABOUT, self.tr("About"), scrolled(AboutCard(str(home.root)))
        )
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.sections.setCurrentRow(0)

    def _add_section(self, key: str, meaning: Icon, title: str, page: QWidget) -> None:
        self.sections.addItem(title)
        item = self.sections.item(self.sections.count() - 1)
        item.setIcon(icon(meaning, "muted"))
        item.setData(Qt.ItemDataRole.UserRole, key)
        self.stack.addWidget(page)


def scrolled(*cards: QWidget) -> Scroll:
    """Return a section of *cards*, as wide as all sections are."""
    scroll = Scroll(margin=Space.L, width=CONTENT_WIDTH, is_centred=False)
    for card in cards:
        scroll.body.addWidget(card)
    return scroll
