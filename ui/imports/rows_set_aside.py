"""The rows that did not come in, given back as a file to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.dialogs import choose_save_file
from ui.kit.jobs import Lane
from ui.kit.reasons import reason_of
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.imports.task import ImportTask


class RowsSetAside(QObject):
    """Saves them, each with its reason, so that none has to be looked for."""

    def __init__(self, task: ImportTask, parent: QWidget) -> None:
        super().__init__(parent)
        self._task = task
        self._window = parent

    def ask_path(self) -> None:
        """Ask where the file shall lie, then write it."""
        result, file = self._task.result, self._task.file
        if result is None or file is None:
            return
        path = choose_save_file(
            self._window,
            title=self.tr("Save the rows set aside"),
            kinds="XLSX (*.xlsx)",
            suggested=self.tr("{file} set aside.xlsx").format(file=file.name.rpartition(".")[0]),
        )
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the rows set aside to *path*, each with its reason."""
        result = self._task.result
        if result is None:
            return
        self._task.context.jobs.start(
            lambda _: result.set_aside(path, reason_of),
            owner=self,
            done=lambda rows: self._saved(rows, path),
            failed=self._task.context.failed,
            lane=Lane.OUTSIDE,
        )

    def _saved(self, rows: int, path: Path) -> None:
        words = self.tr("{rows} rows saved in {file}. Correct them there and bring it in again.")
        self._task.context.notices.say(words.format(rows=rows, file=path.name), Tone.OK)
