"""Imports as they are kept: each one, what it made or changed, and layouts remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, String, Text, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_replace
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.errors import NotFoundError
from station_app.domain.imports import Batch
from station_app.store.base import Base, Record, UtcTime
from station_app.store.bulk import run_many

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.store.stamp import Stamp

ADD_ITEM = (
    "INSERT INTO import_item (batch_id, kind, record_id, version, before) VALUES (?, ?, ?, ?, ?)"
)


class BatchRow(Record, Base):
    """Table ``import_batch``: one file brought in."""

    __tablename__ = "import_batch"

    file_name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    counts: Mapped[str] = mapped_column(Text)
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)


class BatchItemRow(Base):
    """Table ``import_item``: a record that a batch made, or changed from ``before``.

    ``before`` is the former row as JSON, empty for a record the batch has made;
    ``version`` is the one the batch left, so that later work on it is seen.
    ``kind`` is the table of the record.
    """

    __tablename__ = "import_item"
    __table_args__ = (Index(None, "batch_id", "kind"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("import_batch.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    record_id: Mapped[str] = mapped_column(String(32))
    version: Mapped[int]
    before: Mapped[str] = mapped_column(Text, default="")


class LayoutRow(Base):
    """Table ``import_layout``: how the columns of a layout were matched last time."""

    __tablename__ = "import_layout"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[str] = mapped_column(Text)
    used_at: Mapped[datetime] = mapped_column(UtcTime)


@dataclass(frozen=True, slots=True)
class Item:
    """A record of ``table`` that a batch made (``before`` empty) or changed."""

    table: str
    record_id: str
    version: int
    before: Mapping[str, Any]


class Batches:
    """The imports within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(self, key: str, file_name: str, sha256: str, counts: Mapping[str, Any]) -> None:
        """Keep that a file was brought in."""
        self._session.execute(
            insert(BatchRow).values(
                id=key,
                file_name=file_name,
                sha256=sha256,
                counts=json.dumps(counts, ensure_ascii=False),
                **self._stamp.of_new(),
            )
        )

    def add_items(self, key: str, items: Sequence[Item]) -> None:
        """Keep what the batch *key* has made and changed."""
        rows = [
            (
                key,
                item.table,
                item.record_id,
                item.version,
                json.dumps(item.before, ensure_ascii=False) if item.before else "",
            )
            for item in items
        ]
        run_many(self._session, ADD_ITEM, rows)

    def all(self) -> tuple[Batch, ...]:
        """Return the imports, the latest first."""
        rows = self._session.scalars(select(BatchRow).order_by(BatchRow.seq.desc()))
        return tuple(_batch(row) for row in rows)

    def batch(self, key: str) -> Batch:
        """Return the import *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        row = self._session.scalar(select(BatchRow).where(BatchRow.id == key))
        if row is None:
            raise NotFoundError(id=key)
        return _batch(row)

    def changed_by(self, key: str) -> list[Item]:
        """Return the records that the batch *key* changed, with what they were before."""
        query = select(BatchItemRow).where(BatchItemRow.batch_id == key, BatchItemRow.before != "")
        return [
            Item(row.kind, row.record_id, row.version, json.loads(row.before))
            for row in self._session.scalars(query)
        ]

    def close(self, key: str) -> None:
        """Keep that the batch *key* was taken back, and forget what it did."""
        self._session.execute(
            update(BatchRow)
            .where(BatchRow.id == key)
            .values(undone_at=self._stamp.at, **self._stamp.of_change())
        )
        run_many(self._session, "DELETE FROM import_item WHERE batch_id = ?", [(key,)])

    def layout(self, fingerprint: str) -> dict[str, str] | None:
        """Return how the columns of a layout were matched last time, if ever."""
        query = select(LayoutRow.mapping).where(LayoutRow.fingerprint == fingerprint)
        found = self._session.scalar(query)
        return None if found is None else dict(json.loads(found))

    def remember(self, fingerprint: str, mapping: Mapping[str, str]) -> None:
        """Keep how the columns of a layout were matched."""
        values = {
            "mapping": json.dumps(mapping, ensure_ascii=False),
            "used_at": self._stamp.at,
        }
        self._session.execute(
            insert_or_replace(LayoutRow)
            .values(fingerprint=fingerprint, **values)
            .on_conflict_do_update(index_elements=["fingerprint"], set_=values)
        )


def _batch(row: BatchRow) -> Batch:
    return Batch(
        id=row.id,
        file_name=row.file_name,
        counts=json.loads(row.counts),
        at=row.created_at,
        by=row.created_by,
        is_undone=row.undone_at is not None,
    )
