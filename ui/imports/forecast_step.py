"""The third step: what would happen, counted by reason, and what to do with known people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import CancelledError, StationError
from station_app.services.imports.plan import DEFAULT_POLICIES
from ui.imports.counts import CountRow, ReasonList
from ui.imports.policy_card import PolicyCard
from ui.imports.turn import Turn
from ui.kit.job_bar import JobBar
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.kit.wizard import WizardStep

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.services.imports.run import Forecast
    from ui.imports.task import ImportTask


class ForecastStep(WizardStep):
    """Tries the import out (试算) and asks once what known people keep.

    Once for each class of fields, never row by row: nobody answers ten thousand
    questions, and whoever is asked too often says yes to all.
    """

    def __init__(self, task: ImportTask, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._task = task
        self._turn = Turn()
        self.set_heading(
            self.tr("See what will happen"), self.tr("This is a trial. Nothing is written yet.")
        )
        self.bar = JobBar(self, phase_words=lambda _: self.tr("Trying the roster out"))
        self.wrong = Banner("", Tone.DANGER, self)
        self.numbers = CountRow(self)
        self.refused = ReasonList(self.tr("Rows set aside"), Tone.DANGER, self)
        self.warned = ReasonList(self.tr("Rows taken with a warning"), Tone.WARN, self)
        self.policies = PolicyCard(task, self)
        for widget in (
            self.bar,
            self.wrong,
            self.numbers,
            self.policies,
            self.refused,
            self.warned,
        ):
            self.body.addWidget(widget)
        self._hide_all()

    def arrive(self) -> None:
        """Try the file out, unless that was done already."""
        if self._task.forecast is None:
            self._try()
        else:
            self._show(self._task.forecast)

    def missing(self) -> str:
        """Return why the import cannot begin yet."""
        if self._task.forecast is None:
            return self.tr("The trial is not finished.")
        if not self._task.forecast.counts.accepted:
            return self.tr("No row of this roster can be taken.")
        return ""

    def next_text(self) -> str:
        """Name the act."""
        forecast = self._task.forecast
        if forecast is None:
            return self.tr("Bring in")
        return self.tr("Bring in {rows} rows").format(rows=f"{forecast.counts.accepted:,}")

    def abandon(self) -> None:
        """Try no longer: the import was left."""
        self._turn.begin()
        self.bar.rest()

    def _try(self) -> None:
        file, station, context = self._task.file, self._task.station, self._task.context
        if file is None:
            return
        self._hide_all()
        # somebody may have gone back and set a column right while the trial before ran on
        self._turn.begin()
        job = context.jobs.start(
            lambda progress: station.imports.dry_run(file, progress),
            owner=self,
            done=self._turn.heard(self._tried),
            failed=self._turn.told(self._refused, context.failed),
        )
        self._turn.watch(job)
        self.bar.watch(job)

    def _tried(self, forecast: Forecast) -> None:
        self.bar.rest()
        self._task.forecast = forecast
        self._task.policies = dict(DEFAULT_POLICIES)
        self._show(forecast)

    def _refused(self, error: Exception) -> None:
        self.bar.rest()
        if isinstance(error, CancelledError):
            self.wrong.say(self.tr("The trial was stopped. Go back and on again to repeat it."))
        elif isinstance(error, StationError):
            self.wrong.say(self._task.context.words(error))
        else:
            self._task.context.failed(error)

    def _hide_all(self) -> None:
        self.wrong.say("")
        for widget in (self.numbers, self.refused, self.warned, self.policies):
            widget.hide()

    def _show(self, forecast: Forecast) -> None:
        counts = forecast.counts
        self.numbers.show_numbers(
            (
                (counts.read, self.tr("rows read"), Tone.NEUTRAL),
                (counts.new, self.tr("new people"), Tone.OK),
                (counts.accepted - counts.new, self.tr("known already"), Tone.INFO),
                (forecast.new_households, self.tr("new households"), Tone.NEUTRAL),
                (sum(counts.refused.values()), self.tr("set aside"), Tone.DANGER),
            )
        )
        self.numbers.show()
        self.refused.show_counts(counts.refused)
        self.warned.show_counts(counts.warned)
        self.policies.show_forecast(forecast)
        self.complete_changed.emit()
