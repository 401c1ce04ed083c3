"""The catalogue of items (事项目录): looked up, corrected in versions, retired, printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.checks import problems_with_item, problems_with_start, tidied
from station_app.domain.counter.items import AFFAIRS, LINES, ItemId, ItemVersion, Origin, VersionId
from station_app.domain.errors import (
    EditConflictError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.keys import new_key
from station_app.services.counter.drawing import Drawing
from station_app.services.counter.finding import ItemFinder
from station_app.services.counter.guiding import sheet_of
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from station_app.domain.codes import CodeTable
    from station_app.domain.counter.items import Item, ItemDraft
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.pinyin import Readings
    from station_app.services.use_cases import Usual
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.ITEMS, Topic.AUDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """From which day a version is to hold, and why."""

    valid_from: date | None = None
    reason: str = ""


class ItemService(Drawing):
    """The use cases of items. A version is never changed: another follows it."""

    def __init__(
        self,
        *usual: *Usual,
        readings: Callable[[str], Readings],
        desk: Callable[[], PaperDesk],
    ) -> None:
        super().__init__(*usual, desk=desk)
        self.finder = ItemFinder(self._store, self._reference, self._clock, readings)

    @needs(Permission.ITEM_READ)
    def catalogue(self) -> Sequence[Item]:
        """Return every item, those no longer offered too."""
        with self._store.reading() as tx:
            return tx.items.all(self._reference.items)

    @needs(Permission.ITEM_READ)
    def find(self, text: str) -> Sequence[ItemId]:
        """Return the keys of the items that *text* may mean, the likeliest first; "" means all."""
        items = self.catalogue()
        if not text.strip():
            return [item.id for item in items]
        return [ItemId(hit.key) for hit in self.finder.among(text, items)]

    @needs(Permission.ITEM_READ)
    def item(self, key: ItemId) -> Item:
        """Return the item *key* with its versions."""
        with self._store.reading() as tx:
            return tx.items.item(key, self._reference.items)

    @needs(Permission.ITEM_READ)
    def version(self, key: VersionId) -> ItemVersion:
        """Return a version that something rests upon, whatever has become of the item since."""
        with self._store.reading() as tx:
            return tx.items.version(key)

    @needs(Permission.ITEM_CHANGE)
    def add(self, draft: ItemDraft, start: Start) -> Done[ItemId]:
        """Keep an item of the station's own."""
        key = ItemId(new_key())
        version = self._accepted(key, draft, start, ())
        with self._store.transaction() as tx:
            taken = tx.items.all(self._reference.items)
            if any(self._is_named(item, version.particulars.name) for item in taken):
                raise ValidationFailedError((Problem("name", "twice"),))
            tx.items.keep(version)
            tx.audit.add("item:record:added", key, item=version.particulars.name)
        return Done(key, TOUCHED, lambda: self._set_binned(version, binned=True))

    @needs(Permission.ITEM_CHANGE)
    def correct(
        self, key: ItemId, draft: ItemDraft, start: Start, *, seen: VersionId
    ) -> Done[VersionId]:
        """Let *draft* follow the version *seen*, which must still be the latest of *key*.

        Raises :class:`RefusedError` ``item.unchanged`` if it says the same.
        """
        with self._store.transaction() as tx:
            item = tx.items.item(key, self._reference.items)
            latest = item.versions[0]
            if latest.id != seen:
                raise EditConflictError(id=key)
            version = self._accepted(key, draft, start, item.versions)
            if version.particulars == latest.particulars:
                raise RefusedError("item.unchanged")
            tx.items.keep(latest)  # a shipped one: the next program may bring another
            tx.items.keep(version)
            tx.audit.add(
                "item:record:corrected",
                key,
                item=version.particulars.name,
                reason=start.reason.strip(),
            )
        return Done(version.id, TOUCHED, lambda: self._set_binned(version, binned=True))

    @needs(Permission.ITEM_CHANGE)
    def retire(self, key: ItemId, reason: str, *, version: int) -> Done[None]:
        """Offer the item no more from today on; it was last seen at *version*."""
        if not reason.strip():
            raise ValidationFailedError((Problem("reason", "missing"),))
        with self._store.transaction() as tx:
            name = self._name(tx, key)
            tx.items.retire(key, self._clock.today(), reason.strip(), version=version)
            tx.audit.add("item:record:retired", key, item=name, reason=reason.strip())
        later = max(version, 1) + 1
        return Done(None, TOUCHED, lambda: self.bring_back(key, version=later))

    @needs(Permission.ITEM_CHANGE)
    def bring_back(self, key: ItemId, *, version: int) -> Done[None]:
        """Offer a retired item again."""
        with self._store.transaction() as tx:
            former = tx.items.item(key, self._reference.items)
            tx.items.retire(key, None, "", version=version)
            tx.audit.add("item:record:brought-back", key, item=self._name(tx, key))
        reason = former.retired_reason
        return Done(None, TOUCHED, lambda: self.retire(key, reason, version=version + 1))

    @needs(Permission.ITEM_READ)
    def sheet(self, key: ItemId, version: VersionId) -> Paper:
        """Return the guide sheet (办事指南) of one *version* of the item *key*."""
        item = self.item(key)
        chosen = next(each for each in item.versions if each.id == version)
        sheet = sheet_of(
            chosen,
            settings=self._settings.current(),
            today=self._clock.today(),
        )
        return self._desk().draw_guide(sheet)

    def _accepted(
        self, key: ItemId, draft: ItemDraft, start: Start, versions: Sequence[ItemVersion]
    ) -> ItemVersion:
        accepted = tidied(draft)
        problems = problems_with_item(
            accepted,
            lines=_codes(self._reference.table(LINES)),
            affairs=_codes(self._reference.table(AFFAIRS)),
        ) + problems_with_start(start.valid_from, start.reason, versions)
        if problems or start.valid_from is None:
            raise ValidationFailedError(problems)
        return ItemVersion(
            id=VersionId(new_key()),
            item_id=key,
            valid_from=start.valid_from,
            particulars=accepted,
            origin=Origin.STATION,
            reason=start.reason.strip(),
        )

    def _set_binned(self, version: ItemVersion, *, binned: bool) -> Done[None]:
        """Take a version back, or put it in force again, if none has followed it since."""
        key = version.item_id
        with self._store.transaction() as tx:
            latest = {item.id: item.versions[0].id for item in self._all(tx)}.get(key)
            if binned and latest != version.id:
                raise EditConflictError(id=key)
            tx.items.set_binned(version.id, binned=binned)
            act = "item:record:taken-back" if binned else "item:record:restored"
            tx.audit.add(act, key, item=version.particulars.name)
        return Done(None, TOUCHED, lambda: self._set_binned(version, binned=not binned))

    def _all(self, tx: Transaction) -> Sequence[Item]:
        return tx.items.all(self._reference.items)

    def _name(self, tx: Transaction, key: ItemId) -> str:
        item = tx.items.item(key, self._reference.items)
        return item.on(self._clock.today()).particulars.name

    def _is_named(self, item: Item, name: str) -> bool:
        return item.on(self._clock.today()).particulars.name == name


def _codes(table: CodeTable) -> frozenset[str]:
    return frozenset(entry.code for entry in table.entries)
