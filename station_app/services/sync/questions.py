"""What is open, put as questions: what is said, by whom, and whom it is about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.review import (
    DELETE,
    RESTORE,
    SUSPECT_AHEAD,
    CaseKind,
    Edit,
    ReviewOption,
    ReviewPoint,
    ValueKind,
    proposed,
)
from station_app.services.sync.review_values import kind_of, may_be_typed
from station_app.store.sync.declaration import ColumnKind
from station_app.store.sync.open_conflicts import Life

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from station_app.services.sync.review_values import ValueTeller
    from station_app.store.sync.conflicts import Sighted
    from station_app.store.sync.declaration import SyncColumn, SyncTable
    from station_app.store.sync.open_conflicts import OpenConflict
    from station_app.store.transaction import Transaction

OWNED_BY = {
    "assistance_check": "resident_id",
    "attachment": "resident_id",
    "attachment_content": "attachment_id",
    "case_file": "case_id",
    "case_file_content": "file_id",
    "certificate": "resident_id",
    "certificate_batch_member": "request_id",
    "certificate_evidence": "request_id",
    "certificate_paper": "certificate_id",
    "certificate_request": "resident_id",
    "document": "resident_id",
    "residence": "resident_id",
    "resident_tag": "resident_id",
    "seal_use": "certificate_id",
}
"""By which reference a record belongs to somebody."""

PLACES = frozenset({"grid", "estate", "building", "dwelling"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Everything that is open about one field of one record, or about its deletion."""

    table: SyncTable
    key: str
    column: SyncColumn | None
    conflicts: tuple[OpenConflict, ...]

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is about."""
        return self.conflicts[0].place

    @property
    def id(self) -> str:
        """What is another as soon as something else is said, or stands."""
        deciding = {(each.deciding.site, each.deciding.ver) for each in self.conflicts}
        told = [*sorted(each.id for each in self.conflicts), *map(str, sorted(deciding))]
        return hashlib.sha256("|".join(told).encode()).hexdigest()[:20]


def questions_in(tx: Transaction) -> list[Question]:
    """Return what is open, deletions first, then in the order of tables and columns."""
    found = sorted(tx.exchange.conflicts.all(), key=attrgetter("place"))
    asked = []
    for _, together in groupby(found, key=attrgetter("place")):
        conflicts = tuple(together)
        first = conflicts[0]
        column = None if first.is_about_life() else first.column
        asked.append(
            Question(table=first.table, key=first.key, column=column, conflicts=conflicts)
        )
    return sorted(
        asked,
        key=lambda each: (
            each.column is not None,
            each.table.number,
            each.key,
            each.column.number if each.column else 0,
        ),
    )


class Asker:
    """Words questions for a person, within one transaction."""

    def __init__(self, tx: Transaction, teller: ValueTeller) -> None:
        self._tx = tx
        self._open = tx.exchange.conflicts
        self._origins = tx.exchange.origins
        self._tables = tx.exchange.declaration.by_name
        self._teller = teller
        self._records: dict[tuple[str, str], dict[str, Any]] = {}

    def owner(self, table: SyncTable, key: str) -> tuple[CaseKind, str, str]:
        """Return whom a record belongs to: what that is, its table and its key."""
        if table.name == "resident":
            return CaseKind.PERSON, table.name, key
        if table.name in PLACES:
            return CaseKind.PLACE, table.name, key
        if table.name == "household" and (head := self._open.head_of(key)):
            return CaseKind.PERSON, "resident", head
        if column := OWNED_BY.get(table.name):
            parent = self._record(table, key).get(column)
            if parent:
                return self.owner(self._tables[table.parents[column]], parent)
        return CaseKind.TABLE, table.name, ""

    def title(self, table: str, key: str) -> str:
        """Return what somebody or something is called; nothing for a whole table."""
        record = self._record(self._tables[table], key) if key else {}
        told = self._origins.told
        if table == "building" and record:
            return f"{told(self._tables[table], 'estate_id', record['estate_id'])}{record['name']}"
        if table == "dwelling" and record:
            building = told(self._tables[table], "building_id", record["building_id"])
            return "-".join(filter(None, (building, record["unit"], record["room"])))
        return str(record.get("name", ""))

    def versions(self, question: Question) -> list[Sighted]:
        """Return the values in question that nobody has replaced who had seen them, each once."""
        sides = {
            (side.site, side.ver): side for each in question.conflicts for side in (each.a, each.b)
        }
        if question.column is not None:
            record = self._record(question.table, question.key)
            standing = question.conflicts[0].deciding
            value = record.get(question.column.name)
            sides[standing.site, standing.ver] = standing._replace(value=value)
        # a chain of three edits may leave conflicts between values that are replaced both
        last = [side for side in sides.values() if not self._open.outdone(side, sides.values())]
        different: dict[tuple[type, Any], Sighted] = {}
        for side in sorted(last, key=attrgetter("hlc", "ver")):
            # by type, too: 1 and the text "1" are two answers, of which one cannot be kept
            different[type(side.value), side.value] = side
        return list(different.values())

    def point(self, question: Question, owner: str) -> ReviewPoint:
        """Return *question* as it is put to a person."""
        table, column = question.table, question.column
        record = self._record(table, question.key)
        options = self._answers(question, owner, record)
        name = column.name if column is not None else ""
        choice = proposed(options, table=table.name, column=name)
        return ReviewPoint(
            id=question.id,
            table=table.name,
            record=question.key,
            column=name,
            kind=kind_of(table, column) if column else ValueKind.TEXT,
            options=tuple(sorted(options, key=lambda each: (not each.is_own, str(each.at)))),
            subject=self._teller.subject(table, record),
            before=self._before(question, record),
            proposed=choice,
            is_masked=column is not None and self._teller.is_masked(table, column, record),
            is_decided=self._is_decided(question),
            takes_other=column is not None and may_be_typed(table, column),
        )

    def _answers(
        self, question: Question, owner: str, record: Mapping[str, Any]
    ) -> list[ReviewOption]:
        column = question.column
        if column is None:
            return self._answers_about_life(question, owner, record)
        return [
            self._option(
                question,
                version,
                owner,
                key=key_of(version),
                text=self._teller.tell(question.table, column, version.value, record),
                stands=version.value == record.get(column.name),
            )
            for version in self.versions(question)
        ]

    def _answers_about_life(
        self, question: Question, owner: str, record: Mapping[str, Any]
    ) -> list[ReviewOption]:
        kept, gone, edits = [], [], {}
        for each in question.conflicts:
            if each.is_deletion:
                edits[each.column] = each.a.value
                kept.append(each.a)
                gone.append(each.b)
            else:
                for side in (each.a, each.b):
                    (kept if side.value is None else gone).append(side)
        is_there = self.life(question) is Life.ALIVE
        restore, delete = (
            self._option(question, max(sides, key=attrgetter("hlc")), owner, key=key, stands=so)
            for sides, key, so in ((kept, RESTORE, is_there), (gone, DELETE, not is_there))
        )
        return [replace(restore, edits=self._edits(question.table, edits, record)), delete]

    def life(self, question: Question) -> Life:
        """Return where the record of *question* is."""
        return self._open.life(question.table, question.key)

    def _record(self, table: SyncTable, key: str) -> dict[str, Any]:
        """Return what was kept of a record when it was first looked at."""
        if (table.name, key) not in self._records:
            self._records[table.name, key] = self._open.record(table, key)
        return self._records[table.name, key]

    def _edits(
        self,
        table: SyncTable,
        edits: Mapping[SyncColumn, Any],
        record: Mapping[str, Any],
    ) -> tuple[Edit, ...]:
        told = (
            Edit(
                column=column.name,
                kind=kind_of(table, column),
                text=self._teller.tell(table, column, value, record),
            )
            for column, value in sorted(edits.items(), key=lambda each: each[0].number)
            if column.kind is ColumnKind.PLAIN and value not in (None, "")
        )
        return tuple(told)

    def _option(
        self, question: Question, version: Sighted, owner: str, **told: Any
    ) -> ReviewOption:
        column = question.column.name if question.column else ""
        origin = self._origins.of(
            question.table, question.key, version, owner=owner, column=column
        )
        return ReviewOption(
            device=origin.device,
            is_own=origin.is_own,
            person=origin.person,
            at=origin.at,
            is_suspect=origin.at > self._tx.stamp.at + SUSPECT_AHEAD,
            **told,
        )

    def _before(self, question: Question, record: Mapping[str, Any]) -> str | None:
        if question.column is None:
            return None
        first = question.conflicts[0]
        found = self._origins.before(
            question.table, question.key, question.column, (first.a, first.b)
        )
        if found is None:
            return None
        return self._teller.tell_again(question.table, question.column, found, record)

    def _is_decided(self, question: Question) -> bool:
        """Whether we have decided, without having seen everything."""
        sides = {key_of(side) for each in question.conflicts for side in (each.a, each.b)}
        return any(
            not self._open.is_seen(each)
            for each in question.conflicts
            if each.deciding.site == self._open.own_site and key_of(each.deciding) not in sides
        )


def key_of(version: Sighted) -> str:
    """Return what an answer is chosen by that is *version*."""
    return f"{version.site}.{version.ver}"


def people_among(owners: Iterable[tuple[CaseKind, str, str]]) -> list[str]:
    """Return the keys of the residents among *owners*."""
    return [key for kind, _, key in owners if kind is CaseKind.PERSON]
