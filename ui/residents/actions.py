"""What can be done with the person whose file is shown: at once, or as a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.kit.dialogs import choose_open_file, choose_save_file
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.residents.files import Attachment
    from station_app.domain.residents.history import Change
    from station_app.services.progress import Progress
    from station_app.services.residents.lists import PersonFile
    from ui.kit.masked import MaskedLabel
    from ui.kit.room import RoomContext
    from ui.residents.task import Task
    from ui.residents.tasks import Tasks

KINDS_OF_FILE = "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg)"


class PersonActions(QObject):
    """Acts on the person of :attr:`file`.

    What needs a form is asked for as a task; what does not is done at once, with an undo in
    its notice.
    """

    task_asked = Signal(object)  # Task
    person_asked = Signal(str)
    record_asked = Signal(str, str)  # kind, key: a record of another room
    viewer_asked = Signal(object, bytes)  # Attachment, its content

    def __init__(
        self, station: Station, context: RoomContext, tasks: Tasks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._widget = parent
        self._station = station
        self._context = context
        self._tasks = tasks
        self.file: PersonFile | None = None

    def blocked(self) -> str:
        """Return why nothing may be changed, empty when it may."""
        if self.file is not None and self.file.resident.is_binned:
            return self.tr("In the bin. Put the record back first.")
        return ""

    def correct_particulars(self) -> None:
        """Correct the particulars; the phone numbers come into sight, which is logged."""
        self._open_logged(("phone", "other_phone"), self._tasks.particulars)

    def correct_documents(self) -> None:
        """Correct the documents; their numbers come into sight, which is logged."""
        file = self.file
        places = range(len(file.resident.documents)) if file is not None else ()
        fields = tuple(f"document:{place}" for place in places)
        self._open_logged(fields, self._tasks.documents)

    def correct_tags(self) -> None:
        """Give tags, end them, take them back."""
        self._open(self._tasks.tags)

    def correct_hukou(self) -> None:
        """Correct where the person is registered."""
        self._open(self._tasks.hukou)

    def correct_living(self) -> None:
        """Correct since when and on what ground the person lives here."""
        self._open(self._tasks.living)

    def move(self) -> None:
        """Move the person or the household."""
        self._open(self._tasks.of_household.move)

    def note_death(self) -> None:
        """Note that the person has died."""
        self._open(self._tasks.death)

    def record_verification(self) -> None:
        """Record that the facts were verified."""
        clerk = self._station.settings.current().clerk
        self._open(lambda file: self._tasks.verification(file, clerk))

    def found_household(self) -> None:
        """Found a household that the person heads."""
        self._open(self._tasks.of_household.found)

    def correct_household(self) -> None:
        """Correct number, kind and remarks of the household."""
        self._open_household(self._tasks.of_household.household)

    def add_new_member(self) -> None:
        """Register somebody new as a member of the household."""
        self._open_household(self._tasks.new_person)

    def add_known_member(self) -> None:
        """Let somebody of the register join the household."""
        self._open_household(self._tasks.of_household.join)

    def change_head(self) -> None:
        """Let another member head the household."""
        self._open_household(self._tasks.of_household.head)

    def leave_household(self) -> None:
        """Take the person out of the household."""
        file = self._shown()
        person, households = file.resident, self._station.households
        self._perform(
            lambda _: households.leave(person.id, version=person.version),
            self.tr("{name} left the household").format(name=person.particulars.name),
        )

    def put_into_bin(self) -> None:
        """Take a wrong entry out of the register."""
        person, residents = self._shown().resident, self._station.residents
        self._perform(
            lambda _: residents.put_into_bin(person.id, version=person.version),
            self.tr("Put {name} into the bin").format(name=person.particulars.name),
        )

    def take_from_bin(self) -> None:
        """Put the person back into the register."""
        person, residents = self._shown().resident, self._station.residents
        self._perform(
            lambda _: residents.take_from_bin(person.id, version=person.version),
            self.tr("Put {name} back into the register").format(name=person.particulars.name),
        )

    def restore(self, change: Change, title: str) -> None:
        """Give a field the value it had before *change*."""
        person, residents = self._shown().resident, self._station.residents
        self._perform(
            lambda _: residents.restore_field(person.id, change.id, version=person.version),
            self.tr("Restored “{field}” of {name}").format(
                field=title, name=person.particulars.name
            ),
        )

    def reveal(self, field: str, shown: MaskedLabel) -> None:
        """Show a number in full for a while; the service logs it.

        The label masks itself again after thirty seconds.
        """
        person, residents = self._shown().resident, self._station.residents
        self._context.jobs.start(
            lambda _: residents.reveal(person.id, field),
            owner=shown,
            done=shown.reveal,
            lane=Lane.WRITE,
        )

    def add_file(self) -> None:
        """Keep a file with the person."""
        path = choose_open_file(self._widget, title=self.tr("Add a file"), kinds=KINDS_OF_FILE)
        if path is not None:
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Keep the file at *path* with the person."""
        person, attachments = self._shown().resident, self._station.attachments
        self._perform(
            lambda _: attachments.attach(person.id, path.name, path.read_bytes()),
            self.tr("Added the file {name}").format(name=path.name),
        )

    def view_file(self, file: Attachment) -> None:
        """Show a file; that it was opened is logged."""
        self._with_content(file, lambda content: self.viewer_asked.emit(file, content))

    def save_file(self, file: Attachment) -> None:
        """Give out a copy of a file."""
        path = choose_save_file(
            self._widget,
            title=self.tr("Save a copy"),
            kinds=KINDS_OF_FILE,
            suggested=file.name,
        )
        if path is not None:
            self.save_copy(file, path)

    def save_copy(self, file: Attachment, path: Path) -> None:
        """Write a copy of *file* to *path*."""
        resident, attachments = self._shown().resident.id, self._station.attachments
        said = self.tr("Saved a copy as {name}").format(name=path.name)
        self._context.jobs.start(
            lambda _: attachments.save_copy(resident, file.id, path),
            owner=self,
            done=lambda _: self._say(said),
            lane=Lane.WRITE,
        )

    def discard_file(self, file: Attachment) -> None:
        """Put a file into the bin."""
        person, attachments = self._shown().resident, self._station.attachments
        self._perform(
            lambda _: attachments.put_into_bin(person.id, file.id),
            self.tr("Put the file {name} into the bin").format(name=file.name),
        )

    def ask_certificate(self) -> None:
        """Go to the certificates with this person."""
        self.record_asked.emit("certificate-for", self._shown().resident.id)

    def open_certificate(self, key: str) -> None:
        """Go to a certificate that was issued."""
        self.record_asked.emit("certificate", key)

    def _shown(self) -> PersonFile:
        if self.file is None:
            raise LookupError("no file is shown")
        return self.file

    def _say(self, text: str) -> None:
        self._context.notices.say(text, Tone.OK)

    def _open(self, make: Callable[[PersonFile], Task[Any]]) -> None:
        if self.file is not None and not self.blocked():
            self.task_asked.emit(make(self.file))

    def _open_household(self, make: Callable[[Any], Task[Any]]) -> None:
        if self.file is not None and self.file.household is not None and not self.blocked():
            self.task_asked.emit(make(self.file.household))

    def _open_logged(
        self, fields: tuple[str, ...], make: Callable[[PersonFile], Task[Any]]
    ) -> None:
        """Open a task in which the numbers of *fields* are seen in full."""
        file = self.file
        if file is None or self.blocked():
            return
        residents, key = self._station.residents, file.resident.id

        def log(_: Progress) -> PersonFile:
            for field in fields:
                residents.reveal(key, field)
            return file

        self._context.jobs.start(log, owner=self, done=lambda _: self._open(make), lane=Lane.WRITE)

    def _with_content(self, file: Attachment, use: Callable[[bytes], None]) -> None:
        resident, attachments = self._shown().resident.id, self._station.attachments
        self._context.jobs.start(
            lambda _: attachments.content(resident, file.id),
            owner=self,
            done=use,
            lane=Lane.WRITE,
        )

    def _perform(self, change: Callable[[Progress], Done[Any]], label: str) -> None:
        self._context.operations.perform(change, owner=self, label=label)
