"""Numbers that are masked by default, shown in full: a logged act each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.kit.clipboard import Clipboard
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.services.progress import Progress
    from station_app.services.residents.lists import PersonFile
    from ui.kit.masked import MaskedLabel
    from ui.kit.room import RoomContext
    from ui.residents.shown_person import ShownPerson
    from ui.residents.task import Task


class Disclosure(QObject):
    """Brings numbers of the person into sight, in a label or in a form."""

    def __init__(self, station: Station, context: RoomContext, person: ShownPerson) -> None:
        super().__init__(person)
        self._station = station
        self._context = context
        self._person = person

    def reveal(self, field: str, shown: MaskedLabel) -> None:
        """Show a number in full for a while; the service logs it.

        The label masks itself again after thirty seconds.
        """
        person, residents = self._person.resident(), self._station.residents
        self._context.jobs.start(
            lambda _: residents.reveal(person.id, field),
            owner=shown,
            done=shown.reveal,
            lane=Lane.WRITE,
        )

    def copy(self, field: str, shown: MaskedLabel) -> None:
        """Put a number that is shown on the clipboard for a while; the service logs it."""
        person, residents = self._person.resident(), self._station.residents
        self._context.jobs.start(
            lambda _: residents.copy_out(person.id, field),
            owner=shown,
            done=self._put,
            lane=Lane.WRITE,
        )

    def _put(self, number: str) -> None:
        Clipboard.current().put_for_a_while(number)
        self._context.notices.say(self.tr("Copied. It is cleared after 30 seconds."), Tone.INFO)

    def open_task(self, fields: tuple[str, ...], make: Callable[[PersonFile], Task[Any]]) -> None:
        """Open a task in which the numbers of *fields* are seen in full."""
        file = self._person.file
        if file is None or self._person.blocked():
            return
        residents, key = self._station.residents, file.resident.id

        def log(_: Progress) -> PersonFile:
            for field in fields:
                residents.reveal(key, field)
            return file

        def open_(_: PersonFile) -> None:
            # Whoever is shown by now may be another, whose numbers nobody has logged.
            if self._person.is_shown(key):
                self._person.open(make)

        self._context.jobs.start(log, owner=self, done=open_, lane=Lane.WRITE)
