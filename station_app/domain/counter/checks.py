"""What keeps an item from being accepted, field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from station_app.domain.counter.items import Basis, ItemDraft, Material
from station_app.domain.counter.limits import MOST_DAYS
from station_app.domain.errors import Problem
from station_app.domain.working_days import WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from station_app.domain.counter.items import ItemVersion
    from station_app.domain.counter.limits import TimeLimit

MOST_COPIES = 20
LONGEST_NAME = 60
A_MONDAY = date(2026, 1, 5)
NO_HOLIDAYS = WorkCalendar({})
REQUIRED = ("name", "line", "affair", "responsible", "who", "goes_to")
CATCH_ALLS = ("其他材料", "其它材料", "其他相关材料", "其它相关材料", "相关材料", "等材料")
"""Nobody can bring what is not named (一次性告知; no 兜底条款)."""


def tidied(draft: ItemDraft) -> ItemDraft:
    """Return *draft* without blanks at the ends, empty lines and empty rows."""
    words = {
        name: getattr(draft, name).strip()
        for name in ("name", "responsible", "who", "goes_to", "result", "fee", "note")
    }
    materials = (
        replace(each, name=each.name.strip(), when=each.when.strip()) for each in draft.materials
    )
    basis = (
        replace(each, document=each.document.strip(), number=each.number.strip())
        for each in draft.basis
    )
    return replace(
        draft,
        **words,
        aliases=_lines(draft.aliases),
        steps=_lines(draft.steps),
        materials=tuple(each for each in materials if each != Material()),
        basis=tuple(each for each in basis if each != Basis()),
    )


def problems_with_item(
    draft: ItemDraft,
    *,
    lines: Collection[str],
    affairs: Collection[str],
) -> tuple[Problem, ...]:
    """Return all that is wrong with a tidied *draft*; *lines* and *affairs* are the codes."""
    missing = [Problem(name, "missing") for name in REQUIRED if not getattr(draft, name)]
    found = [
        *missing,
        *_problems_with_words(draft),
        *_problems_with_codes(draft, lines, affairs),
        *_problems_with_materials(draft.materials),
        *(
            Problem(f"basis.{place}.document", "missing")
            for place, each in enumerate(draft.basis)
            if not each.document
        ),
        *_problems_with_times(draft),
    ]
    return tuple(found)


def problems_with_start(
    valid_from: date | None, reason: str, versions: Iterable[ItemVersion]
) -> tuple[Problem, ...]:
    """Return what is wrong with when and why a version is to hold after *versions*."""
    found = [] if reason.strip() else [Problem("reason", "missing")]
    if valid_from is None:
        return (*found, Problem("valid_from", "missing"))
    latest = max((each.valid_from for each in versions), default=valid_from)
    if valid_from < latest:
        found.append(Problem("valid_from", "before-the-latest"))
    return tuple(found)


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, texts))))


def _problems_with_words(draft: ItemDraft) -> list[Problem]:
    found = []
    if len(draft.name) > LONGEST_NAME:
        found.append(Problem("name", "too-long"))
    if not draft.steps:
        found.append(Problem("steps", "missing"))
    return found


def _problems_with_codes(
    draft: ItemDraft, lines: Collection[str], affairs: Collection[str]
) -> list[Problem]:
    return [
        Problem(name, "unknown")
        for name, known in (("line", lines), ("affair", affairs))
        if getattr(draft, name) and getattr(draft, name) not in known
    ]


def _problems_with_materials(materials: tuple[Material, ...]) -> list[Problem]:
    found, seen = [], set()
    for place, material in enumerate(materials):
        field = f"materials.{place}.name"
        told = (material.name, material.when)
        if not material.name:
            found.append(Problem(field, "missing"))
        elif material.name.endswith(CATCH_ALLS):
            found.append(Problem(field, "catch-all"))
        elif told in seen:
            found.append(Problem(field, "twice"))
        seen.add(told)
        if not 1 <= material.quantity <= MOST_COPIES:
            found.append(Problem(f"materials.{place}.quantity", "out-of-range"))
    return found


def _problems_with_times(draft: ItemDraft) -> list[Problem]:
    found = [
        Problem(name, "out-of-range")
        for name in ("promised", "legal")
        if not _is_possible(getattr(draft, name))
    ]
    if found or draft.promised is None or draft.legal is None:
        return found
    # working and calendar days are compared where they meet: in the day on which they end,
    # in weeks without holidays, so that the same item is accepted on any day
    promised, legal = (
        limit.due(A_MONDAY, NO_HOLIDAYS).day for limit in (draft.promised, draft.legal)
    )
    return [Problem("promised", "longer-than-legal")] if promised > legal else []


def _is_possible(limit: TimeLimit | None) -> bool:
    return limit is None or 0 <= limit.days <= MOST_DAYS
