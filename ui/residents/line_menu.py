"""What can be done with lines of the table, by the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from station_app.domain.access.permissions import Permission
from ui.kit.icons import Icon, icon
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.room import RoomContext
    from ui.kit.table_view import TableView
    from ui.residents.side import Side


class LineMenu(QObject):
    """Copies and exports what is seen; with a file open, acts on its person.

    *note* has it written down how many lines were copied.
    """

    def __init__(
        self,
        view: TableView,
        export: Callable[[], object],
        side: Side,
        context: RoomContext,
        *,
        note: Callable[[int], object],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._export, self._note = export, note
        self._side = side
        self._context = context
        view.menu_requested.connect(self._show)
        view.copied.connect(self._tell_copied)
        view.copy_refused.connect(self._tell_refused)

    def _show(self, place: QPoint) -> None:
        menu = QMenu(self._view)
        # A menu without an owner stays in memory for as long as the page lives.
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon(Icon.COPY), self.tr("Copy as seen"), self._view.copy_selected)
        menu.setToolTipsVisible(True)
        gate = self._context.gate
        export = menu.addAction(icon(Icon.EXPORT), self.tr("Export what is seen…"), self._export)
        gate.bind(Permission.EXPORT_RESIDENTS, export)
        if self._side.has_file() and self._side.file.key():
            actions = self._side.file.acts
            menu.addSeparator()
            certificate = menu.addAction(
                icon(Icon.CERTIFICATE), self.tr("Certificate"), actions.ask_certificate
            )
            gate.bind(Permission.CERTIFICATE_ISSUE, certificate)
            move = menu.addAction(icon(Icon.MOVE), self.tr("Move…"), actions.move)
            gate.bind(Permission.RESIDENT_WRITE, move)
        menu.popup(place)

    def _tell_copied(self, count: int) -> None:
        words = self.tr("Copied {count} lines, numbers masked").format(count=f"{count:,}")
        self._context.notices.say(words, Tone.INFO)
        self._context.jobs.start(
            lambda _: self._note(count), owner=self, done=lambda _: None, lane=Lane.WRITE
        )

    def _tell_refused(self, most: int) -> None:
        words = self.tr("More than {count} lines are an export: it says to whom and what for.")
        self._context.notices.say(
            words.format(count=most), Tone.WARN, action=self.tr("Export…"), act=self._export
        )
