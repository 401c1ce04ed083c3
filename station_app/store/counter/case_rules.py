"""The rules of cases and the directory of offices: ``resources/counter``, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from station_app.domain.counter.case_rules import CaseOffice, CaseRules, Named, Result
from station_app.domain.counter.limits import MOST_DAYS, Counted, TimeLimit
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.store.data_files import Place

NamedT = TypeVar("NamedT", bound=Named)
LIMITS = ("soon", "notice", "supplement")
KINDS = frozenset({"street", "department", "community"})


def read_case_rules(rules: Path, offices: Path) -> CaseRules:
    """Return the rules in the file *rules*, with the directory in *offices*.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(rules, frozenset({*LIMITS, "stops", "results"}))
    return CaseRules(
        **{name: limit_of(head.child(name)) for name in LIMITS},
        stops=each_once(head, "stops", [named_of(place) for place in head.children("stops")]),
        results=each_once(
            head, "results", [result_of(place) for place in head.children("results")]
        ),
        offices=_read_offices(offices),
    )


def _read_offices(path: Path) -> tuple[CaseOffice, ...]:
    head = read_data_file(path, frozenset({"offices"}))
    return each_once(head, "offices", [_office(place) for place in head.children("offices")])


def each_once(head: Place, field: str, found: Sequence[NamedT]) -> tuple[NamedT, ...]:
    """Refuse a list that is empty, or has a code or a name for two things."""
    for name in ("code", "name"):
        if not found or len({getattr(each, name) for each in found}) < len(found):
            raise head.wrong(f"field {field}")
    return tuple(found)


def limit_of(place: Place) -> TimeLimit:
    """Return the time limit at *place*; one of no days is none."""
    place.only(frozenset({"days", "counted"}))
    days, counted = place.number("days"), place.text("counted")
    if not 1 <= days <= MOST_DAYS:
        raise place.wrong("field days")
    if counted not in set(Counted):
        raise place.wrong("field counted")
    return TimeLimit(days, Counted(counted))


def named_of(place: Place) -> Named:
    """Return the code and name at *place*."""
    place.only(frozenset({"code", "name"}))
    return Named(code=place.text("code"), name=place.text("name"))


def result_of(place: Place) -> Result:
    """Return the outcome at *place*."""
    place.only(frozenset({"code", "name", "needs_reason"}))
    return Result(
        code=place.text("code"),
        name=place.text("name"),
        needs_reason=place.truth("needs_reason", default=True),
    )


def _office(place: Place) -> CaseOffice:
    place.only(frozenset({"code", "kind", "name", "aliases", "phone", "verified"}))
    kind = place.text("kind")
    if kind not in KINDS:
        raise place.wrong("field kind")
    return CaseOffice(
        code=place.text("code"),
        kind=kind,
        name=place.text("name"),
        aliases=place.texts("aliases"),
        phone=place.text("phone", default=""),
        verified=place.truth("verified", default=False),
    )
