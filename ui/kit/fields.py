"""Fields of forms: a label above, an editor, a note below.

A field reads and shows a value; it judges nothing but what it could not make
sense of (:meth:`Field.is_readable`).
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.kit.composing import TAKES_CARDS
from ui.kit.icons import Icon, icon
from ui.kit.rare_faces import need_faces
from ui.kit.theme import Theme
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label, set_property

if TYPE_CHECKING:
    from collections.abc import Callable

ValueT = TypeVar("ValueT")
WIDE_TO_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
DATE = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")


class Field(QWidget, Generic[ValueT]):
    """A labelled editor with a note beneath it. Subclasses know the value.

    ``changed`` is told at every stroke, ``finished`` when the field is left: the time for
    tidying and for checks that ask the store.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, title: str, editor: QWidget, *, required: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._hint = ""
        self.label = label(f"{title} *" if required else title, Role.FIELD, parent=self)
        self.label.setBuddy(editor)
        self.note: QLabel = label("", Role.NOTE, wrap=True, parent=self)
        self.note.hide()
        editor.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.note)
        column.addStretch(1)
        self.setFocusProxy(editor)

    def value(self) -> ValueT:
        """Return what is in the field now."""
        raise NotImplementedError

    def set_value(self, value: ValueT) -> None:
        """Show *value*."""
        raise NotImplementedError

    def is_readable(self) -> bool:
        """Whether what was typed makes sense as a value of this field."""
        return True

    def unreadable(self) -> str:
        """Return what to say of text that makes no sense here, empty when it does."""
        return ""

    def set_hint(self, text: str) -> None:
        """Say something helpful while there is no problem.

        Takes a problem noted away, as whatever sets a hint knows the field anew.
        """
        self._hint = text
        self.set_problem("")

    def set_problem(self, text: str, tone: Tone = Tone.DANGER) -> None:
        """Note what is wrong (or, with WARN, odd); nothing takes the note away."""
        states = {Tone.DANGER: ("problem", Role.PROBLEM), Tone.WARN: ("warning", Role.WARNING)}
        state, role = states.get(tone, ("", Role.NOTE)) if text else ("", Role.NOTE)
        # colour never alone: a sign for whoever does not see red
        sign = "⚠ " if state else ""
        self.note.setText(sign + text if text else self._hint)
        self.note.setVisible(bool(self.note.text()))
        set_property(self.note, "role", str(role))
        set_property(self.editor, "state", state)
        # read out with the field, which the note beneath it is not
        self.editor.setAccessibleDescription(self.note.text())

    def problem(self) -> str:
        """Return the problem noted, without its sign."""
        noted = self.editor.property("state")
        return self.note.text().removeprefix("⚠ ") if noted else ""

    def stand_beside(self, beside: bool) -> None:  # noqa: FBT001 - one plain claim
        """Be laid out beside another field, or with a row to itself."""

    def set_read_only(self, reason: str = "") -> None:
        """Let nothing be typed, and say why."""
        self.editor.setEnabled(not reason)
        self.editor.setToolTip(reason)


class TextField(Field[str]):
    """One line of text."""

    def __init__(
        self,
        title: str,
        *,
        required: bool = False,
        placeholder: str = "",
        tidy: Callable[[str], str] | None = None,
    ) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line, required=required)
        self._tidy = tidy or str.strip
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(need_faces)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self._finish)

    def value(self) -> str:
        """Return the text, tidied."""
        return self._tidy(self.line.text())

    def set_value(self, value: str) -> None:
        """Show *value* from its beginning."""
        self.line.setText(value)
        # a long address would else show its end
        self.line.setCursorPosition(0)

    def set_read_only(self, reason: str = "") -> None:
        """Let nothing be typed, but let it be read and copied."""
        # not disabled: what cannot be changed is still read out and copied to other systems
        self.line.setReadOnly(bool(reason))
        self.line.setToolTip(reason)

    def _finish(self) -> None:
        tidied = self.value()
        if tidied != self.line.text():
            self.line.setText(tidied)
        self.finished.emit()


class NumberField(TextField):
    """An identity, phone or other number: digits and letters, plain width, no spaces."""

    def __init__(self, title: str, *, required: bool = False, placeholder: str = "") -> None:
        super().__init__(title, required=required, placeholder=placeholder, tidy=plain_number)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        # what a card reader types lands here and is not taken for a search
        self.line.setProperty(TAKES_CARDS, True)


class NotesField(Field[str]):
    """Several lines of text. Enter makes a new line here."""

    def __init__(self, title: str, *, lines: int = 3, placeholder: str = "") -> None:
        self.text = QPlainTextEdit()
        super().__init__(title, self.text)
        # nobody needs tabs in notes; everybody needs Tab to go on
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(placeholder)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + Space.L)
        self.text.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return the text."""
        return self.text.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show *value*."""
        self.text.setPlainText(value)


class CheckField(Field[bool]):
    """Yes or no; the label stands at the box."""

    def __init__(self, title: str) -> None:
        self.box = QCheckBox(title)
        super().__init__(title, self.box)
        self.label.setText("")
        self.label.hide()
        self.box.toggled.connect(lambda _: self.changed.emit())
        self.box.toggled.connect(lambda _: self.finished.emit())

    def stand_beside(self, beside: bool) -> None:  # noqa: FBT001 - one plain claim
        """Keep the box level with the editor of the field beside it, not with its label."""
        self.label.setVisible(beside)
        self.box.setMinimumHeight(Theme.current().tokens.control if beside else 0)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the value of a yes-or-no field
        """Tick it or not."""
        self.box.setChecked(value)


class CountField(Field[int]):
    """A whole number between two bounds.

    The bounds are the domain's, so nothing out of range can be typed.
    """

    def __init__(self, title: str, *, least: int, most: int, suffix: str = "") -> None:
        self.spin = QSpinBox()
        super().__init__(title, self.spin)
        self.spin.setRange(least, most)
        self.spin.setSuffix(suffix)
        self.spin.valueChanged.connect(lambda _: self.changed.emit())
        self.spin.editingFinished.connect(self.finished)

    def value(self) -> int:
        """Return the number."""
        return self.spin.value()

    def set_value(self, value: int) -> None:
        """Show *value*."""
        self.spin.setValue(value)


class DateField(Field[date | None]):
    """A day, typed as ``20260102``, ``2026-1-2`` or 2026年1月2日, or picked."""

    def __init__(self, title: str, *, required: bool = False) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line, required=required)
        self.line.setPlaceholderText(self.tr("YYYY-MM-DD"))
        pick = QAction(icon(Icon.CALENDAR, "muted"), self.tr("Pick a day"), self.line)
        pick.triggered.connect(self._pick)
        self.line.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self._finish)
        self._popup: QFrame | None = None

    def value(self) -> date | None:
        """Return the day, None when empty or unreadable."""
        return read_date(self.line.text())

    def set_value(self, value: date | None) -> None:
        """Show *value*."""
        self.line.setText("" if value is None else value.isoformat())

    def is_readable(self) -> bool:
        """Whether there is a day or nothing."""
        return not self.line.text().strip() or self.value() is not None

    def unreadable(self) -> str:
        """Say how a day is typed."""
        if self.is_readable():
            return ""
        return self.tr("This is not a day. Type it like 2026-01-31 or 20260131.")

    def _finish(self) -> None:
        value = self.value()
        if value is not None:
            self.line.setText(value.isoformat())
        if self.problem() or not self.is_readable():
            self.set_problem(self.unreadable())
        self.finished.emit()

    def _pick(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("role", "popup")
        # made anew each time: a calendar kept would open in the month looked at last
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        value = self.value()
        if value is not None:
            calendar.setSelectedDate(QDate(value.year, value.month, value.day))
        # activated by Enter, clicked by the mouse: Qt tells them apart
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        QVBoxLayout(popup).addWidget(calendar)
        self._popup = popup
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        popup.show()
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self._finish()
        self.line.setFocus()


def plain_number(text: str) -> str:
    """Return *text* in plain width without spaces, letters as capitals."""
    return "".join(text.translate(WIDE_TO_PLAIN).split()).upper()


def read_date(text: str) -> date | None:
    """Return the day that *text* names in any of the usual ways, else None."""
    # Chinese input methods type full-width digits
    plain = text.translate(WIDE_TO_PLAIN).strip()
    found = COMPACT_DATE.fullmatch(plain) or DATE.fullmatch(plain)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
