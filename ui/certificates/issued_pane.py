"""The number that was given, and what is done with the paper next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon, IconLabel
from ui.kit.surfaces import Card, FlowLayout, Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.services.certificates.issued import Issued
    from ui.certificates.case import Case
    from ui.certificates.request_form import RequestDraft
    from ui.certificates.words import Words

SIGN = 28


class IssuedPane(Scroll):
    """What has just been issued. Enter prints, and Enter again takes the next person."""

    print_asked = Signal()
    save_asked = Signal()
    new_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.L)
        self._words = words
        card = Card(parent=self)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(IconLabel(Icon.OK, size=SIGN, color="ok_text", parent=card))
        head.addWidget(label(self.tr("Issued and kept in the archive"), Role.SUBTITLE), 1)
        card.body.addLayout(head)
        self.number = label("", Role.TITLE, wrap=True, parent=card)
        self.number.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.check = label("", Role.MUTED, parent=card)
        self.told = label("", Role.MUTED, wrap=True, parent=card)
        card.body.addWidget(self.number)
        card.body.addWidget(self.check)
        card.body.addWidget(self.told)
        card.body.addSpacing(Space.S)
        self.print = Button(self.tr("Print"), meaning=Icon.PRINT, kind=Kind.PRIMARY, parent=card)
        self.print.setToolTip(self.tr("Print (Ctrl+P)"))
        self.save = Button(self.tr("Save as PDF"), meaning=Icon.SAVE, parent=card)
        self.new = Button(self.tr("Next person"), meaning=Icon.ADD, parent=card)
        self.new.setToolTip(self.tr("Next person (Ctrl+N)"))
        row = FlowLayout()
        for button in (self.print, self.save, self.new):
            button.setAutoDefault(True)
            row.addWidget(button)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.print.on_click(self.print_asked.emit)
        self.save.on_click(self.save_asked.emit)
        self.new.on_click(self.new_asked.emit)

    def show_issued(self, case: Case, draft: RequestDraft, issued: Issued) -> None:
        """Show the number, with the cursor on *Print*."""
        self.number.setText(issued.number)
        self.check.setText(self._words.check(issued.number))
        name = case.resident.particulars.name
        words = self.tr("For {name}: {purpose}. Copies: {copies}.")
        self.told.setText(words.format(name=name, purpose=draft.purpose, copies=draft.copies))
        self.print.setFocus()

    def set_printed(self) -> None:
        """Go on to the next person with Enter: the paper has been printed."""
        self.new.setFocus()
