"""A pre-check as plain values, to be kept and exchanged, and back.

Reading is total: what another version of the program has written, or left out, never keeps
a check from being read.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from station_app.domain.counter.assistance.checks import MOST_LEVEL
from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.members import (
    Amount,
    Away,
    Dependence,
    Member,
    Per,
    Tie,
    Work,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reader = Callable[[object], Any]

CodeT = TypeVar("CodeT", bound=StrEnum)
LARGEST = 2**53
"""What every program that reads JSON takes for the same number."""


def text_of_check(draft: CheckDraft) -> str:
    """Return *draft* as text; the same draft always gives the same."""
    return json.dumps(_plain(draft), ensure_ascii=False, sort_keys=True)


def check_from_text(text: str) -> CheckDraft:
    """Return the draft kept as *text*; what cannot be read of it is as if it were not told."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        values = {}
    return CheckDraft(**_read(values, CHECK))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _read(values: object, readers: Mapping[str, Reader]) -> dict[str, Any]:
    told = values if isinstance(values, dict) else {}
    return {name: read(told.get(name)) for name, read in readers.items()}


def _text(value: object) -> str:
    # halves of characters cannot be kept, and come from nobody's keyboard
    is_whole = isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)
    return str(value) if is_whole else ""


def _number(value: object) -> int:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return value if is_whole and isinstance(value, int) and 0 <= value <= LARGEST else 0


def _level(value: object) -> int:
    number = _number(value)
    return number if number <= MOST_LEVEL else 0


def _truth(value: object) -> bool:
    return value is True


def _told(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _code(kind: type[CodeT], default: CodeT) -> Callable[[object], CodeT]:
    def read(value: object) -> CodeT:
        return kind(value) if isinstance(value, str) and value in set(kind) else default

    return read


def _rows(make: Callable[..., Any], readers: Mapping[str, Reader]) -> Reader:
    def read(values: object) -> tuple[Any, ...]:
        listed = values if isinstance(values, list) else []
        return tuple(make(**_read(each, readers)) for each in listed)

    return read


AMOUNT: Mapping[str, Reader] = {
    "kind": _text,
    "fen": _number,
    "per": _code(Per, Per.MONTH),
    "is_proved": _truth,
}
MEMBER: Mapping[str, Reader] = {
    "name": _text,
    "resident_id": _text,
    "tie": _code(Tie, Tie.UNKNOWN),
    "born": _day,
    "lives_along": _told,
    "dependence": _code(Dependence, Dependence.UNKNOWN),
    "away": _code(Away, Away.NO),
    "work": _code(Work, Work.UNKNOWN),
    "disability": _text,
    "level": _level,
    "is_seriously_ill": _truth,
    "health": _text,
    "incomes": _rows(Amount, AMOUNT),
    "deductions": _rows(Amount, AMOUNT),
    "incomes_told": _truth,
}
ASSET: Mapping[str, Reader] = {"kind": _text, "amount": _number, "is_needed": _truth}
CHECK: Mapping[str, Reader] = {
    "received_on": _day,
    "accepted_on": _day,
    "published_on": _day,
    "is_special": _truth,
    "area": _text,
    "standard": _number,
    "standard_source": _text,
    "is_registered_here": _told,
    "has_staff_relative": _told,
    "is_authorised": _truth,
    "members": _rows(Member, MEMBER),
    "assets": _rows(Asset, ASSET),
    "assets_told": _truth,
    "note": _text,
}
