"""The applicant at a glance: both addresses, since when, on what ground, how well known."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.services.privacy import seen
from ui.certificates.case import VERIFIABLE
from ui.certificates.words import DOT
from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.masked import MaskedLabel
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Pill, Role, label, set_property

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import Resident
    from ui.certificates.case import Case
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

TITLE_WIDTH = 92
LINE = 24


class PersonCard(Card):
    """What decides about the certificate, in five lines.

    The number is masked until it is asked for: the screen stands where others wait.
    """

    open_asked = Signal()

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._resident: Resident | None = None
        self._spared: tuple[QWidget, ...] = ()
        self.name = ElidedLabel("", Role.TITLE, self)
        self.standing = Pill("", parent=self)
        self.number = MaskedLabel(parent=self)
        self.address, self.living = self._value(), self._value(Role.MUTED)
        self.hukou, self.verified = self._value(), self._value()
        file = IconButton(Icon.OPEN, self.tr("Open the person's file"), parent=self)
        file.clicked.connect(self.open_asked)
        self.head.insertWidget(0, self.name, 1)
        self.head.addWidget(self.standing)
        self.head.addWidget(file)
        self._lay_out()
        self.number.show_asked.connect(self._reveal)
        context.gate.bind(Permission.RESIDENT_SHOW, self.number.toggle)
        context.gate.bind(Permission.RESIDENT_READ, file)

    def show_case(self, case: Case) -> None:
        """Show the applicant."""
        person, words = case.resident, self._words
        self._resident = person
        self.name.setText(person.particulars.name)
        self.standing.say(words.standing(person.standing), words.standing_tone(person.standing))
        document = person.primary_document()
        self.number.set_masked(
            seen("document", "number", document.number, kind=document.kind) if document else ""
        )
        self.address.setText(person.living_text or self.tr("not known"))
        self.living.setText(self._living_of(person))
        self.living.setVisible(bool(self.living.text()))
        self.hukou.setText(self._hukou_of(person))
        self._show_verified(case)

    def set_compact(self, *, is_compact: bool) -> None:
        """Leave the number out where the window is low: it has just been typed."""
        for each in self._spared:
            each.setVisible(not is_compact)
        for row in self._titled:
            self._grid.setRowMinimumHeight(row, 0 if is_compact else LINE)

    def _show_verified(self, case: Case) -> None:
        fact, today = case.resident.verified, self._context.clock.today()
        words = self._words.verified(fact, today=today) if fact else self.tr("never")
        self.verified.setText(words)
        is_stale = case.obstacle in VERIFIABLE
        set_property(self.verified, "role", str(Role.STRONG if is_stale else Role.BODY))

    def _living_of(self, person: Resident) -> str:
        living = person.living
        since = (
            self.tr("since {month}").format(month=f"{living.since:%Y-%m}") if living.since else ""
        )
        return DOT.join(filter(None, (since, self._words.name_of("living_basis", living.basis))))

    def _hukou_of(self, person: Resident) -> str:
        hukou = person.hukou
        if hukou.address:
            return hukou.address
        if hukou.is_local is None:
            return self.tr("not known")
        return self.tr("in this community") if hukou.is_local else self.tr("elsewhere")

    def _value(self, role: Role = Role.BODY) -> QLabel:
        made = label("", role, wrap=True, parent=self)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnMinimumWidth(0, TITLE_WIDTH)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Number"), self.number),
            (self.tr("Lives at"), self.address),
            ("", self.living),
            (self.tr("Registered at"), self.hukou),
            (self.tr("Verified"), self.verified),
        )
        # as high as the one with a button in it
        self._titled = [row for row, (title, _) in enumerate(lines) if title]
        top = Qt.AlignmentFlag.AlignTop
        for row, (title, value) in enumerate(lines):
            middle = Qt.AlignmentFlag.AlignVCenter if value is self.number else top
            named = label(title, Role.MUTED, parent=self)
            named.setVisible(bool(title))
            grid.addWidget(named, row, 0, middle)
            grid.addWidget(value, row, 1)
            if value is self.number:
                self._spared = (named, value)
        self.body.addLayout(grid)
        self.set_compact(is_compact=False)

    def _reveal(self) -> None:
        person = self._resident
        document = person.primary_document() if person else None
        if person is None or document is None:
            return
        field = f"document:{person.documents.index(document)}"
        self._context.jobs.start(
            lambda _: self._station.residents.reveal(person.id, field),
            owner=self,
            done=partial(self._show_number, person.id),
            lane=Lane.WRITE,  # the showing is noted
        )

    def _show_number(self, key: str, number: str) -> None:
        # the next person may be on the card by now
        if self._resident is not None and self._resident.id == key:
            self.number.reveal(number)
