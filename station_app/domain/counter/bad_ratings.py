"""What becomes of a bad rating (差评): spoken to, verified, put right, called back.

待联系 → 已联系 → 属实: 整改中 → 待回访 → 已办结; 误评 or 恶意: 待回访 at once. Whoever is still
not satisfied may have it put right once more. All is called back, whatever was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

from station_app.domain.counter.case_clock import Urgency, urgency_of
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.ratings import RatingRules
    from station_app.domain.working_days import Due, WorkCalendar

MOST_TEXT = 400


class MatterState(StrEnum):
    """Where the matter of a bad rating is."""

    NEW = "new"  # 待联系
    CONTACTED = "contacted"  # 已联系，待核实
    CORRECTING = "correcting"  # 整改中
    ANSWERING = "answering"  # 待回访
    DONE = "done"  # 已办结


class MatterEvent(StrEnum):
    """What may happen to the matter of a bad rating."""

    CONTACT = "contact"
    UPHOLD = "uphold"  # 属实
    DISMISS = "dismiss"  # 误评, 恶意
    CORRECT = "correct"
    CALL_BACK = "call-back"
    REOPEN = "reopen"  # not put right after all


class Finding(StrEnum):
    """What was found of a bad rating; empty as long as nothing was."""

    NONE = ""
    VALID = "valid"  # 属实
    MISTAKEN = "mistaken"  # 误评
    MALICIOUS = "malicious"  # 恶意


class WhyNot(StrEnum):
    """Why something cannot happen to the matter of a bad rating; worded by the window."""

    NOT_CONTACTED = "rating.not-contacted-yet"
    CONTACTED_ALREADY = "rating.contacted-already"
    NOT_JUDGED = "rating.not-judged-yet"
    JUDGED_ALREADY = "rating.judged-already"
    NOT_CORRECTED = "rating.not-corrected-yet"
    NOTHING_TO_CORRECT = "rating.nothing-to-correct"
    DONE = "rating.matter-done"


_S, _E = MatterState, MatterEvent
LEADS: dict[MatterState, dict[MatterEvent, MatterState]] = {
    _S.NEW: {_E.CONTACT: _S.CONTACTED},
    _S.CONTACTED: {_E.UPHOLD: _S.CORRECTING, _E.DISMISS: _S.ANSWERING},
    _S.CORRECTING: {_E.CORRECT: _S.ANSWERING},
    _S.ANSWERING: {_E.CALL_BACK: _S.DONE, _E.REOPEN: _S.CORRECTING},
    _S.DONE: {},
}
WHY_NOT: dict[MatterState, dict[MatterEvent, WhyNot]] = {
    _S.NEW: dict.fromkeys(_E, WhyNot.NOT_CONTACTED),
    _S.CONTACTED: {**dict.fromkeys(_E, WhyNot.NOT_JUDGED), _E.CONTACT: WhyNot.CONTACTED_ALREADY},
    _S.CORRECTING: {
        **dict.fromkeys(_E, WhyNot.JUDGED_ALREADY),
        _E.CONTACT: WhyNot.CONTACTED_ALREADY,
        _E.CALL_BACK: WhyNot.NOT_CORRECTED,
        _E.REOPEN: WhyNot.NOT_CORRECTED,
    },
    _S.ANSWERING: {
        **dict.fromkeys(_E, WhyNot.JUDGED_ALREADY),
        _E.CONTACT: WhyNot.CONTACTED_ALREADY,
        _E.CORRECT: WhyNot.NOTHING_TO_CORRECT,
    },
    _S.DONE: dict.fromkeys(_E, WhyNot.DONE),
}
NEXT: dict[tuple[MatterState, MatterEvent], MatterState | WhyNot] = {
    (state, event): LEADS[state].get(event) or WHY_NOT[state][event]
    for state, event in product(_S, _E)
}
"""Every pair: where it leads, or why it does not happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRating:
    """The matter of one bad rating, kept under the key of its case.

    ``finding``: verified, and what was found; ``cause`` and ``measure``: why it was bad, and
    what was done; ``answer`` is the code of what came of the call-back.
    """

    case_id: CaseId
    version: int
    state: MatterState
    rated_on: date
    contacted_on: date | None = None
    contact_note: str = ""
    finding: Finding = Finding.NONE
    judged_on: date | None = None
    cause: str = ""
    measure: str = ""
    corrected_on: date | None = None
    answer: str = ""
    answer_note: str = ""
    answered_on: date | None = None

    @property
    def is_verified(self) -> bool:
        """Whether it is known what there is to it."""
        return self.finding is not Finding.NONE

    @property
    def latest_on(self) -> date:
        """The day of the latest that happened; nothing that follows lies before it."""
        days = (self.contacted_on, self.judged_on, self.corrected_on, self.answered_on)
        return max((day for day in days if day), default=self.rated_on)


@dataclass(frozen=True, slots=True)
class MatterDues:
    """Until when somebody is to be spoken to, and all is to be put right."""

    contact: Due
    correct: Due

    def pending(self, matter: BadRating) -> Due | None:
        """Return what *matter* is due for next; None where no time runs any more."""
        if matter.state is MatterState.NEW:
            return self.contact
        is_open = matter.state in {MatterState.CONTACTED, MatterState.CORRECTING}
        return self.correct if is_open else None

    def urgency(self, matter: BadRating, *, today: date, soon: date) -> Urgency:
        """Return how pressing *matter* is; *soon* is the last day that is amber."""
        due = self.pending(matter)
        return urgency_of(due and due.day, today=today, soon=soon, is_stopped=False)


def dues_of(rated_on: date, rules: RatingRules, calendar: WorkCalendar) -> MatterDues:
    """Return until when what follows a bad rating of a day is to be done."""
    contact = rules.contact.due(rated_on, calendar)
    return MatterDues(contact=contact, correct=rules.correct.due(rated_on, calendar))


def problems_with_day(on: date, matter: BadRating, *, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with *on* as the day of what follows in *matter*."""
    if on > today:
        return (Problem("on", "in-the-future"),)
    return () if on >= matter.latest_on else (Problem("on", "too-early"),)


def problems_with_texts(**texts: str) -> tuple[Problem, ...]:
    """Return which of *texts*, all of them needed, are missing or too long."""
    return (
        *(Problem(name, "missing") for name, text in texts.items() if not text.strip()),
        *too_long(**texts),
    )


def too_long(**texts: str) -> tuple[Problem, ...]:
    """Return which of *texts* are too long."""
    return tuple(
        Problem(name, "too-long", {"most": MOST_TEXT})
        for name, text in texts.items()
        if len(text) > MOST_TEXT
    )
