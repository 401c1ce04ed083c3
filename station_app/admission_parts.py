"""The parts of a station about what is taken on and what is not, put together.

A part of :mod:`station_app.bootstrap`: like there, what the first window does not need is
loaded when first asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.later import later

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.services.certificates import rule_packs
    from station_app.services.certificates.drawing import desk
    from station_app.services.counter import admission, burdens, task_papers, task_years
    from station_app.services.settings import SettingsService
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store
else:
    admission = later("station_app.services.counter.admission")
    burdens = later("station_app.services.counter.burdens")
    rule_packs = later("station_app.services.certificates.rule_packs")
    task_papers = later("station_app.services.counter.task_papers")
    task_years = later("station_app.services.counter.task_years")


class AdmissionParts:
    """What a station may be asked about tasks from above, and about the lists that hold."""

    store: Store
    clock: Clock
    settings: SettingsService

    if TYPE_CHECKING:

        @property
        def reference(self) -> Reference:
            """The code tables and rules that come with the program."""

        @property
        def desk(self) -> desk.PaperDesk:
            """Where papers are drawn."""

    @cached_property
    def admission(self) -> admission.AdmissionService:
        """The use cases of the task admission desk."""
        return admission.AdmissionService(self.store, self.reference, self.clock)

    @cached_property
    def task_papers(self) -> task_papers.TaskPaperService:
        """The use cases of papers of tasks."""
        usual = (self.store, self.settings, self.reference, self.clock)
        return task_papers.TaskPaperService(
            *usual, admission=self.admission, desk=lambda: self.desk
        )

    @cached_property
    def task_years(self) -> task_years.TaskYearService:
        """The use cases of what came from above in a year."""
        usual = (self.store, self.settings, self.reference, self.clock)
        return task_years.TaskYearService(*usual, desk=lambda: self.desk)

    @cached_property
    def burdens(self) -> burdens.BurdenService:
        """The use cases of ledgers, plaques, meetings and inspections from above."""
        return burdens.BurdenService(self.store, self.reference, self.clock)

    @cached_property
    def rule_packs(self) -> rule_packs.RulePackService:
        """The use cases of lists that hold here, and of where offices are."""
        usual = (self.store, self.settings, self.reference, self.clock)
        return rule_packs.RulePackService(*usual)
