"""The records found as themselves: dwellings, households, certificates.

What such a record is found by stands in the record alone, so it is read from
there; whoever writes one only says which. People need their readings, and are
handed in by those who register them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from station_app.domain.certificates import State
from station_app.domain.residents.households import HEAD_RELATIONS
from station_app.domain.search.entries import (
    Kind,
    entry_of_certificate,
    entry_of_dwelling,
    entry_of_household,
)
from station_app.store.access.scope import ALL
from station_app.store.search.index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from station_app.domain.search.entries import SearchEntry
    from station_app.domain.search.hits import Hit
    from station_app.store.access.scope import Scope

TABLES: Final[Mapping[Kind, str]] = {
    Kind.DWELLING: "dwelling",
    Kind.HOUSEHOLD: "household",
    Kind.CERTIFICATE: "certificate",
}
# A household without a number has nothing to be found by but its people and its dwelling.
FOUND: Final = {
    Kind.DWELLING: "SELECT seq, id AS key, text FROM dwelling WHERE deleted_at IS NULL",
    Kind.HOUSEHOLD: (
        "SELECT seq, id AS key, number FROM household WHERE deleted_at IS NULL AND number <> ''"
    ),
    Kind.CERTIFICATE: (
        "SELECT seq, id AS key, number, year, serial, holder FROM certificate"
        " WHERE deleted_at IS NULL"
    ),
}
ENTRIES: Final[Mapping[Kind, Callable[..., SearchEntry]]] = {
    Kind.DWELLING: entry_of_dwelling,
    Kind.HOUSEHOLD: entry_of_household,
    Kind.CERTIFICATE: entry_of_certificate,
}
CASES: Final = (
    "SELECT seq, id, number, applicant, item, version_id, deleted_at IS NOT NULL,"
    " coalesce((SELECT source_number FROM case_order WHERE case_order.id = window_case.id), '')"
    " FROM window_case WHERE id IN (SELECT value FROM json_each(?))"
)
FINDABLE_CASES: Final = "SELECT count(*) FROM window_case WHERE deleted_at IS NULL"
TASKS: Final = (
    "SELECT seq, id, name, department, approval_no, document, deleted_at IS NOT NULL FROM task"
    " WHERE id IN (SELECT value FROM json_each(?))"
)
FINDABLE_TASKS: Final = "SELECT count(*) FROM task WHERE deleted_at IS NULL"
EVERY_TASK: Final = "SELECT id FROM task"
AMONG: Final = " AND id IN (SELECT value FROM json_each(?))"
LIVING: Final = (
    " AND resident.dwelling_id IN (SELECT dwelling.id FROM building"
    " JOIN dwelling ON dwelling.building_id = building.id"
    " WHERE building.grid_id IN (SELECT value FROM json_each(?)))"
)
HOMES: Final = (
    "SELECT household.id, coalesce(dwelling.text, ''), coalesce(resident.name, '')"
    " FROM json_each(?) JOIN household ON household.id = value"
    " LEFT JOIN dwelling ON dwelling.id = household.dwelling_id"
    " LEFT JOIN resident ON resident.household_id = household.id"
    " AND resident.deleted_at IS NULL"
    " AND resident.relation IN (SELECT value FROM json_each(?)){}"
    " ORDER BY resident.seq DESC"
)
VOIDS: Final = (
    "SELECT id FROM certificate WHERE state = ? AND id IN (SELECT value FROM json_each(?))"
)


class CaseFound(NamedTuple):
    """What stands in a case that it is found by, or told with."""

    seq: int
    key: str
    number: str
    applicant: str
    item: str
    version_id: str
    is_binned: bool
    ordered_as: str


class TaskFound(NamedTuple):
    """What stands in a task from above that it is found by."""

    seq: int
    key: str
    name: str
    sender: str
    approval_no: str
    document: str
    is_binned: bool


class FoundRecords:
    """Keeps the index in step with the records of three kinds, within one transaction.

    Of a household its head is told as far as *scope* lets him be seen.
    """

    def __init__(self, session: Session, scope: Scope = ALL) -> None:
        self._session = session
        self._scope = scope
        self._index = SearchIndex(session)

    def renew(self, kind: Kind, keys: Collection[str]) -> None:
        """Let the records *keys* be found by what now stands in them, if they still stand."""
        sql = f"SELECT seq FROM {TABLES[kind]} WHERE 1{AMONG}"  # noqa: S608 - our own tables
        listed = json.dumps(list(keys))
        self._index.remove_many((seq for (seq,) in self._ask(sql, listed)), kind)
        rows = self._session.connection().exec_driver_sql(FOUND[kind] + AMONG, (listed,))
        self._index.index_people(ENTRIES[kind](**row) for row in rows.mappings())

    def counts(self) -> dict[Kind, int]:
        """Return how many records of each kind there are to be found."""
        counts = {
            kind: self._ask(f"SELECT count(*) FROM ({sql})")[0][0]  # noqa: S608 - our own words
            for kind, sql in FOUND.items()
        }
        apart = {Kind.CASE: self._ask(FINDABLE_CASES)[0][0], Kind.TASK: self.count_of_tasks()}
        return {**counts, **apart}

    def count_of_tasks(self) -> int:
        """Return how many tasks from above there are to be found."""
        return int(self._ask(FINDABLE_TASKS)[0][0])

    def tasks(self, keys: Collection[str]) -> list[TaskFound]:
        """Return the tasks *keys*, also those in the bin."""
        return [TaskFound(*row) for row in self._ask(TASKS, json.dumps(list(keys)))]

    def every_task(self) -> list[str]:
        """Return the keys of all tasks."""
        return [key for (key,) in self._ask(EVERY_TASK)]

    def cases(self, keys: Collection[str]) -> list[CaseFound]:
        """Return the cases *keys*, also those in the bin, whoever may see them."""
        return [CaseFound(*row) for row in self._ask(CASES, json.dumps(list(keys)))]

    def completed(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return *hits* with what is told of households, papers and cases as it stands now."""
        households = [hit.key for hit in hits if hit.kind is Kind.HOUSEHOLD]
        papers = [hit.key for hit in hits if hit.kind is Kind.CERTIFICATE]
        homes, voids = self._homes(households), self._voids(papers)
        begun = [hit.key for hit in hits if hit.kind is Kind.CASE]
        cases = {each.key: each for each in (self.cases(begun) if begun else ())}
        told: dict[str, dict[str, Any]] = {
            **{key: {"subtitle": home[0], "head": home[1]} for key, home in homes.items()},
            **{key: {"is_void": True} for key in voids},
            **{key: {"subtitle": each.item, "head": each.number} for key, each in cases.items()},
        }
        return [replace(hit, **told.get(hit.key, {})) for hit in hits]

    def _homes(self, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return the address and the head of each of the households *keys*."""
        if not keys:
            return {}
        values = (json.dumps(keys), json.dumps(sorted(HEAD_RELATIONS)))
        if self._scope.is_limited:
            rows = self._ask(HOMES.format(LIVING), *values, self._scope.told())
        else:
            rows = self._ask(HOMES.format(""), *values)
        return {key: (address, head) for key, address, head in rows}

    def _voids(self, keys: Sequence[str]) -> set[str]:
        """Return which of the certificates *keys* are void."""
        if not keys:
            return set()
        return {key for (key,) in self._ask(VOIDS, State.VOID.value, json.dumps(keys))}

    def _ask(self, sql: str, *values: str) -> list[Any]:
        return list(self._session.connection().exec_driver_sql(sql, values))
