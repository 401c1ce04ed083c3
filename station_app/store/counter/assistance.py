"""The pre-checks of 低保 as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from station_app.domain.counter.assistance.contents import check_from_text, text_of_check
from station_app.domain.counter.assistance.draft import Check, CheckId
from station_app.domain.errors import NotFoundError
from station_app.store.counter.rows import AssistanceCheckRow
from station_app.store.records import change_record, set_binned
from station_app.store.residents.rows import ResidentRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.store.stamp import Stamp

ROW = AssistanceCheckRow


class AssistanceChecks:
    """The pre-checks within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(self, key: CheckId, resident: str, draft: CheckDraft, *, on: date) -> None:
        """Keep a new check of the family of *resident*, received *on* that day."""
        self._session.execute(
            insert(ROW).values(
                id=key,
                resident_id=resident,
                received_on=on,
                contents=text_of_check(draft),
                **self._stamp.of_new(),
            )
        )

    def change(self, key: CheckId, draft: CheckDraft, *, on: date, version: int) -> None:
        """Replace what the check *key* tells, if nobody else has since *version*."""
        values = {"received_on": on, "contents": text_of_check(draft)}
        change_record(self._session, ROW, key, values, version=version, stamp=self._stamp)

    def set_binned(self, key: CheckId, *, binned: bool) -> None:
        """Put the check *key* into the bin, or take it out."""
        set_binned(self._session, ROW, key, binned=binned, stamp=self._stamp)

    def check(self, key: CheckId) -> Check:
        """Return the check *key*, also from the bin.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._read(ROW.id == key)
        if not found:
            raise NotFoundError(id=key)
        return found[0]

    def all(self) -> tuple[Check, ...]:
        """Return the checks that are not in the bin, the latest first."""
        return self._read(ROW.deleted_at.is_(None))

    def of(self, resident: str) -> tuple[Check, ...]:
        """Return the checks of the family of *resident*, the latest first."""
        return self._read(ROW.deleted_at.is_(None), ROW.resident_id == resident)

    def _read(self, *conditions: ColumnElement[bool]) -> tuple[Check, ...]:
        query = (
            select(ROW, ResidentRow.name)
            .join(ResidentRow, ResidentRow.id == ROW.resident_id)
            .where(*conditions)
            .order_by(ROW.received_on.desc(), ROW.seq.desc())
        )
        return tuple(_check(row, name) for row, name in self._session.execute(query))


def _check(row: AssistanceCheckRow, name: str) -> Check:
    return Check(
        id=CheckId(row.id),
        version=row.version,
        resident_id=row.resident_id,
        name=name,
        particulars=check_from_text(row.contents),
        is_binned=row.deleted_at is not None,
    )
