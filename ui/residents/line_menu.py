"""What can be done with lines of the table, by the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from ui.kit.icons import Icon, icon
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from ui.kit.room import RoomContext
    from ui.kit.table_view import TableView
    from ui.residents.exporting import ExportButton
    from ui.residents.side import Side


class LineMenu(QObject):
    """Copies and exports what is seen; with a file open, acts on its person."""

    def __init__(
        self, view: TableView, exports: ExportButton, side: Side, context: RoomContext
    ) -> None:
        super().__init__(view)
        self._view = view
        self._exports = exports
        self._side = side
        self._context = context
        view.menu_requested.connect(self._show)
        view.copied.connect(self._tell_copied)

    def _show(self, place: QPoint) -> None:
        menu = QMenu(self._view)
        # A menu without an owner stays in memory for as long as the page lives.
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon(Icon.COPY), self.tr("Copy as seen"), self._view.copy_selected)
        menu.addAction(icon(Icon.EXPORT), self.tr("Export what is seen…"), self._exports.ask_path)
        if self._side.has_file() and self._side.file.key():
            actions = self._side.file.acts
            menu.addSeparator()
            menu.addAction(icon(Icon.CERTIFICATE), self.tr("Certificate"), actions.ask_certificate)
            menu.addAction(icon(Icon.MOVE), self.tr("Move…"), actions.move)
        menu.popup(place)

    def _tell_copied(self, count: int) -> None:
        words = self.tr("Copied {count} lines, numbers masked").format(count=f"{count:,}")
        self._context.notices.say(words, Tone.INFO)
