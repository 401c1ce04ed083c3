"""What the pre-check of 低保 goes by: ``resources/counter/assistance.json``, read and checked."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from station_app.domain.counter.assistance.clock import DAYS
from station_app.domain.counter.assistance.members import Tie, Work
from station_app.domain.counter.assistance.papers import OF_ASSETS, WHENS
from station_app.domain.counter.assistance.rules import (
    AssetKind,
    AssetLimit,
    AssistanceRules,
    Counts,
    DeductionKind,
    Ground,
    Group,
    IncomeKind,
    Measure,
    PaperKind,
    Standard,
    Step,
    Unit,
)
from station_app.domain.counter.limits import MOST_DAYS, Counted, TimeLimit
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from enum import StrEnum
    from pathlib import Path

    from station_app.domain.codes import CodeTable
    from station_app.store.data_files import Place

    CodeT = TypeVar("CodeT", bound=StrEnum)
    Found = TypeVar("Found")

PARTS = ("grounds", "standards", "incomes", "deductions", "assets", "limits", "steps", "papers")
FIELDS = frozenset({*PARTS, "edge_percent", "ground", "relations", "occupations"})
WHOLE = 100


def read_assistance(
    path: Path, *, relations: CodeTable, occupations: CodeTable
) -> AssistanceRules:
    """Return the rules in *path*.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, FIELDS)
    edge = head.number("edge_percent")
    if edge <= WHOLE:
        raise head.wrong("field edge_percent")
    grounds = _by_code(head, "grounds", _ground)
    assets = _by_code(head, "assets", _asset)
    incomes, deductions = _by_code(head, "incomes", _income), _by_code(head, "deductions", _burden)
    limits, steps = _by_code(head, "limits", _limit), _by_code(head, "steps", _step)
    papers = _by_code(head, "papers", _paper)
    used = [each.ground for part in (incomes, deductions, limits, steps) for each in part.values()]
    _check(head, "ground", {head.text("ground"), *used}, grounds)
    _check(head, "kinds", {kind for each in limits.values() for kind in each.kinds}, assets)
    _check_order(head, tuple(steps.values()))
    _check(
        head,
        "when",
        {each.when for each in papers.values()},
        WHENS | {f"{OF_ASSETS}{code}" for code in assets},
    )
    return AssistanceRules(
        edge=Fraction(edge, WHOLE),
        ground=head.text("ground"),
        grounds=grounds,
        standards=_standards(head),
        incomes=incomes,
        deductions=deductions,
        assets=assets,
        limits=tuple(limits.values()),
        steps=tuple(steps.values()),
        papers=tuple(papers.values()),
        relations=_meanings(head.child("relations"), Tie, relations),
        occupations=_meanings(head.child("occupations"), Work, occupations),
    )


def _by_code(head: Place, part: str, read: Callable[[Place, str], Found]) -> Mapping[str, Found]:
    found: dict[str, Found] = {}
    for place in head.children(part):
        code = place.text("code")
        if code in found:
            raise place.wrong("field code: twice")
        found[code] = read(place, code)
    if not found:
        raise head.wrong(f"no {part}")
    return found


def _check(head: Place, what: str, used: Collection[str], known: Collection[str]) -> None:
    if unknown := sorted(set(used) - set(known)):
        raise head.wrong(f"{what} {unknown[0]} is unknown")


def _check_order(head: Place, steps: tuple[Step, ...]) -> None:
    """Refuse a step that begins with one which comes later, or with none."""
    known = set(DAYS)
    for step in steps:
        _check(head, "after", {step.after}, known)
        known.add(step.code)


def _code(place: Place, field: str, kind: type[CodeT]) -> CodeT:
    told = place.text(field)
    if told not in set(kind):
        raise place.wrong(f"field {field}")
    return kind(told)


def _positive(place: Place, field: str, *, least: int = 1) -> int:
    number = place.number(field)
    if number < least:
        raise place.wrong(f"field {field}")
    return number


def _ground(place: Place, code: str) -> Ground:
    place.only(frozenset({"code", "document", "number", "verified"}))
    return Ground(
        code=code,
        document=place.text("document"),
        number=place.text("number", default=""),
        verified=place.truth("verified", default=False),
    )


def _standards(head: Place) -> tuple[Standard, ...]:
    fields = frozenset({"area", "name", "fen", "valid_from", "valid_to", "source", "verified"})
    found: list[Standard] = []
    for place in head.children("standards"):
        place.only(fields)
        start, end = place.day("valid_from"), place.day("valid_to")
        if start is None or (end is not None and end < start):
            raise place.wrong("field valid_from")
        each = Standard(
            area=place.text("area"),
            name=place.text("name"),
            fen=_positive(place, "fen"),
            valid_from=start,
            valid_to=end,
            source=place.text("source"),
            verified=place.truth("verified", default=False),
        )
        if (each.area, start) in {(other.area, other.valid_from) for other in found}:
            raise place.wrong("field valid_from: twice")
        found.append(each)
    return tuple(found)


def _income(place: Place, code: str) -> IncomeKind:
    place.only(frozenset({"code", "name", "group", "counts", "ground", "valid_to"}))
    return IncomeKind(
        code=code,
        name=place.text("name"),
        group=_code(place, "group", Group),
        counts=_code(place, "counts", Counts),
        ground=place.text("ground"),
        valid_to=place.day("valid_to"),
    )


def _burden(place: Place, code: str) -> DeductionKind:
    place.only(frozenset({"code", "name", "ground"}))
    return DeductionKind(code=code, name=place.text("name"), ground=place.text("ground"))


def _asset(place: Place, code: str) -> AssetKind:
    place.only(frozenset({"code", "name", "unit"}))
    return AssetKind(code=code, name=place.text("name"), unit=_code(place, "unit", Unit))


def _limit(place: Place, code: str) -> AssetLimit:
    fields = {"code", "name", "kinds", "measure", "most", "verified", "ground"}
    place.only(frozenset(fields))
    if not place.texts("kinds"):
        raise place.wrong("field kinds")
    return AssetLimit(
        code=code,
        name=place.text("name"),
        kinds=place.texts("kinds"),
        measure=_code(place, "measure", Measure),
        most=_positive(place, "most", least=0),
        verified=place.truth("verified", default=False),
        ground=place.text("ground"),
    )


def _step(place: Place, code: str) -> Step:
    fields = {"code", "name", "after", "days", "counted", "ground", "is_special"}
    place.only(frozenset(fields))
    days = _positive(place, "days")
    if days > MOST_DAYS:
        raise place.wrong("field days")
    is_bound = "is_special" in place.values
    return Step(
        code=code,
        name=place.text("name"),
        after=place.text("after"),
        limit=TimeLimit(days, _code(place, "counted", Counted)),
        ground=place.text("ground"),
        is_special=place.truth("is_special", default=False) if is_bound else None,
    )


def _paper(place: Place, code: str) -> PaperKind:
    place.only(frozenset({"code", "name", "when"}))
    return PaperKind(code=code, name=place.text("name"), when=place.text("when"))


def _meanings(place: Place, kind: type[CodeT], table: CodeTable) -> Mapping[str, CodeT]:
    """Return what the codes of *table* mean, each one thing at most."""
    place.only(frozenset(each.value for each in kind if each.value))
    known = {entry.code for entry in table.entries}
    found: dict[str, CodeT] = {}
    for meaning in place.values:
        for code in place.texts(meaning):
            if code not in known or code in found:
                raise place.wrong(f"field {meaning}: {code}")
            found[code] = kind(meaning)
    return found
