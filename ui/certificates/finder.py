"""Who asks: name and number, both of which must be those of one person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.errors import RefusedError
from ui.certificates.case import case_by_name
from ui.certificates.obstacle_words import ObstacleWords
from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField, TextField
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import Banner, Card, FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext

NAME_SHARE, NUMBER_SHARE = 2, 3


class Finder(QWidget):
    """Two fields and Enter. A card reader fills the number and presses Enter itself.

    Both are asked for, because a certificate for a namesake is a wrong one; a search
    for whoever it may be is the residents' room's.
    """

    found = Signal(object)  # Case

    def __init__(
        self, station: Station, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._station, self._context = station, context
        self._words = ObstacleWords(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        card = Card(self.tr("Who is the certificate for?"), self)
        column.addWidget(card)
        self.name = TextField(self.tr("Name"))
        self.number = NumberField(self.tr("ID or document number"))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.name, NAME_SHARE)
        row.addWidget(self.number, NUMBER_SHARE)
        card.body.addLayout(row)
        self.find_button = Button(
            self.tr("Find"), meaning=Icon.SEARCH, kind=Kind.PRIMARY, parent=card
        )
        self.find_button.setAutoDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.find_button)
        hint = self.tr("Type the name, then lay the card on the reader. Both must match.")
        foot.addWidget(label(hint, Role.CAPTION, wrap=True, parent=card), 1)
        card.body.addLayout(foot)
        self.banner = Banner("", Tone.WARN, self)
        self.banner.hide()
        column.addWidget(self.banner)
        self._ways = self._build_ways()
        column.addWidget(self._ways)
        column.addStretch(1)
        self._connect()

    def start_anew(self) -> None:
        """Empty both fields and put the cursor into the first."""
        self.name.set_value("")
        self.number.set_value("")
        self.forgive()
        self.name.line.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say that nobody was found, and what else can be done."""
        self.banner.say(sentence)
        self._ways.show()
        self.number.line.setFocus()
        self.number.line.selectAll()  # the card laid on anew replaces the number

    def forgive(self) -> None:
        """Take the remark away: something else is being typed."""
        self.banner.say("")
        self._ways.hide()

    def _build_ways(self) -> QWidget:
        ways = QWidget(self)
        row = FlowLayout(ways)
        read, write = Permission.RESIDENT_READ, Permission.RESIDENT_WRITE
        for text, meaning, kind, need in (
            (self.tr("Look in the residents"), Icon.SEARCH, "residents", read),
            (self.tr("Register a new resident"), Icon.ADD, "new-resident", write),
        ):
            button = Button(text, meaning=meaning, parent=ways)
            button.on_click(partial(self._context.open_record, kind, ""))
            row.addWidget(button)
            self._context.gate.bind(need, button)
        ways.hide()
        return ways

    def _connect(self) -> None:
        for field in (self.name, self.number):
            field.line.returnPressed.connect(self._go_on)
            field.line.textEdited.connect(lambda _: self.forgive())
        self.find_button.on_click(self._go_on)

    def _go_on(self) -> None:
        name, number = self.name.value(), self.number.value()
        if not name:
            self.name.line.setFocus()
        elif not number:
            self.number.line.setFocus()
        else:
            self._find(name, number)

    def _find(self, name: str, number: str) -> None:
        self._context.jobs.start(
            lambda _: case_by_name(self._station, name, number),
            owner=self,
            done=self.found.emit,
            failed=self._on_not_found,
            lane=Lane.WRITE,  # the look-up is noted
        )

    def _on_not_found(self, error: Exception) -> None:
        if isinstance(error, RefusedError):
            # the same words for a wrong name and a wrong number: nobody learns who lives here
            self.refuse(self._words.no_match())
        else:
            self._context.failed(error)
