"""What can be done with the household of the person whose file is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.residents.households import Household
    from ui.residents.shown_person import ShownPerson
    from ui.residents.task import Task
    from ui.residents.tasks import Tasks


class HouseholdActions(QObject):
    """Acts on the household; where there is none, only founding one does anything."""

    def __init__(self, station: Station, person: ShownPerson, tasks: Tasks) -> None:
        super().__init__(person)
        self._station = station
        self._person = person
        self._tasks = tasks

    def found(self) -> None:
        """Found a household that the person heads."""
        self._person.open(self._tasks.of_household.found)

    def correct(self) -> None:
        """Correct number, kind and remarks of the household."""
        self._open(self._tasks.of_household.household)

    def add_new(self) -> None:
        """Register somebody new as a member of the household."""
        self._open(self._tasks.new_person)

    def add_known(self) -> None:
        """Let somebody of the register join the household."""
        self._open(self._tasks.of_household.join)

    def change_head(self) -> None:
        """Let another member head the household."""
        self._open(self._tasks.of_household.head)

    def leave(self) -> None:
        """Take the person out of the household."""
        person, households = self._person.resident(), self._station.households
        self._person.perform(
            lambda _: households.leave(person.id, version=person.version),
            self.tr("{name} left the household").format(name=person.particulars.name),
        )

    def _open(self, make: Callable[[Household], Task[Any]]) -> None:
        file = self._person.file
        household = None if file is None else file.household
        if household is not None:
            self._person.open(lambda _: make(household))
