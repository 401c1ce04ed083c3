"""Who of a batch is handed out now: all that lie at the window, or those ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from station_app.domain.certificate_requests import Stage
from ui.certificates.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.fields import Field
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.domain.certificate_batches import Member
    from station_app.domain.certificate_requests import RequestId
    from ui.certificates.words import Words

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
KEY = Qt.ItemDataRole.UserRole
LONG, LEAST_ROWS, MOST_ROWS, FIRST = 8, 2, 12, 100


class _Rows(QListWidget):
    """A list that is content with a few rows, and takes the room that is left."""

    def height_of(self, rows: int) -> int:
        """Return how high it is with *rows*, a few at the least."""
        row = max(self.sizeHintForRow(0), 1)
        return row * max(rows, LEAST_ROWS) + 2 * self.frameWidth() + Space.XS

    def sizeHint(self) -> QSize:
        """Want no more than the least: what stands beneath it must not be pushed out."""
        return QSize(super().sizeHint().width(), self.height_of(LEAST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Want what :meth:`sizeHint` says."""
        return self.sizeHint()


class MemberChoice(Field[tuple["RequestId", ...]]):
    """A list with boxes; Space ticks one. Who cannot be handed out is named with the reason."""

    def __init__(self, words: Words) -> None:
        self.list = _Rows()
        super().__init__(self.tr("Whose certificates"), self.list)
        self._words = words
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a name; Enter ticks it"))
        self.search.setAccessibleName(self.tr("Find a name"))
        self.all = Button(self.tr("All"), kind=Kind.QUIET, parent=self)
        self.none = Button(self.tr("None"), kind=Kind.QUIET, parent=self)
        self.list.setUniformItemSizes(True)
        self._lay_out()
        self.list.itemChanged.connect(lambda _: self._tell())
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._flip_first)
        self.all.on_click(lambda: self._tick(CHECKED))
        self.none.on_click(lambda: self._tick(UNCHECKED))

    def offer(self, members: Sequence[Member]) -> None:
        """Offer *members*, all that lie at the window ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        for member in members:
            self.list.addItem(self._item(member))
        self.list.blockSignals(False)
        self.search.clear()
        self.search.setVisible(len(members) > LONG)
        self.list.setCurrentRow(0)
        self.list.setMaximumHeight(self.list.height_of(min(len(members), MOST_ROWS)))
        self._tell()

    def value(self) -> tuple[RequestId, ...]:
        """Return who is ticked."""
        return tuple(item.data(KEY) for item in self._items() if item.checkState() is CHECKED)

    def set_value(self, value: tuple[RequestId, ...]) -> None:
        """Tick *value*, as far as it may be."""
        for item in self._open():
            item.setCheckState(CHECKED if item.data(KEY) in value else UNCHECKED)

    def _item(self, member: Member) -> QListWidgetItem:
        item = QListWidgetItem(DOT.join(filter(None, (member.holder, member.number))))
        item.setData(KEY, member.request_id)
        if member.stage is Stage.PRINTED:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(CHECKED)
            return item
        why = self._words.taken_along(member.collected_by, member.relation, member.collected_on)
        item.setText(DOT.join((item.text(), why or self._words.stage(member.stage))))
        item.setToolTip(item.text())
        # no box: nothing can be ticked, and the words say why
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        return item

    def _tell(self) -> None:
        chosen, ready = len(self.value()), sum(1 for _ in self._open())
        words = self.tr("Whose certificates: {count} of {all} that lie at the window")
        self.label.setText(words.format(count=chosen, all=ready))
        self.changed.emit()

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for item in self._open():
            if not item.isHidden():
                item.setCheckState(state)
        self.list.blockSignals(False)
        self._tell()

    def _narrow(self, text: str) -> None:
        for item in self._items():
            # hidden, not taken out: what is ticked stays ticked while one looks for more
            item.setHidden(text.strip() not in item.text())

    def _flip_first(self) -> None:
        for item in self._open():
            if not item.isHidden():
                item.setCheckState(UNCHECKED if item.checkState() is CHECKED else CHECKED)
                self.search.selectAll()
                return

    def _open(self) -> Iterator[QListWidgetItem]:
        return (item for item in self._items() if item.flags() & Qt.ItemFlag.ItemIsUserCheckable)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _lay_out(self) -> None:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(self.all)
        row.addWidget(self.none)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, head)
            column.setStretchFactor(self.list, FIRST)
