"""The figures of ratings over a period: 整体满意度, 服务效率, 服务水平, 服务态度, 差评整改."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.bad_ratings import Finding
from station_app.domain.counter.ratings import Aspect, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from station_app.domain.counter.bad_ratings import BadRating, MatterDues
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.ratings import Rating, RatingRules


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def ratio(self) -> float | None:
        """The part between 0 and 1; None of nothing, which is neither good nor bad."""
        return self.part / self.whole if self.whole else None

    def with_one(self, *, counts: bool) -> Share:
        """Return the share with one more, that belongs to the part or does not."""
        return Share(self.part + counts, self.whole + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFigures:
    """What ratings of a period come to.

    ``satisfied``: levels 3 to 5 of all (整体满意度). ``aspects``: of the ratings that give a
    reason of an aspect, those that praise. ``contacted`` and ``corrected``: of the bad ones
    that were done or are over their time, those in time; what is still in time counts not yet.
    """

    levels: Mapping[Level, int]
    satisfied: Share
    bad: Share
    aspects: Mapping[Aspect, Share]
    contacted: Share
    corrected: Share
    called_back: Share

    @property
    def given(self) -> int:
        """How many ratings there are."""
        return self.satisfied.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFigures:
    """The figures of one item, one person, one month."""

    name: str
    figures: RatingFigures


def figures_by(
    name_of: Mapping[CaseId, str],
    ratings: Iterable[Rating],
    matters: Iterable[tuple[BadRating, MatterDues]],
    rules: RatingRules,
    *,
    today: date,
) -> tuple[NamedFigures, ...]:
    """Return the figures of each name that cases have, the least satisfied with first."""
    given: dict[str, list[Rating]] = {}
    for rating in ratings:
        given.setdefault(name_of.get(rating.case_id, ""), []).append(rating)
    followed: dict[str, list[tuple[BadRating, MatterDues]]] = {}
    for matter, dues in matters:
        followed.setdefault(name_of.get(matter.case_id, ""), []).append((matter, dues))
    found = [
        NamedFigures(
            name=name, figures=figures_of(each, followed.get(name, ()), rules, today=today)
        )
        for name, each in given.items()
    ]
    return tuple(sorted(found, key=_least_satisfied))


def _least_satisfied(named: NamedFigures) -> tuple[float, int, str]:
    figures = named.figures
    return figures.satisfied.ratio or 0.0, -figures.given, named.name


def figures_of(
    ratings: Iterable[Rating],
    matters: Iterable[tuple[BadRating, MatterDues]],
    rules: RatingRules,
    *,
    today: date,
) -> RatingFigures:
    """Return the figures of *ratings*, and of the *matters* of those that are bad."""
    levels: Counter[Level] = Counter()
    aspects = dict.fromkeys(Aspect, Share())
    for rating in ratings:
        levels[rating.level] += 1
        for aspect in rules.aspects(rating.reasons):
            aspects[aspect] = aspects[aspect].with_one(counts=not rating.level.is_bad)
    given = sum(levels.values())
    bad = sum(count for level, count in levels.items() if level.is_bad)
    contacted, corrected, called_back = _in_time(matters, today)
    return RatingFigures(
        levels={level: levels[level] for level in Level},
        satisfied=Share(given - bad, given),
        bad=Share(bad, given),
        aspects=aspects,
        contacted=contacted,
        corrected=corrected,
        called_back=called_back,
    )


def _in_time(
    matters: Iterable[tuple[BadRating, MatterDues]], today: date
) -> tuple[Share, Share, Share]:
    contacted, corrected, called_back = Share(), Share(), Share()
    for matter, dues in matters:
        contacted = _counted(contacted, matter.contacted_on, dues.contact.day, today)
        called_back = called_back.with_one(counts=matter.answered_on is not None)
        if matter.finding in {Finding.NONE, Finding.VALID}:  # else there is nothing to put right
            corrected = _counted(corrected, matter.corrected_on, dues.correct.day, today)
    return contacted, corrected, called_back


def _counted(share: Share, done_on: date | None, due: date, today: date) -> Share:
    if done_on is None and today <= due:
        return share
    return share.with_one(counts=done_on is not None and done_on <= due)
