"""What can be done with an import that is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.access.permissions import Permission
from ui.imports.rows_set_aside import RowsSetAside
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout

if TYPE_CHECKING:
    from ui.imports.task import ImportTask


class ResultActs(QWidget):
    """Offers to look at the residents, to save the rows set aside, to undo the whole."""

    undo_asked = Signal(str)  # batch

    def __init__(self, task: ImportTask, parent: QWidget) -> None:
        super().__init__(parent)
        self._task = task
        self.rows = RowsSetAside(task, self)
        self.save = Button(self.tr("Save the rows set aside…"), meaning=Icon.SAVE, parent=self)
        self.undo = Button(self.tr("Undo this import"), meaning=Icon.UNDO, parent=self)
        self.look = Button(self.tr("Show the residents"), meaning=Icon.PEOPLE, parent=self)
        task.context.gate.bind(Permission.IMPORT_UNDO, self.undo)
        flow = FlowLayout(self)
        for button in (self.look, self.save, self.undo):
            flow.addWidget(button)
        self.save.on_click(self.rows.ask_path)
        self.undo.on_click(self._undo)
        self.look.on_click(lambda: task.context.open_record("residents", ""))

    def show_result(self) -> None:
        """Offer what fits the result of the task."""
        result = self._task.result
        self.can_be_undone()  # the import shown before may have been taken back
        self.setVisible(result is not None)
        self.save.setVisible(result is not None and bool(result.counts.refused))

    def can_be_undone(self, reason: str = "") -> None:
        """Offer to undo the import that is shown, or say by *reason* why not."""
        self.undo.refuse(reason)

    def _undo(self) -> None:
        if self._task.result is not None:
            # pressed twice it would be refused; a refusal gives the button back
            self.can_be_undone(self.tr("This import was taken back."))
            self.undo_asked.emit(self._task.result.batch)
