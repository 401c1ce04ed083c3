"""What follows from records that came by file: addresses, standing, order of names, the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.residents.standing import standing_of_record
from station_app.domain.search.entries import Kind, entry_of_person
from station_app.services.counter.case_finding import CaseIndexer
from station_app.services.counter.task_finding import TaskIndexer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.search.entries import SearchEntry
    from station_app.services.pinyin import PinyinReader
    from station_app.store.sync.merging import Merged
    from station_app.store.transaction import Transaction

KINDS = {
    "household": Kind.HOUSEHOLD,
    "dwelling": Kind.DWELLING,
    "certificate": Kind.CERTIFICATE,
}
PEOPLE, CASES, ORDERS = "resident", "window_case", "case_order"
TASKS = "task"
APART = {PEOPLE: Kind.RESIDENT, CASES: Kind.CASE, TASKS: Kind.TASK}


class Deriver:
    """Brings what is derived in step with what was merged, within one transaction."""

    def __init__(self, tx: Transaction, pinyin: PinyinReader) -> None:
        self._tx = tx
        self._upkeep = tx.exchange.upkeep
        self._pinyin = pinyin

    def renew(self, merged: Merged) -> None:
        """Renew what follows from the rows that *merged* touched and removed."""
        # by the former line numbers, before returned rows are entered with new ones
        self._forget(merged)
        touched = merged.touched
        rendered = self._upkeep.render_dwellings(
            touched.get("dwelling", ()), touched.get("building", ()), touched.get("estate", ())
        )
        # a paper that goes may have been what made its owner a foreigner
        gone = [each.key for each in merged.removed if each.table == "document"]
        people = self._upkeep.people_of(
            [*touched.get("document", ()), *gone], rendered, touched.get(PEOPLE, ())
        )
        self._renew_people(people)
        for table, kind in KINDS.items():
            keys = {*touched.get(table, ()), *(rendered if kind is Kind.DWELLING else ())}
            if keys:
                self._tx.found.renew(kind, keys)
        # an order is kept under the key of its case
        if cases := {*touched.get(CASES, ()), *touched.get(ORDERS, ())}:
            CaseIndexer(self._pinyin.readings).renew(self._tx, cases)
        if tasks := touched.get(TASKS, ()):
            TaskIndexer(self._pinyin.readings).renew(self._tx, tasks)

    def _forget(self, merged: Merged) -> None:
        for table, kind in {**APART, **KINDS}.items():
            lines = [
                each.line
                for each in merged.removed
                if each.table == table and each.line is not None
            ]
            self._tx.search.remove_many(lines, kind)

    def _renew_people(self, keys: Sequence[str]) -> None:
        people = self._upkeep.people(keys)
        documents = self._upkeep.documents(keys)
        derived, entries, binned = [], [], []
        for person in people:
            papers = documents.get(person["id"], [])
            readings = self._pinyin.readings(person["name"], person["pinyin"])
            standing = standing_of_record(person, (kind for kind, _ in papers)).value
            if (person["name_key"], person["standing"]) != (readings.sort_key, standing):
                derived.append((readings.sort_key, standing, person["id"]))
            if person["deleted_at"] is None:
                entries.append(_entry(person, readings.full, [number for _, number in papers]))
            else:
                binned.append(person["seq"])
        self._upkeep.keep_derived(derived)
        self._tx.search.remove_many(binned)
        self._tx.search.renew_many(entries)


def _entry(
    person: Mapping[str, Any], readings: tuple[str, ...], numbers: Sequence[str]
) -> SearchEntry:
    return entry_of_person(
        person,
        seq=person["seq"],
        key=person["id"],
        readings=readings,
        numbers=numbers,
        address=person["address"],
    )
