"""Which lists hold here, and where the offices are, as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as insert_once

from station_app.domain.errors import EditConflictError, NotFoundError
from station_app.domain.rule_packs import (
    LocalOffice,
    Pack,
    PackId,
    office_of_name,
    pack_of_file,
)
from station_app.store.counter.task_rows import RefusalOfficeRow, RulePackRow
from station_app.store.records import change_record, set_binned
from station_app.store.rule_files import pack_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from station_app.domain.negative_list import NegativeList
    from station_app.store.stamp import Stamp

PACK, OFFICE = RulePackRow, RefusalOfficeRow
TOLD: Final = ("local_name", "address", "phone", "hours")


class RulePacks:
    """The packs and the offices within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session, self._stamp = session, stamp

    def all(self, shipped: Mapping[str, NegativeList]) -> tuple[Pack, ...]:
        """Return the packs: those *shipped*, by file, then those brought in, by name."""
        query = select(PACK).where(PACK.deleted_at.is_(None)).order_by(PACK.name, PACK.seq)
        rows = {row.id: row for row in self._session.scalars(query)}
        found = []
        for name, rules in shipped.items():
            row = rows.pop(pack_of_file(name), None)
            found.append(_pack(pack_of_file(name), rules, row, is_shipped=True))
        # a choice about what an older program shipped has no contents, and says nothing here
        found += [
            _pack(PackId(row.id), pack_in(row.name, row.contents), row, is_shipped=False)
            for row in rows.values()
            if row.contents
        ]
        return tuple(found)

    def bring_in(self, key: PackId, name: str, contents: str) -> None:
        """Keep a pack under *key*; one that was taken out comes back."""
        values = {"name": name, "contents": contents, "is_chosen": True}
        if not self._begin(key, values):
            set_binned(self._session, PACK, key, binned=False, stamp=self._stamp)

    def choose(self, key: PackId, name: str, *, chosen: bool, version: int) -> None:
        """Let the pack *key* be used or not, if nobody else has chosen since *version*."""
        if version:
            change_record(
                self._session,
                PACK,
                key,
                {"is_chosen": chosen},
                version=version,
                stamp=self._stamp,
            )
            return
        values = {"name": name, "contents": "", "is_chosen": chosen}
        if not self._begin(key, values):
            raise EditConflictError(id=key)

    def _begin(self, key: PackId, values: Mapping[str, object]) -> bool:
        """Keep *values* under *key*; return whether nothing was kept there."""
        done = self._session.execute(
            insert_once(PACK)
            .values(id=key, **values, **self._stamp.of_new())
            .on_conflict_do_nothing(index_elements=["id"])
            .returning(PACK.id)
        )
        return done.one_or_none() is not None

    def set_binned(self, key: PackId, *, binned: bool) -> None:
        """Take the pack *key* out, or put it back."""
        set_binned(self._session, PACK, key, binned=binned, stamp=self._stamp)

    def offices(self) -> Mapping[str, LocalOffice]:
        """Return where offices are here, by the names that lists give them."""
        query = select(OFFICE).where(OFFICE.deleted_at.is_(None))
        return {
            row.name: LocalOffice(
                name=row.name, version=row.version, **{each: getattr(row, each) for each in TOLD}
            )
            for row in self._session.scalars(query)
        }

    def keep_office(self, office: LocalOffice) -> None:
        """Note where an office is, if nobody else has since it was seen."""
        key = office_of_name(office.name)
        told = {each: getattr(office, each) for each in TOLD}
        if office.version:
            change_record(
                self._session, OFFICE, key, told, version=office.version, stamp=self._stamp
            )
            return
        done = self._session.execute(
            insert_once(OFFICE)
            .values(id=key, name=office.name, **told, **self._stamp.of_new())
            .on_conflict_do_nothing(index_elements=["id"])
            .returning(OFFICE.id)
        ).one_or_none()
        if done is None:
            raise EditConflictError(id=key)

    def pack(self, key: PackId, shipped: Mapping[str, NegativeList]) -> Pack:
        """Return the pack *key*. Raises :class:`NotFoundError` when there is none."""
        found = next((pack for pack in self.all(shipped) if pack.id == key), None)
        if found is None:
            raise NotFoundError(id=key)
        return found


def _pack(key: PackId, rules: NegativeList, row: RulePackRow | None, *, is_shipped: bool) -> Pack:
    return Pack(
        id=key,
        rules=rules,
        is_shipped=is_shipped,
        is_chosen=None if row is None else row.is_chosen,
        version=0 if row is None else row.version,
    )
