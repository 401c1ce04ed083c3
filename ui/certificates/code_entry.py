"""Where the digits of a code come in: typed by a scanner, pasted, or out of a file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.domain.paper_code.digits import clean_digits
from ui.kit.buttons import Button, Kind
from ui.kit.composing import TAKES_CARDS
from ui.kit.fields import NotesField
from ui.kit.icons import Icon
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import Role, label

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
LINES = 5


class CodeEntry(Card):
    """A field for hundreds of digits at once; Enter, which ends a scan, has them judged."""

    given = Signal(str)
    changed = Signal()
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Verify a certificate"), parent)
        self.field = NotesField(
            self.tr("Digits of the code"),
            lines=LINES,
            placeholder=self.tr("Scan the code at the top right of the certificate"),
        )
        # the last digits of a scan look like those of a card
        self.field.text.setProperty(TAKES_CARDS, True)
        self.field.text.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.text.installEventFilter(self)
        self.count = label("", Role.CAPTION)
        self.verify = Button(self.tr("Verify"), kind=Kind.PRIMARY, meaning=Icon.CHECK)
        self.open = Button(self.tr("Open a file…"), meaning=Icon.FOLDER)
        self.open.setToolTip(self.tr("A PDF as it was saved, a photograph or a scan"))
        self.clear = Button(self.tr("Clear"), meaning=Icon.CLEAR)
        self._lay_out()
        self.verify.on_click(self.give)
        self.open.on_click(self.file_asked.emit)
        self.clear.on_click(self.start_anew)
        self.field.text.textChanged.connect(self._tell_count)
        self.field.text.textChanged.connect(self.changed)
        self._tell_count()

    def arrive(self) -> None:
        """Put the cursor into the field; a scan takes the place of what stands there."""
        self.field.text.setFocus()
        self.field.text.selectAll()

    def give(self) -> None:
        """Have what stands in the field judged."""
        if self.field.value():
            self.given.emit(self.field.value())
            self.arrive()

    def start_anew(self) -> None:
        """Be ready for the next scan."""
        self.field.set_value("")
        self.field.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter for the end of a scan."""
        is_enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in ENTER
        )
        if is_enter:
            self.give()
        return is_enter or super().eventFilter(watched, event)

    def _tell_count(self) -> None:
        length = len(clean_digits(self.field.value()))
        self.count.setText(self.tr("{count} digits").format(count=length) if length else "")
        reason = "" if length else self.tr("Scan or type the digits of a code first.")
        self.verify.refuse(reason)
        self.clear.refuse(reason)

    def _lay_out(self) -> None:
        self.body.addWidget(self.field)
        self.body.addWidget(self.count)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.verify, self.open, self.clear):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
