"""Check digits of certificates' numbers, and numbers as somebody types them with one.

The number itself, ``某社证字〔2026〕第0001号``, stays as offices know it; its digit is
reckoned from word, year and serial and kept nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from station_app.domain.certificates import SERIAL_DIGITS
from station_app.domain.check_digits import check_digit

LETTER_DIGITS: Final = 7
"""The digits that a character of the word is reckoned as: its place in Unicode."""
NUMBER: Final = re.compile(r"(.*)〔([0-9]{4})〕第([0-9]+)号", re.DOTALL)
_BRACKETS: Final = str.maketrans("[({【〖《]) }】〗》".replace(" ", ""), "〔" * 6 + "〕" * 6)
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_LABEL: Final = r"校验[码位]?:?"
_END: Final = rf"(?:号(?:,?{_LABEL}|-)?|,?{_LABEL}|-)(?P<check>[0-9])"
_WHOLE: Final = re.compile(
    rf"(?:编号:?)?(?P<word>[^〔〕]*)〔(?P<year>20[0-9]{{2}})〕第?(?P<serial>[0-9]{{1,9}}){_END}"
)
_SHORT: Final = re.compile(
    rf"(?:(?P<year>20[0-9]{{2}})[年-]?)?第?(?P<serial>[0-9]{{{SERIAL_DIGITS},9}}){_END}"
)
MOST_TYPED: Final = 100


class NumberVerdict(StrEnum):
    """How it stands with a number that was typed with its check digit."""

    FOUND = "found"
    NOT_HERE = "not-here"  # the digit agrees, but the register has no such certificate
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """A number as typed, with its check digit; without word or year where they were left out.

    ``digits`` are those of the serial as typed, four at least: reckoned so, a digit wrong or
    out of place is noticed also where it makes the serial shorter. ``is_sure`` tells that it
    can be nothing but a number: 0001-7 may be a door as well.
    """

    digits: str
    check: str
    word: str = ""
    year: int | None = None
    is_sure: bool = True

    @property
    def serial(self) -> int:
        """The serial that was typed."""
        return int(self.digits)

    def agrees_with(self, *, word: str, year: int) -> bool:
        """Whether it is of the series of *word* and *year*, and its check digit right there."""
        is_of = self.word in {"", _plain(word)} and self.year in {None, year}
        return is_of and self.check == _check(word, year, self.digits)


def certificate_check(*, word: str, year: int, serial: int) -> str:
    """Return the check digit of the number with *serial* of the series of *word* and *year*."""
    return _check(word, year, f"{serial:0{SERIAL_DIGITS}d}")


def check_of(number: str) -> str:
    """Return the check digit of *number* as it stands on a paper; empty if it is no such."""
    found = NUMBER.fullmatch(number)
    if found is None:
        return ""
    word, year, serial = found.groups()
    return certificate_check(word=word, year=int(year), serial=int(serial))


def read_typed(text: str) -> TypedNumber | None:
    """Return the number with its check digit that *text* is, None if it is none.

    Whole, such as 某社证字〔2026〕第0001号 校验 7, or short, such as 2026-0001-7 and 0001-7;
    in any brackets, with or without blanks.
    """
    told = _plain(text).translate(_BRACKETS).translate(_DASHES) if len(text) <= MOST_TYPED else ""
    found = _WHOLE.fullmatch(told) or _SHORT.fullmatch(told)
    if found is None:
        return None
    named = found.groupdict()
    return TypedNumber(
        digits=named["serial"].zfill(SERIAL_DIGITS),
        check=named["check"],
        word=named.get("word") or "",
        year=int(named["year"]) if named["year"] else None,
        is_sure=any(mark in told for mark in "〔第号校"),
    )


def _check(word: str, year: int, digits: str) -> str:
    letters = (f"{ord(letter):0{LETTER_DIGITS}d}" for letter in _plain(word))
    return check_digit(f"{''.join(letters)}{year:04d}{digits}")


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
