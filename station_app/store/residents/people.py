"""People as they are kept: one row each, with what belongs to nobody else."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from station_app.domain.errors import NotFoundError
from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.keys import new_key
from station_app.domain.residents.households import HEAD_RELATIONS
from station_app.domain.residents.people import (
    Hukou,
    LineNumber,
    Living,
    Period,
    Resident,
    ResidentDraft,
    ResidentId,
    Verification,
)
from station_app.domain.residents.standing import LIVES_HERE, Standing
from station_app.store.access.scope import refuse_unless
from station_app.store.places.shelf import text_of_dwelling
from station_app.store.records import amend_record, change_record, columns_of
from station_app.store.residents.rows import DocumentRow, ResidenceRow, ResidentRow
from station_app.store.withholding import NOTHING, withheld_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.domain.places import DwellingId
    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

PARTICULARS = tuple(field.name for field in fields(ResidentDraft))


class People:
    """The residents within one transaction, as far as *scope* lets them be seen.

    Whatever names somebody who lies outside raises
    :class:`~station_app.domain.access.staff.NotPermittedError`; he is in no list.
    """

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope

    def add(self, key: ResidentId, values: Mapping[str, Any]) -> LineNumber:
        """Keep a new resident under *key*; *values* are columns of the table."""
        refuse_unless(self._scope.sees_dwelling(self._session, values.get("dwelling_id")))
        added = self._session.execute(
            insert(ResidentRow)
            .values(id=key, **values, **self._stamp.of_new())
            .returning(ResidentRow.seq)
        )
        return LineNumber(added.scalar_one())

    def change(self, key: ResidentId, values: Mapping[str, object], *, version: int) -> None:
        """Replace columns of the resident *key*, if nobody else has since *version*.

        Raises :class:`EditConflictError` when somebody has.
        """
        self.require(key)
        change_record(self._session, ResidentRow, key, values, version=version, stamp=self._stamp)

    def columns(self, key: ResidentId) -> dict[str, Any]:
        """Return every column of the resident *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        columns = columns_of(self._session, ResidentRow, key)
        refuse_unless(self._scope.sees_dwelling(self._session, columns["dwelling_id"]))
        return columns

    def sees(self, key: ResidentId) -> bool:
        """Return whether the resident *key* may be seen, or is not there."""
        return self._scope.sees(self._session, "resident", key)

    def require(self, key: ResidentId) -> None:
        """Raise :class:`NotPermittedError` if the resident *key* may not be seen."""
        self._scope.require(self._session, "resident", key)

    def resident(self, key: ResidentId) -> Resident:
        """Return the resident *key* with documents and both addresses, what is withheld empty."""
        row = self.columns(key)
        withheld = self.withheld(key)
        row |= {name: "" for name in withheld if name in PARTICULARS}
        return Resident(
            id=key,
            seq=LineNumber(row["seq"]),
            version=row["version"],
            particulars=ResidentDraft(**{name: row[name] for name in PARTICULARS}),
            documents=self.documents(key),
            living=Living(
                dwelling_id=row["dwelling_id"] or "",
                since=row["living_since"],
                basis=row["living_basis"],
                proof=row["living_proof"],
            ),
            living_text=text_of_dwelling(self._session, row["dwelling_id"]),
            hukou=Hukou(
                address=row["hukou_address"],
                is_local=row["hukou_local"],
                kind=row["hukou_kind"],
                number=row["hukou_number"],
                since=row["hukou_since"],
            ),
            household_id=row["household_id"] or "",
            relation=row["relation"],
            standing=Standing(row["standing"]),
            lives_here=row["lives_here"],
            left_on=row["left_on"],
            left_to=row["left_to"],
            died_on=row["died_on"],
            verified=_verification(row),
            is_binned=row["deleted_at"] is not None,
            withheld=withheld,
        )

    def withheld(self, key: ResidentId) -> frozenset[str]:
        """Return which fields of the resident *key* may not be used."""
        return withheld_from(self._session, [key]).get(key, NOTHING)

    def living_at(self, dwelling: DwellingId) -> list[ResidentId]:
        """Return who lives in *dwelling*, heads of households first."""
        refuse_unless(self._scope.sees_dwelling(self._session, dwelling))
        row = ResidentRow
        query = (
            select(row.id)
            .where(
                row.dwelling_id == dwelling,
                row.deleted_at.is_(None),
                row.standing.in_(sorted(LIVES_HERE)),
            )
            .order_by(row.relation.in_(sorted(HEAD_RELATIONS)).desc(), row.seq)
        )
        return [ResidentId(key) for key in self._session.scalars(query)]

    def documents(self, key: ResidentId) -> tuple[Document, ...]:
        """Return the documents of the resident *key*, the primary one first."""
        self.require(key)
        row = DocumentRow
        found = self._session.execute(
            select(row)
            .where(row.resident_id == key, row.deleted_at.is_(None))
            .order_by(row.is_primary.desc(), row.seq)
        ).scalars()
        return tuple(
            Document(
                kind=DocumentKind(document.kind),
                number=document.number,
                issuer=document.issuer,
                valid_from=document.valid_from,
                valid_to=document.valid_to,
                is_long_term=document.is_long_term,
                is_primary=document.is_primary,
            )
            for document in found
        )

    def keep_documents(self, key: ResidentId, documents: Iterable[Document]) -> None:
        """Keep exactly *documents* for the resident *key*, each number in its own record."""
        self.require(key)
        row = DocumentRow
        query = select(row.kind, row.number, row.id).where(row.resident_id == key)
        gone = {(kind, number): found for kind, number, found in self._session.execute(query)}
        for document in documents:
            values = {field.name: getattr(document, field.name) for field in fields(Document)}
            known = gone.pop((document.kind, document.number), None)
            if known is not None:
                amend_record(self._session, row, known, values, stamp=self._stamp)
            else:
                values |= {"id": new_key(), "resident_id": key}
                self._session.execute(insert(row).values(**values, **self._stamp.of_new()))
        self._session.execute(delete(row).where(row.id.in_(gone.values())))

    def holders(self, *numbers: str, kind: DocumentKind | None = None) -> list[ResidentId]:
        """Return who holds a document of one of *numbers* and is not in the bin."""
        row = DocumentRow
        query = (
            select(row.resident_id)
            .join(ResidentRow, ResidentRow.id == row.resident_id)
            .where(
                row.number.in_(numbers),
                ResidentRow.deleted_at.is_(None),
                *self._scope.seen(ResidentRow.dwelling_id),
            )
        )
        if kind is not None:
            query = query.where(row.kind == kind)
        return [ResidentId(key) for key in self._session.scalars(query.distinct())]

    def namesakes(self, name: str, *, born: date | None) -> list[ResidentId]:
        """Return who bears *name* and was, as far as known, born that day."""
        row = ResidentRow
        query = select(row.id).where(
            row.name == name, row.deleted_at.is_(None), *self._scope.seen(row.dwelling_id)
        )
        # Who was entered without a birthday may be anybody of that name.
        if born is not None:
            query = query.where((row.born == born) | row.born.is_(None))
        # A form shows a handful; a common name has hundreds.
        return [ResidentId(key) for key in self._session.scalars(query.limit(20))]

    def key_of_line(self, seq: LineNumber) -> ResidentId:
        """Return the key of the resident in line *seq*."""
        key = self._session.scalar(select(ResidentRow.id).where(ResidentRow.seq == seq))
        if key is None:
            raise NotFoundError(seq=seq)
        self.require(ResidentId(key))
        return ResidentId(key)

    def close_period(self, key: ResidentId, period: Period) -> None:
        """Keep a *period* of living or registration that has ended."""
        self.require(key)
        values = {field.name: getattr(period, field.name) for field in fields(Period)}
        self._session.execute(
            insert(ResidenceRow).values(resident_id=key, **values, **self._stamp.of_new())
        )

    def reopen_period(self, period_id: str) -> None:
        """Forget that a period has ended."""
        self._session.execute(delete(ResidenceRow).where(ResidenceRow.id == period_id))

    def periods(self, key: ResidentId) -> tuple[Period, ...]:
        """Return the ended periods of the resident *key*, the latest first."""
        self.require(key)
        columns = [getattr(ResidenceRow, field.name) for field in fields(Period)]
        query = (
            select(*columns)
            .where(ResidenceRow.resident_id == key)
            .order_by(ResidenceRow.seq.desc())
        )
        return tuple(Period(**found) for found in self._session.execute(query).mappings())

    def count(self) -> int:
        """Return how many people are in the register, the bin left out."""
        query = (
            select(func.count())
            .select_from(ResidentRow)
            .where(ResidentRow.deleted_at.is_(None), *self._scope.seen(ResidentRow.dwelling_id))
        )
        return self._session.scalar(query) or 0


def _verification(row: Mapping[str, Any]) -> Verification | None:
    if row["verified_on"] is None:
        return None
    return Verification(
        on=row["verified_on"],
        how=row["verified_how"],
        by=row["verified_by"],
        note=row["verified_note"],
    )
