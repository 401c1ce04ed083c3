"""What is withheld from everybody: the one question that all who read people ask.

Apart from the room of rights, for the residents' shelves ask it of every person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, Text, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from station_app.domain.keys import new_key
from station_app.domain.rights.withholding import Withheld
from station_app.store.base import Base, Record
from station_app.store.records import set_binned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

NOTHING: frozenset[str] = frozenset()


class WithheldRow(Record, Base):
    """Table ``withheld``: a field of somebody that is not used any more, or was erased."""

    __tablename__ = "withheld"
    __table_args__ = (Index(None, "resident_id", "field"), Index(None, "source"))

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(String(40))
    is_erased: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(32), default="")


def withheld_from(session: Session, keys: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Return which fields of each of *keys* are withheld; who has none is left out."""
    row = WithheldRow
    query = select(row.resident_id, row.field).where(
        row.resident_id.in_(keys), row.deleted_at.is_(None), ~row.is_erased
    )
    found: dict[str, frozenset[str]] = {}
    for key, field in session.execute(query):
        found[key] = found.get(key, NOTHING) | {field}
    return found


class Withholding:
    """What is withheld, and what was erased, of those *scope* lets be seen."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope

    def of(self, resident: str) -> tuple[Withheld, ...]:
        """Return what is withheld of *resident* and what was erased, the latest first."""
        self._scope.require(self._session, "resident", resident)
        row = WithheldRow
        query = (
            select(row)
            .where(row.resident_id == resident, row.deleted_at.is_(None))
            .order_by(row.seq.desc())
        )
        return tuple(
            Withheld(
                id=found.id,
                resident_id=found.resident_id,
                field=found.field,
                is_erased=found.is_erased,
                reason=found.reason,
                source=found.source,
                since=found.created_at,
                by=found.created_by,
            )
            for found in self._session.scalars(query)
        )

    def add(
        self, resident: str, fields: Iterable[str], *, is_erased: bool, reason: str, source: str
    ) -> list[str]:
        """Note that *fields* are not used any more; return the keys of the notes."""
        keys = []
        for field in fields:
            keys.append(new_key())
            self._session.execute(
                insert(WithheldRow).values(
                    id=keys[-1],
                    resident_id=resident,
                    field=field,
                    is_erased=is_erased,
                    reason=reason,
                    source=source,
                    **self._stamp.of_new(),
                )
            )
        return keys

    def set_binned(self, keys: Iterable[str], *, binned: bool) -> None:
        """Take notes back, or put them there again."""
        for key in keys:
            set_binned(self._session, WithheldRow, key, binned=binned, stamp=self._stamp)
