"""Fields that only this room has: an address in any wording, a person of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from station_app.domain.addresses import NOTHING, read_address
from ui.kit.fields import Field, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.addresses import DwellingParts
    from station_app.domain.search.hits import Hit
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

KeyRole = Qt.ItemDataRole.UserRole
PAUSE_MS = 180
MOST_FOUND = 6
ROW_HEIGHT = 30


class AddressField(TextField):
    """An address as people write it; beneath stands how it will be kept.

    Any order and wording is read; what is kept is written one way only.
    """

    def __init__(self, title: str, estates: Sequence[str] = ()) -> None:
        super().__init__(title, placeholder=self.tr("such as 幸福里3-2-501"))
        self._estates = tuple(estates)
        self.changed.connect(self._show_rendered)

    def set_value(self, value: str) -> None:
        """Show *value*."""
        super().set_value(value)
        self._show_rendered()

    def parts(self) -> DwellingParts | None:
        """Return the dwelling meant, None when nothing is typed."""
        reading = read_address(self.value(), self._estates)
        return None if reading.parts == NOTHING else reading.parts

    def rendered(self) -> str:
        """Return the one way the address is written."""
        return read_address(self.value(), self._estates).text if self.value() else ""

    def _show_rendered(self) -> None:
        text, parts = self.rendered(), self.parts()
        if not text:
            self.set_hint("")
        elif parts is not None and parts.is_dwelling:
            self.set_hint(self.tr("Will be kept as {address}").format(address=text))
        else:
            self.set_hint(
                self.tr("Will be kept as {address} – no room given").format(address=text)
            )


class PersonField(Field[str]):
    """Somebody of the register, found while typing; the value is his key.

    The search is that of the whole program; the field only shows the likeliest.
    """

    def __init__(
        self, title: str, context: RoomContext, find: Callable[[str], Sequence[Hit]]
    ) -> None:
        self.line = QLineEdit()
        super().__init__(title, self.line, required=True)
        self._context = context
        self._find = find
        self._key = ""
        self._job: Job | None = None
        self.found = QListWidget(self)
        self.found.hide()
        column = self.layout()
        if column is not None:
            column.addWidget(self.found)
        self.line.setPlaceholderText(self.tr("Name, pinyin, number or address"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.line.textEdited.connect(self._typed)
        self.found.itemClicked.connect(self._take)
        self.found.itemActivated.connect(self._take)

    def value(self) -> str:
        """Return the key of the person taken."""
        return self._key

    def set_value(self, value: str) -> None:
        """Take the person *value*; an empty key takes nobody."""
        self._key = value
        if not value:
            self.line.clear()

    def take_first(self) -> None:
        """Take the likeliest of those found."""
        if self.found.count():
            self._take(self.found.item(0))

    def _typed(self) -> None:
        # Text changed by hand is nobody until somebody is taken from the list again.
        self._key = ""
        self._pause.start()
        self.changed.emit()

    def _look_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
        text = self.line.text()
        self._job = self._context.jobs.start(
            lambda _: self._find(text), owner=self, done=self._offer
        )

    def _offer(self, hits: Sequence[Hit]) -> None:
        self.found.clear()
        for hit in hits[:MOST_FOUND]:
            facts = (hit.title, hit.born, hit.subtitle)
            item = QListWidgetItem(" · ".join(filter(None, facts)))
            item.setData(KeyRole, hit.key)
            self.found.addItem(item)
        self.found.setFixedHeight(max(self.found.count(), 1) * ROW_HEIGHT)
        self.found.setVisible(bool(self.found.count()))

    def _take(self, item: QListWidgetItem) -> None:
        self._key = item.data(KeyRole)
        self.line.setText(item.text())
        self.found.hide()
        self.changed.emit()
        self.finished.emit()
