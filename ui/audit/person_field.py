"""Whose entries are looked for: somebody found by name, pinyin or number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.kit.icons import Icon, icon
from ui.kit.rare_faces import need_faces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.search.hits import Hit
    from station_app.services.audit.verifying import AuditService
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

WAIT_MS = 150
MOST = 8
WIDTH = 264
KeyRole = Qt.ItemDataRole.UserRole
NameRole = Qt.ItemDataRole.UserRole + 1


class PersonField(QLineEdit):
    """A line that offers people while one types; who is taken stands in it by name."""

    taken = Signal(str)  # key, empty for everybody
    left = Signal()  # Enter with nothing to choose: down to what was found

    def __init__(
        self, audit: AuditService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._audit, self._context = audit, context
        self._job: Job | None = None
        self._key = ""
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText(self.tr("Whose data? Name or number"))
        self.setAccessibleName(self.tr("Whose data"))
        self.setClearButtonEnabled(True)
        self.addAction(icon(Icon.PERSON, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.offered = QStandardItemModel(self)
        self._list = QCompleter(self.offered, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.popup().setProperty("role", "popup")
        self._list.setWidget(self)
        # of its two signals of this name the one that tells where, not what
        self._list.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # stubs know no overloads
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._look)
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._on_enter)

    def key(self) -> str:
        """Return the key of who is taken."""
        return self._key

    def show_person(self, key: str, name: str) -> None:
        """Take somebody whose name is known, silently."""
        need_faces(name)
        self._key = key
        self.setText(name)
        self.setCursorPosition(0)

    def _on_typed(self, text: str) -> None:
        if self._key:
            self._key = ""
            self.taken.emit("")
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._list.popup().hide()

    def _on_changed(self, text: str) -> None:
        # emptied by its button, which types nothing
        if not text and self._key:
            self._key = ""
            self.taken.emit("")

    def _on_enter(self) -> None:
        if self._key or not self.text().strip():
            self.left.emit()
        elif self.offered.rowCount():
            self._take(self.offered.index(0, 0))

    def _look(self) -> None:
        text = self.text()
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.start(
            lambda progress: self._audit.people(text, progress),
            owner=self,
            done=self._offer,
        )

    def _offer(self, hits: Sequence[Hit]) -> None:
        self.offered.clear()
        for hit in hits[:MOST]:
            item = QStandardItem("  ".join(filter(None, (hit.title, hit.number, hit.subtitle))))
            item.setData(hit.key, KeyRole)
            item.setData(hit.title, NameRole)
            self.offered.appendRow(item)
        if self.offered.rowCount() and self.hasFocus() and not self._key:
            self._list.complete()

    def _take(self, index: QModelIndex) -> None:
        # of the completer's own model, whose rows are ours
        row = index.row()
        self.show_person(
            self.offered.index(row, 0).data(KeyRole), self.offered.index(row, 0).data(NameRole)
        )
        self.taken.emit(self._key)
