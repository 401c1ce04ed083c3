"""What was found in a file, sheet by sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.imports.words import WHY_LEFT_OUT, worded
from ui.kit.icons import Icon, IconLabel
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.services.imports.run import RosterFile


class FoundTables(Card):
    """Names every sheet, those left out with their reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.rows: list[QWidget] = []

    def show_file(self, file: RosterFile | None) -> None:
        """Show what *file* holds; nothing at all without one."""
        for row in self.rows:
            row.deleteLater()
        self.rows.clear()
        self.setVisible(file is not None)
        if file is None:
            return
        self.title.setText(file.name)
        self.title.show()
        for table in file.tables:
            # text has no sheets: the heading names the file already
            words = (
                self.tr("Sheet “{sheet}”: {rows} people, header in row {row}")
                if table.sheet.name
                else self.tr("{rows} people, header in row {row}")
            )
            self._add_row(
                Icon.CHECK,
                words.format(
                    sheet=table.sheet.name,
                    rows=f"{len(table.lines):,}",
                    row=table.header.last + 1,
                ),
            )
        for left in file.left_out:
            words = self.tr("Sheet “{sheet}” is left out: {reason}")
            self._add_row(
                Icon.INFO,
                words.format(
                    sheet=left.sheet or file.name, reason=worded(WHY_LEFT_OUT, left.reason)
                ),
            )

    def _add_row(self, meaning: Icon, text: str) -> None:
        row = _line(meaning, text, self)
        self.body.addWidget(row)
        self.rows.append(row)


def _line(meaning: Icon, text: str, parent: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.S)
    color = "ok_text" if meaning is Icon.CHECK else "muted"
    layout.addWidget(IconLabel(meaning, color=color, parent=row))
    layout.addWidget(label(text, Role.BODY, wrap=True, parent=row), 1)
    return row
