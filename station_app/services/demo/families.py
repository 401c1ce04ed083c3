"""Families: who lives together, how old they are, and how they are related."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from station_app.services.demo.chance import Chance
    from station_app.services.demo.names import Namer
    from station_app.services.demo.words import FamilyPlan, MemberPlan

FEMALE, MALE = "2", "1"
YEAR = 365.2425
HEAD = "02"
OLDEST_CHILD_AT_HOME = 34
SPOUSE_OF_OWN_PEOPLE = 0.9


@dataclass(slots=True, kw_only=True)
class Kin:
    """Somebody in a family, before anything else is known of him."""

    kin: str
    relation: str
    sex: str
    born: date
    age: int
    name: str
    surname: str
    ethnicity: str
    is_dead: bool = False


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What a role makes of a member: relation and sex; whose child or spouse he is."""

    relation: str
    sex: str
    of: str = ""
    is_spouse: bool = False
    is_dead: bool = False


SHARE_OF_SONS = 0.52
DESCENDANTS = {
    "child": ("20", "30"),
    "second": ("23", "33"),
    "son": ("20", "30"),
    "daughter": ("20", "30"),
    "grandchild": ("41", "42"),
    "grandchild_by_daughter": ("43", "44"),
    "sister": ("71", "77"),
}
ALWAYS = {"son": MALE, "daughter": FEMALE, "sister": FEMALE}
FIXED = {
    "wife": _Sketch("12", FEMALE, is_spouse=True),
    "husband": _Sketch("11", MALE, is_spouse=True),
    "late_wife": _Sketch("12", FEMALE, is_spouse=True, is_dead=True),
    "late_husband": _Sketch("11", MALE, is_spouse=True, is_dead=True),
    "daughter_in_law": _Sketch("38", FEMALE, of="son", is_spouse=True),
    "son_in_law": _Sketch("28", MALE, of="daughter", is_spouse=True),
    "father": _Sketch("51", MALE),
    "mother": _Sketch("52", FEMALE, is_spouse=True),
}


class Families:
    """Puts families together."""

    def __init__(self, namer: Namer, chance: Chance, *, today: date) -> None:
        self._namer = namer
        self._chance = chance
        self._today = today

    def members(self, plan: FamilyPlan) -> list[Kin]:
        """Return a family made by *plan*, the head first."""
        age = self._chance.between(*plan.age)
        family = [self._person("head", _Sketch(HEAD, plan.head), age, None)]
        for member in plan.members:
            family += self._member(member, family)
        return family

    def _member(self, plan: MemberPlan, family: list[Kin]) -> Iterator[Kin]:
        head = family[0]
        sketch = self._sketch(plan.kin, head)
        anchor = next((kin for kin in family if kin.kin == sketch.of), head)
        age = anchor.age - self._gap(plan, sketch)
        if plan.kin in {"child", "second"}:
            # Children bear their father's surname.
            anchor = next((kin for kin in family if kin.sex == MALE), head)
        is_grown = plan.kin in {"child", "second"} and age > OLDEST_CHILD_AT_HOME
        if age < 0 or is_grown:
            return
        yield self._person(plan.kin, sketch, age, anchor)

    def _gap(self, plan: MemberPlan, sketch: _Sketch) -> int:
        if plan.kin in {"mother", "father"}:
            return -self._chance.between(*plan.gap)
        if sketch.is_spouse:
            years = self._chance.between(-2, 5)
            # One difference, seen from his side or from hers.
            return years if sketch.sex == FEMALE else -years
        if plan.kin == "mate":
            return self._chance.between(-4, 4)
        return self._chance.between(*plan.gap)

    def _sketch(self, kin: str, head: Kin) -> _Sketch:
        if kin in FIXED:
            return FIXED[kin]
        if kin == "mate":
            return _Sketch("99", head.sex)
        sex = ALWAYS.get(kin) or (MALE if self._chance.happens(SHARE_OF_SONS) else FEMALE)
        son_or_daughter = DESCENDANTS[kin]
        of = {"grandchild": "son", "grandchild_by_daughter": "daughter"}.get(kin, "")
        return _Sketch(son_or_daughter[sex == FEMALE], sex, of=of)

    def _person(self, kin: str, sketch: _Sketch, age: int, anchor: Kin | None) -> Kin:
        born = self._birthday(age)
        related = anchor is not None and not sketch.is_spouse and kin != "mate"
        ethnicity, surname = self._descent(anchor, related=related, spouse=sketch.is_spouse)
        father = anchor.name if anchor is not None and related and anchor.sex == MALE else ""
        name = self._namer.full_name(
            ethnicity=ethnicity, sex=sketch.sex, year=born.year, surname=surname, father=father
        )
        return Kin(
            kin=kin,
            relation=sketch.relation,
            sex=sketch.sex,
            born=born,
            age=age,
            name=name,
            surname=surname,
            ethnicity=ethnicity,
            is_dead=sketch.is_dead,
        )

    def _descent(self, anchor: Kin | None, *, related: bool, spouse: bool) -> tuple[str, str]:
        """Return ethnicity and surname: handed down, or of one's own."""
        fresh: Callable[[], str] = self._namer.surname
        if anchor is None:
            return self._namer.ethnicity(), fresh()
        if related:
            keeps = anchor.sex == MALE or self._chance.happens(0.3)
            return anchor.ethnicity, anchor.surname if keeps else fresh()
        if spouse and self._chance.happens(SPOUSE_OF_OWN_PEOPLE):
            return anchor.ethnicity, fresh()
        return self._namer.ethnicity(), fresh()

    def _birthday(self, age: int) -> date:
        days = int((age + self._chance.between(0, 998) / 1000) * YEAR)
        return self._today - timedelta(days=max(days, 1))
