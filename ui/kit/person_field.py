"""A field that finds a resident while his name or number is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from station_app.domain.search.entries import Kind
from ui.kit.composing import TAKES_CARDS
from ui.kit.fields import Field
from ui.kit.icons import Icon, icon
from ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.search.hits import Hit
    from ui.kit.jobs import Job, JobRunner

    Find = Callable[..., Sequence[Hit]]  # of a text, and ``progress=``

KeyRole = Qt.ItemDataRole.UserRole
ToldRole = Qt.ItemDataRole.UserRole + 1
WAIT_MS = 150
MOST_SHOWN = 5
DOT = " · "


class PersonField(Field[str]):
    """Its value is the key of a resident. Down and Enter choose among those found.

    *find* is the search of the program; the likeliest people of what it finds are shown.
    """

    chosen = Signal(str)

    def __init__(self, title: str, find: Find, jobs: JobRunner) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line, required=True)
        self._find, self._jobs = find, jobs
        self._key = ""
        self._job: Job | None = None
        self.line.setPlaceholderText(self.tr("Name, pinyin or the end of an ID number"))
        self.line.setProperty(TAKES_CARDS, True)
        magnifier = icon(Icon.SEARCH, "muted")
        self.line.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.found = QListWidget(self)
        self.found.setAccessibleName(self.tr("People found"))
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
        """Return the key of whoever was chosen, empty for nobody."""
        return self._key

    def set_value(self, value: str) -> None:
        """Forget the choice, or keep *value* with whatever is written."""
        self._key = value
        if not value:
            self.line.clear()
            self.found.hide()

    def show_person(self, key: str, told: str) -> None:
        """Show *told* as the resident *key*."""
        self._key = key
        self.line.setText(told)
        self.line.setCursorPosition(0)
        self.found.hide()
        self.changed.emit()
        self.chosen.emit(key)

    def take_first(self) -> None:
        """Take the likeliest of those found."""
        if self.found.count():
            self._take(self.found.item(0))

    def _wait(self) -> None:
        self._key = ""
        self.changed.emit()
        self._pause.start()

    def _look(self) -> None:
        text = self.line.text().strip()
        if self._job is not None:
            self._job.cancel()
        if not text:
            self.found.hide()
            return
        self._job = self._jobs.start(
            lambda progress: self._find(text, progress=progress), owner=self, done=self._show
        )

    def _show(self, hits: Sequence[Hit]) -> None:
        people = [hit for hit in hits if hit.kind is Kind.RESIDENT][:MOST_SHOWN]
        self.found.clear()
        for hit in people:
            told = DOT.join(filter(None, (hit.title, hit.born, hit.subtitle, hit.number)))
            item = QListWidgetItem(told, self.found)
            item.setData(ToldRole, told)
            item.setData(KeyRole, hit.key)
        rows = Theme.current().tokens.row
        self.found.setFixedHeight(max(len(people), 1) * rows + 4)
        self.found.setVisible(bool(people) and not self._key)
        if people:
            self.found.setCurrentRow(0)

    def _settle(self) -> None:
        # whoever goes on with Enter means the best one; who goes to the list chooses there
        is_choosing = self.found.hasFocus() or not self.found.isVisible()
        if not self._key and not is_choosing:
            self._take(self.found.currentItem())
        self.finished.emit()

    def _take(self, item: QListWidgetItem) -> None:
        self.show_person(str(item.data(KeyRole)), str(item.data(ToldRole)))
