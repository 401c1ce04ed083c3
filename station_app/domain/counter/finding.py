"""Finding items by any of their names, by pinyin or initials, as everything else is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.search.entries import Kind, SearchEntry
from station_app.domain.search.folding import fold_name
from station_app.domain.search.hits import Hit, Rank, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from station_app.domain.counter.items import ItemId
    from station_app.domain.search.queries import Query, Token

SHORTEST = 2


class Told(NamedTuple):
    """One name of an item as it is found by.

    ``letters`` are those that a syllable of it begins with, or that stand in it.
    """

    entry: SearchEntry
    letters: frozenset[str]

    def may_answer(self, query: Query) -> bool:
        """Whether *query* is worth judging: most names have no syllable that begins so.

        Told at a glance, for all items are looked through at every keystroke.
        """
        return all(self._may_begin(token) for token in query.tokens)

    def _may_begin(self, token: Token) -> bool:
        first = {way[:1] for way in token.letters or (token.plain,)}
        return not all(map(str.isalpha, first)) or not first.isdisjoint(self.letters)


class Named(NamedTuple):
    """The name of an item, and what it is found by: that name, and each other one."""

    name: str
    names: tuple[Told, ...]


def named(
    key: ItemId,
    name: str,
    aliases: Iterable[str],
    readings: Callable[[str], tuple[str, ...]],
) -> Named:
    """Return what an item is found by."""
    names = dict.fromkeys((name, *aliases))
    return Named(name, tuple(_told_by(key, each, readings(each)) for each in names))


def _told_by(key: ItemId, name: str, readings: tuple[str, ...]) -> Told:
    entry = SearchEntry(kind=Kind.ITEM, seq=0, key=key, name=name, readings=readings, address="")
    begun = {syllable[:1] for reading in readings for syllable in reading.split(" ")}
    return Told(entry, frozenset(begun) | frozenset(fold_name(name)))


def found_in(query: Query, items: Iterable[Named]) -> list[Hit]:
    """Return the items that answer *query*, the best first; each is told with its name.

    What was found by another name has that beneath.
    """
    hits: list[Hit] = []
    for item in items:
        asked = [told.entry for told in item.names if told.may_answer(query)]
        found = [hit for entry in asked if (hit := judge(query, entry)) is not None]
        if found:
            hits.append(_told(item.name, min(found, key=lambda hit: hit.rank)))
    return sorted(hits, key=lambda hit: hit.rank)


def named_in(text: str, items: Iterable[Named]) -> list[Hit]:
    """Return the items one of whose names stands in *text*, as in a whole sentence."""
    return [
        _told(name, _plain(entry))
        for name, names in items
        if (
            entry := next(
                (told.entry for told in names if _stands_in(told.entry.name, text)), None
            )
        )
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
