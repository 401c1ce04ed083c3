"""One question with its answers side by side, chosen by keys or by the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from station_app.domain.sync.review import OTHER, ReviewChoice
from ui.kit.buttons import Button, Kind
from ui.kit.masked import MaskedLabel
from ui.kit.rare_faces import need_faces
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, KeyHint, Pill, Role, label, set_property
from ui.sync import review_words as words
from ui.sync.review_marks import MarkedText, marks_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from station_app.domain.sync.review import ReviewOption, ReviewPoint

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
A_ROW = 3
MOST_EDITS = 5


class AnswerBox(QFrame):
    """One answer: where it comes from, what it says, who said it and when."""

    chosen = Signal(str)  # key of the option

    def __init__(self, key: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setProperty("role", "answer")
        self.setProperty("chosen", "false")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.column.setSpacing(Space.XS)
        self.head = QHBoxLayout()
        self.head.setSpacing(Space.S)
        if number:
            self.head.addWidget(KeyHint(str(number), self), 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self.head)

    def show_heading(self, text: str) -> None:
        """Say where the answer comes from."""
        self.head.addWidget(ElidedLabel(text, Role.FIELD, self), 1)

    def add(self, widget: QWidget) -> None:
        """Add a line."""
        self.column.addWidget(widget)

    def add_pills(self, pills: Iterable[tuple[str, Tone]]) -> None:
        """Say something of the answer in pills."""
        row = FlowLayout(gap=Space.XS)
        for text, tone in pills:
            row.addWidget(Pill(text, tone, parent=self))
        if row.count():
            self.column.addLayout(row)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Look taken or not."""
        set_property(self, "chosen", "true" if is_chosen else "false")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be chosen, wherever it is clicked."""
        super().mousePressEvent(event)
        if self.key:
            self.chosen.emit(self.key)


class PointCard(QFrame):
    """One question. It takes the keys: a number or ←/→ chooses, 0 leaves it for later.

    Nothing is decided here: :meth:`choice` says what would be.
    """

    changed = Signal()
    passed = Signal()  # Enter: on to the next question
    reveal_asked = Signal(str, object)  # key of the option, MaskedLabel

    def __init__(self, point: ReviewPoint, chosen: ReviewChoice | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.point = point
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.point_title(point))
        self.boxes: list[AnswerBox] = []
        self.other: QLineEdit | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        outer.setSpacing(Space.S)
        outer.addLayout(self._head())
        self.note: QLabel = label("", Role.NOTE, wrap=True, parent=self)
        outer.addWidget(self.note)
        outer.addLayout(self._answers())
        self._chosen = chosen.option if chosen is not None else ""
        self._fill("" if chosen is None else chosen.value)
        self._show_choice()

    def choice(self) -> ReviewChoice | None:
        """Return what is chosen; nothing if it is left for later."""
        if not self._chosen:
            return None
        is_typed = self._chosen == OTHER and self.other is not None
        value = self.other.text().strip() if is_typed and self.other is not None else ""
        return ReviewChoice(point=self.point.id, option=self._chosen, value=value)

    def choose(self, key: str) -> None:
        """Take the answer *key*; an empty one leaves the question for later."""
        self._chosen = key
        self._show_choice()
        if key == OTHER and self.other is not None:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def show_problem(self, text: str) -> None:
        """Say why what was typed cannot stand."""
        set_property(self.note, "role", str(Role.PROBLEM))
        self.note.setText(f"⚠ {text}")
        self.note.show()
        if self.other is not None:
            set_property(self.other, "state", "problem")
            self.other.setAccessibleDescription(text)
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number or arrow, go on with Enter."""
        keys = [box.key for box in self.boxes]
        key = Qt.Key(event.key())
        number = event.text()
        if key in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.passed.emit()
        elif number.isdigit() and 0 < int(number) <= len(keys):
            self.choose(keys[int(number) - 1])
        elif number == "0" or key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose("")
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        set_property(self, "state", "focus")
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        set_property(self, "state", "")
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the line as soon as somebody types in it."""
        is_line = self.other is not None and watched is self.other
        if is_line and event.type() == QEvent.Type.FocusIn and self._chosen != OTHER:
            self._chosen = OTHER
            self._show_choice()
            self.changed.emit()
        return super().eventFilter(watched, event)

    def _step(self, way: int) -> None:
        """Go to the answer beside the one taken, not beyond the last."""
        keys = [box.key for box in self.boxes if box.key != OTHER]
        beyond = -1 if way > 0 else len(keys)
        at = keys.index(self._chosen) if self._chosen in keys else beyond
        self.choose(keys[max(0, min(at + way, len(keys) - 1))])

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(ElidedLabel(words.point_title(self.point), Role.STRONG, self), 1)
        self.later = Button(self.tr("Decide later"), kind=Kind.LINK, parent=self)
        self.later.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.later.on_click(lambda: self.choose(""))
        row.addWidget(self.later)
        self._later_key = KeyHint("0", self)
        row.addWidget(self._later_key, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        shown = [] if self.point.is_deletion else [self._before()]
        for number, option in enumerate(self.point.options, 1):
            self.boxes.append(self._answer(option, number))
        if self.point.takes_other:
            self.boxes.append(self._something_else(len(self.boxes) + 1))
        for box in self.boxes:
            box.chosen.connect(self._click)
        for at, box in enumerate([*shown, *self.boxes]):
            if box.key == OTHER:  # has a field, which wants the whole width
                grid.addWidget(box, (at + A_ROW - 1) // A_ROW, 0, 1, A_ROW)
            else:
                grid.addWidget(box, at // A_ROW, at % A_ROW)
        for column in range(A_ROW if not self.point.is_deletion else 2):
            grid.setColumnStretch(column, 1)
        return grid

    def _before(self) -> AnswerBox:
        """Return what both had found: to be read, not to be chosen."""
        point, box = self.point, AnswerBox("", 0, self)
        box.setProperty("role", "before")
        box.show_heading(self.tr("Before"))
        if point.before is None:
            box.add(label(self.tr("not known"), Role.MUTED, wrap=True, parent=box))
        else:
            text = words.value_text(point.table, point.column, point.kind, point.before)
            box.add(label(text, Role.MUTED, wrap=True, parent=box))
        box.column.addStretch(1)
        return box

    def _answer(self, option: ReviewOption, number: int) -> AnswerBox:
        box = AnswerBox(option.key, number, self)
        box.show_heading(words.heading(option))
        text = words.option_text(self.point, option)
        if self.point.is_masked and option.text:
            masked = MaskedLabel(text, box)
            masked.show_asked.connect(lambda: self.reveal_asked.emit(option.key, masked))
            box.add(masked)
        else:
            box.add(MarkedText(text, marks_in(text, self._beside(option)), box))
        for edit in option.edits[:MOST_EDITS]:
            told = words.edit_text(self.point.table, edit)
            box.add(label(told, Role.CAPTION, wrap=True, parent=box))
        if (more := len(option.edits) - MOST_EDITS) > 0:
            told = self.tr("and {count} more").format(count=more)
            box.add(label(told, Role.CAPTION, parent=box))
        box.column.addStretch(1)
        box.add(label(words.signature(option), Role.CAPTION, wrap=True, parent=box))
        box.add_pills(self._pills(option))
        box.setAccessibleName(words.DOT.join((words.heading(option), text)))
        return box

    def _pills(self, option: ReviewOption) -> Iterator[tuple[str, Tone]]:
        if option.is_suspect:
            yield self.tr("Its clock was ahead"), Tone.WARN
        if option.stands:
            yield self.tr("Stands for now"), Tone.NEUTRAL
        if option.key == self.point.proposed:
            yield self.tr("Proposed"), Tone.INFO

    def _something_else(self, number: int) -> AnswerBox:
        box = AnswerBox(OTHER, number, self)
        self.other = QLineEdit(box)
        self.other.setPlaceholderText(self.tr("Something else"))
        self.other.setAccessibleName(self.tr("Something else"))
        self.other.installEventFilter(self)
        self.other.returnPressed.connect(self.passed)
        self.other.textChanged.connect(need_faces)
        self.other.textChanged.connect(lambda _: self._type())
        box.head.addWidget(self.other, 1)
        return box

    def _beside(self, option: ReviewOption) -> str:
        """Return the text that *option* is compared to."""
        others = [each for each in self.point.options if each.key != option.key]
        return words.option_text(self.point, others[0]) if others else ""

    def _fill(self, typed: str) -> None:
        if self.other is not None and typed:
            self.other.setText(typed)

    def _type(self) -> None:
        if self.other is not None:
            set_property(self.other, "state", "")
        self._say_note()
        self.changed.emit()

    def _click(self, key: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(key)

    def _show_choice(self) -> None:
        for box in self.boxes:
            box.show_chosen(is_chosen=box.key == self._chosen)
        for widget in (self.later, self._later_key):
            widget.setVisible(bool(self._chosen))
        self._say_note()

    def _say_note(self) -> None:
        point = self.point
        if point.is_decided:
            text = self.tr(
                "Decided here. It stays open until the files have come that are still missing."
            )
        elif self._chosen:
            text = ""
        elif point.proposed:
            text = self.tr("Left for later.")
        else:
            text = self.tr("Nothing is proposed here: look at it and choose.")
        set_property(self.note, "role", str(Role.NOTE))
        self.note.setText(text)
        self.note.setVisible(bool(text))
