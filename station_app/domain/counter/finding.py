"""Finding items by any of their names, by pinyin or initials, as everything else is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.search.entries import Kind, SearchEntry
from station_app.domain.search.hits import Hit, Rank, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from station_app.domain.counter.items import ItemId
    from station_app.domain.search.queries import Query


Named = tuple[str, tuple[SearchEntry, ...]]
"""The name of an item, and what it is found by."""
SHORTEST = 2


def entries_of(
    key: ItemId,
    name: str,
    aliases: Iterable[str],
    readings: Callable[[str], tuple[str, ...]],
) -> tuple[SearchEntry, ...]:
    """Return what an item is found by: an entry for its name, one for each other name."""
    return tuple(
        SearchEntry(kind=Kind.ITEM, seq=0, key=key, name=each, readings=readings(each), address="")
        for each in dict.fromkeys((name, *aliases))
    )


def found_in(query: Query, items: Iterable[Named]) -> list[Hit]:
    """Return the items that answer *query*, the best first; each is told with its name.

    What was found by another name has that beneath.
    """
    hits: list[Hit] = []
    for name, entries in items:
        found = [hit for entry in entries if (hit := judge(query, entry)) is not None]
        if found:
            hits.append(_told(name, min(found, key=lambda hit: hit.rank)))
    return sorted(hits, key=lambda hit: hit.rank)


def named_in(text: str, items: Iterable[Named]) -> list[Hit]:
    """Return the items one of whose names stands in *text*, as in a whole sentence."""
    return [
        _told(name, _plain(entry))
        for name, entries in items
        if (entry := next((each for each in entries if _stands_in(each.name, text)), None))
    ]


def _stands_in(name: str, text: str) -> bool:
    return len(name) >= SHORTEST and name in text


def _plain(entry: SearchEntry) -> Hit:
    return Hit(
        kind=Kind.ITEM,
        seq=0,
        key=entry.key,
        title=entry.name,
        subtitle="",
        number="",
        phone="",
        sex="",
        born="",
        rank=Rank.NAME_INSIDE,
    )


def _told(name: str, hit: Hit) -> Hit:
    if hit.title == name:
        return hit
    return replace(hit, title=name, subtitle=hit.title, marks=())
