"""The last step: the roster is brought in, and what came of it is counted in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import CancelledError, StationError
from ui.imports.counts import CountRow, ReasonList
from ui.imports.result_acts import ResultActs
from ui.imports.turn import Turn
from ui.imports.words import phase_words
from ui.kit.job_bar import JobBar
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.kit.wizard import WizardStep

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.services.imports.run import ImportResult
    from ui.imports.task import ImportTask


class ResultNumbers(CountRow):
    """What became of the rows, each of them counted once."""

    def show_result(self, result: ImportResult) -> None:
        """Show the counts of *result*."""
        counts = result.counts
        self.show_numbers(
            (
                (result.added, self.tr("people added"), Tone.OK),
                (result.changed, self.tr("people changed"), Tone.INFO),
                (
                    counts.accepted - result.added - result.changed,
                    self.tr("left as they were"),
                    Tone.NEUTRAL,
                ),
                (sum(counts.refused.values()), self.tr("set aside"), Tone.DANGER),
            )
        )


class ResultStep(WizardStep):
    """Brings the file in, with progress and cancel, and tells the result.

    People and households are those counted in the store afterwards, not those the
    program believes to have written.
    """

    def __init__(self, task: ImportTask, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._task = task
        self._turn = Turn()
        self._label = ""  # what the import is called in its notice
        self.bar = JobBar(self, phase_words=phase_words)
        self.wrong = Banner("", Tone.DANGER, self)
        self.numbers = ResultNumbers(self)
        self.set_aside = ReasonList(self.tr("Rows set aside"), Tone.DANGER, self)
        self.warned = ReasonList(self.tr("Rows taken with a warning"), Tone.WARN, self)
        self.acts = ResultActs(task, self)
        for widget in (
            self.bar,
            self.wrong,
            self.numbers,
            self.acts,
            self.set_aside,
            self.warned,
        ):
            self.body.addWidget(widget)
        self._show()

    def arrive(self) -> None:
        """Begin, unless it is done already."""
        if self._task.result is None:
            self._begin()

    def missing(self) -> str:
        """Return that the work still goes on."""
        return "" if self._task.result is not None else self.tr("The import is not finished.")

    def can_go_back(self) -> bool:
        """Allow going back only while nothing is written and nothing was.

        Coming on again would bring the same roster in a second time.
        """
        return self._task.result is None and not self._turn.is_busy()

    def can_be_left(self) -> bool:
        """Offer to cancel until it is done: after that there is only to finish, or to undo."""
        return self._task.result is None

    def abandon(self) -> None:
        """Stop bringing in: the import was left.

        What is past its last step is kept all the same, and the shell's notice of it
        offers to undo it.
        """
        self._turn.begin()
        self.bar.rest()

    def _begin(self) -> None:
        file, station, context = self._task.file, self._task.station, self._task.context
        policies = dict(self._task.policies)  # as chosen now: the task may be another's soon
        if file is None:
            return
        self._show()
        self._label = self.tr("Brought in {file}").format(file=file.name)
        self._turn.begin()
        job = context.operations.perform(
            lambda progress: station.imports.bring_in(file, progress, policies),
            owner=self,
            done=self._turn.heard(self._done),
            failed=self._turn.told(self._refused, context.failed),
            label=self._label,
        )
        self._turn.watch(job)
        self.bar.watch(job)

    def _done(self, result: ImportResult) -> None:
        self._task.result = result
        self.bar.rest()
        self._show()
        self.complete_changed.emit()
        self.acts.look.setFocus()
        # The page says it and offers to undo it; the notice would lie over Finish.
        for notice in self._task.context.notices.shown():
            if notice.text() == self._label:
                notice.leave()

    def _refused(self, error: Exception) -> None:
        self.bar.rest()
        if isinstance(error, CancelledError):
            self.wrong.say(self.tr("Stopped. Nothing was written; go back to begin again."))
        elif isinstance(error, StationError):
            self.wrong.say(self._task.context.words(error))
        else:
            self._task.context.failed(error)
        self.complete_changed.emit()

    def _show(self) -> None:
        result = self._task.result
        self.wrong.say("")
        self.acts.show_result()
        for widget in (self.numbers, self.set_aside, self.warned):
            widget.setVisible(result is not None)
        if result is None:
            self.set_heading(self.tr("Bringing the roster in"))
            return
        words = self.tr("Counted in the store just now: {people} people, {households} households.")
        self.set_heading(
            self.tr("The roster is in"),
            words.format(
                people=f"{result.people_in_store:,}", households=f"{result.households_in_store:,}"
            ),
        )
        self.numbers.show_result(result)
        self.set_aside.show_counts(result.counts.refused)
        self.warned.show_counts(result.counts.warned)
