"""What the rules about people's rights call things, in whatever room they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.buttons import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.rights.rules import Named, RightsRules


class RightsNames(QObject):
    """Official terms of the rules; they are in Chinese whatever the window speaks."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station

    @property
    def rules(self) -> RightsRules:
        """The rules about people's rights."""
        return self._station.reference.rights

    def field(self, field: str) -> str:
        """Return what a column or a tag is called, in the words of the rules."""
        kind, _, code = field.partition(":")
        if kind == "tag":
            return self._station.reference.table("tag").name_of(code)
        group = self.rules.group_of(field)
        return field if group is None else group.name

    def fields(self, fields: Sequence[str]) -> str:
        """Return what *fields* are called, each once."""
        return "、".join(dict.fromkeys(map(self.field, fields)))

    def choices(self, entries: Sequence[Named]) -> tuple[Choice, ...]:
        """Return *entries* of the rules to choose from, found by name and pinyin."""
        readings = self._station.search.readings
        return tuple(Choice(each.code, each.name, also=readings(each.name)) for each in entries)
