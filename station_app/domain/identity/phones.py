"""Telephone numbers out of the cells of rosters: several in one, with remarks.

Canonical forms: a mobile number is eleven digits, a fixed line "025-84397406"
(with "-12" for an extension), a number from Hong Kong, Macao or abroad
"+852-91234567". A number without its area code stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.findings import warned
from station_app.domain.half_width import HALF_WIDTH

if TYPE_CHECKING:
    from station_app.domain.findings import Finding

_FOLD = str.maketrans(
    HALF_WIDTH
    | dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
    | dict.fromkeys(map(ord, "\u00a0\u3000"), " ")
)
# The surest forms first; the bounds keep identity numbers from yielding telephones.
_NUMBER = re.compile(
    r"(?<!\d)(?:"
    r"(?:(?:\+|00)86[- ]?)?(?P<mobile>1[3-9]\d(?:[- .]?\d){8})"
    r"|(?:(?:\+|00)86[- ]?)?\(?(?P<area>0?10|0?2\d|0[3-9]\d{2})[)\- ]{0,2}(?P<line>[2-9]\d{6,7})"
    r"(?:(?:-|转| ?ext\.?)(?P<extension>\d{1,5}))?"
    r"|(?:\+|00)(?P<country>852|853|886|[1-9]\d{0,2})[- ]?(?P<abroad>\d(?:[- ]?\d){5,11})"
    r"|(?P<service>[48]00-?\d{3}-?\d{4})"
    r"|(?P<local>[2-9]\d{6,7})"
    r")(?!\d)"
)
_LEFT_BY_SPREADSHEET = re.compile(r"(?<=\d)\.0+\Z")
_DIGITS = re.compile(r"\d[\d -]{2,}\d")
_NOT_DIGITS = re.compile(r"\D")
_MOBILE = re.compile(r"1[3-9]\d{9}")


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """The numbers found in an entry, in its order, each once."""

    numbers: tuple[str, ...] = ()
    problems: tuple[Finding, ...] = ()

    @property
    def first(self) -> str:
        """The number to call, or nothing."""
        return self.numbers[0] if self.numbers else ""


def read_phones(value: object) -> PhoneReading:
    """Read the telephone numbers in a cell or an entry.

    Digits that make no number are told as the warning ``phone_unreadable``.
    """
    text = _text_of(value)
    if _MOBILE.fullmatch(text):
        return PhoneReading((text,))
    folded = _LEFT_BY_SPREADSHEET.sub("", text.translate(_FOLD))
    numbers = tuple(dict.fromkeys(_canonical(found) for found in _NUMBER.finditer(folded)))
    # The bar keeps what stood around a number from growing together.
    left = _DIGITS.findall(_NUMBER.sub(" | ", folded))
    return PhoneReading(numbers, tuple(warned("phone_unreadable", digits=each) for each in left))


def _text_of(value: object) -> str:
    """Return the text of a cell; numeric cells hold whole numbers."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _canonical(found: re.Match[str]) -> str:
    """Return the canonical form of a number found."""
    parts = found.groupdict(default="")
    if parts["mobile"]:
        return _NOT_DIGITS.sub("", parts["mobile"])
    if parts["line"]:
        # A numeric cell has eaten the zero before the area code.
        area = parts["area"] if parts["area"].startswith("0") else f"0{parts['area']}"
        extension = f"-{parts['extension']}" if parts["extension"] else ""
        return f"{area}-{parts['line']}{extension}"
    if parts["abroad"]:
        return f"+{parts['country']}-{_NOT_DIGITS.sub('', parts['abroad'])}"
    if parts["service"]:
        digits = _NOT_DIGITS.sub("", parts["service"])
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return parts["local"]
