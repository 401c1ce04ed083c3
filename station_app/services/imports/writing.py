"""Carrying a plan out: places, households, people, all in the one transaction given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from station_app.domain.keys import new_key
from station_app.domain.residents.standing import standing_of_record
from station_app.domain.search.entries import entry_of_person
from station_app.services.imports.changing import Changes
from station_app.services.imports.plan import kept
from station_app.services.imports.settling import Settlement
from station_app.services.imports.sheaf import Sheaf
from station_app.store.batches import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.domain.search.entries import SearchEntry
    from station_app.services.imports.known import Known
    from station_app.services.imports.plan import Plan, PlannedRow, Policies
    from station_app.services.imports.roster import Roster
    from station_app.services.pinyin import PinyinReader
    from station_app.services.progress import Progress
    from station_app.store.transaction import Transaction

STEP = 1000
TEXTS = (
    "former_name", "pinyin", "ethnicity", "education", "politics", "marital", "occupation",
    "health", "employer", "phone", "other_phone", "note", "living_basis", "hukou_address",
)  # fmt: skip
UNTOLD = (
    "living_proof", "hukou_kind", "hukou_number", "left_to", "verified_how", "verified_by",
    "verified_note",
)  # fmt: skip
COLUMNS = (
    "seq", "id", "name", "name_key", "sex", "born", "household_id", "relation", "dwelling_id",
    "lives_here", "living_since", "hukou_local", "standing", *TEXTS, *UNTOLD,
)  # fmt: skip
NOTHING_TOLD = ("",) * len(UNTOLD)


@dataclass(slots=True)
class Written:
    """What carrying out a plan has done; ``items`` are the records it touched."""

    added: int = 0
    changed: int = 0
    items: list[Item] = field(default_factory=list)


class PlanWriter:
    """Writes one plan into one transaction."""

    def __init__(
        self, tx: Transaction, roster: Roster, plan: Plan, known: Known, pinyin: PinyinReader
    ) -> None:
        self._tx = tx
        self._roster = roster
        self._plan = plan
        self._known = known
        self._pinyin = pinyin
        self._settlement = Settlement(tx, known.places)
        self._sheaf = Sheaf()
        self._households: list[str] = []
        self._entries: list[SearchEntry] = []

    def write(self, policies: Policies, progress: Progress) -> Written:
        """Write new people, and what *policies* let change of known ones.

        Stops where *progress* says so, by the error it raises: the transaction is
        then to be given up.
        """
        new = list(self._plan.new())
        told = [(each, each.changes(policies)) for each in self._plan.known()]
        changes = [(each, change) for each, change in told if change]
        total = 2 * len(new) + len(changes)
        # Places and households before people, people before what refers to them.
        self._settle(new, changes)
        self._add(new, progress, total)
        self._change(changes, progress, len(new), total)
        self._sheaf.hand_over(self._tx)
        self._tx.search.index_people(self._counted(progress, total))
        items = [*self._settlement.items, *self._sheaf.items]
        return Written(added=len(new), changed=len(changes), items=items)

    def _settle(
        self, new: Sequence[PlannedRow], changes: Sequence[tuple[PlannedRow, dict[str, Any]]]
    ) -> None:
        moving = [each for each, change in changes if "dwelling" in change]
        wanted = {each.row.person.address.parts for each in (*new, *moving)}
        used = {each.row.household for each in new}
        used |= {change["household"] for _, change in changes if "household" in change}
        self._settlement.make_places(wanted)
        self._households = self._settlement.make_households(
            self._roster.households, self._plan.households, used - {-1}
        )

    def _add(self, new: Sequence[PlannedRow], progress: Progress, total: int) -> None:
        line = self._tx.intake.next_line()
        for start in range(0, len(new), STEP):
            progress.step(start, total, "writing")
            block = new[start : start + STEP]
            rows = [
                self._person(planned, place) for place, planned in enumerate(block, line + start)
            ]
            self._tx.intake.add("resident", COLUMNS, rows)

    def _person(self, planned: PlannedRow, line: int) -> tuple[object, ...]:
        person, key = planned.row.person, new_key()
        values = person.values
        readings = self._pinyin.readings(person.name, str(values.get("pinyin", "")))
        self._give(key, planned)
        self._entries.append(self._entry(planned, key, line, readings.full))
        household = planned.row.household
        return (
            line,
            key,
            person.name,
            readings.sort_key,
            values.get("sex", "0"),
            kept(values.get("born")),
            self._households[household] if household >= 0 else None,
            person.relation,
            self._settlement.dwelling(person.address.parts),
            1,
            kept(values.get("living_since")),
            kept(values.get("hukou_local")),
            standing_of_record(values, (person.document_kind,)),
            *[values.get(column, "") for column in TEXTS],
            *NOTHING_TOLD,
        )

    def _give(self, key: str, planned: PlannedRow) -> None:
        """Give a new person what belongs to him."""
        person, sheaf = planned.row.person, self._sheaf
        sheaf.items.append(Item("resident", key, 1, {}))
        sheaf.tell(key, "registered")
        if person.document_number:
            sheaf.add_document(key, person.document_kind, person.document_number, is_primary=True)
        for code in person.tags:
            sheaf.add_tag(key, code)

    def _entry(
        self, planned: PlannedRow, key: str, line: int, readings: tuple[str, ...]
    ) -> SearchEntry:
        person = planned.row.person
        return entry_of_person(
            {**person.values, "name": person.name},
            seq=line,
            key=key,
            readings=readings,
            numbers=filter(None, (person.document_number,)),
            address=person.living,
        )

    def _change(
        self,
        changes: Sequence[tuple[PlannedRow, dict[str, Any]]],
        progress: Progress,
        done: int,
        total: int,
    ) -> None:
        changing = Changes(
            self._tx,
            known=self._known,
            settlement=self._settlement,
            sheaf=self._sheaf,
            pinyin=self._pinyin,
            households=self._households,
        )
        for place, (planned, change) in enumerate(changes):
            if place % STEP == 0:
                progress.step(done + place, total, "writing")
            changing.carry_out(planned, change)

    def _counted(self, progress: Progress, total: int) -> Iterator[SearchEntry]:
        """Yield what new people are found by, telling how far the index has come."""
        start = total - len(self._entries)
        for place, entry in enumerate(self._entries):
            if place % STEP == 0:
                progress.step(start + place, total, "indexing")
            yield entry
