"""The columns of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.domain.counter.items import Item, ItemVersion
    from ui.counter.words import Words


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item as it stands today."""

    item: Item
    version: ItemVersion
    is_offered: bool


ItemColumn = Column[ItemLine]


class ItemColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def all(self) -> tuple[ItemColumn, ...]:
        """Return the columns in their usual order."""
        return (
            Column(
                key="name",
                title=lambda: self.tr("Item"),
                text=lambda line: line.version.particulars.name,
                width=220,
                stretches=True,
                strong=True,
                badges=self._badges,
                tip=lambda line: "、".join(line.version.particulars.aliases),
            ),
            Column(
                key="materials",
                title=lambda: self.tr("Materials"),
                text=lambda line: str(len(line.version.particulars.materials) or "–"),
                width=84,
                align=RIGHT,
                muted=True,
            ),
            Column(
                key="promised",
                title=lambda: self.tr("Promised"),
                text=lambda line: self._words.limit(line.version.particulars.promised),
                width=128,
            ),
            Column(
                key="goes_to",
                title=lambda: self.tr("Goes to"),
                text=lambda line: line.version.particulars.goes_to,
                width=150,
                muted=True,
            ),
        )

    def _badges(self, line: ItemLine) -> list[Badge]:
        return [] if line.is_offered else [Badge(self.tr("Retired"), Tone.NEUTRAL)]
