"""Letters against the reading of a name: full pinyin, initials, and what lies between.

A reading is one string with a syllable for each character of the name, parted
by blanks; a character that is not read stands as ``-``: ``"zeng xiao ming"``. ü is
written v, üe ue (:func:`station_app.domain.search.folding.fold_letters`).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

UNREAD: Final = "-"
MOST_CUTS: Final = 8
LONGEST_SYLLABLE: Final = 6
ONSET = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]")
# The longest first, for a pattern takes the first that fits.
FINALS: Final = (
    *("iang", "iong", "uang"),
    *("ang", "eng", "ing", "ong", "iao", "ian", "uai", "uan"),
    *("ai", "an", "ao", "ei", "en", "er", "ou", "ia", "ie", "in", "iu", "ua", "ue", "ui", "un"),
    *("uo", "a", "e", "i", "o", "u", "v"),
)
SYLLABLE = re.compile(f"(?:{ONSET.pattern})?(?:{'|'.join(FINALS)})")


def joined(reading: str) -> str:
    """Return the letters of *reading* without a break: ``"zengxiaoming"``."""
    return reading.replace(" ", "").replace(UNREAD, "")


def initials(reading: str) -> str:
    """Return the first letters of *reading*: ``"zxm"``."""
    return "".join([part[0] for part in reading.split(" ") if part != UNREAD])


def spelled(letters: str, reading: str) -> tuple[int, ...]:
    """Return the places in the name that *letters* stand for, else nothing.

    Each place must be begun with, none between left out: ``zengxm``, ``zxming``
    and ``xiaom`` all stand for (parts of) ``zeng xiao ming``.
    """
    parts = [(place, part) for place, part in enumerate(reading.split(" ")) if part != UNREAD]
    # almost no syllable begins with the first letter: whoever types waits for this
    for start in [at for at, (_, part) in enumerate(parts) if part.startswith(letters[:1])]:
        places = _spelled_from(letters, parts, start)
        if places:
            return places
    return ()


def whole_syllables(letters: str) -> tuple[str, ...]:
    """Return the likeliest cut of *letters* into whole syllables, or nothing."""
    return next(_cuts(letters, whole=True), ())


def cuts(letters: str) -> list[tuple[str, ...]]:
    """Return the likeliest ways to cut *letters* into syllables and beginnings of such.

    Fewest pieces first, at most eight: ``zengxm`` is zeng-x-m.
    """
    # The shortest are not found first, so some more are looked at.
    return sorted(islice(_cuts(letters, whole=False), MOST_CUTS * 4), key=len)[:MOST_CUTS]


def syllables_from(begin: str) -> list[str]:
    """Return every syllable that *begin* may grow into, itself first; none without a vowel."""
    found = ONSET.match(begin)
    onset = found[0] if found else ""
    vowels = begin[len(onset) :]
    if not vowels:
        return []
    longer = [onset + final for final in FINALS if final.startswith(vowels) and final != vowels]
    return [begin, *longer]


def _cuts(letters: str, *, whole: bool) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut *letters*, long pieces first; ways that end nowhere are not begun."""
    # From the end: forwards, "anan…anq" is cut in thousands of ways that all fail at its q.
    ends: dict[int, list[int]] = {len(letters): []}
    for start in reversed(range(len(letters))):
        there = [end for end in _ends(letters, start, whole=whole) if end in ends]
        if there:
            ends[start] = there
    open_ways: list[tuple[int, tuple[str, ...]]] = [(0, ())] if 0 in ends else []
    while open_ways:
        at, pieces = open_ways.pop()
        if at == len(letters):
            yield pieces
        open_ways += [(end, (*pieces, letters[at:end])) for end in ends[at]]


def _ends(letters: str, start: int, *, whole: bool) -> list[int]:
    """Return where a piece that begins at *start* may end, the nearest first."""
    return [
        end
        for end in range(start + 1, min(len(letters), start + LONGEST_SYLLABLE) + 1)
        if SYLLABLE.fullmatch(letters, start, end)
        or (not whole and ONSET.fullmatch(letters, start, end))
    ]


def _spelled_from(letters: str, parts: list[tuple[int, str]], start: int) -> tuple[int, ...]:
    """Try each way of sharing *letters* out, long pieces first, without recursion."""
    open_ways: list[tuple[int, int]] = [(0, start)]
    # Each state once: without it a name of sixty characters never comes to an end.
    tried: set[tuple[int, int]] = set()
    while open_ways:
        way = used, at = open_ways.pop()
        if way in tried:
            continue
        tried.add(way)
        if used == len(letters):
            return tuple(place for place, _ in parts[start:at])
        if at < len(parts):
            open_ways += [(end, at + 1) for end in _agreeing(letters, used, parts[at][1])]
    return ()


def _agreeing(letters: str, used: int, syllable: str) -> range:
    """Return where to go on after each beginning of *syllable* that comes next."""
    common = 0
    for asked, said in zip(letters[used:], syllable, strict=False):
        if asked != said:
            break
        common += 1
    return range(used + 1, used + common + 1)
