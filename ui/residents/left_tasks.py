"""Work that was left without saving, and is offered back for as long as its notice stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from ui.kit.room import RoomContext
    from ui.residents.task_panel import TaskPanel


class LeftTasks(QObject):
    """Holds panels that stand nowhere: *Go on editing* brings back this very one, undo and all.

    A panel that nobody has gone back to is let go; its draft stays on the shelf.
    """

    resumed = Signal(object)  # TaskPanel

    def __init__(self, context: RoomContext, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._context = context
        self._stack = stack
        self._waiting: list[TaskPanel] = []

    def offer(self, panel: TaskPanel) -> None:
        """Take *panel* out of sight, say what was left, and offer to go on with it."""
        self._stack.removeWidget(panel)
        panel.hide()
        self._waiting.append(panel)
        words = self.tr("“{what}” was left without saving.").format(what=panel.task.title)
        notice = self._context.notices.say(
            words, Tone.INFO, action=self.tr("Go on editing"), act=lambda: self._resume(panel)
        )
        # A notice goes before it does what it offers: only then is it known who is left.
        notice.gone.connect(lambda: QTimer.singleShot(0, self, lambda: self._forget(panel)))

    def _resume(self, panel: TaskPanel) -> None:
        self._waiting.remove(panel)
        self.resumed.emit(panel)

    def _forget(self, panel: TaskPanel) -> None:
        if panel in self._waiting:
            self._waiting.remove(panel)
            panel.deleteLater()
