"""A field for one of many: typing part of the name or its pinyin finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from ui.kit.fields import Field
from ui.kit.icons import Icon, icon
from ui.kit.suggestions import SavingKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.kit.buttons import Choice

CodeRole = Qt.ItemDataRole.UserRole
FoundByRole = Qt.ItemDataRole.UserRole + 1
MOST_SHOWN = 12


class CodeField(Field[str]):
    """One of the *choices*; the value is its code, empty when none is taken.

    ``Choice.also`` holds what else finds it, such as pinyin and initials.
    """

    def __init__(
        self, title: str, choices: Sequence[Choice] = (), *, required: bool = False
    ) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line, required=required)
        self._code = ""
        self._texts: dict[str, str] = {}
        self._model = QStandardItemModel(self)
        self.completer = _Completer(self._model, self.line)
        self.line.setCompleter(self.completer)
        SavingKeys(self.completer, self.line)
        drop = QAction(icon(Icon.DOWN, "muted"), self.tr("Show all"), self.line)
        drop.triggered.connect(self.show_all)
        self.line.addAction(drop, QLineEdit.ActionPosition.TrailingPosition)
        # by index, not by text: two places may have the same name
        by_index = self.completer.activated[QModelIndex]  # type: ignore[index]  # the stub has no overloads
        by_index.connect(self._take_index)
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self._settle)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer *choices*, keeping the value if it is among them."""
        self._texts = {choice.code: choice.text for choice in choices}
        self._model.clear()
        for choice in choices:
            item = QStandardItem(choice.text)
            item.setData(choice.code, CodeRole)
            item.setData(f"{choice.text} {choice.also} {choice.code}".lower(), FoundByRole)
            self._model.appendRow(item)
        self.set_value(self._code if self._code in self._texts else "")

    def value(self) -> str:
        """Return the code taken."""
        # what was chosen stands as long as the text does, though another has the same name
        return self._code if self.line.text() == self._texts.get(self._code, "") else self._found()

    def set_value(self, value: str) -> None:
        """Show the choice whose code is *value*."""
        self._code = value
        self.line.setText(self._texts.get(value, ""))
        self.line.setCursorPosition(0)

    def text_of(self, code: str) -> str:
        """Return how the choice *code* reads, empty if it is not offered."""
        return self._texts.get(code, "")

    def is_readable(self) -> bool:
        """Whether what was typed finds a choice."""
        return not self.line.text().strip() or bool(self.value())

    def unreadable(self) -> str:
        """Say where the choices are."""
        if self.is_readable():
            return ""
        return self.tr("Not in the list. Press the down arrow to see all.")

    def set_read_only(self, reason: str = "") -> None:
        """Let nothing be chosen, and say why."""
        self.line.setReadOnly(bool(reason))
        self.line.setToolTip(reason)

    def show_all(self) -> None:
        """Open the whole list."""
        if not self.line.isReadOnly():
            self.line.setFocus()
            # else the list would hold only what the name now shown finds
            self.completer.setCompletionPrefix("")
            self.completer.complete()

    def _found(self) -> str:
        typed = self.line.text().strip().lower()
        if not typed:
            return ""
        rows = range(self._model.rowCount())
        items = [self._model.item(row) for row in rows]
        exact = [each for each in items if each.text().lower() == typed]
        # 女 is found in 侄女 too: the whole word goes first
        near = exact or [each for each in items if typed in str(each.data(FoundByRole))]
        return str(near[0].data(CodeRole)) if near else ""

    def _take_index(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.set_value(str(index.data(CodeRole)))
        self.changed.emit()
        self.finished.emit()

    def _settle(self) -> None:
        # the list has taken the focus, the field has not been left
        if self.completer.popup().isVisible():
            # unless it is shut by what is under way, as by Enter: Qt tells that only once
            QTimer.singleShot(0, self, self._settle_if_shut)
            return
        if self.is_readable():
            before = self._code
            self.set_value(self.value())
            if self.problem():
                self.set_problem("")
            if before != self._code:
                self.changed.emit()
        else:
            self.set_problem(self.unreadable())
        self.finished.emit()

    def _settle_if_shut(self) -> None:
        if not self.completer.popup().isVisible():
            self._settle()


class _Completer(QCompleter):
    """Finds by everything a choice is known by, and fills in its name."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        # by pinyin and code too; pathFromIndex then writes the name, not all of that
        self.setCompletionRole(FoundByRole)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(MOST_SHOWN)
        self.popup().setProperty("role", "popup")

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the name that is written into the field."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
