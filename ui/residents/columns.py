"""The columns of the residents' table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.residents.filters import Order
from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.icons import Icon

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.domain.residents.people import ResidentLine
    from ui.residents.words import Words

ResidentColumn = Column["ResidentLine"]
ORDERS = {"name": Order.NAME, "age": Order.BORN, "born": Order.BORN, "address": Order.ADDRESS}
"""Which order of the store the header of a column asks for."""


class ResidentColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, words: Words, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._clock = clock

    def all(self) -> tuple[ResidentColumn, ...]:
        """Return the columns in their usual order, what identifies somebody first."""
        return (*self._of_person(), *self._of_place(), *self._of_numbers())

    def _of_person(self) -> tuple[ResidentColumn, ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Name"),
                text=lambda line: line.name,
                width=104,
                sortable=True,
                strong=True,
                tip=lambda line: line.name,
            ),
            Column(
                key="sex",
                title=lambda: self.tr("Sex"),
                text=lambda line: self._words.sex(line.sex),
                width=52,
            ),
            Column(
                key="age",
                title=lambda: self.tr("Age"),
                text=self._age,
                width=62,
                align=RIGHT,
                sortable=True,
                tip=lambda line: self._words.day(line.born),
            ),
            Column(
                key="born",
                title=lambda: self.tr("Born"),
                text=lambda line: self._words.day(line.born),
                width=108,
                sortable=True,
                shown=False,
            ),
        )

    def _of_place(self) -> tuple[ResidentColumn, ...]:
        return (
            Column(
                key="address",
                title=lambda: self.tr("Lives at"),
                text=lambda line: line.address,
                width=220,
                sortable=True,
                tip=lambda line: line.address,
            ),
            Column(
                key="standing",
                title=lambda: self.tr("Kind"),
                text=lambda _: "",
                width=112,
                badges=self._standing,
                tip=lambda line: self._words.standing(line.standing),
            ),
            Column(
                key="tags",
                title=lambda: self.tr("Tags"),
                text=lambda _: "",
                width=176,
                badges=self._tags,
                tip=lambda line: "、".join(self._words.shown_tags(line)),
            ),
        )

    def _of_numbers(self) -> tuple[ResidentColumn, ...]:
        return (
            Column(
                key="number",
                title=lambda: self.tr("ID number"),
                text=lambda line: line.number,
                width=184,
                muted=True,
            ),
            Column(
                key="phone",
                title=lambda: self.tr("Phone"),
                text=self._phone,
                width=128,
                muted=True,
            ),
            Column(
                key="household",
                title=lambda: self.tr("Household no."),
                text=lambda line: line.household,
                width=116,
                muted=True,
            ),
            Column(
                key="relation",
                title=lambda: self.tr("Relation"),
                text=lambda line: self._words.name_of("relation", line.relation),
                width=88,
            ),
            Column(
                key="grid",
                title=lambda: self.tr("Grid"),
                text=lambda line: line.grid,
                width=110,
                stretches=True,
            ),
        )

    def _age(self, line: ResidentLine) -> str:
        return self._words.age(line.born, today=self._clock.today())

    def _phone(self, line: ResidentLine) -> str:
        return self.tr("not used") if "phone" in line.withheld else line.phone

    def _standing(self, line: ResidentLine) -> list[Badge]:
        words = self._words
        return [Badge(words.standing(line.standing), words.tone(line.standing))]

    def _tags(self, line: ResidentLine) -> list[Badge]:
        badges = [Badge(name, icon=Icon.TAG) for name in self._words.shown_tags(line)]
        if any(field.startswith("tag:") for field in line.withheld):
            badges.append(Badge(self.tr("not used"), icon=Icon.HIDE))
        return badges
