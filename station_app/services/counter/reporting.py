"""The lists of the window turned into the parts of a paper: problems, returns, ratings."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.ratings import Aspect, Level
from station_app.domain.numerals import day_in_figures
from station_app.services.certificates.rights_papers import Part
from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from station_app.domain.counter.order_rules import OrderRules
    from station_app.domain.counter.problems import ProblemEntry, ReturnRate
    from station_app.domain.counter.rating_figures import NamedFigures, RatingFigures, Share

PROBLEM_SHARES = (14.0, 28.0, 14.0, 24.0, 20.0, 34.0, 32.0)
RATE_SHARES = (86.0, 26.0, 26.0, 28.0)
GROUP_SHARES = (62.0, 20.0, 28.0, 20.0, 36.0)


def percent(share: Share) -> str:
    """Return *share* as lists tell it; empty of nothing."""
    return "" if share.ratio is None else f"{share.ratio * 100:.1f}%"


def parts_of_problems(
    entries: Sequence[ProblemEntry],
    returns: Sequence[ReturnRate],
    misdirected: Sequence[ReturnRate],
    rules: OrderRules,
) -> tuple[Part, ...]:
    """Return what the list of problems tells, with what came back beneath."""
    words = _words()
    rows = (_problem(each, rules) for each in entries)
    problems = Part(
        title=words["problems"],
        table=(tuple(words["problem_headings"]), *rows),
        shares=PROBLEM_SHARES,
    )
    rates = ((words["returns"], returns), (words["misdirected"], misdirected))
    return (problems, *(_rates(title, found, words) for title, found in rates))


def parts_of_ratings(
    figures: RatingFigures,
    items: Sequence[NamedFigures],
    people: Sequence[NamedFigures],
    months: Sequence[NamedFigures],
) -> tuple[Part, ...]:
    """Return what the figures of ratings tell: of all, by item, by person, by month."""
    words = _words()
    pairs = (
        (words["given"], str(figures.given)),
        (words["satisfied"], told(figures.satisfied)),
        *((words["aspects"][each], told(figures.aspects[each])) for each in Aspect),
        (words["bad"], told(figures.bad)),
        (words["contacted"], told(figures.contacted)),
        (words["corrected"], told(figures.corrected)),
        (words["called_back"], told(figures.called_back)),
    )
    levels = ((words["levels"][str(int(each))], str(figures.levels[each])) for each in Level)
    groups = ((words["items"], items), (words["people"], people), (words["months"], months))
    return (
        Part(title=words["overall"], pairs=tuple(pair for pair in pairs if pair[1])),
        Part(title=words["by_level"], pairs=tuple(reversed(tuple(levels)))),
        *(_group(title, found, words) for title, found in groups if found),
    )


def told(share: Share) -> str:
    """Return *share* in per cent, and so many of so many; empty of nothing."""
    return f"{percent(share)}（{share.part}/{share.whole}）" if share.whole else ""


def _problem(entry: ProblemEntry, rules: OrderRules) -> tuple[str, ...]:
    plan, tally = entry.plan, entry.tally
    return (
        str(entry.place),
        name_in(rules.categories, tally.category),
        str(tally.matters),
        told(tally.satisfied),
        plan.owner,
        _until(plan.target, plan.target_on),
        _until(plan.result, plan.done_on),
    )


def _until(text: str, day: date | None) -> str:
    return f"{text}（{day_in_figures(day)}）" if day else text


def _rates(title: str, found: Iterable[ReturnRate], words: Any) -> Part:
    rows = tuple(
        (each.name, str(each.share.whole), str(each.share.part), percent(each.share))
        for each in found
    )
    if not rows:
        return Part(title=title, remark=words["nothing"])
    return Part(title=title, table=(tuple(words["rate_headings"]), *rows), shares=RATE_SHARES)


def _group(title: str, found: Iterable[NamedFigures], words: Any) -> Part:
    rows = (
        (
            each.name or words["nobody"],
            str(each.figures.given),
            percent(each.figures.satisfied),
            str(each.figures.bad.part),
            percent(each.figures.corrected),
        )
        for each in found
    )
    return Part(title=title, table=(tuple(words["group_headings"]), *rows), shares=GROUP_SHARES)


@cache
def _words() -> Any:
    text = (RESOURCES / "counter" / "report_words.json").read_text(encoding="utf-8")
    return json.loads(text)
