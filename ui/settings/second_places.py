"""The second places for backups: each with how it stands, and one more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from ui.kit import dialogs
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.moments import moment_words
from ui.kit.tokens import Tone
from ui.kit.words import Role, label
from ui.settings.rows import SettingRow, SettingsCard

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.domain.backups import BackupPlace
    from station_app.services.second_places import PlaceStanding, SecondPlaceService
    from ui.kit.room import RoomContext

FULL, KEYS_LATER = "store.full", "backup.keys-later"


class SecondPlacesCard(SettingsCard):
    """Sticks and folders by name; what is wrong with one is said beside it, in no dialog."""

    changed = Signal()

    def __init__(
        self, places: SecondPlaceService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Second place for backups"))
        self.title.show()
        self._places, self._context = places, context
        self.rows: dict[str, SettingRow] = {}
        self.forget_buttons: dict[str, Button] = {}
        self.none = label("", Role.MUTED, wrap=True, parent=self)
        self.none.setText(
            self.tr(
                "A computer can break or be stolen. Choose a stick or another disk: the newest"
                " backup is then put there by itself whenever it is plugged in, encrypted. Keep"
                " the stick in another room."
            )
        )
        self.add = Button(self.tr("Choose a stick or folder…"), meaning=Icon.STICK)
        self._listed = QWidget(self)
        self.body.addWidget(self.none)
        self.body.addWidget(self._listed)
        self.add_row(SettingRow(Icon.ADD, self.tr("One more place"), self.add))
        self.add.on_click(self._ask)
        context.gate.bind(Permission.BACKUP_GIVE_OUT, self.add)
        self.refresh()

    def refresh(self) -> None:
        """Look how each place stands."""
        self._context.jobs.start(
            lambda _: self._places.standing(), owner=self, done=self._show, lane=Lane.OUTSIDE
        )

    def carry(self) -> None:
        """Put the newest backup where it is not yet, then look again."""
        self._context.jobs.start(
            lambda _: self._places.carry(),
            owner=self,
            done=lambda _: self._on_changed(),
            failed=self._on_failed,
            lane=Lane.OUTSIDE,
        )

    def choose(self, folder: Path) -> None:
        """Make *folder* a second place, and put the newest backup there."""
        self.add.refuse(self.tr("Putting the newest backup there…"))

        def work() -> BackupPlace:
            place = self._places.choose(folder)
            self._places.carry()
            return place

        self._context.jobs.start(
            lambda _: work(),
            owner=self,
            done=self._on_chosen,
            failed=self._on_failed,
            lane=Lane.OUTSIDE,
        )

    def _ask(self) -> None:
        folder = dialogs.choose_folder(self, title=self.tr("Where a second copy is to lie"))
        if folder is not None:
            self.choose(folder)

    def _show(self, standings: tuple[PlaceStanding, ...]) -> None:
        self.none.setVisible(not standings)
        self.rows.clear()
        self.forget_buttons.clear()
        former, self._listed = self._listed, QWidget(self)
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        for standing in standings:
            column.addWidget(self._row(standing))
        self.body.replaceWidget(former, self._listed)
        self._listed.setVisible(bool(standings))
        former.hide()
        former.deleteLater()

    def _row(self, standing: PlaceStanding) -> SettingRow:
        place = standing.place
        forget = Button(self.tr("Forget"), kind=Kind.QUIET)
        forget.setAccessibleName(self.tr("Forget {name}").format(name=place.name))
        forget.on_click(partial(self._forget, place))
        self._context.gate.bind(Permission.BACKUP_GIVE_OUT, forget)
        meaning = Icon.STICK if standing.is_current else Icon.WARN
        row = SettingRow(meaning, place.name, forget, remark=self._words(standing))
        self.rows[place.id], self.forget_buttons[place.id] = row, forget
        return row

    def _words(self, standing: PlaceStanding) -> str:
        place = standing.place
        last = moment_words(place.last) if place.last else ""
        if standing.is_current:
            words = self.tr("Holds the newest backup, of {last}, read back in full.")
        elif not standing.is_there:
            words = self.tr("Not plugged in. The last copy there is of {last}.")
        elif place.trouble == FULL:
            words = self.tr("There is no room left. The last copy there is of {last}.")
        elif place.trouble == KEYS_LATER:
            words = self.tr("Gets the newest backup when somebody signs in again.")
        elif place.trouble:
            words = self.tr("Writing failed and is tried again. The last copy there is of {last}.")
        else:
            words = self.tr("The newest backup is put there within a minute.")
        if not last and "{last}" in words:
            words = self.tr("There is no copy yet. Plug it in, and see that there is room.")
        told = words.format(last=last)
        if standing.is_same_disk:
            told += " " + self.tr("It is on the same disk as the station, and breaks with it.")
        return told

    def _forget(self, place: BackupPlace) -> None:
        self._context.jobs.start(
            lambda _: self._places.forget(place.id),
            owner=self,
            done=lambda _: self._on_forgotten(place),
            failed=self._on_failed,
            lane=Lane.OUTSIDE,
        )

    def _on_forgotten(self, place: BackupPlace) -> None:
        words = self.tr("{name} gets no more backups. What lies there stays.")
        self._context.notices.say(
            words.format(name=place.name),
            Tone.INFO,
            action=self.tr("Undo"),
            act=partial(self.choose, place.path),
        )
        self._on_changed()

    def _on_chosen(self, place: BackupPlace) -> None:
        words = self.tr("The newest backup is put on {name} from now on.")
        self._context.notices.say(words.format(name=place.name))
        self._on_changed()

    def _on_changed(self) -> None:
        self.add.refuse("")
        self.changed.emit()
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.add.refuse("")
        self._context.failed(error)
        self.refresh()
