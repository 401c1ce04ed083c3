"""What bringing a roster in would do, without doing it: pure, for the dry run.

Somebody is recognised by the number of his document; without one by name,
birthday and dwelling together. What the row tells and the record does not is a
gap; what both tell differently is a conflict. What becomes of either is decided
once for each class of fields, never row by row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from station_app.domain.findings import refused
from station_app.domain.residents.households import HEAD_RELATIONS
from station_app.services.imports.vocabulary import FieldClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from station_app.services.imports.grouping import RosterHousehold
    from station_app.services.imports.known import Known
    from station_app.services.imports.person import RosterRow
    from station_app.services.imports.roster import Roster

CONTACT = frozenset({"phone", "other_phone"})
RESIDENCE = frozenset({"living_since", "living_basis", "hukou_address", "hukou_local"})
NOTHING_KNOWN = frozenset({None, "", "0"})
NEW_HOUSEHOLD = "new"


class Policy(StrEnum):
    """What becomes of people who are known already, for one class of fields."""

    KEEP = "keep"  # the record stays as it is
    FILL = "fill"  # only what the record does not tell is taken
    TAKE = "take"  # the roster is right


Policies = dict[FieldClass, Policy]
DEFAULT_POLICIES: Policies = dict.fromkeys(FieldClass, Policy.FILL)


@dataclass(slots=True, kw_only=True)
class Difference:
    """What one row tells of one class of fields that the record does not say.

    Values are columns as they lie in the store, besides ``dwelling`` and
    ``household`` (settled when written), ``document`` and ``tags``.
    """

    gaps: dict[str, Any] = field(default_factory=dict)
    conflicts: dict[str, Any] = field(default_factory=dict)

    def under(self, policy: Policy) -> dict[str, Any]:
        """Return what is to be written under *policy*."""
        if policy is Policy.KEEP:
            return {}
        return self.gaps if policy is Policy.FILL else {**self.gaps, **self.conflicts}


@dataclass(slots=True, kw_only=True)
class PlannedRow:
    """One row to be taken: of somebody new (``key`` empty), or somebody known."""

    row: RosterRow
    key: str = ""
    differences: dict[FieldClass, Difference] = field(default_factory=dict)

    def changes(self, policies: Policies) -> dict[str, Any]:
        """Return what *policies* would write of this row."""
        found: dict[str, Any] = {}
        for kind, difference in self.differences.items():
            found |= difference.under(policies[kind])
        return found


@dataclass(slots=True, kw_only=True)
class Plan:
    """All rows to be taken, and the household that each household of the roster is.

    ``households``: key of a household of the store, :data:`NEW_HOUSEHOLD`, or
    empty when none of its rows is taken.
    """

    rows: list[PlannedRow]
    households: list[str]

    def new(self) -> Iterator[PlannedRow]:
        """Yield the rows of people whom nobody knows yet."""
        return (planned for planned in self.rows if not planned.key)

    def known(self) -> Iterator[PlannedRow]:
        """Yield the rows of people who are in the store."""
        return (planned for planned in self.rows if planned.key)


def make_plan(roster: Roster, known: Known) -> Plan:
    """Return what is to be done with *roster*.

    Rows that nobody can match are refused on the way: ``in_bin``,
    ``several_in_store``, ``duplicate_in_file`` (two rows are the same person).
    """
    planned = []
    seen: dict[str, int] = {}
    for row in roster.taken():
        found = _recognise(row, known, seen)
        if found is not None:
            planned.append(PlannedRow(row=row, key=found))
    # By identity: rows are mutable, and two may be equal to the letter.
    keys = {id(each.row): each.key for each in planned}
    households = [_household(each, known, keys) for each in roster.households]
    for each in planned:
        if each.key:
            each.differences = _compare(each, known, households)
    return Plan(rows=planned, households=households)


def kept(value: object) -> object:
    """Return *value* as it lies in the store."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _recognise(row: RosterRow, known: Known, seen: dict[str, int]) -> str | None:
    """Return the known person of *row*, an empty string for a new one, or refuse it."""
    key, is_binned = known.holders.get(row.person.document_number, ("", False))
    alike = [] if key else _alike(row, known)
    if len(alike) == 1:
        key = alike[0]
    if is_binned:
        row.findings.append(refused("in_bin"))
    elif len(alike) > 1 and not row.person.document_number:
        row.findings.append(refused("several_in_store", people=len(alike)))
    elif key in seen:
        row.findings.append(refused("duplicate_in_file", row=seen[key]))
    else:
        if key:
            seen[key] = row.number
        return key
    return None


def _alike(row: RosterRow, known: Known) -> list[str]:
    """Return who may be the person of *row*, no number telling: those without one first."""
    alike = known.alike.get(row.person.likeness(), ())
    without = [key for key, has_document in alike if not has_document]
    if without or row.person.document_number:
        return without
    return [key for key, _ in alike]


def _household(household: RosterHousehold, known: Known, keys: Mapping[int, str]) -> str:
    """Return the household of the store that *household* of the roster is."""
    taken = [row for row in household.rows if id(row) in keys]
    if not taken:
        return ""
    heads = [row for row in taken if row.person.relation in HEAD_RELATIONS]
    for row in [*heads, *taken]:
        found = known.people.get(keys[id(row)], {}).get("household_id")
        if found:
            return str(found)
    dwelling = known.places.dwelling((heads or taken)[0].person.address.parts)
    return _living_at(
        known.households_at.get(dwelling, ()), household.number, has_head=bool(heads)
    )


def _living_at(living: Sequence[tuple[str, str]], number: str, *, has_head: bool) -> str:
    """Return the household of a dwelling that strangers to us are: by number, or joining."""
    if not number and has_head:
        return NEW_HOUSEHOLD
    fitting = [key for key, borne in living if not number or borne == number]
    return fitting[0] if len(fitting) == 1 else NEW_HOUSEHOLD


def _compare(
    planned: PlannedRow, known: Known, households: Sequence[str]
) -> dict[FieldClass, Difference]:
    """Return what the row tells that the record of the same person does not.

    Where somebody lives who has died or left is not for a roster to say.
    """
    record = known.people[planned.key]
    found = {kind: Difference() for kind in FieldClass}
    for column, value in planned.row.person.values.items():
        _note(found[_class_of(column)], column, record[column], kept(value))
    _compare_documents(found[FieldClass.PARTICULARS], planned, known)
    _compare_tags(found[FieldClass.TAGS], planned, known)
    former = known.addresses.get(record["dwelling_id"] or "", "")
    _note(found[FieldClass.ADDRESS], "dwelling", former, planned.row.person.living)
    _compare_household(found[FieldClass.HOUSEHOLD], planned, record, households)
    # A roster is older than the news of a death or a move.
    if record["died_on"] or not record["lives_here"]:
        found[FieldClass.ADDRESS] = found[FieldClass.HOUSEHOLD] = Difference()
    return {kind: each for kind, each in found.items() if each.gaps or each.conflicts}


def _note(difference: Difference, column: str, former: object, latter: object) -> None:
    if latter in NOTHING_KNOWN or former == latter:
        return
    kind = difference.gaps if former in NOTHING_KNOWN else difference.conflicts
    kind[column] = latter


def _compare_documents(difference: Difference, planned: PlannedRow, known: Known) -> None:
    person = planned.row.person
    held = known.documents.get(planned.key, [])
    if person.document_number and (person.document_kind, person.document_number) not in held:
        difference.gaps["document"] = (person.document_kind, person.document_number)


def _compare_tags(difference: Difference, planned: PlannedRow, known: Known) -> None:
    """Note the tags to be added; an ended one comes back only when the roster is right."""
    held = known.tags.get(planned.key, {})
    missing = tuple(code for code in planned.row.person.tags if code not in held)
    if missing:
        difference.gaps["tags"] = missing
    ended = tuple(code for code in planned.row.person.tags if held.get(code))
    if ended:
        difference.conflicts["tags"] = missing + ended


def _compare_household(
    difference: Difference,
    planned: PlannedRow,
    record: Mapping[str, Any],
    households: Sequence[str],
) -> None:
    row = planned.row
    if row.household >= 0 and (target := households[row.household]):
        former = record["household_id"]
        if former is None:
            difference.gaps["household"] = row.household
        elif former != target:
            difference.conflicts["household"] = row.household
    relation = row.person.relation
    if not {relation, record["relation"]} <= HEAD_RELATIONS:
        _note(difference, "relation", record["relation"], relation)


def _class_of(column: str) -> FieldClass:
    if column in CONTACT:
        return FieldClass.CONTACT
    return FieldClass.ADDRESS if column in RESIDENCE else FieldClass.PARTICULARS
