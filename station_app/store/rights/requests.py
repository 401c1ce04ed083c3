"""The register of requests (登记簿) as it is kept."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, insert, or_, select

from station_app.domain.errors import NotFoundError
from station_app.domain.rights.requests import (
    OPEN,
    Request,
    RequestDraft,
    RequestId,
    State,
    View,
)
from station_app.store.records import change_record, set_binned
from station_app.store.residents.rows import ResidentRow
from station_app.store.rights.rows import RightsRequestRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp

ROW = RightsRequestRow
DRAFT = tuple(field.name for field in fields(RequestDraft))
SEARCHED = (ROW.number, ROW.asker_name, ROW.details, ROW.handled_by, ResidentRow.name)


class Requests:
    """The requests within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(self, key: RequestId, draft: RequestDraft, values: Mapping[str, object]) -> None:
        """Enter a request that was given its number."""
        self._session.execute(
            insert(ROW).values(id=key, **asdict(draft), **values, **self._stamp.of_new())
        )

    def change(self, key: RequestId, values: Mapping[str, object], *, version: int) -> None:
        """Replace columns of the request *key*, if nobody else has since *version*."""
        change_record(self._session, ROW, key, values, version=version, stamp=self._stamp)

    def set_binned(self, key: RequestId, *, binned: bool) -> None:
        """Put a request into the bin, or take it out."""
        set_binned(self._session, ROW, key, binned=binned, stamp=self._stamp)

    def request(self, key: RequestId) -> Request:
        """Return the request *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self.requests([key])
        if not found:
            raise NotFoundError(id=key)
        return found[0]

    def requests(self, keys: Sequence[RequestId]) -> tuple[Request, ...]:
        """Return the requests of *keys*; one that is gone is left out."""
        return self._read(ROW.id.in_(keys))

    def of(self, resident: str) -> tuple[Request, ...]:
        """Return the requests about *resident*, the latest first."""
        return self._read(ROW.resident_id == resident)

    def matching(
        self, view: View, text: str = "", kind: str = "", *, today: date, soon: int
    ) -> list[RequestId]:
        """Return the requests of *view* in which *text* stands, the most pressing first."""
        query = (
            _joined(select(ROW.id))
            .where(*_conditions(view, today=today, soon=soon), *_narrowed(text, kind))
            .order_by(ROW.state.not_in(OPEN), ROW.due_on, ROW.seq)
        )
        return [RequestId(key) for key in self._session.scalars(query)]

    def counts(self, text: str = "", kind: str = "", *, today: date, soon: int) -> dict[View, int]:
        """Return how many requests each view would show."""
        return {
            view: self._session.scalar(
                _joined(select(func.count()).select_from(ROW)).where(
                    *_conditions(view, today=today, soon=soon), *_narrowed(text, kind)
                )
            )
            or 0
            for view in View
        }

    def _read(self, *conditions: ColumnElement[bool]) -> tuple[Request, ...]:
        query = (
            _joined(select(ROW, ResidentRow.name))
            .where(ROW.deleted_at.is_(None), *conditions)
            .order_by(ROW.received_on.desc(), ROW.seq.desc())
        )
        return tuple(_request(row, name) for row, name in self._session.execute(query))


def _joined(query: Any) -> Any:
    return query.join(ResidentRow, ResidentRow.id == ROW.resident_id)


def _conditions(view: View, *, today: date, soon: int) -> list[ColumnElement[bool]]:
    is_open = ROW.state.in_(OPEN)
    near = ROW.due_on.between(today, today + timedelta(days=soon))
    conditions: dict[View, list[ColumnElement[bool]]] = {
        View.OPEN: [is_open],
        View.SOON: [is_open, near],
        View.OVERDUE: [is_open, ROW.due_on < today],
        View.DONE: [~is_open],
        View.ALL: [],
    }
    return [ROW.deleted_at.is_(None), *conditions[view]]


def _narrowed(text: str, kind: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [ROW.kind == kind] if kind else []
    return found + [
        or_(*(place.contains(word, autoescape=True) for place in SEARCHED))
        for word in text.split()
    ]


def _request(row: RightsRequestRow, holder: str) -> Request:
    return Request(
        id=RequestId(row.id),
        version=row.version,
        number=row.number,
        particulars=RequestDraft(**{name: getattr(row, name) for name in DRAFT}),
        holder=holder,
        state=State(row.state),
        due_on=row.due_on,
        handled_by=row.handled_by,
        answer=row.answer,
        ground=row.ground,
        answered_on=row.answered_on,
    )
