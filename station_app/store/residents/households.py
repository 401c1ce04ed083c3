"""Households as they are kept, their members found through the residents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, insert, select

from station_app.domain.errors import NotFoundError
from station_app.domain.residents.households import (
    HEAD_RELATIONS,
    Household,
    HouseholdDraft,
    HouseholdId,
    Member,
)
from station_app.domain.residents.people import ResidentId, age_on
from station_app.domain.residents.standing import LIVES_HERE, Standing
from station_app.domain.search.entries import Kind
from station_app.store.access.scope import refuse_unless
from station_app.store.places.shelf import text_of_dwelling
from station_app.store.privacy import field_classes
from station_app.store.records import change_record, set_binned
from station_app.store.residents.rows import DocumentRow, HouseholdRow, ResidentRow
from station_app.store.search.records import FoundRecords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp


class Households:
    """The households within one transaction, as far as *scope* lets them be seen.

    One of whose members some live elsewhere is told without them. Whatever names a
    household that lies outside raises
    :class:`~station_app.domain.access.staff.NotPermittedError`.
    """

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope
        self._found = FoundRecords(session)

    def add(self, key: HouseholdId, draft: HouseholdDraft) -> None:
        """Keep a new household under *key*."""
        refuse_unless(self._scope.sees_dwelling(self._session, draft.dwelling_id or None))
        self._session.execute(
            insert(HouseholdRow).values(id=key, **_columns(draft), **self._stamp.of_new())
        )
        self._found.renew(Kind.HOUSEHOLD, [key])

    def change(self, key: HouseholdId, draft: HouseholdDraft, *, version: int) -> None:
        """Replace the particulars of the household *key*, if nobody else has since *version*."""
        self.require(key)
        values = _columns(draft)
        change_record(self._session, HouseholdRow, key, values, version=version, stamp=self._stamp)
        self._found.renew(Kind.HOUSEHOLD, [key])

    def set_binned(self, key: HouseholdId, *, binned: bool) -> None:
        """Put the household *key* into the bin, or take it out."""
        self.require(key)
        set_binned(self._session, HouseholdRow, key, binned=binned, stamp=self._stamp)
        self._found.renew(Kind.HOUSEHOLD, [key])

    def require(self, key: HouseholdId) -> None:
        """Raise :class:`NotPermittedError` if the household *key* may not be seen."""
        self._scope.require(self._session, "household", key)

    def sees(self, key: HouseholdId) -> bool:
        """Return whether the household *key* may be seen."""
        return self._scope.sees(self._session, "household", key)

    def household(self, key: HouseholdId, *, today: date) -> Household:
        """Return the household *key* with its members, the head first.

        Raises :class:`NotFoundError` when there is none.
        """
        row = self._row(key)
        return Household(
            id=key,
            version=row.version,
            particulars=_particulars(row),
            address=text_of_dwelling(self._session, row.dwelling_id),
            members=self._members(key, today=today),
        )

    def number_of(self, key: str | None) -> str:
        """Return the number of the household *key*, empty for none."""
        if key is not None:
            self.require(HouseholdId(key))
        query = select(HouseholdRow.number).where(HouseholdRow.id == key)
        return self._session.scalar(query) or ""

    def particulars(self, key: HouseholdId) -> HouseholdDraft:
        """Return the particulars of the household *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        return _particulars(self._row(key))

    def numbered(self, number: str) -> list[HouseholdId]:
        """Return the households with members that bear *number* (户号)."""
        # One whose members are all gone, or in the bin, must not keep its number from others:
        # a registration that was taken back leaves such a household.
        has_members = exists().where(
            ResidentRow.household_id == HouseholdRow.id, ResidentRow.deleted_at.is_(None)
        )
        query = select(HouseholdRow.id).where(
            HouseholdRow.number == number,
            HouseholdRow.deleted_at.is_(None),
            has_members,
            *self._scope.seen(HouseholdRow.dwelling_id),
        )
        return [HouseholdId(key) for key in self._session.scalars(query)]

    def at(self, dwelling_id: str) -> list[HouseholdId]:
        """Return the households of a dwelling."""
        query = select(HouseholdRow.id).where(
            HouseholdRow.dwelling_id == dwelling_id,
            HouseholdRow.deleted_at.is_(None),
            *self._scope.seen(HouseholdRow.dwelling_id),
        )
        return [HouseholdId(key) for key in self._session.scalars(query)]

    def those_living_here(self, key: HouseholdId) -> list[ResidentId]:
        """Return the members of the household *key* who can move: not the dead, not the gone."""
        query = select(ResidentRow.id).where(
            ResidentRow.household_id == key,
            ResidentRow.deleted_at.is_(None),
            ResidentRow.standing.in_(sorted(LIVES_HERE)),
            *self._scope.seen(ResidentRow.dwelling_id),
        )
        return [ResidentId(member) for member in self._session.scalars(query)]

    def count(self) -> int:
        """Return how many households there are."""
        row = HouseholdRow
        query = select(func.count()).select_from(row)
        query = query.where(row.deleted_at.is_(None), *self._scope.seen(row.dwelling_id))
        return self._session.scalar(query) or 0

    def _row(self, key: HouseholdId) -> HouseholdRow:
        self.require(key)
        row = self._session.scalar(select(HouseholdRow).where(HouseholdRow.id == key))
        if row is None:
            raise NotFoundError(id=key)
        return row

    def _members(self, key: HouseholdId, *, today: date) -> tuple[Member, ...]:
        person, document = ResidentRow, DocumentRow
        head_first = case((person.relation.in_(sorted(HEAD_RELATIONS)), 0), else_=1)
        query = (
            select(
                person.id,
                person.name,
                person.sex,
                person.born,
                person.relation,
                person.standing,
                document.kind,
                document.number,
            )
            .outerjoin(document, and_(document.resident_id == person.id, document.is_primary))
            .where(
                person.household_id == key,
                person.deleted_at.is_(None),
                *self._scope.seen(person.dwelling_id),
            )
            .order_by(head_first, person.relation, person.seq)
        )
        found: Sequence[Mapping[Any, Any]] = self._session.execute(query).mappings().all()
        return tuple(_member(row, today=today) for row in found)


def _particulars(row: HouseholdRow) -> HouseholdDraft:
    return HouseholdDraft(
        number=row.number, kind=row.kind, dwelling_id=row.dwelling_id or "", note=row.note
    )


def _columns(draft: HouseholdDraft) -> dict[str, object]:
    return {
        "number": draft.number,
        "kind": draft.kind,
        "dwelling_id": draft.dwelling_id or None,
        "note": draft.note,
    }


def _member(row: Mapping[Any, Any], *, today: date) -> Member:
    born = row["born"]
    return Member(
        id=ResidentId(row["id"]),
        name=row["name"],
        sex=row["sex"],
        relation=row["relation"],
        number=field_classes().seen("document", "number", row["number"], kind=row["kind"]),
        standing=Standing(row["standing"]),
        age=None if born is None else age_on(today, born=born),
    )
