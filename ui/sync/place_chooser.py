"""Where to exchange: sticks and folders one under the other, one of them taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ui.kit.icons import Icon, IconLabel
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role, label
from ui.sync.parts import clear
from ui.sync.places import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

ICONS = {
    PlaceKind.STICK: Icon.STICK,
    PlaceKind.SHARED: Icon.SHARED_FOLDER,
    PlaceKind.FOLDER: Icon.FOLDER,
}


class PlaceChooser(QWidget):
    """A stick that is plugged in is taken at once; else the place taken the last time."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: tuple[Place, ...] | None = None
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._group.idClicked.connect(lambda _: self.changed.emit())

    def show_places(self, places: Sequence[Place]) -> None:
        """Show *places*, the one taken before still taken."""
        if self.places == tuple(places):
            return
        taken = self._to_take(places)
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        self.places = tuple(places)
        for button in self._group.buttons():
            self._group.removeButton(button)  # it lives on until the event loop comes round
        clear(self._column)
        for number, place in enumerate(places):
            self._column.addWidget(self._row(number, place))
        if not places:
            words = self.tr("Plug in a stick, or choose a folder. Both are found here then.")
            self._column.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        if taken is not None:
            chosen = self._group.button(places.index(taken))
            chosen.setChecked(True)
            if had_focus:
                chosen.setFocus()
        self.changed.emit()

    def chosen(self) -> Place | None:
        """Return the place that is taken."""
        number = self._group.checkedId()
        return None if number < 0 or not self.places else self.places[number]

    def choose(self, place: Place) -> None:
        """Take *place*, which is added if it was not there."""
        known = self.places or ()
        if place not in known:
            self.show_places((*known, place))
            known = self.places or ()
        self._group.button(known.index(place)).setChecked(True)
        self.changed.emit()

    def _to_take(self, places: Sequence[Place]) -> Place | None:
        """Return a stick that was plugged in just now, else what was taken, else what is there."""
        former, known = self.chosen(), {place.path for place in self.places or ()}

        def rank(place: Place) -> int:
            if place.kind is PlaceKind.STICK and place.path not in known:
                return 0
            if former is not None and place.path == former.path:
                return 1
            return 2 if place.is_there else 3

        return min(places, key=rank, default=None)

    def _row(self, number: int, place: Place) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        button = QRadioButton(self._words(place), row)
        self._group.addButton(button, number)
        line.addWidget(IconLabel(ICONS[place.kind], color="muted", parent=row))
        line.addWidget(button)
        told = str(place.path) if place.is_there else self.tr("not there just now")
        line.addWidget(ElidedLabel(told, Role.CAPTION, parent=row), 1)
        return row

    def _words(self, place: Place) -> str:
        words = {
            PlaceKind.STICK: self.tr("Stick {name}"),
            PlaceKind.SHARED: self.tr("Shared folder {name}"),
            PlaceKind.FOLDER: self.tr("Folder {name}"),
        }
        return words[place.kind].format(name=place.name)
