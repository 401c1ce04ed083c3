"""The second step: what each column means, found by itself and correctable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.services.imports.columns import MatchedBy
from ui.imports.words import LEAVE_OUT, MATCHED_BY, field_choices, field_words, worded
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.code_field import CodeField
from ui.kit.surfaces import Banner, Card
from ui.kit.tokens import Space, Tone
from ui.kit.wizard import WizardStep
from ui.kit.words import ElidedLabel, Pill, Role, label

if TYPE_CHECKING:
    from station_app.services.imports.columns import ColumnMatch, TableMatch
    from ui.imports.task import ImportTask

MOST_TABLES_SIDE_BY_SIDE = 6
MOST_LETTERS_SIDE_BY_SIDE = 36
NEEDED = "name"
SAMPLES = 3
FIELD_WIDTH = 220
TITLE_WIDTH = 110


class ColumnsStep(WizardStep):
    """Shows the columns of each roster with samples, and lets them be set right.

    All of them, also those left out: what nobody recognised may be what matters.
    """

    def __init__(self, task: ImportTask, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._task = task
        self._at = 0
        self.set_heading(
            self.tr("Check the columns"),
            self.tr(
                "Every column was matched by its title or its content. Set right what is wrong:"
                " it is remembered for this layout."
            ),
        )
        self.tables: SegmentedControl | CodeField | None = None
        self.wrong = Banner("", Tone.WARN, self)
        self.card = Card(parent=self)
        self.fields: dict[int, CodeField] = {}
        self.body.addWidget(self.wrong)
        self.body.addWidget(self.card)
        self._grid: QWidget | None = None

    def arrive(self) -> None:
        """Show the columns of the first roster."""
        self._at = 0
        self._offer_tables()
        self._show()

    def missing(self) -> str:
        """Return which table lacks a column of names."""
        file = self._task.file
        if file is None:
            return self.tr("Choose a file first.")
        lacking = [match.sheet for match in file.matches if NEEDED not in match.fields()]
        if lacking:
            return self.tr("Say which column of “{sheet}” holds the names.").format(
                sheet=lacking[0] or file.name
            )
        return ""

    def _offer_tables(self) -> None:
        if self.tables is not None:
            self.tables.deleteLater()
            self.tables = None
        file = self._task.file
        if file is None or len(file.matches) == 1:
            return
        choices = [
            Choice(str(at), match.sheet or file.name) for at, match in enumerate(file.matches)
        ]
        self.tables = self._side_by_side(choices) or self._one_below_another(choices)
        self.body.insertWidget(2, self.tables)

    def _side_by_side(self, choices: list[Choice]) -> SegmentedControl | None:
        """Return the tables in a row, None where they would not find room in one."""
        letters = sum(len(choice.text) for choice in choices)
        if len(choices) > MOST_TABLES_SIDE_BY_SIDE or letters > MOST_LETTERS_SIDE_BY_SIDE:
            return None
        made = SegmentedControl(choices, self)
        made.name(self.tr("Sheet"))
        made.changed.connect(self._show_table)
        return made

    def _one_below_another(self, choices: list[Choice]) -> CodeField:
        """Return the tables as a list to choose from: a street sends a sheet a grid."""
        made = CodeField(self.tr("Sheet"), choices)
        made.set_value(choices[0].code)
        made.finished.connect(lambda: self._show_table(made.value()))
        return made

    def _show_table(self, at: str) -> None:
        if at and int(at) != self._at:
            self._at = int(at)
            self._show()

    def _match(self) -> TableMatch | None:
        file = self._task.file
        return file.matches[self._at] if file is not None else None

    def _show(self) -> None:
        match = self._match()
        if self._grid is not None:
            self._grid.deleteLater()
        self.fields.clear()
        if match is None:
            return
        self._grid = QWidget(self.card)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(0, TITLE_WIDTH)
        grid.setColumnStretch(1, 1)
        heads = (self.tr("Column"), self.tr("In the file"), self.tr("Goes to"), "")
        for column, head in enumerate(heads):
            grid.addWidget(label(head, Role.FIELD, parent=self._grid), 0, column)
        for row, column_match in enumerate(match.columns, start=1):
            self._add_row(grid, row, column_match)
        self.card.body.addWidget(self._grid)
        self._tell_state()

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
        field.finished.connect(lambda column=match.column: self._correct(column))
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

    def _correct(self, column: int) -> None:
        file, match, field = self._task.file, self._match(), self.fields.get(column)
        if file is None or match is None or field is None:
            return
        chosen = field.value().replace(LEAVE_OUT, "")
        if chosen == match.columns[column].field or not field.is_readable():
            return
        self._task.file = file.corrected(self._at, {column: chosen})
        self._task.forecast = None  # it was that of the columns as they were
        here = self._column_of(self.focusWidget())
        self._show()
        if here is not None:  # the fields are new ones: the cursor would be nowhere
            self.fields[here].setFocus()

    def _column_of(self, widget: QWidget | None) -> int | None:
        """Return the column whose field has the cursor."""
        found = (at for at, field in self.fields.items() if field.editor is widget)
        return next(found, None)

    def _tell_state(self) -> None:
        self.wrong.say(self.missing())
        self.complete_changed.emit()
