"""The citizen identity number (公民身份号码, GB 11643-1999): read, check, take apart.

Eighteen characters: six of the county of first registration, eight of the
birthday, three of sequence (odd for men) and a check character. An unknown
county is never a fault, since hundreds of abolished codes live on in numbers;
an unknown province is. Prefixes 81 to 83 stand on residence permits for people
from Hong Kong, Macao and Taiwan (港澳台居民居住证). Other documents belong to
:mod:`station_app.domain.identity.documents`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import TYPE_CHECKING

from station_app.domain.findings import are_acceptable, refused, warned

if TYPE_CHECKING:
    from station_app.domain.findings import Finding

LENGTH = 18
LEGACY_LENGTH = 15
OLDEST = 130
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
# What the digits' code points are too much by: taken off once, not seventeen times.
ZEROS = ord("0") * sum(WEIGHTS)
MALE, FEMALE = "1", "2"
PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65))
    for code in range(first, last + 1)
) | {"71", "81", "82", "83"}
# beyond it not every whole number is a float
EXACT_FLOAT = 2.0**53
CENTENARIAN_SEQUENCES = frozenset({"996", "997", "998", "999"})
NO_NUMBER_WORDS = frozenset({"无", "暂无", "没有", "未办", "未办理", "不详", "未知", "/", "\\"})

_DROPPED = dict.fromkeys(
    map(ord, " \t\r\n\xa0\u3000\u2002\u2003\u2009\u200b\ufeff'\u2018\u2019`\u00b4\uff07"), ""
) | dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"), "")
_FOLD = str.maketrans(
    _DROPPED
    | {0xFF10 + digit: str(digit) for digit in range(10)}
    | dict.fromkeys(map(ord, "x\uff38\uff58\u00d7\u0425\u0445"), "X")
    | {0xFF0E: ".", 0xFF25: "E", ord("e"): "E", 0xFF0B: "+"}
)
_NO_DIGIT = re.compile(r"[^0-9]")
# 1.1E+17: how a spreadsheet shows a number it took for a quantity
_ROUNDED = re.compile(r"\d(?:\.\d+)?E\+?1[4-9]")
_LEFT_BY_SPREADSHEET = re.compile(r"\.0+\Z")


@dataclass(frozen=True, slots=True)
class IdReading:
    """What was made of an entry in the field for an identity number.

    ``text`` is the canonical number (upper-case ``X``, legacy numbers brought
    to eighteen characters); with refusals it is the cleaned entry, and empty
    when the digits are lost. ``typed`` is the entry after cleaning. The
    principal problem stands first.
    """

    text: str
    typed: str
    problems: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered, or a word for "none" (无)."""
        return not self.typed

    @property
    def is_acceptable(self) -> bool:
        """Whether ``text`` is a number that may be kept."""
        return bool(self.text) and (not self.problems or are_acceptable(self.problems))

    @property
    def born(self) -> date | None:
        """The birthday in an acceptable number."""
        return born_of(self.text) if self.is_acceptable else None

    @property
    def sex(self) -> str | None:
        """The sex (GB/T 2261.1) in an acceptable number."""
        return sex_of(self.text) if self.is_acceptable else None


def check_character(first17: str) -> str:
    """Return the check character (ISO 7064 MOD 11-2) of seventeen ASCII digits."""
    return CHECK_CHARACTERS[(sum(map(mul, WEIGHTS, first17.encode())) - ZEROS) % 11]


def born_of(number: str) -> date:
    """Return the birthday in an eighteen-character *number*.

    Raises ``ValueError`` if it holds no date of the calendar.
    """
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex_of(number: str) -> str:
    """Return the sex in *number* as GB/T 2261.1 has it: ``1`` male, ``2`` female."""
    return MALE if int(number[16]) % 2 else FEMALE


def upgrade_legacy(text15: str) -> str:
    """Return the eighteen-character number of a fifteen-digit one (一代证).

    The century is 19, except for the sequences 996 to 999, which were kept for
    people who were a hundred years old when the numbers were given out.
    """
    century = "18" if text15[12:] in CENTENARIAN_SEQUENCES else "19"
    first17 = text15[:6] + century + text15[6:]
    return first17 + check_character(first17)


def twin_of(number: str) -> str:
    """Return *number* as the other generation of cards has it (一代证, 二代证), or nothing."""
    if len(number) == LEGACY_LENGTH and number.isascii() and number.isdigit():
        return upgrade_legacy(number)
    legacy = number[:6] + number[8:17]
    is_modern = len(number) == LENGTH and legacy.isascii() and legacy.isdigit()
    return legacy if is_modern and upgrade_legacy(legacy) == number else ""


def read_id_number(text: str, *, today: date | None = None) -> IdReading:
    """Read what somebody typed or pasted as an identity number.

    Full-width digits, blanks, hyphens, a leading apostrophe, a small ``x`` and
    ``.0`` are cleaned away. Without *today* the date is not held against it.
    """
    typed = text
    # A roster has thousands of clean numbers: those are not folded. isdigit() alone is
    # also true of ² and of Arabic digits.
    if len(text) != LENGTH or not (text[:17].isdigit() and text.isascii()) or text[17] == "x":
        typed = clean_id_text(text)
    if len(typed) == LENGTH and typed.isascii() and typed[:17].isdigit():
        return _read_modern(typed, today)
    return _read_odd(typed, today)


def read_id_cell(value: object, *, today: date | None = None) -> IdReading:
    """Read the cell of a spreadsheet that should hold an identity number.

    A number beyond 2^53 in a numeric cell has lost its last digits; so has text
    of eighteen digits that ends in ``000`` and fails its check. Both are refused
    as ``id_precision_lost``, for no rule can bring the digits back.
    """
    if value is None:
        return IdReading("", "")
    if isinstance(value, float):
        if not value.is_integer() or abs(value) >= EXACT_FLOAT:
            return _precision_lost(repr(value))
        value = int(value)
    reading = read_id_number(str(value), today=today)
    # Spreadsheets keep fifteen digits; the last three of eighteen are zeros then.
    if reading.problems and reading.text.endswith("000") and _fails_check(reading):
        return _precision_lost(reading.typed)
    return reading


def clean_id_text(text: str) -> str:
    """Return *text* without what hands and spreadsheets leave around a number."""
    cleaned = text.translate(_FOLD)
    if "." in cleaned:
        cleaned = _LEFT_BY_SPREADSHEET.sub("", cleaned)
    return "" if cleaned in NO_NUMBER_WORDS else cleaned


def _read_modern(number: str, today: date | None) -> IdReading:
    """Judge a text of seventeen digits and one more ASCII character."""
    problems = []
    if number[17] != check_character(number[:17]):
        code = "id_check_digit" if number[17] in CHECK_CHARACTERS else "id_characters"
        problems.append(refused(code, position=LENGTH, character=number[17]))
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        problems.append(refused("id_date", digits=number[6:14]))
    else:
        if today is not None and (born > today or born.year < today.year - OLDEST):
            problems.append(_unlikely_age(born, today))
    if number[:2] not in PROVINCES:
        problems.append(refused("id_province", digits=number[:2]))
    return IdReading(number, number, tuple(problems))


def _unlikely_age(born: date, today: date) -> Finding:
    """Return what is to be said about a birthday to come or very long ago."""
    if born > today:
        return refused("id_future", born=born.isoformat())
    return warned("id_age", born=born.isoformat(), years=today.year - born.year)


def _read_odd(typed: str, today: date | None) -> IdReading:
    """Judge a text that is not of the modern form."""
    if not typed:
        return IdReading("", "")
    if len(typed) == LEGACY_LENGTH and typed.isascii() and typed.isdigit():
        return _read_legacy(typed, today)
    if _ROUNDED.fullmatch(typed):
        return _precision_lost(typed)
    found = []
    if len(typed) != LENGTH:
        found.append(refused("id_length", length=len(typed), expected=LENGTH))
    if wrong := _NO_DIGIT.search(typed.removesuffix("X")):
        found.append(refused("id_characters", position=wrong.start() + 1, character=wrong[0]))
    return IdReading(typed, typed, tuple(found))


def _read_legacy(typed: str, today: date | None) -> IdReading:
    """Judge a text of fifteen digits."""
    upgraded = _read_modern(upgrade_legacy(typed), today)
    problems = (*upgraded.problems, warned("id_legacy", upgraded=upgraded.text))
    return IdReading(upgraded.text, typed, problems)


def _fails_check(reading: IdReading) -> bool:
    return any(problem.code == "id_check_digit" for problem in reading.problems)


def _precision_lost(typed: str) -> IdReading:
    return IdReading("", typed, (refused("id_precision_lost", shown=typed),))
