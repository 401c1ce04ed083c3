"""The registers of what else comes from above, as they are kept."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select

from station_app.domain.counter.admission.registers import (
    Burden,
    BurdenDraft,
    BurdenId,
    BurdenKind,
    Fate,
)
from station_app.domain.errors import NotFoundError
from station_app.store.counter.task_rows import BurdenRow
from station_app.store.records import change_record, set_binned

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp

ROW = BurdenRow
TOLD: Final = tuple(each.name for each in fields(BurdenDraft))
CODED: Final = {"kind": BurdenKind, "fate": Fate}


class Burdens:
    """The registers within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session, self._stamp = session, stamp

    def add(self, key: BurdenId, draft: BurdenDraft) -> None:
        """Keep a new entry under *key*."""
        self._session.execute(
            insert(ROW).values(id=key, **_columns(draft), **self._stamp.of_new())
        )

    def all(self) -> list[Burden]:
        """Return every entry that is not in the bin, by kind and name."""
        query = select(ROW).where(ROW.deleted_at.is_(None))
        return [_burden(row) for row in self._session.scalars(query.order_by(ROW.kind, ROW.name))]

    def burden(self, key: BurdenId) -> Burden:
        """Return the entry *key*. Raises :class:`NotFoundError` when there is none."""
        query = select(ROW).where(ROW.id == key).execution_options(populate_existing=True)
        found = self._session.scalar(query)
        if found is None:
            raise NotFoundError(id=key)
        return _burden(found)

    def change(self, key: BurdenId, draft: BurdenDraft, *, version: int) -> None:
        """Replace the entry *key*, if nobody else has since *version*."""
        change_record(self._session, ROW, key, _columns(draft), version=version, stamp=self._stamp)

    def set_binned(self, key: BurdenId, *, binned: bool) -> None:
        """Put the entry *key* into the bin, or take it out."""
        set_binned(self._session, ROW, key, binned=binned, stamp=self._stamp)


def _columns(draft: BurdenDraft) -> dict[str, Any]:
    values = {name: getattr(draft, name) for name in TOLD}
    return {**values, **{name: values[name].value for name in CODED}}


def _burden(row: BurdenRow) -> Burden:
    told: dict[str, Any] = {name: getattr(row, name) for name in TOLD}
    told |= {name: kind(told[name]) for name, kind in CODED.items()}
    return Burden(id=BurdenId(row.id), version=row.version, particulars=BurdenDraft(**told))
