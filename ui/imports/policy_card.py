"""What people who are known already keep, asked once for each class of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.services.imports.plan import Policy
from ui.imports.words import CLASSES, POLICIES, worded
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.services.imports.run import ClassForecast, Forecast
    from station_app.services.imports.vocabulary import FieldClass
    from ui.imports.task import ImportTask


class PolicyCard(Card):
    """A line for each class in which the roster and the register differ; else no card at all."""

    def __init__(self, task: ImportTask, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("People who are in the register already"))
        self.title.show()
        self._task = task
        self.choices: dict[FieldClass, SegmentedControl] = {}
        self._grid: QWidget | None = None

    def show_forecast(self, forecast: Forecast) -> None:
        """Ask for what *forecast* found, as it was answered so far."""
        if self._grid is not None:
            self._grid.deleteLater()
            self._grid = None
        self.choices.clear()
        asked = {
            kind: found
            for kind, found in forecast.by_class.items()
            if found.gaps or found.conflicts  # what is alike everywhere asks nothing
        }
        self.setVisible(bool(asked))
        if not asked:
            return
        self._grid = QWidget(self)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, (kind, found) in enumerate(asked.items()):
            self._add(grid, row, kind, found)
        self.body.addWidget(self._grid)

    def _add(self, grid: QGridLayout, row: int, kind: FieldClass, found: ClassForecast) -> None:
        words = self.tr("{conflicts} differ, {gaps} have gaps").format(
            conflicts=f"{found.conflicts:,}", gaps=f"{found.gaps:,}"
        )
        choice = SegmentedControl(
            [Choice(str(policy), worded(POLICIES, policy)) for policy in Policy], self._grid
        )
        choice.name(worded(CLASSES, kind))
        choice.set_value(self._task.policies[kind])
        choice.changed.connect(lambda code, kind=kind: self._choose(kind, Policy(code)))
        grid.addWidget(label(worded(CLASSES, kind), Role.STRONG, parent=self._grid), row, 0)
        grid.addWidget(label(words, Role.MUTED, parent=self._grid), row, 1)
        grid.addWidget(choice, row, 2)
        self.choices[kind] = choice

    def _choose(self, kind: FieldClass, policy: Policy) -> None:
        self._task.policies[kind] = policy
