"""The invented community as it is built: dwelling after dwelling, as one walks past."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import ceil
from typing import TYPE_CHECKING

from station_app.domain.addresses import DwellingParts
from station_app.services.demo.words import EstatePlan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.services.demo.chance import Chance
    from station_app.services.demo.words import PlaceWords


def estates(words: PlaceWords, chance: Chance) -> Iterator[EstatePlan]:
    """Yield the estates of the community, then as many more as are asked for."""
    yield from words.estates
    more = words.more_estates
    names = [first + second for second in more["second"] for first in more["first"]]
    for name in names:
        yield EstatePlan(
            name=name,
            buildings=chance.between(*more["buildings"]),
            units=chance.between(*more["units"]),
            floors=chance.between(*more["floors"]),
            rooms=chance.between(*more["rooms"]),
        )


def rooms_of(estate: EstatePlan, *, since: int = 1) -> Iterator[DwellingParts]:
    """Yield every dwelling of *estate* from building *since* on, from the ground up."""
    inside = (estate.units, estate.floors, estate.rooms)
    buildings = range(since, estate.buildings + 1)
    counted = (range(1, count + 1) for count in inside)
    for building, unit, floor, room in product(buildings, *counted):
        yield DwellingParts(
            estate=estate.name,
            building=str(building),
            unit=str(unit),
            floor=str(floor),
            room=f"{floor}{room:02d}",
        )


def dwellings(words: PlaceWords, chance: Chance, about: int) -> Iterator[DwellingParts]:
    """Yield dwellings without end, the first *about* so many from all estates of the plan.

    A small community fills the first buildings of each estate, not the first
    estate alone.
    """
    share = min(about / sum(map(_size, words.estates)) / (1 - words.vacant_share), 1)
    first = {plan.name: ceil(plan.buildings * share) for plan in words.estates}
    for plan in words.estates:
        yield from _occupied(words, chance, rooms_of(replace(plan, buildings=first[plan.name])))
    for plan in estates(words, chance):
        since = first.get(plan.name, 0) + 1
        yield from _occupied(words, chance, rooms_of(plan, since=since))


def _occupied(
    words: PlaceWords, chance: Chance, rooms: Iterator[DwellingParts]
) -> Iterator[DwellingParts]:
    return (parts for parts in rooms if not chance.happens(words.vacant_share))


def _size(plan: EstatePlan) -> int:
    return plan.buildings * plan.units * plan.floors * plan.rooms
