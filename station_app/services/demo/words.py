"""The word lists and shares that demo people are made of, read once from data files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from station_app.services.demo.chance import Weighted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SEXES = ("1", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """The characters that names of those born before the year ``until`` are made of."""

    until: int
    single_share: float
    characters: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What names are made of; ``patronymic`` and ``single`` are keyed by ethnicity and sex."""

    surnames: Weighted[str]
    generations: tuple[Generation, ...]
    rare: tuple[str, ...]
    rare_share: float
    patronymic: Mapping[tuple[str, str], tuple[str, ...]]
    single: Mapping[tuple[str, str], tuple[str, ...]]
    ethnicities: Weighted[str]
    foreign: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EstatePlan:
    """How an estate is built: so many buildings, units in each, floors, rooms a floor."""

    name: str
    buildings: int
    units: int
    floors: int
    rooms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPlan:
    """A grid and who works in it."""

    name: str
    worker: str
    worker_phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The community and what lies beyond it."""

    station: Mapping[str, str]
    estates: tuple[EstatePlan, ...]
    more_estates: Mapping[str, Any]
    vacant_share: float
    grids: tuple[GridPlan, ...]
    supervision_phone: str
    elsewhere: Mapping[str, tuple[str, ...]]
    provinces: Weighted[str]
    roads: tuple[str, ...]
    left_to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPlan:
    """A member of a family besides its head; ``gap`` is how many years younger."""

    kin: str
    gap: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlan:
    """A form of family: its head's sex and age in years, and the members besides."""

    head: str
    age: tuple[int, int]
    members: tuple[MemberPlan, ...]
    kind: str = "family"
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagPlan:
    """Who bears a tag: ages in years, both included, and a circumstance it ``needs``."""

    code: str
    ages: tuple[int, int]
    share: float
    sex: str = ""
    needs: str = ""
    levels: tuple[str, ...] = ()
    levels_by_age: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """How the people are made up; ``shares`` are parts of one."""

    families: Weighted[FamilyPlan]
    bases: Weighted[str]
    proofs: Mapping[str, tuple[str, ...]]
    education: tuple[tuple[int, Weighted[str]], ...]
    occupations: Weighted[str]
    politics: Weighted[str]
    employers: tuple[str, ...]
    notes: tuple[str, ...]
    ways_to_verify: Weighted[str]
    verified: Mapping[str, Any]
    visitors: tuple[str, ...]
    shares: Mapping[str, float]
    tags: tuple[TagPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWords:
    """All there is to make people of."""

    names: NameWords
    places: PlaceWords
    facts: FactWords


def load_words(folder: Path) -> DemoWords:
    """Return the words kept in *folder* (``resources/demo``)."""
    names, places, facts = (
        json.loads((folder / f"{name}.json").read_text("utf-8"))
        for name in ("names", "places", "facts")
    )
    return DemoWords(names=_names(names), places=_places(places), facts=_facts(facts))


def _names(data: Mapping[str, Any]) -> NameWords:
    return NameWords(
        surnames=Weighted(data["surnames"]),
        generations=tuple(
            Generation(
                until=given["until"],
                single_share=data["single_share"][str(given["until"])],
                characters={sex: given[sex] for sex in SEXES},
            )
            for given in data["given"]
        ),
        rare=tuple(data["rare"]),
        rare_share=data["rare_share"],
        patronymic=_by_ethnicity(data["patronymic"]),
        single=_by_ethnicity(data["single_names"]),
        ethnicities=Weighted(data["ethnicities"]),
        foreign={kind: tuple(given) for kind, given in data["foreign"].items()},
    )


def _by_ethnicity(data: Mapping[str, Any]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    return {(code, sex): tuple(data[sex]) for code in data["codes"] for sex in SEXES}


def _places(data: Mapping[str, Any]) -> PlaceWords:
    return PlaceWords(
        station=data["station"],
        estates=tuple(EstatePlan(**estate) for estate in data["estates"]),
        more_estates=data["more_estates"],
        vacant_share=data["vacant_share"],
        grids=tuple(GridPlan(**grid) for grid in data["grids"]),
        supervision_phone=data["supervision_phone"],
        elsewhere={code: tuple(towns) for code, towns in data["elsewhere"].items()},
        provinces=Weighted(data["elsewhere_weights"]),
        roads=tuple(data["roads"]),
        left_to=tuple(data["left_to"]),
    )


def _facts(data: Mapping[str, Any]) -> FactWords:
    return FactWords(
        families=Weighted({_family(family): family["weight"] for family in data["families"]}),
        bases=Weighted(data["bases"]),
        proofs={basis: tuple(proofs) for basis, proofs in data["proofs"].items()},
        education=tuple((step["until"], Weighted(step["weights"])) for step in data["education"]),
        occupations=Weighted(data["occupations"]),
        politics=Weighted(data["politics"]),
        employers=tuple(data["employers"]),
        notes=tuple(data["notes"]),
        ways_to_verify=Weighted(data["verified"]["how"]),
        verified=data["verified"],
        visitors=tuple(data["visitors"]),
        shares=data["shares"],
        tags=tuple(_tag(tag) for tag in data["tags"]),
    )


def _family(data: Mapping[str, Any]) -> FamilyPlan:
    return FamilyPlan(
        head=data["head"],
        age=tuple(data["age"]),
        members=tuple(
            MemberPlan(kin=member["as"], gap=tuple(member.get("gap", (0, 0))))
            for member in data["members"]
        ),
        kind=data.get("kind", "family"),
        basis=data.get("basis", ""),
    )


def _tag(data: Mapping[str, Any]) -> TagPlan:
    return TagPlan(
        code=data["code"],
        ages=(data["from"], data["to"]),
        share=data["share"],
        sex=data.get("sex", ""),
        needs=data.get("needs", ""),
        levels=tuple(data.get("levels", ())),
        levels_by_age={int(age): level for age, level in data.get("levels_by_age", {}).items()},
    )
