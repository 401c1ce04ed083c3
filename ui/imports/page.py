"""The import's page: the rosters brought in so far, and the steps to bring one in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.domain.changes import Topic
from ui.imports.columns_step import ColumnsStep
from ui.imports.file_step import FileStep
from ui.imports.forecast_step import ForecastStep
from ui.imports.past import PastImports
from ui.imports.result_step import ResultStep
from ui.imports.taking_back import TakingBack
from ui.imports.task import ImportTask
from ui.kit.surfaces import Scroll
from ui.kit.wizard import Wizard

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext

PAGE_WIDTH = 880


class ImportPage(QWidget):
    """Satisfies :class:`ui.kit.room.RoomPage`.

    Either the imports so far or the steps are in sight. The steps share one
    :class:`ImportTask`; what they are at is stopped here when somebody leaves.
    """

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station = station
        self._context = context
        self.task = ImportTask(station=station, context=context)
        self.past = PastImports(context.gate, self)
        self.taking_back = TakingBack(station, context, self)
        self.file_step = FileStep(self.task)
        self.columns_step = ColumnsStep(self.task)
        self.forecast_step = ForecastStep(self.task)
        self.result_step = ResultStep(self.task)
        self.wizard = Wizard(
            [self.file_step, self.columns_step, self.forecast_step, self.result_step],
            title=self.tr("Bring in a roster"),
            parent=self,
        )
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self._overview())
        self.stack.addWidget(self.wizard)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.past.begin_asked.connect(self.begin)
        self.past.undo_asked.connect(self.taking_back.take_back)
        self.result_step.acts.undo_asked.connect(self.taking_back.take_back)
        self.taking_back.refused.connect(self.result_step.acts.can_be_undone)
        self.taking_back.refused.connect(self._refresh)
        self.wizard.step_changed.connect(self._offer_next)
        for step in self.wizard.steps:
            step.complete_changed.connect(self._offer_next)
        self.wizard.abandoned.connect(self._leave)
        self.wizard.finished.connect(self._leave)
        context.operations.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Show what was brought in so far, or go on where one was."""
        if self.stack.currentWidget() is self.wizard:
            self.wizard.current().setFocus()
        else:
            self._refresh()
            self.past.begin.setFocus()

    def open_record(self, kind: str, key: str) -> None:
        """Begin a new import, with the file *key* if that is one.

        A file dropped on another room comes in by this.
        """
        del kind
        self.begin()
        if key:
            self.file_step.read(Path(key))

    def has_unsaved(self) -> bool:
        """Whether an import was begun and not finished."""
        return self.task.file is not None and self.task.result is None

    def begin(self) -> None:
        """Go to the first step, with no file."""
        self._abandon()
        self.stack.setCurrentWidget(self.wizard)
        self.wizard.start()

    def _overview(self) -> Scroll:
        scroll = Scroll(self, width=PAGE_WIDTH)
        scroll.body.addWidget(self.past)
        return scroll

    def _offer_next(self) -> None:
        """Let Enter go on, unless the cursor is at work in the step."""
        wizard, here = self.wizard, self.focusWidget()
        step = wizard.current()
        is_at_work = here is not step and step.isAncestorOf(here)
        if not is_at_work and wizard.next.isEnabled():
            wizard.next.setFocus()

    def _abandon(self) -> None:
        """Stop whatever a step is at, and forget what it was at it with."""
        for step in (self.file_step, self.forecast_step, self.result_step):
            step.abandon()
        self.task.begin_anew()

    def _leave(self) -> None:
        self._abandon()
        self.stack.setCurrentIndex(0)
        self.arrive()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        # within the steps the list is out of sight; it is asked for anew on the way back
        if Topic.RESIDENTS in topics and self.stack.currentWidget() is not self.wizard:
            self._refresh()

    def _refresh(self) -> None:
        self._context.jobs.start(
            lambda _: self._station.imports.batches(), owner=self, done=self.past.show_batches
        )
