"""The clock of an application: what the station promises, and what the law gives the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.domain.counter.assistance.rules import AssistanceRules, Step
    from station_app.domain.working_days import Due, WorkCalendar

RECEIVED, ACCEPTED, PUBLISHED = "received", "accepted", "published"
DAYS = (RECEIVED, ACCEPTED, PUBLISHED)
PROMISE = "promise"


class Stage(NamedTuple):
    """A step with its last day; ``is_assumed``: it rests upon a day that is not known yet."""

    step: Step
    begins: date | None
    due: Due | None
    is_assumed: bool


def stages_of(
    draft: CheckDraft, rules: AssistanceRules, calendar: WorkCalendar
) -> tuple[Stage, ...]:
    """Return the steps of *draft* in order.

    As long as the street has not accepted, it is taken to do so on the last day of the
    station's promise; what hangs upon the publicity has no day before that begins.
    """
    known: dict[str, tuple[date | None, bool]] = {
        RECEIVED: (draft.received_on, False),
        ACCEPTED: (draft.accepted_on, False),
        PUBLISHED: (draft.published_on, False),
    }
    stages = []
    for step in rules.steps:
        if step.is_special not in {None, draft.is_special}:
            continue
        begins, is_assumed = known.get(step.after, (None, False))
        due = None if begins is None else step.limit.due(begins, calendar)
        stages.append(Stage(step, begins, due, is_assumed))
        known[step.code] = (due and due.day, is_assumed)
        if step.code == PROMISE and draft.accepted_on is None:
            known[ACCEPTED] = (due and due.day, True)
    return tuple(stages)
