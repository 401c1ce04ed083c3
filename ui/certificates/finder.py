"""Who asks: name and number, both of which must be those of one person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField, TextField
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, Card, FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

NAME_SHARE, NUMBER_SHARE = 2, 3


class Finder(QWidget):
    """Two fields and Enter. A card reader fills the number and presses Enter itself.

    Both are asked for, because a certificate for a namesake is a wrong one; a search
    for whoever it may be is the residents' room's.
    """

    asked = Signal(str, str)  # name, number
    search_asked = Signal()
    register_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        for text, meaning, signal in (
            (self.tr("Look in the residents"), Icon.SEARCH, self.search_asked),
            (self.tr("Register a new resident"), Icon.ADD, self.register_asked),
        ):
            button = Button(text, meaning=meaning, parent=ways)
            button.on_click(signal.emit)
            row.addWidget(button)
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
            self.asked.emit(name, number)
