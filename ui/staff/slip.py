"""The slip on which somebody is given a first passphrase: name, passphrase, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Card
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from ui.staff.accounts import FirstPassphrase


class SlipCard(Card):
    """Shows what was given this once; it goes when somebody says that it was handed over."""

    print_asked = Signal(object)  # FirstPassphrase
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._given: FirstPassphrase | None = None
        self.told = label("", wrap=True, parent=self)
        self.passphrase: QLabel = label("", Role.TITLE, parent=self)
        self.print = Button(self.tr("Print the note"), meaning=Icon.PRINT, parent=self)
        self.done = Button(
            self.tr("It was handed over"), meaning=Icon.CHECK, kind=Kind.PRIMARY, parent=self
        )
        self.body.addWidget(self.told)
        self.body.addWidget(self.passphrase)
        words = self.tr("It is shown this once. At the first sign-in another has to be chosen.")
        self.once = label(words, Role.MUTED, wrap=True, parent=self)
        self.body.addWidget(self.once)
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addWidget(self.done)
        row.addStretch(1)
        self.body.addLayout(row)
        self.print.on_click(self._print)
        self.done.on_click(self.forget)
        self.hide()

    def show_given(self, given: FirstPassphrase, *, is_first: bool) -> None:
        """Show *given*."""
        self._given = given
        words = self.tr("{name} signs in on this computer with this passphrase:")
        self.told.setText(words.format(name=given.name))
        self.passphrase.setText(given.passphrase)
        self.once.setText(
            self.tr("It is shown this once. At the first sign-in another has to be chosen.")
            if is_first
            else self.tr("It is shown this once. Under Settings another is to be chosen soon.")
        )
        self.show()
        self.print.setFocus()

    def forget(self) -> None:
        """Take it off the screen."""
        self._given = None
        self.passphrase.setText("")
        self.hide()
        self.forgotten.emit()

    def is_shown(self) -> bool:
        """Whether a passphrase waits to be handed over."""
        return self._given is not None

    def _print(self) -> None:
        if self._given is not None:
            self.print_asked.emit(self._given)
