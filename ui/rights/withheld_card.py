"""What is withheld of somebody: seen by a supervisor, with a reason that is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import ValidationFailedError
from ui.kit.buttons import Button
from ui.kit.fields import TextField
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import Card, FlowLayout
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from ui.kit.room import RoomContext
    from ui.rights.words import Words


class WithheldCard(Card):
    """Asks for the reason first; what was shown goes when another person comes."""

    def __init__(
        self, station: Station, words: Words, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Not used any more"), parent)
        self._station, self._words, self._context = station, words, context
        self._resident = ""
        told = self.tr("Kept by law. Seen only with a reason; every look is noted.")
        self.body.addWidget(label(told, Role.MUTED, wrap=True, parent=self))
        self.reason = TextField(self.tr("Reason"), required=True)
        self.body.addWidget(self.reason)
        self.show_button = Button(self.tr("Show"), meaning=Icon.SHOW, parent=self)
        self.release_button = Button(self.tr("Use it again"), meaning=Icon.UNDO, parent=self)
        row = FlowLayout()
        row.addWidget(self.show_button)
        row.addWidget(self.release_button)
        self.body.addLayout(row)
        self.shown = label("", wrap=True, parent=self)
        self.body.addWidget(self.shown)
        self.reason.line.returnPressed.connect(self._show)
        self.show_button.on_click(self._show)
        self.release_button.on_click(self._release)

    def show_person(self, resident: str) -> None:
        """Begin with *resident*: nothing is shown yet."""
        self._resident = resident
        self.reason.set_value("")
        self.reason.set_problem("")
        self.shown.setText("")
        why = "" if resident else self.tr("Choose the person first.")
        for button in (self.show_button, self.release_button):
            button.refuse(why)

    def _show(self) -> None:
        resident, reason = self._key(), self.reason.value()
        if resident:
            self._context.jobs.start(
                lambda _: self._station.rights.show_withheld(resident, reason),
                owner=self,
                done=self._tell,
                failed=self._refused,
                lane=Lane.WRITE,
            )

    def _release(self) -> None:
        resident, reason = self._key(), self.reason.value()
        if resident:
            self._context.operations.perform(
                lambda _: self._station.rights.release(resident, reason),
                owner=self,
                done=lambda _: self.show_person(resident),
                failed=self._refused,
                label=self.tr("Let withheld data be used again"),
            )

    def _key(self) -> ResidentId:
        return self._resident  # type: ignore[return-value]  # a key of a resident

    def _tell(self, told: tuple[tuple[str, str], ...]) -> None:
        self.reason.set_problem("")
        lines = [f"{self._words.field(field)}: {value or '—'}" for field, value in told]
        self.shown.setText("\n".join(lines) or self.tr("Nothing is withheld."))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.reason.set_problem(self._words.problem(error.problems[0]))
            self.reason.line.setFocus()
        else:
            self._context.failed(error)
