"""Which numbers of a series were given, by whom, and what a number that is missing means.

Numbers are given in blocks (:mod:`station_app.domain.sync.numbers`), so that those of a
series do not follow one another: after 7 may come 10001, the first of another device. Within
a block they do, and every one that is not here has a cause.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from station_app.domain.sync.numbers import INCARNATIONS, OF_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Cause(StrEnum):
    """Why a number within a block is not here.

    ``NOT_ARRIVED``: another device gave it, and the file with it has not been taken in.
    ``GONE``: this device gave it itself: nothing takes a number away, so that somebody has.
    """

    NOT_ARRIVED = "not-arrived"
    GONE = "gone"


class Tail(StrEnum):
    """What may follow the last number of a block that is here.

    ``NONE``: nothing, it is this device's own. ``ELSEWHERE``: what another device has given
    since its last file. ``PUT_BACK``: what was given after the copy was made that the store
    was put back from; it may be on paper.
    """

    NONE = "none"
    ELSEWHERE = "elsewhere"
    PUT_BACK = "put-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """Who gives the numbers of a segment (号段).

    Of the own one it is known which incarnation gives now, and the last serial it gave in
    each series, a word and a year.
    """

    name: str
    incarnation: int | None = None
    lasts: Mapping[tuple[str, int], int] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """Whether it is this device."""
        return self.incarnation is not None


@dataclass(frozen=True, slots=True)
class Given:
    """A number that is here."""

    word: str
    year: int
    serial: int
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Hole:
    """Numbers from ``first`` to ``last`` that are not here."""

    first: int
    last: int
    cause: Cause

    @property
    def count(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The numbers of one block; ``giver`` is empty if the station knows of none."""

    block: int
    giver: str
    is_own: bool
    first: int
    last: int
    given: int
    void: int
    holes: tuple[Hole, ...]
    tail: Tail

    @property
    def segment(self) -> int:
        """The segment (号段) of the block."""
        return self.block // INCARNATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """All numbers of one word (字) and year; ``doubles`` were given more than once."""

    word: str
    year: int
    stretches: tuple[Stretch, ...]
    doubles: tuple[int, ...]

    @property
    def given(self) -> int:
        """How many numbers are here."""
        return sum(each.given for each in self.stretches)

    @property
    def missing(self) -> int:
        """How many are not."""
        return sum(hole.count for each in self.stretches for hole in each.holes)


class Sort(StrEnum):
    """What a line of the report tells of its numbers."""

    GIVEN = "given"
    NOT_ARRIVED = "not-arrived"
    GONE = "gone"
    DOUBLE = "double"
    ELSEWHERE = "elsewhere"
    PUT_BACK = "put-back"


HOLES = frozenset({Sort.NOT_ARRIVED, Sort.GONE, Sort.DOUBLE, Sort.PUT_BACK})
"""What an inspector asks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """Numbers from ``first`` to ``last``, by whom they are given, and what is with them.

    ``last`` is None for those that may follow the last one that is here: how many they are
    nobody can know, and ``count`` is zero.
    """

    word: str
    year: int
    sort: Sort
    giver: str
    segment: int
    is_own: bool
    first: int
    last: int | None
    count: int = 0
    void: int = 0


UNKNOWN = Giver(name="")


def series_of(given: Iterable[Given], givers: Mapping[int, Giver]) -> tuple[Series, ...]:
    """Return the series of what was *given*, the latest year first; *givers* by segment."""
    ordered = sorted(given, key=lambda each: (-each.year, each.word, each.serial))
    return tuple(
        _series(word, -year, list(numbers), givers)
        for (year, word), numbers in groupby(ordered, key=lambda each: (-each.year, each.word))
    )


def report_of(series: Iterable[Series]) -> tuple[ReportLine, ...]:
    """Return every number of *series* in lines, in their order: given, missing, double."""
    return tuple(line for each in series for line in _report(each))


def _report(series: Series) -> Iterator[ReportLine]:
    for stretch in series.stretches:
        line = ReportLine(
            word=series.word,
            year=series.year,
            sort=Sort.GIVEN,
            giver=stretch.giver,
            segment=stretch.segment,
            is_own=stretch.is_own,
            first=stretch.first,
            last=stretch.last,
            count=stretch.given,
            void=stretch.void,
        )
        yield line
        other = replace(line, void=0)
        for hole in stretch.holes:
            sort, count = Sort(hole.cause), hole.count
            yield replace(other, sort=sort, first=hole.first, last=hole.last, count=count)
        for serial in series.doubles:
            if stretch.first <= serial <= stretch.last:
                yield replace(other, sort=Sort.DOUBLE, first=serial, last=serial, count=1)
        if stretch.tail is not Tail.NONE:
            tail = Sort(stretch.tail)
            yield replace(other, sort=tail, first=stretch.last + 1, last=None, count=0)


def _series(word: str, year: int, given: Sequence[Given], givers: Mapping[int, Giver]) -> Series:
    counted = Counter(each.serial for each in given)
    return Series(
        word=word,
        year=year,
        stretches=tuple(
            _stretch(block, list(numbers), givers.get(block // INCARNATIONS, UNKNOWN))
            for block, numbers in groupby(given, key=lambda each: each.serial // OF_BLOCK)
        ),
        doubles=tuple(serial for serial, count in counted.items() if count > 1),
    )


def _stretch(block: int, given: Sequence[Given], giver: Giver) -> Stretch:
    serials = sorted({each.serial for each in given})
    last = giver.lasts.get((given[0].word, given[0].year), 0)
    after = [last + 1] if last // OF_BLOCK == block else []  # what came last may be gone too
    cause = Cause.GONE if giver.is_own else Cause.NOT_ARRIVED
    return Stretch(
        block=block,
        giver=giver.name,
        is_own=giver.is_own,
        first=serials[0],
        last=serials[-1],
        given=len(serials),
        void=len({each.serial for each in given if each.is_void}),
        holes=tuple(
            Hole(before + 1, then - 1, cause)
            for before, then in pairwise([block * OF_BLOCK, *serials, *after])
            if then > before + 1
        ),
        tail=_tail(block, giver),
    )


def _tail(block: int, giver: Giver) -> Tail:
    if giver.incarnation is None:
        return Tail.ELSEWHERE
    is_of_now = block % INCARNATIONS == giver.incarnation % INCARNATIONS
    return Tail.NONE if is_of_now else Tail.PUT_BACK
