"""The columns of one roster: title, samples, and where each goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.services.imports.columns import MatchedBy
from ui.imports.words import LEAVE_OUT, MATCHED_BY, field_choices, field_words, worded
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.surfaces import Card
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, Pill, Role, label

if TYPE_CHECKING:
    from station_app.services.imports.columns import ColumnMatch, TableMatch

SAMPLES = 3
FIELD_WIDTH = 220
TITLE_WIDTH = 110


class ColumnTable(Card):
    """A line for each column, with a field to set right what was found by itself."""

    corrected = Signal(int, str)  # column, the field it goes to; empty for none

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.fields: dict[int, CodeField] = {}
        self._grid: QWidget | None = None

    def show_match(self, match: TableMatch | None) -> None:
        """Show the columns of *match*, in fields of their own."""
        if self._grid is not None:
            self._grid.deleteLater()
            self._grid = None
        self.fields.clear()
        if match is None:
            return
        self._grid = QWidget(self)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(0, TITLE_WIDTH)
        grid.setColumnStretch(1, 1)
        heads = (self.tr("Column"), self.tr("In the file"), self.tr("Goes to"))
        for column, head in enumerate(heads):
            grid.addWidget(label(head, Role.FIELD, parent=self._grid), 0, column)
        for row, column_match in enumerate(match.columns, start=1):
            self._add_row(grid, row, column_match)
        self.body.addWidget(self._grid)

    def column_with_cursor(self) -> int | None:
        """Return the column in whose field the cursor is."""
        here = self.focusWidget()
        return next((at for at, field in self.fields.items() if field.editor is here), None)

    def _add_row(self, grid: QGridLayout, row: int, match: ColumnMatch) -> None:
        title = match.title or self.tr("Column {number}").format(number=match.column + 1)
        head = ElidedLabel(title, parent=self._grid)
        samples = "、".join(match.samples[:SAMPLES])
        shown = ElidedLabel(samples, Role.MUTED, parent=self._grid)
        field = CodeField("", self._choices(match))
        field.label.hide()
        field.editor.setAccessibleName(title)
        field.setFixedWidth(FIELD_WIDTH)
        field.set_value(match.field or LEAVE_OUT)
        field.finished.connect(lambda: self._correct(match, field))
        grid.addWidget(head, row, 0)
        grid.addWidget(shown, row, 1)
        grid.addWidget(field, row, 2)
        if match.hidden or match.by is not MatchedBy.TITLE:
            grid.addWidget(self._how(match), row, 3)
        self.fields[match.column] = field

    def _choices(self, match: ColumnMatch) -> list[Choice]:
        # a column of one tag has a field of its own, which no other column is offered
        choices = field_choices()
        if match.field and match.field not in {choice.code for choice in choices}:
            choices.append(Choice(match.field, field_words(match.field)))
        return choices

    def _how(self, match: ColumnMatch) -> Pill:
        tone = {"nobody": Tone.WARN, "hand": Tone.INFO}.get(match.by, Tone.NEUTRAL)
        words = worded(MATCHED_BY, match.by)
        if match.hidden:
            words = self.tr("{how}, hidden in the file").format(how=words)
        return Pill(words, tone, parent=self._grid)

    def _correct(self, match: ColumnMatch, field: CodeField) -> None:
        chosen = field.value().replace(LEAVE_OUT, "")
        # a field that was taken away meanwhile may still tell that it was left
        if self.fields.get(match.column) is not field or not field.is_readable():
            return
        if chosen != match.field:
            self.corrected.emit(match.column, chosen)
