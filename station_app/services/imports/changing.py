"""What an import changes of people the store knows, with what they were before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.residents.households import HEAD_RELATIONS
from station_app.domain.residents.standing import standing_of_record
from station_app.domain.search.entries import entry_of_person
from station_app.store.batches import Item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.search.entries import SearchEntry
    from station_app.services.imports.known import Known
    from station_app.services.imports.plan import PlannedRow
    from station_app.services.imports.settling import Settlement
    from station_app.services.imports.sheaf import Sheaf
    from station_app.services.pinyin import PinyinReader, Readings
    from station_app.store.transaction import Transaction

ACT = "imported"
OTHER_THAN_COLUMNS = frozenset({"dwelling", "household", "document", "tags"})


class Changes:
    """Changes people one by one, keeping record, history, batch and index in step."""

    def __init__(
        self,
        tx: Transaction,
        *,
        known: Known,
        settlement: Settlement,
        sheaf: Sheaf,
        pinyin: PinyinReader,
        households: Sequence[str],
    ) -> None:
        self._tx = tx
        self._known = known
        self._settlement = settlement
        self._sheaf = sheaf
        self._pinyin = pinyin
        self._households = households
        self._moved: set[str] = set()

    def carry_out(self, planned: PlannedRow, change: Mapping[str, Any]) -> None:
        """Write *change* (of :class:`..plan.Difference`) into the record of a known person."""
        key = planned.key
        record = self._known.people[key]
        documents = list(self._known.documents.get(key, ()))
        values = self._columns(planned, change)
        if "document" in change:
            self._add_document(key, change["document"], documents)
        for code in change.get("tags", ()):
            made = self._sheaf.add_tag(key, code)
            # Listed, unlike those of new people: these do not go with their owner on an undo.
            self._sheaf.items.append(Item("resident_tag", made, 1, {}))
        after = {**record, **values}
        values["name_key"] = self._readings(after).sort_key
        values["standing"] = standing_of_record(after, (kind for kind, _ in documents))
        self._tx.intake.change("resident", record, values)
        self._sheaf.items.append(Item("resident", key, record["version"] + 1, record))
        if "dwelling" in change:
            self._move_household(planned, record["household_id"], values["dwelling_id"])
        self._tell(planned, change, record)
        self._tx.search.replace(self._entry(after, planned, change, documents))

    def _columns(self, planned: PlannedRow, change: Mapping[str, Any]) -> dict[str, Any]:
        values = {
            column: value for column, value in change.items() if column not in OTHER_THAN_COLUMNS
        }
        if "dwelling" in change:
            parts = planned.row.person.address.parts
            values["dwelling_id"] = self._settlement.dwelling(parts)
        if "household" in change:
            values["household_id"] = self._households[change["household"]]
        return values

    def _move_household(
        self, planned: PlannedRow, household: str | None, dwelling: str | None
    ) -> None:
        """Let a household live where its head now lives."""
        former = self._known.households.get(household or "")
        if former is None or planned.row.person.relation not in HEAD_RELATIONS:
            return
        if former["id"] not in self._moved and former["dwelling_id"] != dwelling:
            self._moved.add(former["id"])
            self._tx.intake.change("household", former, {"dwelling_id": dwelling})
            self._sheaf.items.append(
                Item("household", former["id"], former["version"] + 1, former)
            )

    def _add_document(
        self, key: str, document: tuple[str, str], held: list[tuple[str, str]]
    ) -> None:
        kind, number = document
        made = self._sheaf.add_document(key, kind, number, is_primary=not held)
        self._sheaf.items.append(Item("document", made, 1, {}))
        held.append((kind, number))

    def _tell(
        self, planned: PlannedRow, change: Mapping[str, Any], record: Mapping[str, Any]
    ) -> None:
        key, households = planned.key, self._known.households
        # The former record as it stood for the clerk: addresses and numbers, not keys.
        former = {
            **record,
            "dwelling": self._known.addresses.get(record["dwelling_id"] or "", ""),
            "household": households.get(record["household_id"] or "", {}).get("number"),
        }
        latter = {
            **change,
            "household": planned.row.person.household_number,
            "document": " ".join(change.get("document", ())),
            "tags": "、".join(change.get("tags", ())),
        }
        names = {"dwelling": "dwelling_id", "household": "household_id", "document": "documents"}
        for column in change:
            before, after = former.get(column), latter[column]
            self._sheaf.tell(
                key, ACT, field=names.get(column, column), change=(_told(before), _told(after))
            )

    def _entry(
        self,
        after: Mapping[str, Any],
        planned: PlannedRow,
        change: Mapping[str, Any],
        documents: Sequence[tuple[str, str]],
    ) -> SearchEntry:
        address = self._known.addresses.get(after["dwelling_id"] or "", "")
        return entry_of_person(
            after,
            seq=after["seq"],
            key=planned.key,
            readings=self._readings(after).full,
            numbers=(number for _, number in documents),
            address=change.get("dwelling", address),
        )

    def _readings(self, record: Mapping[str, Any]) -> Readings:
        return self._pinyin.readings(record["name"], record["pinyin"])


def _told(value: object) -> str:
    return "" if value is None else str(value)
