"""What the makers of tasks share: how a change upon a person is carried out, and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.residents.people import Resident
    from ui.kit.room import RoomContext
    from ui.residents.words import Words

DraftT = TypeVar("DraftT")


class TaskMaker(QObject):
    """Makes tasks. Nothing is written before a task is carried out.

    A task holds the version its record was read at; after a conflict it is made anew upon
    the latest one.
    """

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__(words)
        self._station = station
        self._context = context
        self._words = words

    def _upon(
        self,
        person: Resident,
        read: Callable[[Resident], DraftT],
        change: Callable[[DraftT, int], Done[Any]],
    ) -> dict[str, Any]:
        """Return what a task needs that changes *person*, also after a conflict."""

        def upon(found: Resident) -> Callable[[DraftT], Done[Any]]:
            return lambda draft: change(draft, found.version)

        def refresh() -> tuple[DraftT, Callable[[DraftT], Done[Any]]]:
            found = self._station.residents.resident(person.id)
            return read(found), upon(found)

        return {"draft": read(person), "carry_out": upon(person), "refresh": refresh}

    def _named(self, sentence: str, person: Resident) -> str:
        return sentence.format(name=person.particulars.name)
