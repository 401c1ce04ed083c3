"""The second step: what each column means, found by itself and correctable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.imports.column_table import ColumnTable
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.code_field import CodeField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.kit.wizard import WizardStep

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.services.imports.columns import TableMatch
    from ui.imports.task import ImportTask

MOST_TABLES_SIDE_BY_SIDE = 6
MOST_LETTERS_SIDE_BY_SIDE = 36
NEEDED = "name"


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
        self.card = ColumnTable(self)
        self.card.corrected.connect(self._correct)
        self.body.addWidget(self.wrong)
        self.body.addWidget(self.card)

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
        self.card.show_match(match)
        if match is not None:
            self._tell_state()

    def _correct(self, column: int, field: str) -> None:
        file = self._task.file
        if file is not None:
            self._task.file = file.corrected(self._at, {column: field})
            self._task.forecast = None  # it was that of the columns as they were
            here = self.card.column_with_cursor()
            self._show()
            if here is not None:  # the fields are new ones: the cursor would be nowhere
                self.card.fields[here].setFocus()

    def _tell_state(self) -> None:
        self.wrong.say(self.missing())
        self.complete_changed.emit()
