"""The catalogue within one transaction: what was shipped, under what the station says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as insert_once

from station_app.domain.counter.contents import item_from_text, text_of_item
from station_app.domain.counter.items import Item, ItemId, ItemVersion, Origin, VersionId, in_order
from station_app.domain.errors import NotFoundError
from station_app.store.base import moment_text
from station_app.store.counter.rows import ItemRow, ItemVersionRow
from station_app.store.records import change_record, set_binned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp


class Items:
    """The items as they are kept here; *shipped* are handed in by whoever asks."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def all(self, shipped: Mapping[ItemId, Item]) -> tuple[Item, ...]:
        """Return every item, those of *shipped* first, then the station's own by age."""
        versions: dict[str, list[ItemVersion]] = {}
        for found in self._session.scalars(_versions()):
            versions.setdefault(found.item_id, []).append(_version(found))
        rows = {
            row.id: row for row in self._session.scalars(select(ItemRow).order_by(ItemRow.seq))
        }
        keys = dict.fromkeys((*shipped, *rows))
        items = (_item(ItemId(key), shipped, versions.get(key, ()), rows.get(key)) for key in keys)
        return tuple(item for item in items if item.versions)

    def item(self, key: ItemId, shipped: Mapping[ItemId, Item]) -> Item:
        """Return the item *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        kept = self._session.scalars(_versions().where(ItemVersionRow.item_id == key))
        row = self._session.scalar(select(ItemRow).where(ItemRow.id == key))
        item = _item(key, shipped, map(_version, kept), row)
        if not item.versions:
            raise NotFoundError(id=key)
        return item

    def version(self, key: VersionId) -> ItemVersion:
        """Return the version *key* that is kept, also if it has been taken back since.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._session.scalar(select(ItemVersionRow).where(ItemVersionRow.id == key))
        if found is None:
            raise NotFoundError(id=key)
        return _version(found)

    def keep(self, version: ItemVersion) -> None:
        """Keep *version*, if it is not kept yet, and its item."""
        self._keep_item(version.item_id)
        values = {
            "id": version.id,
            "item_id": version.item_id,
            "valid_from": version.valid_from,
            "origin": version.origin.value,
            "reason": version.reason,
            "contents": text_of_item(version.particulars),
        }
        self._session.execute(
            insert_once(ItemVersionRow)
            .values(**values, **self._stamp.of_new())
            .on_conflict_do_nothing(index_elements=["id"])
        )

    def retire(self, key: ItemId, on: date | None, reason: str, *, version: int) -> None:
        """Offer the item no more from the day *on*, or again; it was last seen at *version*."""
        values = {"retired_on": on, "retired_reason": reason}
        self._keep_item(key)
        change_record(
            self._session, ItemRow, key, values, version=max(version, 1), stamp=self._stamp
        )

    def set_binned(self, key: VersionId, *, binned: bool) -> None:
        """Put the version *key* into the bin, or take it out."""
        set_binned(self._session, ItemVersionRow, key, binned=binned, stamp=self._stamp)

    def _keep_item(self, key: ItemId) -> None:
        self._session.execute(
            insert_once(ItemRow)
            .values(id=key, retired_reason="", **self._stamp.of_new())
            .on_conflict_do_nothing(index_elements=["id"])
        )


def _versions() -> Select[ItemVersionRow]:
    return select(ItemVersionRow).where(ItemVersionRow.deleted_at.is_(None))


def _item(
    key: ItemId,
    shipped: Mapping[ItemId, Item],
    kept: Iterable[ItemVersion],
    row: ItemRow | None,
) -> Item:
    known = {each.id: each for each in kept}
    for each in shipped[key].versions if key in shipped else ():
        known.setdefault(each.id, each)
    item = Item(id=key, versions=in_order(known.values()))
    if row is None:
        return item
    return replace(
        item,
        retired_on=row.retired_on,
        retired_reason=row.retired_reason,
        version=row.version,
    )


def _version(found: ItemVersionRow) -> ItemVersion:
    origin = Origin.SHIPPED if found.origin == Origin.SHIPPED else Origin.STATION
    return ItemVersion(
        id=VersionId(found.id),
        item_id=ItemId(found.item_id),
        valid_from=found.valid_from,
        particulars=item_from_text(found.contents),
        origin=origin,
        reason=found.reason,
        made_by="" if origin is Origin.SHIPPED else found.created_by.partition("@")[0],
        order="" if origin is Origin.SHIPPED else moment_text(found.created_at),
    )
