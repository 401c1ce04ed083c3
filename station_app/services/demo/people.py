"""Invented households, one after the other, with all that is known of their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.addresses import render
from station_app.services.demo.chance import Chance
from station_app.services.demo.circumstances import Circumstances
from station_app.services.demo.families import Families
from station_app.services.demo.names import Namer
from station_app.services.demo.papers import Registry
from station_app.services.demo.person import DemoHousehold, DemoPerson
from station_app.services.demo.places import dwellings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from station_app.services.demo.words import DemoWords

USUAL_HOUSEHOLD = 2.63  # people
FIRST_NUMBER = 320_000_001


def households(count: int, *, words: DemoWords, seed: int, today: date) -> Iterator[DemoHousehold]:
    """Yield households of together exactly *count* people, the same for the same *seed*.

    The last household may lack some of its people.
    """
    chance = Chance(seed)
    namer = Namer(words.names, chance)
    families = Families(namer, chance, today=today)
    facts = Circumstances(words, namer, Registry(chance), chance, today=today)
    homes = dwellings(words.places, chance, int(count / USUAL_HOUSEHOLD))
    made, number = 0, FIRST_NUMBER
    while made < count:
        plan = chance.drawn(words.facts.families)
        family = families.members(plan)[: count - made]
        home = next(homes)
        shared = facts.of_household(plan, family, number=str(number), address=render(home))
        yield DemoHousehold(
            number=str(number),
            kind=plan.kind,
            home=home,
            people=tuple(facts.person(kin, family, shared) for kin in family),
        )
        made += len(family)
        number += 1


def people(count: int, *, words: DemoWords, seed: int, today: date) -> Iterator[DemoPerson]:
    """Yield exactly *count* people, without their households."""
    for household in households(count, words=words, seed=seed, today=today):
        yield from household.people
