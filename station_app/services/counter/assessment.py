"""A draft of a pre-check with all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.assistance.clock import stages_of
from station_app.domain.counter.assistance.judging import judge
from station_app.domain.counter.assistance.papers import papers_for

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.assistance.clock import Stage
    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.domain.counter.assistance.judging import Judgement
    from station_app.domain.counter.assistance.papers import Needed
    from station_app.store.reference import Reference


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Assessment:
    """What was told, as of which ``day``, and what was found."""

    draft: CheckDraft
    day: date
    judgement: Judgement
    stages: tuple[Stage, ...]
    papers: tuple[Needed, ...]


def assess(draft: CheckDraft, reference: Reference, today: date) -> Assessment:
    """Return what follows from *draft*, judged as of the day it was received.

    What was told, and the standard of then, stay as they were whenever it is looked at.
    """
    rules, day = reference.assistance, draft.received_on or today
    judgement = judge(draft, rules, day)
    return Assessment(
        draft=draft,
        day=day,
        judgement=judgement,
        stages=stages_of(draft, rules, reference.calendar),
        papers=papers_for(draft, judgement, rules),
    )
