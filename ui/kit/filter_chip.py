"""A filter of several choices, offered with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import Button, Kind
from ui.kit.popup_chip import ChipPopup, PopupChip
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.buttons import Choice

CodeRole = Qt.ItemDataRole.UserRole
FoundByRole = Qt.ItemDataRole.UserRole + 1
LONG = 9  # from so many choices on there is a line to find one by typing
WIDTH, MOST_HEIGHT = 260, 320
MOST_NAMED = 2


class FilterChip(PopupChip["_ChoicesPopup", tuple[str, ...]]):
    """Several of the choices can be taken, or *one* only; none taken means no filter."""

    def __init__(self, title: str, parent: QWidget | None = None, *, one: bool = False) -> None:
        super().__init__((), parent)
        self._title, self._is_one = title, one
        self._choices: Sequence[Choice] = ()
        self._show_state()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer *choices*; also while open, when the counts arrive."""
        self._choices = choices
        # counts arrive from a job while the list is open already
        if self._popup is not None:
            self._popup.offer(choices, self._taken)
        self._show_state()

    def set_value(self, codes: Sequence[str]) -> None:
        """Take *codes*, silently."""
        self._taken = tuple(codes)
        self._show_state()

    def open(self) -> None:
        """Show the choices, the cursor among them."""
        super().open()
        if self._popup is not None:
            self._popup.focus()

    def _made_popup(self) -> _ChoicesPopup:
        popup = _ChoicesPopup(self)
        popup.offer(self._choices, self._taken)
        return popup

    def _take(self, taken: tuple[str, ...]) -> None:
        if self._is_one and len(taken) > 1:
            # the one ticked just now takes the place of the former
            taken = tuple(code for code in taken if code not in self._taken)[:1]
            super()._take(taken)
            self.set_choices(self._choices)
        else:
            super()._take(taken)

    def _show_state(self) -> None:
        texts = [choice.text for choice in self._choices if choice.code in self._taken]
        named = "、".join(texts[:MOST_NAMED])
        more = f" +{len(texts) - MOST_NAMED}" if len(texts) > MOST_NAMED else ""
        text = f"{self._title}: {named}{more}" if texts else self._title
        self._say(text, is_active=bool(self._taken))


class _ChoicesPopup(ChipPopup):
    """The open list: find, tick, clear."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=WIDTH)
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find"))
        self._find.setAccessibleName(self.tr("Find"))
        self._list = QListWidget(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._clear = Button(self.tr("Clear"), kind=Kind.QUIET, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self._find)
        column.addWidget(self._list)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._clear)
        column.addLayout(last)
        self._find.textChanged.connect(self._narrow)
        self._find.returnPressed.connect(self._tick_first)
        self._list.itemChanged.connect(lambda _: self._tell())
        self._list.itemClicked.connect(self._flip)
        self._clear.on_click(self._untick)

    def offer(self, choices: Sequence[Choice], taken: Sequence[str]) -> None:
        """Fill the list."""
        # filling ticks boxes, which would be told as the clerk's choice
        self._list.blockSignals(True)
        self._list.clear()
        for choice in choices:
            count = "" if choice.count is None else f"   {choice.count:,}"
            item = QListWidgetItem(choice.text + count)
            # not checkable by itself: a click on the word has to tick too, and once only
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_state(choice.code in taken))
            item.setData(CodeRole, choice.code)
            item.setData(FoundByRole, f"{choice.text} {choice.also}".lower())
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._find.setVisible(len(choices) > LONG)
        rows = min(max(len(choices), 1) * max(self._list.sizeHintForRow(0), 1), MOST_HEIGHT)
        self._list.setFixedHeight(rows + Space.S)
        self._narrow(self._find.text())
        self.adjustSize()

    def focus(self) -> None:
        """Put the cursor where the choice is made."""
        if self._find.isVisible():
            self._find.setFocus()
        else:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def _narrow(self, text: str) -> None:
        for item in self._items():
            # hidden, not taken out: what is ticked stays ticked while one looks for more
            item.setHidden(text.strip().lower() not in item.data(FoundByRole))

    def _tick_first(self) -> None:
        seen = [item for item in self._items() if not item.isHidden()]
        if seen:
            self._flip(seen[0])

    def _flip(self, item: QListWidgetItem) -> None:
        item.setCheckState(_state(item.checkState() != Qt.CheckState.Checked))

    def _untick(self) -> None:
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)

    def _tell(self) -> None:
        checked = Qt.CheckState.Checked
        self.taken.emit(
            tuple(item.data(CodeRole) for item in self._items() if item.checkState() == checked)
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]


def _state(on: bool) -> Qt.CheckState:  # noqa: FBT001 - one plain claim
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
