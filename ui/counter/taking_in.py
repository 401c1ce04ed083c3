"""What is done at the window in one go: a case begun, its papers ticked, and taken in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from station_app.domain.changes import Done
from station_app.domain.errors import StationError

if TYPE_CHECKING:
    from station_app.domain.counter.cases import CaseId
    from station_app.services.counter.cases import CaseService
    from ui.counter.case_form import NewCase


class Intake(StrEnum):
    """How far a new case goes at once."""

    DRAFT = "draft"  # 咨询
    RECEIVE = "receive"  # 收件
    NOTICE = "notice"  # 收件, 一次性告知
    ACCEPT = "accept"  # 受理


def take_in(cases: CaseService, new: NewCase, intake: Intake) -> Done[CaseId]:
    """Begin the case *new* and take it in as far as *intake* says; for a job.

    What can be taken back is the last step: before it the case stands as it was then.
    """
    begun = cases.draft(new.draft)
    try:
        done = (begun, *_steps(cases, begun.value, new, intake))
    except StationError:
        # else whoever mends what was refused and tries again would have it twice
        if begun.revert is not None:
            begun.revert()
        raise
    touched = frozenset[Any]().union(*(each.touched for each in done))
    return Done(begun.value, touched, done[-1].revert)


def _steps(cases: CaseService, key: CaseId, new: NewCase, intake: Intake) -> list[Done[Any]]:
    """Take the steps of *intake* with a case just begun."""

    def version() -> int:
        return cases.lines([key])[key].version

    done: list[Done[Any]] = []
    if any(each.originals or each.copies for each in new.ticks):
        done.append(cases.tick(key, new.ticks, version=version()))
    if intake in {Intake.RECEIVE, Intake.NOTICE}:
        done.append(cases.receive(key, version=version()))
    if intake is Intake.NOTICE:
        done.append(cases.ask_for_more(key, version=version()))
    if intake is Intake.ACCEPT:
        done.append(cases.accept(key, version=version()))
    return done
