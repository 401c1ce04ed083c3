"""What else comes from above and is counted: ledgers, plaques, meetings, inspections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from station_app.domain.counter.admission.tasks import MOST_NAME, MOST_TEXT
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.admission.rules import AdmissionRules

BurdenId = NewType("BurdenId", str)
MOST_MINUTES = 24 * 60


class BurdenKind(StrEnum):
    """What is registered."""

    LEDGER = "ledger"  # 台账
    PLAQUE = "plaque"  # 牌子
    MEETING = "meeting"  # 会议
    INSPECTION = "inspection"  # 检查考核


class Fate(StrEnum):
    """What is to become of it."""

    KEEP = "keep"  # 保留
    MERGE = "merge"  # 合并
    CANCEL = "cancel"  # 取消


@dataclass(frozen=True, slots=True, kw_only=True)
class BurdenDraft:
    """An entry as it is typed.

    ``form``: the format of a ledger, where a plaque hangs, who came to a meeting, what an
    inspection looked at. ``made_from``: what a ledger could be made from in this program.
    """

    kind: BurdenKind = BurdenKind.LEDGER
    name: str = ""
    department: str = ""
    form: str = ""
    frequency: str = ""
    made_from: str = ""
    happened_on: date | None = None
    minutes: int = 0
    fate: Fate = Fate.KEEP
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """An entry of one of the registers."""

    id: BurdenId
    version: int
    particulars: BurdenDraft


DATED = frozenset({BurdenKind.MEETING, BurdenKind.INSPECTION})
"""What happens on a day."""


def problems_with_burden(
    draft: BurdenDraft, rules: AdmissionRules, *, today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = [
        Problem(name, "missing")
        for name in ("name", "department")
        if not getattr(draft, name).strip()
    ]
    if draft.kind in DATED and draft.happened_on is None:
        found.append(Problem("happened_on", "missing"))
    if draft.happened_on and draft.happened_on > today:
        found.append(Problem("happened_on", "in-the-future"))
    if draft.frequency and draft.frequency not in rules.codes_of_frequencies:
        found.append(Problem("frequency", "unknown"))
    if not 0 <= draft.minutes <= MOST_MINUTES:
        found.append(Problem("minutes", "out-of-range"))
    limits = {"name": MOST_NAME, "department": MOST_NAME}
    limits |= dict.fromkeys(("form", "made_from", "note"), MOST_TEXT)
    for name, most in limits.items():
        if len(getattr(draft, name)) > most:
            found.append(Problem(name, "too-long", {"most": most}))
    return tuple(found)
