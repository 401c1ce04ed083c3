"""The third step: what would happen, counted by reason, and what to do with known people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from station_app.domain.errors import CancelledError, StationError
from station_app.services.imports.plan import DEFAULT_POLICIES, Policy
from ui.imports.counts import CountCard, ReasonList, empty
from ui.imports.turn import Turn
from ui.imports.words import CLASSES, POLICIES, worded
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.job_bar import JobBar
from ui.kit.surfaces import Banner, Card
from ui.kit.tokens import Space, Tone
from ui.kit.wizard import WizardStep
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.services.imports.run import ClassForecast, Forecast
    from station_app.services.imports.vocabulary import FieldClass
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
        self.numbers = QWidget(self)
        self._row = QHBoxLayout(self.numbers)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self.refused = ReasonList(self.tr("Rows set aside"), Tone.DANGER, self)
        self.warned = ReasonList(self.tr("Rows taken with a warning"), Tone.WARN, self)
        self.policies = Card(self.tr("People who are in the register already"), self)
        self.choices: dict[FieldClass, SegmentedControl] = {}
        for widget in (
            self.bar,
            self.wrong,
            self.numbers,
            self.policies,
            self.refused,
            self.warned,
        ):
            self.body.addWidget(widget)
        self._grid: QWidget | None = None
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
        empty(self._row)
        known = counts.accepted - counts.new
        for number, words, tone in (
            (counts.read, self.tr("rows read"), Tone.NEUTRAL),
            (counts.new, self.tr("new people"), Tone.OK),
            (known, self.tr("known already"), Tone.INFO),
            (forecast.new_households, self.tr("new households"), Tone.NEUTRAL),
            (sum(counts.refused.values()), self.tr("set aside"), Tone.DANGER),
        ):
            self._row.addWidget(CountCard(number, words, tone, self.numbers), 1)
        self.numbers.show()
        self.refused.show_counts(counts.refused)
        self.warned.show_counts(counts.warned)
        self._show_policies(forecast)
        self.complete_changed.emit()

    def _show_policies(self, forecast: Forecast) -> None:
        if self._grid is not None:
            self._grid.deleteLater()
            self._grid = None
        self.choices.clear()
        asked = {
            kind: found
            for kind, found in forecast.by_class.items()
            if found.gaps or found.conflicts  # what is alike everywhere asks nothing
        }
        self.policies.setVisible(bool(asked))
        if not asked:
            return
        self._grid = QWidget(self.policies)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, (kind, found) in enumerate(asked.items()):
            self._add_policy(grid, row, kind, found)
        self.policies.body.addWidget(self._grid)

    def _add_policy(
        self, grid: QGridLayout, row: int, kind: FieldClass, found: ClassForecast
    ) -> None:
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
