"""What somebody invented has learnt, does, and carries for a tag: by age and by chance."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from station_app.domain.residents.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.demo.chance import Chance
    from station_app.services.demo.families import Kin
    from station_app.services.demo.words import FactWords, TagPlan

SCHOOL_AGE, GROWN_UP, RETIRED_MEN, RETIRED_WOMEN, ELDER = 6, 18, 60, 55, 65
PUPIL, JOBLESS, RETIRED = "31", "70", "80"
PARTY_MEMBER, LEAGUE_MEMBER, NO_PARTY = "01", "03", "13"
SINGLE, MARRIED, WIDOWED, DIVORCED = "10", "20", "30", "40"
HEALTHY, FAIR, CHRONIC, DISABLED = "10", "20", "30", "60"
COUPLES = frozenset({"wife", "husband", "son_in_law", "daughter_in_law", "son", "daughter"})
ENDED_SHARE = 0.06


class Particulars:
    """Draws what depends on somebody's age, sex and family."""

    def __init__(self, facts: FactWords, chance: Chance, *, today: date) -> None:
        self._facts = facts
        self._chance = chance
        self._today = today

    def education(self, kin: Kin) -> str:
        """Return the schooling (GB/T 4658) of *kin*; children are still at it."""
        if kin.age < SCHOOL_AGE:
            return ""
        if kin.age < GROWN_UP:
            return "80" if kin.age < 13 else "70"
        for until, weights in self._facts.education:
            if kin.born.year < until:
                return self._chance.drawn(weights)
        return ""

    def occupation(self, kin: Kin) -> str:
        """Return the occupation (GB/T 2261.4) of *kin*."""
        if kin.age < SCHOOL_AGE:
            return ""
        if kin.age < GROWN_UP + 2:
            return PUPIL
        if kin.age >= (RETIRED_MEN if kin.sex == "1" else RETIRED_WOMEN):
            return RETIRED
        return self._chance.drawn(self._facts.occupations)

    def employer(self, occupation: str) -> str:
        """Return where somebody of *occupation* works, if that was asked."""
        if occupation in {"", PUPIL, JOBLESS, RETIRED, "51"} or self._chance.happens(0.35):
            return ""
        return self._chance.one_of(self._facts.employers)

    def politics(self, kin: Kin) -> str:
        """Return the political affiliation (GB/T 4762) of *kin*."""
        if kin.age < 14:
            return ""
        drawn = self._chance.drawn(self._facts.politics)
        if drawn == LEAGUE_MEMBER and kin.age > 28:
            return NO_PARTY
        return LEAGUE_MEMBER if drawn == PARTY_MEMBER and kin.age < 18 else drawn

    def marital(self, kin: Kin, family: Sequence[Kin]) -> str:
        """Return the marital status (GB/T 2261.2) of *kin* within his *family*."""
        if kin.age < GROWN_UP + 2:
            return SINGLE if kin.age >= GROWN_UP else ""
        if _has_spouse(kin, {other.kin for other in family if not other.is_dead}):
            return MARRIED
        if _is_widowed(kin, family):
            return WIDOWED
        is_divorced = kin.age > 30 and self._chance.happens(0.45)
        return DIVORCED if is_divorced else SINGLE

    def health(self, tags: Sequence[Tag]) -> str:
        """Return the state of health (GB/T 2261.3) that the *tags* tell of."""
        codes = {tag.code for tag in tags}
        if "disabled" in codes:
            return DISABLED
        if "chronic_illness" in codes:
            return CHRONIC
        # Four in six; the last was not asked.
        return self._chance.one_of((HEALTHY, HEALTHY, HEALTHY, HEALTHY, FAIR, ""))

    def tags(
        self, kin: Kin, family: Sequence[Kin], *, politics: str, occupation: str
    ) -> tuple[Tag, ...]:
        """Return the tags *kin* bears, with the days they hold from."""
        circumstances = {"", *_company(kin, family)}
        if politics == PARTY_MEMBER:
            circumstances.add("party")
        if occupation == JOBLESS:
            circumstances.add("unemployed")
        return tuple(
            self._tag(plan, kin)
            for plan in self._facts.tags
            if plan.needs in circumstances
            and plan.ages[0] <= kin.age <= plan.ages[1]
            and plan.sex in {"", kin.sex}
            and self._chance.happens(plan.share)
        )

    def _tag(self, plan: TagPlan, kin: Kin) -> Tag:
        reached = kin.born + timedelta(days=int(plan.ages[0] * 365.25))
        earliest = max(reached, self._today - timedelta(days=2500))
        since = earliest + timedelta(
            days=self._chance.between(0, max((self._today - earliest).days, 0))
        )
        has_ended = (
            plan.code != "disabled"
            and (self._today - since).days > 400
            and self._chance.happens(ENDED_SHARE)
        )
        return Tag(
            code=plan.code,
            level=self._level(plan, kin.age),
            since=since,
            until=since + timedelta(days=365) if has_ended else None,
            source="入户走访" if self._chance.happens(0.5) else "",
        )

    def _level(self, plan: TagPlan, age: int) -> str:
        for least, level in plan.levels_by_age.items():
            if age >= least:
                return level
        return self._chance.one_of(plan.levels) if plan.levels else ""


def _has_spouse(kin: Kin, living: set[str]) -> bool:
    if kin.kin == "head":
        return bool(living & {"wife", "husband"})
    if kin.kin in {"mother", "father"}:
        return living >= {"mother", "father"}
    return kin.kin in COUPLES


def _is_widowed(kin: Kin, family: Sequence[Kin]) -> bool:
    """Whether somebody old enough to have been married is, as nobody is there to be it with."""
    has_late_spouse = kin.kin == "head" and any(other.is_dead for other in family)
    return has_late_spouse or kin.age >= ELDER or kin.kin in {"mother", "father"}


def _company(kin: Kin, family: Sequence[Kin]) -> set[str]:
    """Return whether an elder lives alone, or as a couple without the young."""
    living = [other for other in family if not other.is_dead]
    if kin.is_dead:
        return set()
    if len(living) == 1:
        return {"alone"}
    is_couple = len(living) == 2 and all(other.age >= GROWN_UP * 3 for other in living)
    return {"couple"} if is_couple else set()
