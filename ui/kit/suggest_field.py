"""A line of free text that offers what was written last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from ui.kit.fields import TextField
from ui.kit.icons import Icon, icon
from ui.kit.suggestions import SavingKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

ANY_LENGTH = 32767  # what a line takes unless told otherwise


class SuggestField(TextField):
    """Free text; the arrow down shows what was written last, the latest first."""

    def __init__(
        self, title: str, *, required: bool = False, placeholder: str = "", most: int = ANY_LENGTH
    ) -> None:
        super().__init__(title, required=required, placeholder=placeholder)
        # no more than there is room for on the paper: nothing to be refused afterwards
        self.line.setMaxLength(most)
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self.line)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.popup().setProperty("role", "popup")
        self.line.setCompleter(self.completer)
        self._drop = QAction(icon(Icon.DOWN, "muted"), self.tr("Written last"), self.line)
        self._drop.triggered.connect(self.show_all)
        self.line.addAction(self._drop, QLineEdit.ActionPosition.TrailingPosition)
        self.line.installEventFilter(self)
        SavingKeys(self.completer, self.line)
        self.offer(())

    def offer(self, texts: Sequence[str]) -> None:
        """Offer *texts*."""
        self._model.setStringList(list(texts))
        self._drop.setVisible(bool(texts))

    def offered(self) -> list[str]:
        """Return what is offered."""
        return self._model.stringList()

    def show_all(self) -> None:
        """Open the list, its first line chosen."""
        if not self.offered():
            return
        self.line.setFocus()
        self.completer.setCompletionPrefix("")  # all of them, whatever is in the line
        self.completer.complete()
        self.completer.popup().setCurrentIndex(self.completer.completionModel().index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list with the arrow down."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not self.completer.popup().isVisible()
        ):
            self.show_all()
            return True
        return super().eventFilter(watched, event)
