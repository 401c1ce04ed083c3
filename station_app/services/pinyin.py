"""How names are read: the readings a person may be found by, and the order of names.

The readings of characters are those of the package pypinyin, read as data: the
package itself takes ten times as long to load. A surname is read as a surname
first (曾 zeng, 单 shan), in every other way after that. Loading waits for the
first name, so that starting the program does not pay for it.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from station_app.domain.search.folding import fold
from station_app.domain.search.pinyin import UNREAD, initials, whole_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from station_app.domain.names import Surnames

MOST_READINGS: Final = 8
TONES: Final = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
NEUTRAL: Final = "5"
AFTER_ALL: Final = "~"


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of one name, the likeliest first.

    ``full`` have a syllable for each code point of the name, parted by blanks
    (``"zeng xiao ming"``; ``-`` where nothing is read), ``initials`` their first
    letters. ``sort_key`` puts names in the order of a Chinese list: by reading
    and tone, character by character, names that cannot be read last.
    """

    full: tuple[str, ...]
    initials: tuple[str, ...]
    sort_key: str


class PinyinReader:
    """Reads names. To be made once and kept; *surnames* are asked for with the first name."""

    def __init__(self, surnames: Callable[[], Surnames]) -> None:
        self._load_surnames = surnames
        self._toned: dict[str, tuple[str, ...]] = {}
        self._plain: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, Readings] = {}

    def readings(self, name: str, entered: str = "") -> Readings:
        """Return how *name* may be read; *entered* is what the person says (姓名拼音)."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._read(name)
        return _with_entered(known, name, entered) if entered else known

    def forget(self) -> None:
        """Let the names go that were read, as after a large import."""
        self._known.clear()

    @cached_property
    def _surnames(self) -> Surnames:
        return self._load_surnames()

    @cached_property
    def _characters(self) -> Mapping[str, str]:
        """The package's readings: decimal code point to toned syllables, by comma."""
        spec = find_spec("pypinyin")
        places = [] if spec is None else list(spec.submodule_search_locations or ())
        text = Path(places[0], "pinyin_dict.json").read_text("utf-8")
        characters: dict[str, str] = json.loads(text)
        return characters

    def _read(self, name: str) -> Readings:
        usual, surname_ways = self._surname(name)
        begun = len(usual.split(" ")) if usual else 0
        ways = [self._syllables(character) for character in name]
        full = _bounded(surname_ways, ways[begun:]) if usual else ()
        full = tuple(dict.fromkeys((*full, *_bounded((), ways))))[:MOST_READINGS]
        full = tuple(reading for reading in full if reading.strip(f"{UNREAD} "))
        firsts = tuple(dict.fromkeys(map(initials, full)))
        return Readings(full, firsts, self._sort_key(name, full))

    def _surname(self, name: str) -> tuple[str, tuple[str, ...]]:
        split = self._surnames.split(name)
        known = self._surnames.readings_of(split.surname) if split.surname else ()
        return (known[0], known) if known else ("", ())

    def _syllables(self, character: str) -> tuple[str, ...]:
        found = self._plain.get(character)
        if found is None:
            found = tuple(dict.fromkeys(syllable[:-1] for syllable in self._tones(character)))
            self._plain[character] = found
        return found

    def _tones(self, character: str) -> tuple[str, ...]:
        """Return the syllables of *character* with the tone as a digit."""
        found = self._toned.get(character)
        if found is None:
            folded = fold(character)
            text = self._characters.get(str(ord(folded[0]))) if folded else None
            if text:
                found = tuple(map(_toned, text.split(",")))
            else:
                found = (folded + NEUTRAL,) if folded.isascii() and folded.isalnum() else ()
            self._toned[character] = found = found or (UNREAD + NEUTRAL,)
        return found

    def _sort_key(self, name: str, full: Sequence[str]) -> str:
        if not full:
            return AFTER_ALL + name
        pieces = []
        for character, syllable in zip(name, full[0].split(" "), strict=True):
            if syllable == UNREAD:
                pieces.append(AFTER_ALL + character)
                continue
            toned = [one for one in self._tones(character) if one[:-1] == syllable]
            pieces.append((toned[0] if toned else syllable + NEUTRAL) + character)
        return "".join(pieces)


def _toned(syllable: str) -> str:
    """Return *syllable* plain, with its tone as a digit: ``zēng`` is ``zeng1``."""
    marks = [TONES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in TONES]
    plain = fold(syllable).replace("\u00ea", "e")
    return "".join(filter(str.isascii, plain)) + (marks[0] if marks else NEUTRAL)


def _bounded(begun: Sequence[str], ways: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return at most eight readings, each way of each character once before any twice.

    *begun* are the ways of what stands before, the usual one first.
    """
    choices = [begun, *ways] if begun else list(ways)
    if not choices:
        return ()
    if all(len(choice) == 1 for choice in choices):
        return (" ".join(choice[0] for choice in choices),)
    found = {" ".join(choice[0] for choice in choices): None}
    usual = [choice[0] for choice in choices]
    longest = max(map(len, choices))
    for rank in range(1, longest):
        for place, choice in enumerate(choices):
            if rank < len(choice):
                found[" ".join([*usual[:place], choice[rank], *usual[place + 1 :]])] = None
    if len(found) < MOST_READINGS and _combinations(choices) <= MOST_READINGS:
        found.update(dict.fromkeys(map(" ".join, product(*choices))))
    return tuple(found)[:MOST_READINGS]


def _combinations(choices: Sequence[Sequence[str]]) -> int:
    total = 1
    for choice in choices:
        total *= len(choice)
    return total


def _with_entered(known: Readings, name: str, entered: str) -> Readings:
    """Put the reading that was *entered* before those that were worked out."""
    words = fold(entered).replace("'", " ").replace("-", " ").split()
    syllables = words if len(words) == len(name) else list(whole_syllables("".join(words)))
    if len(syllables) != len(name):
        syllables = ["".join(words), *[UNREAD] * (len(name) - 1)]
    full = tuple(dict.fromkeys((" ".join(syllables), *known.full)))
    return Readings(full, tuple(dict.fromkeys(map(initials, full))), known.sort_key)
