"""A list of figures saved as a workbook, at a place that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.buttons import Button
from ui.kit.dialogs import choose_save_file
from ui.kit.icons import Icon
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.domain.changes import Done
    from ui.kit.room import RoomContext

SAVE_KEYS = "Ctrl+S"


class WorkbookSaver(QObject):
    """The button, and what it does; *choose* asks where the file shall lie."""

    def __init__(
        self,
        owner: QWidget,
        context: RoomContext,
        write: Callable[[Path], Done[int]],
        suggested: Callable[[], str],
        choose: Callable[..., Path | None] = choose_save_file,
    ) -> None:
        super().__init__(owner)
        self._owner, self._context, self._choose = owner, context, choose
        self._write, self._suggested = write, suggested
        self.button = Button(self.tr("Save as workbook"), meaning=Icon.EXPORT, parent=owner)
        self.button.setToolTip(self.tr("Save as workbook (Ctrl+S)"))
        self.button.on_click(self.save)

    def save(self) -> None:
        """Ask for a place, and write what is shown; say why not where it may not be."""
        if not self.button.isEnabled():
            self._context.notices.say(self.button.toolTip(), Tone.WARN)
            return
        path = self._choose(
            self._owner,
            title=self.tr("Save as workbook"),
            kinds=self.tr("Workbooks (*.xlsx)"),
            suggested=f"{self._suggested()}.xlsx",
        )
        if path is not None:
            path = path if path.suffix else path.with_suffix(".xlsx")
            self._context.operations.perform(
                lambda _: self._write(path),
                owner=self._owner,
                failed=self._context.failed,
                label=self.tr("Saved: {name}").format(name=path.name),
            )
