"""The residents' table as the store sees it: keys in order, lines, counts."""

from __future__ import annotations

from array import array
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from station_app.domain.residents.filters import (
    DIMENSIONS,
    FilterCounts,
    Order,
    ResidentFilter,
)
from station_app.domain.rights.rules import TAG
from station_app.store.places.rows import BuildingRow, DwellingRow, GridRow
from station_app.store.residents.line import line_from
from station_app.store.residents.rows import DocumentRow, HouseholdRow, ResidentRow, TagRow
from station_app.store.withholding import WithheldRow, withheld_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from station_app.domain.residents.people import ResidentLine
    from station_app.store.access.scope import Scope

PERSON = ResidentRow
CHUNK = 5_000  # keys fetched between two looks at whether they are still wanted


class Lines:
    """The residents' table within one transaction, without those *scope* leaves out."""

    def __init__(self, session: Session, scope: Scope) -> None:
        self._session = session
        self._scope = scope

    def keys(
        self,
        chosen: ResidentFilter,
        *,
        today: date,
        order: Order = Order.NAME,
        descending: bool = False,
        limit: int | None = None,
        step: Callable[[int], None] = lambda _: None,
    ) -> array[int]:
        """Return the line numbers of all residents that *chosen* leaves, in order.

        *step* is told now and then how many are there; by raising it ends the reading.
        """
        found = array("q")
        are_few = chosen.estates or chosen.buildings or chosen.tags or chosen.lacks_document
        walk = not (are_few or self._scope.is_limited)
        for query in _in_order(order, descending=descending, walk=walk):
            wanted = None if limit is None else limit - len(found)
            if wanted != 0:
                narrowed = self._narrowed(query, chosen, today=today)
                self._extend(found, narrowed.limit(wanted), step)
        return found

    def lines(self, keys: Sequence[int], *, today: date) -> Mapping[int, ResidentLine]:
        """Return the lines of *keys*; a key that is gone has none."""
        document = aliased(DocumentRow)
        query = (
            select(
                PERSON.seq,
                PERSON.id,
                PERSON.name,
                PERSON.sex,
                PERSON.born,
                PERSON.phone,
                PERSON.relation,
                PERSON.standing,
                document.kind.label("document_kind"),
                document.number,
                DwellingRow.text.label("address"),
                HouseholdRow.number.label("household"),
                GridRow.name.label("grid"),
            )
            .outerjoin(document, and_(document.resident_id == PERSON.id, document.is_primary))
            .outerjoin(DwellingRow, DwellingRow.id == PERSON.dwelling_id)
            .outerjoin(BuildingRow, BuildingRow.id == DwellingRow.building_id)
            .outerjoin(GridRow, GridRow.id == BuildingRow.grid_id)
            .outerjoin(
                HouseholdRow,
                and_(
                    HouseholdRow.id == PERSON.household_id,
                    *self._scope.seen(HouseholdRow.dwelling_id),
                ),
            )
            .where(PERSON.seq.in_(list(keys)), *self._scope.seen(PERSON.dwelling_id))
        )
        found = self._session.execute(query).mappings().all()
        people = [row["id"] for row in found]
        tags, withheld = self._tags(people, today=today), withheld_from(self._session, people)
        return {
            row["seq"]: line_from(row, tags.get(row["id"], ()), withheld.get(row["id"], ()))
            for row in found
        }

    def count(self, chosen: ResidentFilter, *, today: date) -> int:
        """Return how many people *chosen* leaves."""
        query = self._narrowed(select(func.count()).select_from(PERSON), chosen, today=today)
        return self._session.scalar(query) or 0

    def counts(
        self, chosen: ResidentFilter, *, today: date, among: Collection[str] = DIMENSIONS
    ) -> FilterCounts:
        """Return how many people *chosen* leaves, in all and by each choice *among* some."""
        by_choice: Mapping[str, Callable[[], dict[str, int]]] = {
            "standings": lambda: self._count_by(PERSON.standing, chosen, today=today),
            "sexes": lambda: self._count_by(PERSON.sex, chosen, today=today),
            "tags": lambda: self._count_tags(chosen, today=today),
            "grids": lambda: self._count_places(BuildingRow.grid_id, chosen, today=today),
            "estates": lambda: self._count_places(BuildingRow.estate_id, chosen, today=today),
            "buildings": lambda: self._count_places(BuildingRow.id, chosen, today=today),
        }
        return FilterCounts(
            total=self.count(chosen, today=today),
            by_choice={each: count() for each, count in by_choice.items() if each in among},
        )

    def _narrowed(self, query: Any, chosen: ResidentFilter, *, today: date) -> Any:
        seen = self._scope.seen(PERSON.dwelling_id)
        return query.where(*_conditions(chosen, today=today), *seen)

    def _extend(self, found: array[int], query: Any, step: Callable[[int], None]) -> None:
        """Add what *query* finds in pieces: nobody waits long for the interpreter."""
        with self._session.connection().execute(query) as result:
            for rows in iter(lambda: result.cursor.fetchmany(CHUNK), []):
                found.extend(chain.from_iterable(rows))
                step(len(found))

    def _count_by(self, column: Any, chosen: ResidentFilter, *, today: date) -> dict[str, int]:
        query = select(column, func.count()).select_from(PERSON).group_by(column)
        return _counted(self._session.execute(self._narrowed(query, chosen, today=today)).all())

    def _count_tags(self, chosen: ResidentFilter, *, today: date) -> dict[str, int]:
        people = self._narrowed(select(PERSON.id), chosen, today=today)
        holder = (
            TagRow.resident_id if self._scope.is_limited else _not_looked_up(TagRow.resident_id)
        )
        query = (
            select(TagRow.code, func.count(TagRow.resident_id.distinct()))
            .where(_tag_holds(today), ~_is_withheld(), holder.in_(people))
            .group_by(TagRow.code)
        )
        return _counted(self._session.execute(query).all())

    def _count_places(self, column: Any, chosen: ResidentFilter, *, today: date) -> dict[str, int]:
        people = select(PERSON.dwelling_id, func.count().label("people"))
        at = self._narrowed(people.group_by(PERSON.dwelling_id), chosen, today=today).subquery()
        query = (
            select(column, func.sum(at.c.people))
            .select_from(at)
            .join(DwellingRow, DwellingRow.id == at.c.dwelling_id)
            .join(BuildingRow, BuildingRow.id == DwellingRow.building_id)
            .group_by(column)
        )
        return _counted(self._session.execute(query).all())

    def _tags(self, ids: Sequence[str], *, today: date) -> Mapping[str, tuple[str, ...]]:
        query = (
            select(TagRow.resident_id, TagRow.code)
            .where(TagRow.resident_id.in_(ids), _tag_holds(today))
            .order_by(TagRow.seq)
        )
        tags: dict[str, tuple[str, ...]] = {}
        for key, code in self._session.execute(query):
            tags[key] = (*tags.get(key, ()), code)
        return tags


def _counted(rows: Sequence[Any]) -> dict[str, int]:
    return {choice: people for choice, people in rows if choice is not None}


def _in_order(order: Order, *, descending: bool, walk: bool) -> Sequence[Any]:
    """Return queries whose results, one after the other, are all residents in *order*.

    By address, who lives nowhere comes last; to *walk* is to go from dwelling to
    dwelling along their index, better than sorting unless few people are left.
    """
    if order is Order.ADDRESS:
        at = _not_looked_up(DwellingRow.id) if walk else DwellingRow.id
        housed = select(PERSON.seq).join(DwellingRow, at == PERSON.dwelling_id)
        columns: tuple[Any, ...] = (DwellingRow.text_key, DwellingRow.seq, PERSON.seq)
        homeless = select(PERSON.seq).where(PERSON.dwelling_id.is_(None))
        return (
            housed.order_by(*_turned(columns, descending=descending)),
            homeless.order_by(*_turned((PERSON.seq,), descending=descending)),
        )
    first = {
        Order.NAME: PERSON.name_key,
        Order.BORN: PERSON.born,
        Order.CHANGED: PERSON.changed_at,
    }[order]
    return (select(PERSON.seq).order_by(*_turned((first, PERSON.seq), descending=descending)),)


def _not_looked_up(column: Any) -> Any:
    """Keep SQLite from finding *column* by its index: it is to be met on the way.

    Without figures about the data, which nobody gathers on a clerk's machine,
    SQLite takes one look-up for each of a million people for the better way.
    """
    return column.concat("")


def _turned(columns: Sequence[Any], *, descending: bool) -> Sequence[Any]:
    return [column.desc() for column in columns] if descending else columns


def _conditions(chosen: ResidentFilter, *, today: date) -> list[ColumnElement[bool]]:
    gone = PERSON.deleted_at
    found: list[ColumnElement[bool]] = [gone.is_not(None) if chosen.binned else gone.is_(None)]
    if chosen.sexes:
        found.append(PERSON.sex.in_(chosen.sexes))
    if chosen.standings:
        found.append(PERSON.standing.in_(chosen.standings))
    if chosen.age_from is not None:
        found.append(PERSON.born <= _birthday(today, age=chosen.age_from))
    if chosen.age_to is not None:
        found.append(PERSON.born > _birthday(today, age=chosen.age_to + 1))
    if chosen.lacks_document:
        found.append(PERSON.seq.in_(_without_document()))
    if chosen.tags:
        holding = select(TagRow.resident_id).where(
            TagRow.code.in_(chosen.tags), _tag_holds(today), ~_is_withheld()
        )
        found.append(PERSON.id.in_(holding))
    return found + _place_conditions(chosen)


def _place_conditions(chosen: ResidentFilter) -> list[ColumnElement[bool]]:
    places = [
        column.in_(choices)
        for column, choices in (
            (BuildingRow.grid_id, chosen.grids),
            (BuildingRow.estate_id, chosen.estates),
            (BuildingRow.id, chosen.buildings),
        )
        if choices
    ]
    if not places:
        return []
    dwellings = (
        select(DwellingRow.id)
        .join(BuildingRow, BuildingRow.id == DwellingRow.building_id)
        .where(*places)
    )
    return [PERSON.dwelling_id.in_(dwellings)]


def _without_document() -> Any:
    """Return a query that walks along two indexes side by side."""
    anybody = aliased(PERSON)
    held = exists().where(DocumentRow.resident_id == anybody.id)
    return select(anybody.seq).where(~held)


def _tag_holds(today: date) -> ColumnElement[bool]:
    return and_(
        TagRow.deleted_at.is_(None),
        or_(TagRow.since.is_(None), TagRow.since <= today),
        or_(TagRow.until.is_(None), TagRow.until > today),
    )


def _is_withheld() -> ColumnElement[bool]:
    """Whether a tag may not be used: then nobody is found or counted by it."""
    # one short list read once: a look for every tag would cost a million looks
    row = WithheldRow
    held_back = select(row.resident_id.concat(row.field)).where(
        row.deleted_at.is_(None), ~row.is_erased
    )
    return TagRow.resident_id.concat(TAG).concat(TagRow.code).in_(held_back)


def _birthday(today: date, *, age: int) -> date:
    """Return the latest day of birth of somebody who is *age* by today."""
    year = max(today.year - age, 1)
    if (today.month, today.day) == (2, 29):
        return date(year, 2, 28)
    return date(year, today.month, today.day)
