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
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Final

from station_app.domain.search.folding import fold, fold_letters
from station_app.domain.search.pinyin import UNREAD, initials, whole_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from station_app.domain.names import Surnames

MOST_READINGS: Final = 8
TONES: Final = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
NEUTRAL: Final = "5"
MISSING: Final = {"𠮷": "jí", "㐂": "xǐ", "𤣥": "xuán"}
"""Characters of names that the package cannot read: written forms of 吉, 喜, 玄."""
AFTER_ALL: Final = "~"


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of one name, the likeliest first.

    ``full`` have a syllable for each code point of the name, parted by blanks
    (``"zeng xiao ming"``; ``-`` where nothing is read). ``sort_key`` puts names
    in the order of a Chinese list: by reading and tone, character by character,
    those that cannot be read last.
    """

    full: tuple[str, ...]
    sort_key: str

    @property
    def initials(self) -> tuple[str, ...]:
        """The first letters of each reading, none twice."""
        return tuple(dict.fromkeys(map(initials, self.full)))


class PinyinReader:
    """Reads names. To be made once and kept; *surnames* are asked for with the first name."""

    def __init__(self, surnames: Callable[[], Surnames]) -> None:
        self._load_surnames = surnames
        self._single: dict[str, Readings] = {}
        self._begun: dict[str, Readings] = {}
        self._given: dict[str, Readings] = {}

    def readings(self, name: str, entered: str = "") -> Readings:
        """Return how *name* may be read; *entered* is what the person says (姓名拼音)."""
        split = self._surnames.split(name)
        known = self._piece(self._given, split.given)
        if split.surname:
            begun = self._piece(self._begun, split.surname)
            known = Readings(_crossed(begun.full, known.full), f"{begun.sort_key}{known.sort_key}")
        return _with_entered(known, name, entered) if entered else known

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

    def _piece(self, known: dict[str, Readings], text: str) -> Readings:
        """Return the readings of a surname or a given name, read once only."""
        found = known.get(text)
        if found is None:
            as_surname = self._surnames.readings_of(text) if known is self._begun else ()
            found = known[text] = self._read(text, as_surname)
        return found

    def _read(self, text: str, as_surname: tuple[str, ...]) -> Readings:
        characters = [self._character(character) for character in text]
        full = _bounded([character.full for character in characters])
        if not as_surname:
            return Readings(full, "".join([character.sort_key for character in characters]))
        ways = tuple(map(fold_letters, as_surname))
        # The readings as characters stay: who types zeng or ceng finds 曾 either way.
        full = tuple(dict.fromkeys((*ways, *full)))[:MOST_READINGS]
        return Readings(full, self._sort_key(text, ways[0]))

    def _character(self, character: str) -> Readings:
        """Return the readings of one character; its usual one, toned, sorts it."""
        found = self._single.get(character)
        if found is None:
            tones = self._tones(character)
            full = tuple(dict.fromkeys(toned[:-1] for toned in tones))
            begin = AFTER_ALL if full[0] == UNREAD else tones[0]
            found = self._single[character] = Readings(full, f"{begin}{character}")
        return found

    def _tones(self, character: str) -> tuple[str, ...]:
        """Return the syllables of *character* with the tone as a digit."""
        folded = fold(character)
        text = MISSING.get(folded) or self._characters.get(str(ord(folded[0])) if folded else "")
        if text:
            return tuple(map(_toned, text.split(",")))
        if folded.isascii() and folded.isalnum():
            return (folded + NEUTRAL,)
        return (UNREAD + NEUTRAL,)

    def _sort_key(self, text: str, reading: str) -> str:
        """Return what sorts a surname that is not read as its characters usually are."""
        pieces = []
        for character, syllable in zip(text, reading.split(" "), strict=True):
            toned = [one for one in self._tones(character) if one[:-1] == syllable]
            pieces.append((toned[0] if toned else syllable + NEUTRAL) + character)
        return "".join(pieces)


def _toned(syllable: str) -> str:
    """Return *syllable* plain, with its tone as a digit: ``zēng`` is ``zeng1``."""
    marks = [TONES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in TONES]
    plain = fold_letters("".join(filter(str.isascii, fold(syllable))))
    return plain + (marks[0] if marks else NEUTRAL)


def _crossed(begun: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...]:
    """Return at most eight readings of a name: each of both parts at least once."""
    if not begun or not given:
        return begun or given
    usual = begun[0]
    if len(begun) == 1:
        return tuple([f"{usual} {reading}" for reading in given])
    others = begun[1 : MOST_READINGS // 2]
    kept = given[: MOST_READINGS - len(others)]
    return (
        *(f"{usual} {reading}" for reading in kept),
        *(f"{reading} {given[0]}" for reading in others),
    )


def _bounded(choices: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return at most eight readings: the usual one, each character read otherwise, the rest."""
    if not choices:
        return ()
    usual = [choice[0] for choice in choices]
    found = [" ".join(usual)]
    for turn in range(1, max(map(len, choices))):
        for place, choice in enumerate(choices):
            if turn < len(choice):
                found.append(" ".join([*usual[:place], choice[turn], *usual[place + 1 :]]))
    if prod(map(len, choices)) <= MOST_READINGS:
        found += map(" ".join, product(*choices))
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


def _with_entered(known: Readings, name: str, entered: str) -> Readings:
    """Put the reading that was *entered* before those that were worked out."""
    words = fold_letters(fold(entered).replace("'", " ").replace("-", " ")).split()
    syllables = words if len(words) == len(name) else list(whole_syllables("".join(words)))
    # What was entered does not fit character by character (a Uyghur or foreign name): all
    # of it is put to the first, so that it is found from its beginning.
    if len(syllables) != len(name):
        syllables = ["".join(words), *[UNREAD] * (len(name) - 1)]
    full = tuple(dict.fromkeys((" ".join(syllables), *known.full)))
    return Readings(full, known.sort_key)
