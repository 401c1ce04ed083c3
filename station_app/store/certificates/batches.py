"""Batches of certificates as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from station_app.domain.certificate_batches import Batch, BatchId, Member
from station_app.domain.certificate_requests import RequestId, Stage
from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.store.certificates.batch_rows import (
    CertificateBatchMemberRow,
    CertificateBatchRow,
)
from station_app.store.certificates.rows import CertificateRequestRow, CertificateRow
from station_app.store.records import change_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import RowMapping
    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp

_SAME = ("version", "kind", "occasion", "drawn_up_on", "handled_by", "approved_by", "approved_on")


class CertificateBatches:
    """The batches within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(
        self, key: BatchId, values: Mapping[str, object], requests: Sequence[RequestId]
    ) -> None:
        """Keep a batch of *requests*."""
        stamp = self._stamp.of_new()
        self._session.execute(insert(CertificateBatchRow).values(id=key, **values, **stamp))
        members = [
            {"id": new_key(), "batch_id": key, "request_id": request, "place": place, **stamp}
            for place, request in enumerate(requests, start=1)
        ]
        self._session.execute(insert(CertificateBatchMemberRow), members)

    def change(self, key: BatchId, values: Mapping[str, object], *, version: int) -> None:
        """Replace *values* of a batch, if nobody else has since *version*."""
        change_record(
            self._session, CertificateBatchRow, key, values, version=version, stamp=self._stamp
        )

    def batch(self, key: BatchId) -> Batch:
        """Return the batch *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        for found in self._found(CertificateBatchRow.id == key):
            return found
        raise NotFoundError(id=key)

    def all(self, *, limit: int) -> tuple[Batch, ...]:
        """Return the batches, the latest first."""
        return self._found(CertificateBatchRow.deleted_at.is_(None), limit=limit)

    def of_request(self, key: RequestId) -> BatchId | None:
        """Return the batch that the request *key* is of, if it is of one."""
        row = CertificateBatchMemberRow
        found = self._session.scalar(select(row.batch_id).where(row.request_id == key))
        return None if found is None else BatchId(found)

    def count(self) -> int:
        """Return how many batches there are."""
        return self._session.scalar(select(func.count()).select_from(CertificateBatchRow)) or 0

    def _found(self, condition: Any, *, limit: int = 1) -> tuple[Batch, ...]:
        row = CertificateBatchRow
        query = select(row.__table__).where(condition).order_by(row.seq.desc()).limit(limit)
        found = self._session.execute(query).mappings().all()
        members = self._members([each["id"] for each in found])
        return tuple(
            Batch(
                id=BatchId(each["id"]),
                members=tuple(members.get(each["id"], ())),
                **{name: each[name] for name in _SAME},
            )
            for each in found
        )

    def _members(self, keys: Sequence[str]) -> dict[str, list[Member]]:
        row, asked, given = CertificateBatchMemberRow, CertificateRequestRow, CertificateRow
        query = (
            select(
                *(row.batch_id, row.request_id, asked.holder, asked.stage, asked.version),
                *(asked.collected_by, asked.relation, asked.collected_on),
                *(asked.certificate_id, given.number),
            )
            .join(asked, asked.id == row.request_id)
            .outerjoin(given, given.id == asked.certificate_id)
            .where(row.batch_id.in_(keys), row.deleted_at.is_(None))
            .order_by(row.place, row.seq)
        )
        found: dict[str, list[Member]] = {}
        for each in self._session.execute(query).mappings():
            found.setdefault(each["batch_id"], []).append(_member(each))
        return found


def _member(row: RowMapping) -> Member:
    same = ("holder", "certificate_id", "version", "collected_by", "relation", "collected_on")
    return Member(
        request_id=RequestId(row["request_id"]),
        stage=Stage(row["stage"]),
        number=row["number"] or "",
        **{name: row[name] for name in same},
    )
