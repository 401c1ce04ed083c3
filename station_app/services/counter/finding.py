"""Items found while somebody types: by name, other names, pinyin and initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.counter.finding import SHORTEST, Named, found_in, named, named_in
from station_app.domain.search.hits import Rank
from station_app.services.search import QueryReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.counter.items import Item, VersionId
    from station_app.domain.search.hits import Hit
    from station_app.services.pinyin import Readings
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store

MOST_BESIDE: Final = 5


class ItemFinder:
    """Finds items; whether one may, whoever calls it has asked.

    There are dozens, so that they are judged one by one and need no index. What an item is
    found by is worked out once for each version.
    """

    def __init__(
        self,
        store: Store,
        reference: Reference,
        clock: Clock,
        readings: Callable[[str], Readings],
    ) -> None:
        self._store, self._reference, self._clock = store, reference, clock
        self._queries, self._readings_of = QueryReader(readings), readings
        self._known: dict[VersionId, Named] = {}

    def offered(self, text: str) -> Sequence[Hit]:
        """Return what answers *text* of that which is offered today, for the box of everything.

        Not what its letters merely occur in, nor what a single one begins: people are meant
        more often.
        """
        if len(text.strip()) < SHORTEST:
            return ()
        with self._store.reading() as tx:
            items = tx.items.all(self._reference.items)
        today = self._clock.today()
        found = self.among(text, (item for item in items if item.is_offered(today)))
        return [hit for hit in found if hit.rank <= Rank.NAME_INSIDE][:MOST_BESIDE]

    def among(self, text: str, items: Iterable[Item]) -> list[Hit]:
        """Return which of *items* answer *text*, the best first."""
        query = self._queries.read(text)
        if query.is_empty:
            return []
        known = [self._named(item) for item in items]
        return found_in(query, known) or named_in(text, known)

    def _named(self, item: Item) -> Named:
        version = item.on(self._clock.today())
        told = version.particulars
        if version.id not in self._known:
            self._known[version.id] = named(item.id, told.name, told.aliases, self._spoken)
        return self._known[version.id]

    def _spoken(self, name: str) -> tuple[str, ...]:
        return self._readings_of(name).full
