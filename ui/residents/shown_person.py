"""The person whose file is shown, and how every act upon him or her begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from station_app.domain.access.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.changes import Done
    from station_app.domain.residents.people import Resident
    from station_app.services.progress import Progress
    from station_app.services.residents.lists import PersonFile
    from ui.kit.room import RoomContext
    from ui.residents.task import Task


class ShownPerson(QObject):
    """Knows whose file is shown, and whether anything may be changed in it.

    What needs a form is opened as a task; what does not is performed at once, with an undo
    in its notice.
    """

    task_asked = Signal(object)  # Task

    def __init__(self, context: RoomContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.gate = context.gate
        self.file: PersonFile | None = None

    def blocked(self) -> str:
        """Return why nothing may be changed, empty when it may."""
        if self.file is not None and self.file.resident.is_binned:
            return self.tr("In the bin. Put the record back first.")
        return self.gate.reason(Permission.RESIDENT_WRITE)

    def resident(self) -> Resident:
        """Return the person, as read with the file."""
        if self.file is None:
            raise LookupError("no file is shown")
        return self.file.resident

    def is_shown(self, key: str) -> bool:
        """Whether it is the file of *key*."""
        return self.file is not None and self.file.resident.id == key

    def open(self, make: Callable[[PersonFile], Task[Any]]) -> None:
        """Ask for a task over the file; nothing happens without one, or in the bin."""
        if self.file is not None and not self.blocked():
            self.task_asked.emit(make(self.file))

    def perform(self, change: Callable[[Progress], Done[Any]], label: str) -> None:
        """Carry out *change* at once; *label* is what its undo is called."""
        self._context.operations.perform(change, owner=self, label=label)
