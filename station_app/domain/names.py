"""Names of people: cleaned as 民委发〔2016〕33号 and GB 18030-2022 ask, never folded.

Only NFC is applied (NFKC would change names). Separators between Han become
the middle dot U+00B7, blanks that only widen a name vanish, and what cannot be
seen or is not a character (controls, invisible marks, private use) is refused
by code point. Surnames with the readings they have as surnames come as data;
turning whole names into pinyin is the business of the search.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.findings import are_acceptable, noted, refused, warned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.findings import Finding

NAME_LENGTH = 60
MIDDLE_DOT = "\u00b7"

# 々〆〇, extension A, the basic block, and the unified ones from U+FA0E to U+FA29.
HAN_BASIC = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\ufa0e-\ufa29"
HAN = HAN_BASIC + "\U00020000-\U0002fffd\U00030000-\U0003fffd"
# Nearly every name: nothing about it can need cleaning.
_PLAIN = re.compile("[\u4e00-\u9fff]{2,4}")
_SEPARATORS = re.compile(
    f"(?<=[{HAN}])[ ]*[\u2022\u30fb\uff0e\u2027.\u00b7\u2219\u22c5\u25cf\uff65\u16eb\u25aa\ufe52"
    f"\u2024]+[ ]*(?=[{HAN}])"
)
_BLANKS = re.compile(r"[\s\u3000\u00a0\u2800\u3164]+")
_BLANK_BESIDE_HAN = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
# Radicals, full-width letters, ligatures. NFKC on everything would turn Han that stand
# on identity cards into others.
_COMPATIBLE = re.compile("[\u2e9f\u2ef3\u2f00-\u2fd5\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06]")
_HAN_CHARACTER = re.compile(f"[{HAN}]")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
# Neither seen nor typed: selectors, fillers, the grapheme joiner.
_VARIATION = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u034f\u115f\u1160\uffa0]"
)
_USUAL_MARKS = frozenset({MIDDLE_DOT, " ", "-", "'", "\u2019", ".", "\u0f0b"})


@dataclass(frozen=True, slots=True)
class NameReading:
    """What was made of an entry in the field for a name.

    ``name`` is the cleaned name, also when it is refused, so that the form can
    go on showing it.
    """

    name: str
    problems: tuple[Finding, ...] = ()

    @property
    def is_acceptable(self) -> bool:
        """Whether ``name`` may be kept."""
        return not self.problems or are_acceptable(self.problems)


def clean_name(text: str) -> NameReading:
    """Read *text* as the name of one person.

    Codes: refused ``name_missing``, ``name_length``, ``name_character`` (with
    the character and its code point); warned ``name_unusual`` (a digit, bracket
    or the like); noted ``name_cleaned`` once, if cleaning changed something.
    """
    if _PLAIN.fullmatch(text):
        return NameReading(text)
    name = _cleaned(text)
    problems = _problems_with(name)
    if name != text:
        problems = (*problems, noted("name_cleaned", before=text, after=name))
    return NameReading(name, problems)


def is_han(character: str) -> bool:
    """Whether *character* is a Han character of GB 18030-2022, planes 2 and 3 included."""
    return _HAN_CHARACTER.match(character) is not None


def _cleaned(text: str) -> str:
    """Return *text* folded by our own table, then NFC."""
    name = _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    name = unicodedata.normalize("NFC", name)
    name = _BLANKS.sub(" ", name).strip(" ")
    name = _SEPARATORS.sub(MIDDLE_DOT, name)
    return _BLANK_BESIDE_HAN.sub("", name)


def _problems_with(name: str) -> tuple[Finding, ...]:
    """Return what is to be said about a cleaned name."""
    if not name:
        return (refused("name_missing"),)
    found = []
    if len(name) > NAME_LENGTH:
        found.append(refused("name_length", length=len(name), limit=NAME_LENGTH))
    for character in dict.fromkeys(name):
        finding = _problem_with_character(character)
        if finding is not None:
            found.append(finding)
    return tuple(found)


def _problem_with_character(character: str) -> Finding | None:
    """Return what is to be said about one character of a name."""
    if is_han(character) or character in _USUAL_MARKS:
        return None
    category = unicodedata.category(character)
    facts = {"character": character, "code_point": f"U+{ord(character):04X}"}
    if category in _UNSEEN or _VARIATION.match(character):
        return refused("name_character", **facts)
    return None if category[0] in "LM" else warned("name_unusual", **facts)


@dataclass(frozen=True, slots=True)
class SplitName:
    """A name taken apart; a name of another tradition has no surname here."""

    surname: str
    given: str


@dataclass(frozen=True, slots=True)
class Surnames:
    """How surnames are read, the usual reading first, and the compound ones (复姓).

    ``readings`` maps a surname to its readings: pinyin in lower case, without
    tones, ``v`` for ü, the syllables of a compound separated by a blank. It
    holds only surnames whose reading a dictionary of characters gets wrong or
    knows several of. ``compounds`` are all surnames of more than one character.
    """

    readings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compounds: frozenset[str] = frozenset()

    def split(self, name: str) -> SplitName:
        """Return surname and given name of *name*."""
        if len(name) < 2 or not is_han(name[0]) or MIDDLE_DOT in name:
            return SplitName("", name)
        # 欧阳 alone is 欧 with the given name 阳: a surname leaves something over.
        length = 2 if len(name) > 2 and name[:2] in self.compounds else 1
        return SplitName(name[:length], name[length:])

    def readings_of(self, surname: str) -> tuple[str, ...]:
        """Return the known readings of *surname*, the usual one first; none if regular."""
        return self.readings.get(surname, ())
