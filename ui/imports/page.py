"""The import's page: the rosters brought in so far, and the steps to bring one in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.domain.changes import Topic
from station_app.domain.errors import RefusedError
from ui.imports.columns_step import ColumnsStep
from ui.imports.file_step import FileStep
from ui.imports.forecast_step import ForecastStep
from ui.imports.past import PastImports
from ui.imports.result_step import ResultStep
from ui.imports.task import ImportTask
from ui.imports.words import work_since
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Tone
from ui.kit.wizard import Wizard

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext

PAGE_WIDTH = 880
BUILT_UPON = "import.built-upon"


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
        self.past = PastImports(self)
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
        self.past.undo_asked.connect(self.take_back)
        self.result_step.undo_asked.connect(self.take_back)
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

    def take_back(self, batch: str) -> None:
        """Undo an import, and let that be undone by nothing: it can be brought in again."""
        self._context.operations.perform(
            lambda _: self._station.imports.undo(batch),
            owner=self,
            done=self._taken_back,
            failed=self._not_taken_back,
        )

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

    def _taken_back(self, people: int) -> None:
        words = self.tr("The import was taken back: {people} people removed.")
        self._context.notices.say(words.format(people=f"{people:,}"))

    def _not_taken_back(self, error: Exception) -> None:
        """Say why not, with what was done since in numbers, and offer the button again."""
        if isinstance(error, RefusedError) and error.reason == BUILT_UPON:
            told = "\n".join((self._context.words(error), work_since(error.facts)))
            self._context.notices.say(told, Tone.WARN)
        else:
            self._context.failed(error)
        self.result_step.can_be_undone()
        self._refresh()

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
