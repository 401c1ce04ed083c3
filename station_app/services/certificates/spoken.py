"""Entries of lists found by the sound of a name: pinyin in full, or its initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from station_app.domain.counter.finding import SHORTEST, found_in, named
from station_app.domain.counter.items import ItemId
from station_app.domain.search.hits import Rank
from station_app.services.search import QueryReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from station_app.domain.counter.finding import Named
    from station_app.services.pinyin import Readings


class Titled(Protocol):
    """What has a title and other names."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called."""


TitledT = TypeVar("TitledT", bound=Titled)


class SpokenFinder:
    """Finds what is typed in letters; what an entry sounds like is worked out once."""

    def __init__(self, readings: Callable[[str], Readings]) -> None:
        self._queries, self._readings_of = QueryReader(readings), readings
        self._known: dict[tuple[str, str, tuple[str, ...]], Named] = {}

    def among(self, text: str, entries: Iterable[TitledT]) -> tuple[TitledT, ...]:
        """Return which of *entries* are read as *text*, the best first; none for Han alone."""
        if len(text.strip()) < SHORTEST or not any("a" <= each <= "z" for each in text.lower()):
            return ()
        query = self._queries.read(text)
        if query.is_empty:
            return ()
        by_key = {each.id: each for each in entries}
        hits = found_in(query, [self._named(each) for each in by_key.values()])
        return tuple(by_key[hit.key] for hit in hits if hit.rank <= Rank.NAME_INSIDE)

    def _named(self, entry: Titled) -> Named:
        key = (entry.id, entry.title, entry.aliases)
        if key not in self._known:
            self._known[key] = named(
                ItemId(entry.id),
                entry.title,
                entry.aliases,
                lambda name: self._readings_of(name).full,
            )
        return self._known[key]
