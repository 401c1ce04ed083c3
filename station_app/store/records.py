"""What is done to one record in the same way in every room.

``row`` is a table class of :class:`~station_app.store.base.Record`; each function
runs within the transaction of its session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select, update

from station_app.domain.errors import EditConflictError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp


def columns_of(session: Session, row: type[Any], key: str) -> dict[str, Any]:
    """Return every column of the record *key*.

    Raises :class:`NotFoundError` when there is none.
    """
    query = select(row.__table__).where(row.id == key)
    found = session.execute(query).mappings().one_or_none()
    if found is None:
        raise NotFoundError(id=key)
    return dict(found)


def change_record(
    session: Session,
    row: type[Any],
    key: str,
    values: Mapping[str, object],
    *,
    version: int,
    stamp: Stamp,
) -> None:
    """Replace *values* of the record *key*, if nobody else has since *version*.

    Raises :class:`EditConflictError` when somebody has.
    """
    # The version is compared by the UPDATE itself: between a look and a write there is
    # no gap in which another edit could be lost.
    changed = session.execute(
        update(row)
        .where(row.id == key, row.version == version)
        .values(**values, version=version + 1, **stamp.of_change())
        .returning(row.id)
    ).one_or_none()
    if changed is None:
        raise EditConflictError(id=key)


def amend_record(
    session: Session, row: type[Any], key: str, values: Mapping[str, object], *, stamp: Stamp
) -> None:
    """Write *values* into the record *key*; if it says all of them already, it stays as it is."""
    # IS NOT rather than <>: an empty column differs from a day, too.
    differs = or_(*(getattr(row, name).is_distinct_from(value) for name, value in values.items()))
    session.execute(
        update(row)
        .where(row.id == key, differs)
        .values(**values, version=row.version + 1, **stamp.of_change())
    )


def set_binned(session: Session, row: type[Any], key: str, *, binned: bool, stamp: Stamp) -> None:
    """Put the record *key* into the bin, or take it out, whatever its version.

    Raises :class:`NotFoundError` when there is none.
    """
    found = session.execute(
        update(row)
        .where(row.id == key)
        .values(
            deleted_at=stamp.at if binned else None,
            version=row.version + 1,
            **stamp.of_change(),
        )
        .returning(row.id)
    ).one_or_none()
    if found is None:
        raise NotFoundError(id=key)
