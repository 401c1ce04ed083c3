"""Filters that somebody gave a name to, behind one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from station_app.domain.residents.filters import ResidentFilter
from station_app.later import later
from ui.kit.buttons import MenuButton
from ui.kit.icons import Icon, icon
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from station_app.bootstrap import Station
    from station_app.domain.residents.filters import SavedList
    from ui.kit import line_popup
    from ui.kit.room import RoomContext
else:
    line_popup = later("ui.kit.line_popup")


class SavedListsButton(MenuButton):
    """Opens, keeps and discards lists.

    A list is a filter with a name: it shows who fits today, not who did when it was kept.
    """

    opened = Signal(object)  # ResidentFilter
    recent_asked = Signal()

    def __init__(
        self, station: Station, context: RoomContext, chosen: Callable[[], ResidentFilter]
    ) -> None:
        super().__init__("", meaning=Icon.SAVED_LIST)
        self.setText(self.tr("Lists"))
        self._lists = station.lists
        self._context = context
        self._chosen = chosen
        self._saved: tuple[SavedList, ...] = ()
        self.menu_shown.aboutToShow.connect(self._fill)

    def reload(self) -> None:
        """Bring the lists up to date."""
        self._context.jobs.start(lambda _: self._lists.saved(), owner=self, done=self._keep)

    def saved(self) -> tuple[SavedList, ...]:
        """Return the lists as last read."""
        return self._saved

    def save(self, name: str) -> None:
        """Keep the filter in force as a list called *name*."""
        chosen = self._chosen()
        self._context.operations.perform(
            lambda _: self._lists.save(name, chosen),
            owner=self,
            label=self.tr("Kept the list “{name}”").format(name=name),
        )

    def discard(self, each: SavedList) -> None:
        """Put a list into the bin."""
        self._context.operations.perform(
            lambda _: self._lists.discard(each.id),
            owner=self,
            label=self.tr("Discarded the list “{name}”").format(name=each.name),
        )

    def ask_name(self) -> None:
        """Ask what the list in force shall be called."""
        popup = line_popup.LinePopup(
            self, title=self.tr("Name of the list"), action=self.tr("Keep")
        )
        popup.named.connect(self.save)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()
        popup.line.setFocus()

    def _keep(self, saved: tuple[SavedList, ...]) -> None:
        self._saved = saved

    def _fill(self) -> None:
        menu = self.menu_shown
        menu.clear()
        menu.addAction(icon(Icon.PEOPLE), self.tr("Everybody"), self._open_everybody)
        menu.addAction(
            icon(Icon.HISTORY), self.tr("Changed most recently"), self.recent_asked.emit
        )
        menu.addSeparator()
        for each in self._saved:
            menu.addAction(
                icon(Icon.SAVED_LIST), each.name, lambda each=each: self.opened.emit(each.filter)
            )
        if self._saved:
            menu.addSeparator()
        self._add_keeping(menu)

    def _add_keeping(self, menu: QMenu) -> None:
        keep = menu.addAction(icon(Icon.ADD), self.tr("Keep these filters as a list…"))
        keep.triggered.connect(self.ask_name)
        is_all = self._chosen() == ResidentFilter()
        # A list of everybody is there already, under its own name.
        keep.setEnabled(not is_all)
        if is_all:
            keep.setText(self.tr("Keep these filters as a list (choose a filter first)"))
        if self._saved:
            discarding = menu.addMenu(icon(Icon.BIN), self.tr("Discard a list"))
            for each in self._saved:
                discarding.addAction(each.name, lambda each=each: self.discard(each))

    def _open_everybody(self) -> None:
        self.opened.emit(ResidentFilter())
