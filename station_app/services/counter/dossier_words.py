"""What the papers of a pre-check say in words: ``resources/counter/assistance_words.json``."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from station_app.domain.counter.assistance.incomes import monthly
from station_app.domain.counter.assistance.members import Counting
from station_app.domain.counter.assistance.rules import Unit
from station_app.domain.numerals import day_in_figures
from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from fractions import Fraction

    from station_app.domain.counter.assistance.assets import Used
    from station_app.domain.counter.assistance.clock import Stage
    from station_app.domain.counter.assistance.incomes import Bounds
    from station_app.domain.counter.assistance.judging import Judgement
    from station_app.domain.counter.assistance.members import Amount, Member, Standing
    from station_app.store.reference import Reference

PERCENT, FEN = 100, 100
LEVELS = "〇一二三四"


class DossierWords:
    """The words, and what is put together of them."""

    def __init__(self) -> None:
        self.told = _words()

    def part(self, name: str) -> str:
        """Return the title of the part *name*."""
        return str(self.told["parts"][name])

    def truth(self, value: bool) -> str:  # noqa: FBT001 - the truth itself is what is told
        """Return yes or no."""
        return str(self.told["yes" if value else "no"])

    def standing(self, standing: Standing) -> str:
        """Return whether somebody is counted, and why."""
        why = self.told["whys"][standing.why]
        if standing.counting is Counting.UNKNOWN:
            why = self.told["unknown_whys"].get(standing.why, why)
        return f"{self.told['countings'][standing.counting]}：{why}"

    def heads(self, found: Judgement) -> str:
        """Return how many are counted."""
        standings = [one.standing.counting for one in found.members]
        more = standings.count(Counting.UNKNOWN)
        return str(self.told["heads_open" if more else "heads_told"]).format(
            heads=found.heads, more=more
        )

    def each(self, each: Bounds) -> str:
        """Return the income of each, with its bounds where it is not settled."""
        if each.high is None:
            return str(self.told["each_from"]).format(low=yuan(each.low))
        key = "each_exact" if each.is_settled else "each_between"
        return str(self.told[key]).format(low=yuan(each.low), high=yuan(each.high))

    def computed(self, found: Judgement) -> str | None:
        """Return how it was computed, where nothing of it is open."""
        standings = [one.standing.counting for one in found.members]
        if Counting.UNKNOWN in standings or not found.each.is_settled or not found.heads:
            return None
        total = found.each.low * found.heads
        return str(self.told["computed_told"]).format(
            sum=yuan(total), heads=found.heads, each=yuan(found.each.low)
        )

    def standard(self, standard: Used | None) -> str:
        """Return the standard with its source."""
        if standard is None:
            return str(self.told["standard_none"])
        key = "standard_told" if standard.verified else "standard_unsure"
        source = "，".join(filter(None, (standard.name, standard.source)))
        return str(self.told[key]).format(amount=yuan(standard.fen), source=source)

    def edge(self, standard: Used, edge: Fraction) -> str:
        """Return what the income of a family of the edge is below."""
        return str(self.told["edge_told"]).format(
            amount=yuan(standard.fen * edge), percent=int(edge * PERCENT)
        )

    def amount(self, who: str, name: str, amount: Amount, counts: str) -> tuple[str, ...]:
        """Return an amount as a row: whose, what, a month, whether it is counted, the paper."""
        told = str(self.told["money"]).format(amount=yuan(monthly([amount])))
        seen = str(self.told["seen" if amount.is_proved else "unseen"])
        return who, name, told, str(self.told["counts"][counts]), seen

    def health(self, member: Member, reference: Reference) -> str:
        """Return disability with its level, illness, and what else was told of health."""
        tag = reference.tag(member.disability) if member.disability else None
        level = str(self.told["level"]).format(level=LEVELS[member.level]) if member.level else ""
        told = (
            tag.name + level if tag is not None else "",
            self.told["ill"] if member.is_seriously_ill else "",
            member.health,
        )
        return "；".join(filter(None, told))

    def asset(self, amount: int, unit: Unit) -> str:
        """Return how much of an asset there is."""
        if unit is Unit.MONEY:
            return str(self.told["money"]).format(amount=yuan(amount))
        return str(self.told["pieces"]).format(amount=amount)

    def days(self, stage: Stage, names: dict[str, str]) -> tuple[str, str]:
        """Return when a step begins and its last day, assumed and provisional ones marked."""
        if stage.begins is None or stage.due is None:
            after = names.get(stage.step.after)
            begins = str(self.told["after_step"]).format(step=after) if after else ""
            return begins or str(self.told["not_yet"]), str(self.told["not_yet"])
        begins, due = day_in_figures(stage.begins), day_in_figures(stage.due.day)
        if stage.is_assumed:
            begins = str(self.told["assumed"]).format(day=begins)
        if stage.due.is_provisional:
            due = str(self.told["provisional"]).format(day=due)
        return begins, due


def yuan(fen: Fraction | int) -> str:
    """Return *fen* as yuan with what is less than a fen cut off: 899.99… is not 900."""
    whole, rest = divmod(whole_fen(fen), FEN)
    return f"{whole:,}.{rest:02d}"


def whole_fen(fen: Fraction | int) -> int:
    """Return the whole fen in *fen*."""
    return int(fen // 1)


@cache
def _words() -> Any:
    text = (RESOURCES / "counter" / "assistance_words.json").read_text(encoding="utf-8")
    return json.loads(text)
