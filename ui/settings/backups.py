"""When the station was last backed up, and a backup now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.moments import moment_words
from ui.settings.rows import SettingRow, SettingsCard

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from station_app.services.keeping import KeepingService
    from ui.kit.room import RoomContext


class BackupCard(SettingsCard):
    """Tells the last backup that was read back; a copy nobody has read is none."""

    backed_up = Signal()
    restore_asked = Signal()

    def __init__(
        self, keeping: KeepingService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Backups"))
        self.title.show()
        self._keeping, self._context = keeping, context
        self.backup_now = Button(self.tr("Back up now"), meaning=Icon.BACKUP)
        self.last = SettingRow(Icon.BACKUP, self.tr("Last backup"), self.backup_now)
        self.add_row(self.last)
        self.restore = Button(self.tr("Restore…"), meaning=Icon.RESTORE)
        words = self.tr(
            "Shows what would change before anything does. What stands here now is kept."
        )
        self.add_row(
            SettingRow(Icon.HISTORY, self.tr("Restore a backup"), self.restore, remark=words)
        )
        self.restore.on_click(self.restore_asked.emit)
        context.gate.bind(Permission.BACKUP_MAKE, self.backup_now)
        self.backup_now.on_click(self.back_up)
        self.refresh()

    def refresh(self) -> None:
        """Show when the last backup was made; fetched in a job."""
        self._context.jobs.start(
            lambda _: self._keeping.last_backup(), owner=self, done=self._show
        )

    def back_up(self) -> None:
        """Make a backup now.

        The answer comes when the copy has been read back, not when it has been written.
        Told by ``backed_up``.
        """
        self.backup_now.refuse(self.tr("Making a backup…"))
        self._context.jobs.start(
            lambda _: self._keeping.back_up(),
            owner=self,
            done=lambda _: self._on_backed_up(),
            failed=self._on_not_backed_up,
            # copying takes seconds: in the writers' lane nobody could save meanwhile
            lane=Lane.OUTSIDE,
        )

    def _show(self, moment: datetime | None) -> None:
        if moment is None:
            self.last.say(self.tr("There is none yet."))
            return
        words = self.tr("{moment}, read back in full")
        self.last.say(words.format(moment=moment_words(moment)))

    def _on_backed_up(self) -> None:
        self.backup_now.refuse("")
        self._context.notices.say(self.tr("A backup has been made and read back."))
        self.backed_up.emit()
        self.refresh()

    def _on_not_backed_up(self, error: Exception) -> None:
        self.backup_now.refuse("")
        self._context.failed(error)
