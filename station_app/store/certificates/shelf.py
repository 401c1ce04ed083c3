"""Certificates as they are kept: numbered once, archived as printed, never removed."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import String, and_, cast, func, insert, literal, or_, select
from sqlalchemy.orm import Session, aliased

from station_app.domain.certificates import CertificateId, CertificateLine, SealUse, State
from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.domain.number_gaps import Given
from station_app.domain.search.entries import Kind
from station_app.store.certificates.rows import (
    CertificatePaperRow,
    CertificateRequestRow,
    CertificateRow,
    RefusalSlipRow,
    SealUseRow,
)
from station_app.store.records import change_record, columns_of
from station_app.store.search.records import FoundRecords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import RowMapping

    from station_app.domain.residents.people import ResidentId
    from station_app.store.stamp import Stamp

SEAL_FIELDS = tuple(field.name for field in fields(SealUse))


class Numbered(NamedTuple):
    """A certificate by its number, whole and in parts."""

    key: CertificateId
    word: str
    year: int
    number: str


class Certificates:
    """The certificates within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(self, key: CertificateId, values: Mapping[str, object], pdf: bytes) -> None:
        """Keep a certificate that was given its number, and its paper."""
        self._session.execute(
            insert(CertificateRow).values(id=key, **values, **self._stamp.of_new())
        )
        self._session.execute(insert(CertificatePaperRow).values(certificate_id=key, pdf=pdf))
        FoundRecords(self._session).renew(Kind.CERTIFICATE, [key])

    def columns(self, key: CertificateId) -> dict[str, Any]:
        """Return every column of the certificate *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        return columns_of(self._session, CertificateRow, key)

    def numbers(self) -> list[Given]:
        """Return every number that is here."""
        row = CertificateRow
        query = select(row.word, row.year, row.serial, row.state == State.VOID)
        return [Given(*each) for each in self._session.execute(query)]

    def codes(self) -> Sequence[str]:
        """Return the codes of all papers that are not void; those of before codes have none."""
        row = CertificateRow
        code = func.json_extract(row.facts, "$.certificate.code")
        query = select(code).where(row.state != State.VOID, func.coalesce(code, "") != "")
        return self._session.scalars(query).all()

    def others_of_request(self, request: str, key: CertificateId) -> list[CertificateId]:
        """Return the certificates but *key* that *request* led to and that are not void.

        There are some where two devices approved it without hearing of one another.
        """
        row, given = CertificateRow, aliased(CertificateRow)
        query = (
            select(row.id)
            .join(given, given.resident_id == row.resident_id)
            .where(given.id == key, row.id != key, row.state == State.ISSUED)
            .where(func.json_extract(row.facts, "$.request") == request)
            .order_by(row.seq)
        )
        return [CertificateId(found) for found in self._session.scalars(query)]

    def paper(self, key: CertificateId) -> bytes:
        """Return the archived PDF of the certificate *key*."""
        query = select(CertificatePaperRow.pdf).where(CertificatePaperRow.certificate_id == key)
        pdf = self._session.scalar(query)
        if pdf is None:
            raise NotFoundError(id=key)
        return pdf

    def void(self, key: CertificateId, *, reason: str, version: int) -> None:
        """Make a certificate void (作废); its number stays taken."""
        values = {"state": State.VOID, "reason": reason}
        change_record(
            self._session, CertificateRow, key, values, version=version, stamp=self._stamp
        )

    def matching(
        self,
        text: str = "",
        *,
        state: State | None = None,
        among: Sequence[CertificateId] | None = None,
    ) -> list[CertificateId]:
        """Return the certificates *among* these in which *text* stands, the latest first."""
        row = CertificateRow
        query = select(row.id).order_by(row.seq.desc())
        if among is not None:
            query = query.where(row.id.in_(among))
        if state is not None:
            query = query.where(row.state == state)
        for word in text.split():
            places = (row.number, row.holder, row.purpose, row.handled_by)
            query = query.where(or_(*(place.contains(word, autoescape=True) for place in places)))
        return [CertificateId(key) for key in self._session.scalars(query)]

    def with_serial(self, serial: int) -> list[Numbered]:
        """Return the certificates with *serial*, of whatever series, the latest first."""
        row = CertificateRow
        query = select(row.id, row.word, row.year, row.number).where(row.serial == serial)
        rows = self._session.execute(query.order_by(row.seq.desc()))
        return [
            Numbered(CertificateId(each.id), each.word, each.year, each.number) for each in rows
        ]

    def series(self) -> list[tuple[str, int]]:
        """Return word and year of each series of which a certificate is here."""
        query = select(CertificateRow.word, CertificateRow.year).distinct()
        return [(word, year) for word, year in self._session.execute(query)]

    def ending(self, first: date, last: date, *, is_latest_first: bool) -> list[CertificateId]:
        """Return the certificates whose last day is from *first* to *last*, by that day.

        Not those for whose holder there is one of the kind that holds longer.
        """
        row, later = CertificateRow, aliased(CertificateRow)
        end, held = _end(row), _end(later)
        renewed = select(later.id).where(
            later.resident_id == row.resident_id,
            later.kind == row.kind,
            later.state == State.ISSUED,
            or_(held > end, held.is_(None)),
        )
        query = select(row.id).where(
            row.state == State.ISSUED,
            end.between(first.isoformat(), last.isoformat()),
            ~renewed.exists(),
        )
        order = (end.desc(), row.seq.desc()) if is_latest_first else (end, row.seq)
        return [CertificateId(key) for key in self._session.scalars(query.order_by(*order))]

    def recent(self, field: str, *, limit: int) -> tuple[str, ...]:
        """Return the latest different texts of the column *field*."""
        column = getattr(CertificateRow, field)
        query = (
            select(column)
            .where(column != "")
            .group_by(column)
            .order_by(func.max(CertificateRow.seq).desc())
            .limit(limit)
        )
        return tuple(self._session.scalars(query))

    def lines(
        self,
        *,
        resident: ResidentId | None = None,
        keys: Sequence[CertificateId] | None = None,
        limit: int = 500,
    ) -> tuple[CertificateLine, ...]:
        """Return the register's lines, the latest first: all, one resident's, those of *keys*."""
        row, former, asked = CertificateRow, aliased(CertificateRow), CertificateRequestRow
        query = (
            select(
                row.id,
                row.version,
                row.number,
                row.kind,
                row.resident_id,
                row.holder,
                row.purpose,
                row.issued_on,
                row.handled_by,
                row.state,
                row.reason,
                func.coalesce(former.number, "").label("replaces"),
                _end(row).label("valid_to"),
                func.coalesce(asked.collected_by, "").label("collected_by"),
                func.coalesce(asked.relation, "").label("relation"),
                asked.collected_on,
            )
            .outerjoin(former, former.id == row.replaces_id)
            .outerjoin(asked, and_(asked.certificate_id == row.id, asked.deleted_at.is_(None)))
            .order_by(row.seq.desc())
            .limit(limit)
        )
        if resident is not None:
            query = query.where(row.resident_id == resident)
        if keys is not None:
            query = query.where(row.id.in_(keys))
        return tuple(_line(found) for found in self._session.execute(query).mappings())

    def note_seal_use(self, use: SealUse) -> None:
        """Add a line to the register of seal use (用印登记簿)."""
        values = {name: getattr(use, name) for name in SEAL_FIELDS}
        self._session.execute(
            insert(SealUseRow).values(id=new_key(), **values, **self._stamp.of_new())
        )

    def seal_uses(self, *, since: date, until: date) -> tuple[SealUse, ...]:
        """Return the register of seal use from *since* to *until*, both included."""
        columns = [getattr(SealUseRow, name) for name in SEAL_FIELDS]
        query = (
            select(*columns)
            .where(SealUseRow.used_on.between(since, until))
            .order_by(SealUseRow.used_on, SealUseRow.seq)
        )
        return tuple(SealUse(**found) for found in self._session.execute(query).mappings())

    def note_refusal(self, *, item: str, asked: str, on: date) -> None:
        """Count a paper that was asked for and is not ours to issue."""
        self._session.execute(
            insert(RefusalSlipRow).values(
                id=new_key(), item=item, asked=asked, refused_on=on, **self._stamp.of_new()
            )
        )

    def refusals(self, *, since: date, until: date) -> Sequence[tuple[str, int]]:
        """Return how often each item was refused from *since* to *until*."""
        row = RefusalSlipRow
        query = (
            select(row.item, func.count())
            .where(row.refused_on.between(since, until))
            .group_by(row.item)
            .order_by(func.count().desc(), row.item)
        )
        return [(item, count) for item, count in self._session.execute(query)]

    def refusals_by_month(self, year: int) -> Sequence[tuple[str, int, int]]:
        """Return how often each item was refused in each month of *year* that had any."""
        row, month = RefusalSlipRow, func.strftime("%m", RefusalSlipRow.refused_on)
        query = (
            select(row.item, month, func.count())
            .where(row.refused_on.between(date(year, 1, 1), date(year, 12, 31)))
            .group_by(row.item, month)
            .order_by(row.item, month)
        )
        return [(item, int(at), count) for item, at, count in self._session.execute(query)]

    def count(self) -> int:
        """Return how many certificates were given a number."""
        return self._session.scalar(select(func.count()).select_from(CertificateRow)) or 0


def _line(found: RowMapping) -> CertificateLine:
    read = {"state": State(found["state"]), "valid_to": _day(found["valid_to"])}
    return CertificateLine(**{**found, **read})


def _end(row: Any) -> Any:
    """Return the last day of a certificate as text, NULL if it holds for ever.

    Those of residence say for how many days they hold, all others say the day.
    """
    days = func.json_extract(row.facts, "$.certificate.validity_days")
    counted = func.date(row.issued_on, literal("+") + cast(days, String) + literal(" days"))
    return func.coalesce(func.json_extract(row.facts, "$.valid_to"), counted)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
