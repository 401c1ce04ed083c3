"""Requests for certificates as they are kept, each with its evidence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from station_app.domain.certificate_requests import (
    CertificateRequest,
    Collector,
    Evidence,
    RequestDraft,
    RequestId,
    Stage,
)
from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.store.certificates.rows import (
    CertificateEvidenceRow,
    CertificateRequestRow,
    CertificateRow,
)
from station_app.store.records import change_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp


_SAME = (
    "holder",
    "drawn_up_on",
    "handled_by",
    "verified_on",
    "approved_by",
    "approved_on",
    "certificate_id",
    "number",
    "printed",
    "collected_on",
    "archived_on",
    "reason",
)
"""What is called the same in the table and in a request."""


class CertificateRequests:
    """The requests within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(
        self, key: RequestId, draft: RequestDraft, *, holder: str, on: date, handled_by: str
    ) -> None:
        """Keep a new request."""
        values = {
            "holder": holder,
            "stage": Stage.DRAFT,
            "drawn_up_on": on,
            "handled_by": handled_by,
            **_columns(draft),
        }
        self._session.execute(
            insert(CertificateRequestRow).values(id=key, **values, **self._stamp.of_new())
        )

    def correct(self, key: RequestId, draft: RequestDraft, *, version: int) -> None:
        """Replace what is asked for."""
        columns = _columns(draft)
        del columns["kind"], columns["resident_id"]
        self.change(key, columns, version=version)

    def change(self, key: RequestId, values: Mapping[str, object], *, version: int) -> None:
        """Replace *values* of the request *key*, if nobody else has since *version*."""
        change_record(
            self._session, CertificateRequestRow, key, values, version=version, stamp=self._stamp
        )

    def add_evidence(self, key: RequestId, evidence: Evidence) -> None:
        """Add how the facts were made sure of."""
        values = {
            "id": new_key(),
            "request_id": key,
            "how": evidence.how,
            "found_on": evidence.on,
            "found_by": evidence.by,
            "note": evidence.note,
        }
        self._session.execute(
            insert(CertificateEvidenceRow).values(**values, **self._stamp.of_new())
        )

    def request(self, key: RequestId) -> CertificateRequest:
        """Return the request *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._found(CertificateRequestRow.id == key)
        if not found:
            raise NotFoundError(id=key)
        return found[0]

    def of_certificate(self, key: str) -> CertificateRequest | None:
        """Return the request that led to the certificate *key*, if there was one."""
        return next(iter(self._found(CertificateRequestRow.certificate_id == key)), None)

    def of_resident(self, key: str) -> tuple[CertificateRequest, ...]:
        """Return the requests for somebody, the latest first."""
        return self._found(CertificateRequestRow.resident_id == key)

    def waiting(self, stages: Iterable[Stage], *, limit: int) -> tuple[CertificateRequest, ...]:
        """Return the requests in *stages*, the latest first."""
        return self._found(CertificateRequestRow.stage.in_(list(stages)), limit=limit)

    def counts(self) -> dict[Stage, int]:
        """Return how many requests there are in each stage."""
        row = CertificateRequestRow
        query = select(row.stage, func.count()).group_by(row.stage)
        return {Stage(stage): count for stage, count in self._session.execute(query)}

    def _found(self, condition: Any, *, limit: int = 500) -> tuple[CertificateRequest, ...]:
        row = CertificateRequestRow
        query = (
            select(row.__table__, func.coalesce(CertificateRow.number, "").label("number"))
            .outerjoin(CertificateRow, CertificateRow.id == row.certificate_id)
            .where(condition, row.deleted_at.is_(None))
            .order_by(row.seq.desc())
            .limit(limit)
        )
        found = self._session.execute(query).mappings().all()
        evidence = self._evidence([each["id"] for each in found])
        return tuple(_request(dict(each), evidence.get(each["id"], ())) for each in found)

    def _evidence(self, keys: Sequence[str]) -> dict[str, tuple[Evidence, ...]]:
        row = CertificateEvidenceRow
        query = (
            select(row.request_id, row.how, row.found_on, row.found_by, row.note)
            .where(row.request_id.in_(keys), row.deleted_at.is_(None))
            .order_by(row.seq)
        )
        found: dict[str, tuple[Evidence, ...]] = {}
        for key, how, on, by, note in self._session.execute(query):
            found[key] = (*found.get(key, ()), Evidence(how=how, on=on, by=by, note=note))
        return found


def _columns(draft: RequestDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "resident_id": draft.resident_id,
        "purpose": draft.purpose.strip(),
        "addressee": draft.addressee.strip(),
        "copies": draft.copies,
        "answers": json.dumps(dict(draft.answers), ensure_ascii=False, sort_keys=True),
    }


def _request(row: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> CertificateRequest:
    draft = RequestDraft(
        kind=row["kind"],
        resident_id=row["resident_id"],
        purpose=row["purpose"],
        addressee=row["addressee"],
        copies=row["copies"],
        answers=json.loads(row["answers"]),
    )
    collector = Collector(name=row["collected_by"], relation=row["relation"], is_checked=True)
    return CertificateRequest(
        id=RequestId(row["id"]),
        version=row["version"],
        draft=draft,
        stage=Stage(row["stage"]),
        evidence=evidence,
        collector=collector if row["collected_by"] else None,
        **{name: row[name] for name in _SAME},
    )
