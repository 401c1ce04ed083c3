"""Filling a station with invented people, so that it can be tried out and measured."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.identity.documents import Document
from station_app.domain.keys import new_key
from station_app.domain.places import GridDraft, GridId
from station_app.domain.residents.people import Period, ResidentDraft
from station_app.domain.residents.standing import standing_of_record
from station_app.domain.search.entries import Kind, entry_of_person
from station_app.services.demo.people import households
from station_app.services.demo.rights import DemoRights
from station_app.services.demo.words import load_words
from station_app.services.permissions import needs
from station_app.services.progress import Silence
from station_app.store.filling import Filling
from station_app.store.places.shelf import dwelling_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from station_app.domain.addresses import DwellingParts
    from station_app.domain.clock import Clock
    from station_app.domain.places import Building, BuildingId
    from station_app.domain.search.entries import SearchEntry
    from station_app.services.demo.person import DemoHousehold, DemoPerson
    from station_app.services.demo.words import DemoWords
    from station_app.services.pinyin import PinyinReader
    from station_app.services.progress import Progress
    from station_app.store.transaction import Store, Transaction

AT_ONCE = 4000
FOUND = {Kind.DWELLING: "dwelling", Kind.HOUSEHOLD: "household"}
OFFICE_OPENS = time(1, tzinfo=UTC)  # nine o'clock in China
PARTICULARS = tuple(field.name for field in fields(ResidentDraft))
DOCUMENT = tuple(field.name for field in fields(Document))
PERIOD = tuple(field.name for field in fields(Period) if field.name != "id")


class DemoService:
    """Brings an invented community into an empty station."""

    def __init__(self, store: Store, pinyin: PinyinReader, clock: Clock, resources: Path) -> None:
        self._store = store
        self._pinyin = pinyin
        self._clock = clock
        self._resources = resources

    @needs(Permission.DEMO_FILL)
    def words(self) -> DemoWords:
        """Return the words the community is made of."""
        return load_words(self._resources / "demo")

    @needs(Permission.DEMO_FILL)
    def fill(self, count: int, *, seed: int = 1, progress: Progress | None = None) -> int:
        """Bring *count* invented people in, with their homes and grids; return how many.

        Blocks of some thousand households are each one transaction.
        """
        progress = progress or Silence()
        words, today = self.words(), self._clock.today()
        made = households(count, words=words, seed=seed, today=today)
        done = 0
        places = _PlaceKeys()
        progress.step(0, count, "filling")
        while block := list(islice(made, AT_ONCE)):
            with self._store.transaction() as tx:
                if not done:  # with the first people: a filling that is stopped is noted too
                    tx.audit.add("demo:community:filled", rows=count)
                done += _Block(tx, places, self._pinyin).take(block)
            progress.step(done, count)
        self._draw_grids(words)
        self._let_consent(words)
        return done

    def _draw_grids(self, words: DemoWords) -> None:
        with self._store.transaction() as tx:
            community = words.places.station["code"]
            keys = []
            for number, plan in enumerate(words.places.grids, start=1):
                keys.append(GridId(new_key()))
                draft = GridDraft(
                    code=f"{community}{number:03d}",
                    name=plan.name,
                    worker=plan.worker,
                    worker_phone=plan.worker_phone,
                    supervision_phone=words.places.supervision_phone,
                )
                tx.places.add_grid(keys[-1], draft)
            tx.places.assign(_shared_out(tx.places.buildings(), keys))

    def _let_consent(self, words: DemoWords) -> None:
        today, clerk = self._clock.today(), words.places.station["clerk"]
        with self._store.transaction() as tx:
            DemoRights(tx, self._resources, today=today, clerk=clerk).fill()


class _PlaceKeys:
    """The estates and buildings there are already."""

    def __init__(self) -> None:
        self.estates: dict[str, str] = {}
        self.buildings: dict[tuple[str, str], str] = {}


class _Block:
    """Some households on their way into the store, in one transaction."""

    def __init__(self, tx: Transaction, places: _PlaceKeys, pinyin: PinyinReader) -> None:
        self._tx = tx
        self._filling = Filling(tx)
        self._places = places
        self._pinyin = pinyin
        self._rows: dict[str, list[dict[str, Any]]] = {
            name: []
            for name in (
                "estate",
                "building",
                "dwelling",
                "household",
                "resident",
                "document",
                "resident_tag",
                "residence",
                "history",
            )
        }
        self._entries: list[SearchEntry] = []

    def take(self, block: Sequence[DemoHousehold]) -> int:
        """Keep the *block*; return how many people it has."""
        for household in block:
            self._take_household(household)
        for table, rows in self._rows.items():
            self._filling.add(table, rows)
        self._tx.search.index_people(self._entries)
        for kind, table in FOUND.items():
            self._tx.found.renew(kind, [row["id"] for row in self._rows[table]])
        return len(self._rows["resident"])

    def _take_household(self, household: DemoHousehold) -> None:
        columns = dwelling_columns(household.home)
        home = self._dwelling(household.home, columns)
        key = new_key()
        self._rows["household"].append(
            {"id": key, "number": household.number, "kind": household.kind, "dwelling_id": home}
        )
        for person in household.people:
            self._take_person(person, key, home, str(columns["text"]))

    def _take_person(self, person: DemoPerson, household: str, home: str, address: str) -> None:
        key, seq = new_key(), self._filling.next_line("resident")
        seen = _last_seen(person, self._tx.stamp.at, self._tx.stamp.by)
        columns = _person_columns(person)
        readings = self._pinyin.readings(person.particulars.name)
        self._rows["resident"].append(
            {
                "seq": seq,
                "id": key,
                **columns,
                "name_key": readings.sort_key,
                "household_id": household,
                "dwelling_id": home if person.lives_here else None,
                **seen,
            }
        )
        stamp = {name: seen[name] for name in seen if name != "version"}
        self._take_belongings(person, key, stamp)
        self._entries.append(
            entry_of_person(
                columns,
                seq=seq,
                key=key,
                readings=readings.full,
                numbers=(document.number for document in person.documents),
                address=address if person.lives_here else "",
            )
        )

    def _take_belongings(self, person: DemoPerson, key: str, stamp: Mapping[str, object]) -> None:
        rows = self._rows
        rows["document"] += [
            {"id": new_key(), "resident_id": key, **_fields(document, DOCUMENT), **stamp}
            for document in person.documents
        ]
        rows["resident_tag"] += [
            {**asdict(tag), "id": new_key(), "resident_id": key, **stamp} for tag in person.tags
        ]
        rows["residence"] += [
            {"id": new_key(), "resident_id": key, **_fields(period, PERIOD), **stamp}
            for period in person.periods
        ]
        if person.phone_before:
            rows["history"].append(
                {
                    "id": new_key(),
                    "kind": "resident",
                    "record_id": key,
                    "act": "corrected",
                    "field": "phone",
                    "before": person.phone_before,
                    "after": person.particulars.phone,
                    "at": stamp["changed_at"],
                    "by": stamp["changed_by"],
                }
            )

    def _dwelling(self, parts: DwellingParts, columns: Mapping[str, object]) -> str:
        estate = self._places.estates.get(parts.estate)
        if estate is None:
            estate = self._places.estates[parts.estate] = new_key()
            self._rows["estate"].append({"id": estate, "name": parts.estate})
        building = self._places.buildings.get((estate, parts.building))
        if building is None:
            building = self._places.buildings[estate, parts.building] = new_key()
            self._rows["building"].append(
                {"id": building, "estate_id": estate, "name": parts.building}
            )
        key = new_key()
        self._rows["dwelling"].append({"id": key, "building_id": building, **columns})
        return key


def _fields(value: object, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _person_columns(person: DemoPerson) -> dict[str, Any]:
    verified = person.verified
    columns = {
        **_fields(person.particulars, PARTICULARS),
        "relation": person.relation,
        "lives_here": person.lives_here,
        "living_since": person.living.since,
        "living_basis": person.living.basis,
        "living_proof": person.living.proof,
        "hukou_address": person.hukou.address,
        "hukou_local": person.hukou.is_local,
        "hukou_kind": person.hukou.kind,
        "hukou_number": person.hukou.number,
        "hukou_since": person.hukou.since,
        "left_on": person.left_on,
        "left_to": person.left_to,
        "died_on": person.died_on,
        "verified_on": verified.on if verified else None,
        "verified_how": verified.how if verified else "",
        "verified_by": verified.by if verified else "",
    }
    standing = standing_of_record(columns, (document.kind for document in person.documents))
    return {**columns, "standing": standing.value}


def _last_seen(person: DemoPerson, now: datetime, by: str) -> dict[str, Any]:
    """Return when and by whom the record was made and changed: the day it was verified."""
    version = 2 if person.phone_before else 1
    if person.verified is None:
        at = now
    else:
        device = by.partition("@")[2]
        by = f"{person.verified.by}@{device}"
        at = min(datetime.combine(person.verified.on, OFFICE_OPENS), now)
    # Somebody with a history was kept for a while before it was changed.
    made = at - timedelta(days=30) if version > 1 else at
    return {
        "version": version,
        "created_at": made,
        "created_by": by,
        "changed_at": at,
        "changed_by": by,
    }


def _shared_out(buildings: Sequence[Building], grids: Sequence[GridId]) -> dict[BuildingId, str]:
    """Assign neighbouring buildings to the same grid, about as many to each."""
    return {
        building.id: grids[place * len(grids) // len(buildings)]
        for place, building in enumerate(buildings)
    }
