"""What is looked for in the register: words, and a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from station_app.domain.certificates import State, Validity
from ui.kit.buttons import Button, Choice, SegmentedControl
from ui.kit.icons import Icon, icon
from ui.kit.surfaces import Toolbar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

WAIT_MS = 150
ALL = ""


class RegisterBar(Toolbar):
    """The search line and the states, over the register."""

    changed = Signal()  # when nobody types any more
    left = Signal()  # Enter: down to what was found

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Number, holder, purpose or clerk"))
        self.text.setToolTip(self.tr("With its check digit, too: 2026-0001-7"))
        self.text.setAccessibleName(self.tr("Search the register"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon(Icon.SEARCH, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.states = SegmentedControl(
            [
                Choice(ALL, self.tr("All")),
                Choice(State.ISSUED, self.tr("Not void")),
                Choice(Validity.SOON, self.tr("Ends soon")),
                Choice(Validity.OVER, self.tr("Ended")),
                Choice(State.VOID, self.tr("Void")),
            ]
        )
        self.states.name(self.tr("State"))
        self.add(self.text, 1)
        self.add(self.states)
        self.numbers = Button(self.tr("Numbers"), meaning=Icon.LIST)
        self.numbers.setToolTip(self.tr("Which numbers were given, and why one is missing"))
        self.add(self.numbers)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.text.returnPressed.connect(self.left)
        self.states.changed.connect(lambda _: self.changed.emit())

    def arrive(self) -> None:
        """Put the cursor into the search line."""
        self.text.setFocus()

    def words(self) -> str:
        """Return the words looked for."""
        return self.text.text()

    def state(self) -> State | None:
        """Return the state looked for, None for all."""
        chosen = self.states.value()
        return State(chosen) if chosen in set(State) else None

    def validity(self) -> Validity | None:
        """Return which of the certificates that end are looked for, None for none of them."""
        chosen = self.states.value()
        return Validity(chosen) if chosen in set(Validity) else None

    def say_counts(self, counts: Mapping[Validity, int]) -> None:
        """Say how many end soon, and have ended."""
        words = {Validity.SOON: self.tr("Ends soon"), Validity.OVER: self.tr("Ended")}
        for validity, word in words.items():
            count = counts.get(validity, 0)
            self.states.say(validity, f"{word} {count}" if count else word)

    def is_filtering(self) -> bool:
        """Whether less than the whole register is asked for."""
        return bool(self.words().strip() or self.states.value())

    def show_all(self) -> None:
        """Ask for the whole register."""
        self.text.clear()
        self.states.set_value(ALL)
