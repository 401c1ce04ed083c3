"""What can be done with the files that are kept with a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.kit.dialogs import choose_open_file, choose_save_file
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.residents.files import Attachment
    from ui.kit.room import RoomContext
    from ui.residents.shown_person import ShownPerson

KINDS_OF_FILE = "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg)"


class AttachmentActions(QObject):
    """Keeps files with the person, shows them, gives out copies; each look is logged."""

    viewer_asked = Signal(object, bytes)  # Attachment, its content

    def __init__(
        self, station: Station, context: RoomContext, person: ShownPerson, window: QWidget
    ) -> None:
        super().__init__(person)
        self._station = station
        self._context = context
        self._person = person
        self._widget = window

    def add(self) -> None:
        """Keep a file with the person."""
        path = choose_open_file(self._widget, title=self.tr("Add a file"), kinds=KINDS_OF_FILE)
        if path is not None:
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Keep the file at *path* with the person."""
        person, attachments = self._person.resident(), self._station.attachments
        self._person.perform(
            lambda _: attachments.attach(person.id, path.name, path.read_bytes()),
            self.tr("Added the file {name}").format(name=path.name),
        )

    def view(self, file: Attachment) -> None:
        """Show a file; that it was opened is logged."""
        resident, attachments = self._person.resident().id, self._station.attachments
        self._context.jobs.start(
            lambda _: attachments.content(resident, file.id),
            owner=self,
            done=lambda content: self.viewer_asked.emit(file, content),
            lane=Lane.WRITE,
        )

    def save(self, file: Attachment) -> None:
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
        resident, attachments = self._person.resident().id, self._station.attachments
        said = self.tr("Saved a copy as {name}").format(name=path.name)
        self._context.jobs.start(
            lambda _: attachments.save_copy(resident, file.id, path),
            owner=self,
            done=lambda _: self._context.notices.say(said, Tone.OK),
            lane=Lane.WRITE,
        )

    def discard(self, file: Attachment) -> None:
        """Put a file into the bin."""
        person, attachments = self._person.resident(), self._station.attachments
        self._person.perform(
            lambda _: attachments.put_into_bin(person.id, file.id),
            self.tr("Put the file {name} into the bin").format(name=file.name),
        )
