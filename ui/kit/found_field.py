"""A field that finds a record while words of it are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from ui.kit.fields import Field
from ui.kit.icons import Icon, icon
from ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.services.progress import Progress
    from ui.kit.jobs import Job, JobRunner

KeyRole = Qt.ItemDataRole.UserRole
ToldRole = Qt.ItemDataRole.UserRole + 1
WAIT_MS = 150
MOST_SHOWN = 5
FRAME = 4


class Found(NamedTuple):
    """One record that may be meant: its key, and how it is written."""

    key: str
    told: str


class FoundField(Field[str]):
    """Its value is the key of a record. Down and Enter choose among those found.

    *find* is asked in a job; the likeliest of what it finds are shown. Whoever goes on
    before the answer is there means the only one; of several one has to be chosen.
    """

    chosen = Signal(str)
    looked = Signal(int)  # how many were found for what was typed

    def __init__(
        self,
        title: str,
        find: Callable[[str, Progress], Sequence[Found]],
        jobs: JobRunner,
        *,
        placeholder: str,
    ) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line, required=True)
        self._find, self._jobs = find, jobs
        self._key = ""
        self._job: Job | None = None
        self._is_left = False
        self.line.setPlaceholderText(placeholder)
        self.line.addAction(icon(Icon.SEARCH, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.found = QListWidget(self)
        self.found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.hide()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(2, self.found)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._look)
        self.line.textEdited.connect(self._wait)
        self.line.editingFinished.connect(self._settle)
        self.found.itemActivated.connect(self._take)
        self.found.itemClicked.connect(self._take)

    def value(self) -> str:
        """Return the key of what was chosen, empty for nothing."""
        return self._key

    def set_value(self, value: str) -> None:
        """Forget the choice, or keep *value* with whatever is written."""
        self._key = value
        if not value:
            self.line.clear()
            self.found.hide()

    def set_read_only(self, reason: str = "") -> None:
        """Let nothing else be found, and say why."""
        self.line.setReadOnly(bool(reason))
        self.line.setToolTip(reason)

    def show_found(self, key: str, told: str) -> None:
        """Show *told* as the record *key*."""
        self._key = key
        self._is_left = False
        self.line.setText(told)
        self.line.setCursorPosition(0)
        self.found.hide()
        self.changed.emit()
        self.chosen.emit(key)

    def take_first(self) -> None:
        """Take the likeliest of those found."""
        if self.found.count():
            self._take(self.found.item(0))

    def is_looking(self) -> bool:
        """Whether what was typed last is still being looked for."""
        return self._pause.isActive() or self._job is not None

    def _wait(self) -> None:
        self._key = ""
        self._is_left = False
        self.changed.emit()
        self._pause.start()

    def _look(self) -> None:
        text = self.line.text().strip()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not text:
            self.found.hide()
            return
        self._job = self._jobs.start(
            lambda progress: self._find(text, progress), owner=self, done=self._show
        )

    def _show(self, found: Sequence[Found]) -> None:
        self._job = None
        self.found.clear()
        for each in found[:MOST_SHOWN]:
            item = QListWidgetItem(each.told, self.found)
            item.setData(ToldRole, each.told)
            item.setData(KeyRole, each.key)
        shown = self.found.count()
        self.found.setFixedHeight(max(shown, 1) * Theme.current().tokens.row + FRAME)
        self.found.setVisible(bool(shown) and not self._key)
        if shown:
            self.found.setCurrentRow(0)
        self.looked.emit(shown)
        if self._is_left and not self._key:
            self._take_late(shown)

    def _take_late(self, shown: int) -> None:
        """Take the only one for who has gone on already, or ask him to choose."""
        self._is_left = False
        if shown == 1:
            self.take_first()
        elif shown:
            self.found.setFocus()

    def _settle(self) -> None:
        if self.is_looking() and not self._key:
            self._is_left = True  # typed faster than found, as card readers do
            self._pause.stop()
            self._look()
        # whoever goes on with Enter means the best one; who goes to the list chooses there
        is_choosing = self.found.hasFocus() or not self.found.isVisible()
        if not self._key and not is_choosing and not self._is_left:
            self._take(self.found.currentItem())
        self.finished.emit()

    def _take(self, item: QListWidgetItem) -> None:
        if self.found.hasFocus():
            self.line.setFocus()  # the list goes out of sight: Enter goes on from here
        self.show_found(str(item.data(KeyRole)), str(item.data(ToldRole)))
