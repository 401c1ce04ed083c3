"""What can be done with the person whose file is shown: at once, or as a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.kit.jobs import Lane
from ui.residents.attachment_actions import AttachmentActions
from ui.residents.disclosure import Disclosure
from ui.residents.household_actions import HouseholdActions
from ui.residents.rights_actions import RightsActions
from ui.residents.shown_person import ShownPerson

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.residents.history import Change
    from station_app.domain.residents.tags import Tag
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext
    from ui.residents.tasks import Tasks

    Restricted = tuple[tuple[str, ...], tuple[Tag, ...]]


class PersonActions(QObject):
    """Acts on the record of :attr:`person`.

    :attr:`of_household`, :attr:`files`, :attr:`numbers` and :attr:`rights` act on what
    belongs to it.
    """

    person_asked = Signal(str)
    record_asked = Signal(str, str)  # kind, key: a record of another room

    def __init__(
        self, station: Station, context: RoomContext, tasks: Tasks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._context = context
        self._tasks = tasks
        self.person = ShownPerson(context, self)
        self.of_household = HouseholdActions(station, self.person, tasks)
        self.files = AttachmentActions(station, context, self.person, parent)
        self.numbers = Disclosure(station, context, self.person)
        self.rights = RightsActions(station, context, self.person, tasks)
        self.rights.record_asked.connect(self.record_asked)

    def correct_particulars(self) -> None:
        """Correct the particulars; the phone numbers come into sight, which is logged."""
        self.numbers.open_task(("phone", "other_phone"), self._tasks.particulars)

    def correct_documents(self) -> None:
        """Correct the documents; their numbers come into sight, which is logged."""
        file = self.person.file
        places = range(len(file.resident.documents)) if file is not None else ()
        fields = tuple(f"document:{place}" for place in places)
        self.numbers.open_task(fields, self._tasks.of_lists.documents)

    def correct_tags(self) -> None:
        """Give tags, end them, take them back."""
        self.person.open(self._tasks.of_lists.tags)

    def correct_restricted(self) -> None:
        """Give restricted tags, end them, take them back; that they are seen is logged."""
        file = self.person.file
        if file is None or self.person.blocked():
            return
        station, key = self._station, file.resident.id

        def read(_: Progress) -> Restricted:
            return station.restricted_tags.mine(), station.restricted_tags.of(key)

        def open_(found: Restricted) -> None:
            # whoever is shown by now may be another
            if self.person.is_shown(key):
                self.person.open(lambda file: self._tasks.of_lists.restricted(file, *found))

        self._context.jobs.start(read, owner=self, done=open_, lane=Lane.WRITE)

    def correct_hukou(self) -> None:
        """Correct where the person is registered."""
        self.person.open(self._tasks.hukou)

    def correct_living(self) -> None:
        """Correct since when and on what ground the person lives here."""
        self.person.open(self._tasks.living)

    def move(self) -> None:
        """Move the person or the household."""
        self.person.open(self._tasks.of_moves.move)

    def note_death(self) -> None:
        """Note that the person has died."""
        self.person.open(self._tasks.of_events.death)

    def record_verification(self) -> None:
        """Record that the facts were verified."""
        clerk = self._station.settings.current().clerk
        self.person.open(lambda file: self._tasks.of_events.verification(file, clerk))

    def put_into_bin(self) -> None:
        """Take a wrong entry out of the register."""
        person, residents = self.person.resident(), self._station.residents
        self.person.perform(
            lambda _: residents.put_into_bin(person.id, version=person.version),
            self.tr("Put {name} into the bin").format(name=person.particulars.name),
        )

    def take_from_bin(self) -> None:
        """Put the person back into the register."""
        person, residents = self.person.resident(), self._station.residents
        self.person.perform(
            lambda _: residents.take_from_bin(person.id, version=person.version),
            self.tr("Put {name} back into the register").format(name=person.particulars.name),
        )

    def restore(self, change: Change, title: str) -> None:
        """Give a field the value it had before *change*."""
        person, residents = self.person.resident(), self._station.residents
        self.person.perform(
            lambda _: residents.restore_field(person.id, change.id, version=person.version),
            self.tr("Restored “{field}” of {name}").format(
                field=title, name=person.particulars.name
            ),
        )

    def ask_certificate(self) -> None:
        """Go to the certificates with this person."""
        self.record_asked.emit("certificate-for", self.person.resident().id)

    def begin_case(self) -> None:
        """Go to the window with this person, who wants something done."""
        self.record_asked.emit("case-for", self.person.resident().id)

    def open_case(self, key: str) -> None:
        """Go to a case of the window."""
        self.record_asked.emit("case", key)

    def ask_audit(self) -> None:
        """Go to who has looked at this person's data, or changed it."""
        self.record_asked.emit("audit-of", self.person.resident().id)

    def open_certificate(self, key: str) -> None:
        """Go to a certificate that was issued."""
        self.record_asked.emit("certificate", key)
