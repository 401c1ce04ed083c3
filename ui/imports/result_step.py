"""The last step: the roster is brought in, and what came of it is counted in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.domain.errors import CancelledError, StationError
from ui.imports.counts import CountCard, ReasonList, empty
from ui.imports.turn import Turn
from ui.kit.buttons import Button
from ui.kit.dialogs import choose_save_file
from ui.kit.icons import Icon
from ui.kit.job_bar import JobBar
from ui.kit.jobs import Lane
from ui.kit.reasons import reason_of
from ui.kit.surfaces import Banner, FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.wizard import WizardStep

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.services.imports.run import ImportResult
    from ui.imports.task import ImportTask

PHASES = ("comparing", "writing", "indexing")


class ResultStep(WizardStep):
    """Brings the file in, with progress and cancel, and tells the result.

    People and households are those counted in the store afterwards, not those the
    program believes to have written.
    """

    undo_asked = Signal(str)

    def __init__(self, task: ImportTask, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._task = task
        self._turn = Turn()
        self.bar = JobBar(self, phase_words=self._phase)
        self.wrong = Banner("", Tone.DANGER, self)
        self.numbers = QWidget(self)
        self._row = QHBoxLayout(self.numbers)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self.set_aside = ReasonList(self.tr("Rows set aside"), Tone.DANGER, self)
        self.warned = ReasonList(self.tr("Rows taken with a warning"), Tone.WARN, self)
        self.acts = QWidget(self)
        flow = FlowLayout(self.acts)
        self.save = Button(
            self.tr("Save the rows set aside…"), meaning=Icon.SAVE, parent=self.acts
        )
        self.undo = Button(self.tr("Undo this import"), meaning=Icon.UNDO, parent=self.acts)
        self.look = Button(self.tr("Show the residents"), meaning=Icon.PEOPLE, parent=self.acts)
        for button in (self.look, self.save, self.undo):
            flow.addWidget(button)
        self.save.on_click(self._save)
        self.undo.on_click(self._undo)
        self.look.on_click(lambda: task.context.open_record("residents", ""))
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

    def abandon(self) -> None:
        """Stop bringing in: the import was left.

        What is past its last step is kept all the same, and the shell's notice of it
        offers to undo it.
        """
        self._turn.begin()
        self.bar.rest()

    def can_be_undone(self, reason: str = "") -> None:
        """Offer to undo the import that is shown, or say by *reason* why not."""
        self.undo.refuse(reason)

    def _begin(self) -> None:
        file, station, context = self._task.file, self._task.station, self._task.context
        policies = dict(self._task.policies)  # as chosen now: the task may be another's soon
        if file is None:
            return
        self._show()
        self._turn.begin()
        job = context.operations.perform(
            lambda progress: station.imports.bring_in(file, progress, policies),
            owner=self,
            done=self._turn.heard(self._done),
            failed=self._turn.told(self._refused, context.failed),
            label=self.tr("Brought in {file}").format(file=file.name),
        )
        self._turn.watch(job)
        self.bar.watch(job)

    def _done(self, result: ImportResult) -> None:
        self._task.result = result
        self.bar.rest()
        self._show()
        self.complete_changed.emit()
        self.look.setFocus()

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
        self.can_be_undone()  # the import shown before may have been taken back
        for widget in (self.numbers, self.acts, self.set_aside, self.warned):
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
        self._show_numbers(result)
        self.set_aside.show_counts(result.counts.refused)
        self.warned.show_counts(result.counts.warned)
        self.save.setVisible(bool(result.counts.refused))

    def _show_numbers(self, result: ImportResult) -> None:
        empty(self._row)
        unchanged = result.counts.accepted - result.added - result.changed
        for number, words, tone in (
            (result.added, self.tr("people added"), Tone.OK),
            (result.changed, self.tr("people changed"), Tone.INFO),
            (unchanged, self.tr("left as they were"), Tone.NEUTRAL),
            (sum(result.counts.refused.values()), self.tr("set aside"), Tone.DANGER),
        ):
            self._row.addWidget(CountCard(number, words, tone, self.numbers), 1)

    def _save(self) -> None:
        result, file = self._task.result, self._task.file
        if result is None or file is None:
            return
        path = choose_save_file(
            self,
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

    def _undo(self) -> None:
        if self._task.result is not None:
            # pressed twice it would be refused; a refusal gives the button back
            self.can_be_undone(self.tr("This import was taken back."))
            self.undo_asked.emit(self._task.result.batch)

    def _phase(self, phase: str) -> str:
        words = {
            "comparing": self.tr("Comparing with the register"),
            "writing": self.tr("Writing"),
            "indexing": self.tr("Making everybody findable"),
        }
        return words.get(phase, self.tr("Reading the rows"))
