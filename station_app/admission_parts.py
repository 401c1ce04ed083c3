"""The parts of a station about what is taken on and what is not, put together.

A part of :mod:`station_app.bootstrap`: like there, what the first window does not need is
loaded when first asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.later import later
from station_app.parts import Parts

if TYPE_CHECKING:
    from station_app.services.certificates import rule_packs
    from station_app.services.counter import admission, burdens, task_papers, task_years
else:
    admission = later("station_app.services.counter.admission")
    burdens = later("station_app.services.counter.burdens")
    rule_packs = later("station_app.services.certificates.rule_packs")
    task_papers = later("station_app.services.counter.task_papers")
    task_years = later("station_app.services.counter.task_years")


class AdmissionParts(Parts):
    """What a station may be asked about tasks from above, and about the lists that hold."""

    @cached_property
    def admission(self) -> admission.AdmissionService:
        """The use cases of the task admission desk."""
        usual = (self.store, self.reference, self.clock)
        return admission.AdmissionService(*usual, readings=self._readings)

    @cached_property
    def task_papers(self) -> task_papers.TaskPaperService:
        """The use cases of papers of tasks."""
        return task_papers.TaskPaperService(
            *self._usual, admission=self.admission, desk=lambda: self.desk
        )

    @cached_property
    def task_years(self) -> task_years.TaskYearService:
        """The use cases of what came from above in a year."""
        return task_years.TaskYearService(*self._usual, desk=lambda: self.desk)

    @cached_property
    def burdens(self) -> burdens.BurdenService:
        """The use cases of ledgers, plaques, meetings and inspections from above."""
        return burdens.BurdenService(self.store, self.reference, self.clock)

    @cached_property
    def rule_packs(self) -> rule_packs.RulePackService:
        """The use cases of lists that hold here, and of where offices are."""
        return rule_packs.RulePackService(*self._usual)
