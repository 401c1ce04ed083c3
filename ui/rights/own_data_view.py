"""What is held about somebody (本人信息查询): asked for at the left, the paper at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.residents.people import ResidentId
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.rights.telling import OwnDataRequest
from ui.kit.buttons import Button, Kind
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, TextField
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel
from ui.kit.person_field import PersonField
from ui.kit.surfaces import Card, FlowLayout, Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role, label
from ui.rights.withheld_card import WithheldCard

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.rights.requests import Request
    from station_app.services.rights.telling import Told
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext
    from ui.rights.words import Words

KIND = "own-data"
SIDE = 420


class OwnDataView(QWidget):
    """Each paper made here has a number and is noted; nothing is made by looking."""

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._outlets = outlets
        self.person = PersonField(self.tr("About whom"), station.search.find, context.jobs)
        self.purpose = TextField(self.tr("Purpose"), required=True)
        self.check = CodeField(self.tr("Identity checked"), words.checks())
        self.in_full = CheckField(self.tr("Numbers in full"))
        self.in_full.set_hint(self.tr("Only after the identity was checked; it is noted."))
        self.make = Button(
            self.tr("Make the paper"), meaning=Icon.PRINT, kind=Kind.PRIMARY, parent=self
        )
        self.copy = Button(self.tr("Save a copy…"), meaning=Icon.SAVE, parent=self)
        self.withheld = WithheldCard(station, words, context, self)
        emptiness = (
            Icon.CERTIFICATE,
            self.tr("What is held about somebody"),
            self.tr("Choose the person, say what for, then make the paper."),
        )
        self.panel = PaperPanel(context, outlets, emptiness)
        self._lay_out()
        self.person.chosen.connect(self._begin)
        self.make.on_click(self._make)
        self.copy.on_click(self._choose_copy)
        self.purpose.line.returnPressed.connect(self._make)
        self.withheld.show_person("")

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        (self.purpose if self.person.value() else self.person).editor.setFocus()

    def show_person(self, key: str, told: str, *, purpose: str = "", check: str = "") -> None:
        """Begin with the resident *key*, written as *told*."""
        self.person.show_person(key, told)
        self.purpose.set_value(purpose)
        self.check.set_value(check)
        self.arrive()

    def show_request(self, request: Request) -> None:
        """Begin with what a request asks for; who asks was made sure of when it came."""
        told = request.particulars
        self.show_person(
            told.resident_id,
            request.holder,
            purpose=request.number,
            check=told.identity_check,
        )

    def asked(self) -> OwnDataRequest:
        """Return what is asked for."""
        return OwnDataRequest(
            resident_id=ResidentId(self.person.value()),
            purpose=self.purpose.value(),
            check=self.check.value(),
            in_full=self.in_full.value(),
        )

    def save_copy(self, path: Path) -> None:
        """Write a copy of what is held to *path*."""
        asked = self.asked()
        self._context.operations.perform(
            lambda _: self._station.telling.save_copy(asked, path),
            owner=self,
            done=lambda number: self._context.notices.say(
                self.tr("Saved {name} as {number}").format(name=path.name, number=number)
            ),
            failed=self._refused,
        )

    def _begin(self, key: str) -> None:
        self.panel.clear()
        self.in_full.set_value(False)
        self.withheld.show_person(key)

    def _make(self) -> None:
        if not self._has_person():
            return
        asked = self.asked()
        self._context.operations.perform(
            lambda _: self._station.telling.own_data(asked),
            owner=self,
            done=self._show,
            failed=self._refused,
        )

    def _choose_copy(self) -> None:
        if not self._has_person():
            return
        path = self._outlets.choose_file(
            self,
            title=self.tr("Save a copy"),
            kinds=";;".join(
                (self.tr("Workbook (*.xlsx)"), self.tr("Data for another office (*.json)"))
            ),
            suggested=self.tr("own-data.xlsx"),
        )
        if path is not None:
            self.save_copy(path)

    def _has_person(self) -> bool:
        self._forgive()
        if not self.person.value():
            missing = self.tr("Type a name or the end of a number, then choose.")
            self.person.set_problem(missing)
            self.person.editor.setFocus()
        return bool(self.person.value())

    def _show(self, told: Told) -> None:
        self.panel.show_handout(Handout(pdf=told.pdf, title=told.number, kind=KIND))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.purpose.set_problem(self._words.problem(error.problems[0]))
            self.purpose.line.setFocus()
        elif isinstance(error, RefusedError) and error.reason == "rights.identity-not-checked":
            self.check.set_problem(self._context.words(error))
            self.check.line.setFocus()
        elif isinstance(error, GlyphMissingError):
            self.panel.refuse(self._context.words(error))
        else:
            self._context.failed(error)

    def _forgive(self) -> None:
        for field in (self.person, self.purpose, self.check):
            field.set_problem("")

    def _lay_out(self) -> None:
        side = Scroll(self, margin=Space.L)
        side.setMinimumWidth(SIDE)
        side.setMaximumWidth(SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        card = Card(self.tr("What is held about me"), side)
        lead = self.tr("Everything that is kept, whom it went to, who has looked.")
        card.body.addWidget(label(lead, Role.MUTED, wrap=True, parent=card))
        for field in (self.person, self.purpose, self.check, self.in_full):
            card.body.addWidget(field)
        acts = FlowLayout()
        acts.addWidget(self.make)
        acts.addWidget(self.copy)
        card.body.addLayout(acts)
        side.body.addWidget(card)
        side.body.addWidget(self.withheld)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.panel, 1)
