"""The versions of an item: since when, by whom, why, and what each changed."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.counter.differences import differences
from station_app.domain.counter.items import Origin
from ui.counter.guide_cards import fill
from ui.counter.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, empty
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.items import Item, ItemVersion
    from ui.counter.words import Words

LONGEST_TOLD = 12


class VersionList(QWidget):
    """A card for each version, the latest first."""

    sheet_asked = Signal(object)  # VersionId

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def show_item(self, item: Item, *, today: date) -> None:
        """Show the versions of *item*."""
        empty(self._column)
        held = item.on(today)
        for version, before in zip_longest(item.versions, item.versions[1:]):
            self._column.addWidget(self._card(version, before, held=held, today=today))

    def _card(
        self, version: ItemVersion, former: ItemVersion | None, *, held: ItemVersion, today: date
    ) -> Card:
        card = Card(self.tr("From {day}").format(day=version.valid_from.isoformat()), self)
        if version.id == held.id:
            card.head.insertWidget(1, Pill(self.tr("In force"), Tone.OK, parent=card))
        elif version.valid_from > today:
            card.head.insertWidget(1, Pill(self.tr("To come"), Tone.INFO, parent=card))
        sheet = Button(self.tr("Guide sheet"), meaning=Icon.PRINT, kind=Kind.LINK, parent=card)
        sheet.on_click(lambda: self.sheet_asked.emit(version.id))
        card.head.addWidget(sheet)
        fill(card, [(self.tr("Why"), self._why(version), ""), *self._changes(version, former)])
        return card

    def _why(self, version: ItemVersion) -> str:
        if version.origin is Origin.SHIPPED:
            return self.tr("Came with the program")
        return DOT.join(filter(None, (version.reason, version.made_by)))

    def _changes(
        self, version: ItemVersion, former: ItemVersion | None
    ) -> list[tuple[str, str, str]]:
        if former is None:
            return []
        rows = []
        for each in differences(former.particulars, version.particulars):
            told = [f"− {self._words.value(each.field, value)}" for value in each.gone]
            told += [f"+ {self._words.value(each.field, value)}" for value in each.come]
            if len(told) > LONGEST_TOLD:
                told = [*told[:LONGEST_TOLD], "…"]
            rows.append((self._words.field(each.field), "\n".join(told), ""))
        return rows
