"""What was done and what was undone, said in notices; the latest change taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.domain.changes import UndoStep
    from ui.kit.notices import NoticeArea
    from ui.kit.operations import Operations


class ChangeNotices(QObject):
    """Names each change beside the way back from it."""

    def __init__(self, operations: Operations, notices: NoticeArea, window: QWidget) -> None:
        super().__init__(window)
        self._operations, self._notices = operations, notices
        operations.performed.connect(self._tell_done)
        operations.undone.connect(self._tell_undone)

    def undo(self) -> None:
        """Take back the latest change, or say that there is none."""
        if self._operations.can_undo():
            self._operations.undo()
        else:
            self._notices.say(self.tr("There is nothing to undo."), Tone.INFO)

    def _tell_done(self, text: str, step: UndoStep | None) -> None:
        if step is None:
            self._notices.say(text)
        else:
            undo = self.tr("Undo")
            self._notices.say(text, action=undo, act=lambda: self._operations.undo(step))

    def _tell_undone(self, text: str) -> None:
        self._notices.say(self.tr("Undone: {what}").format(what=text), Tone.INFO)
