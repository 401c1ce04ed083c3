"""The masked form of a value, one function for each mask (domain paper 8.2)."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.addresses import read_address, render
from station_app.domain.identity.kinds import kind_kept
from station_app.domain.identity.masking import STAR, mask_document, mask_id, mask_phone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SEVERAL: Final = "、"
WITHHELD: Final = STAR * 3
TAIL: Final = 4
YEAR: Final = 4


class Mask(StrEnum):
    """How a field is masked."""

    NONE = "none"
    NUMBER = "number"
    PHONE = "phone"
    TAIL = "tail"
    CONTENT = "content"
    NAME = "name"
    BUILDING = "building"
    YEAR = "year"
    HIDDEN = "hidden"


def mask_name(name: str) -> str:
    """Return ``张*三``; of two characters the second is hidden, ``张*``."""
    if len(name) < 3:
        return name[:1] + STAR * (len(name) - 1)
    return name[0] + STAR * (len(name) - 2) + name[-1]


def mask_address(address: str) -> str:
    """Return estate and building; nothing of an address that is not read as a dwelling's."""
    parts = read_address(address).parts
    place = replace(parts, door="", unit="", floor="", room="")
    if place == parts:
        # Nothing was found to be left out: what stands there may be anything.
        return WITHHELD if address.strip() and not parts.building else render(place)
    return render(place) or WITHHELD


def mask_tail(number: str) -> str:
    """Return the last four characters, stars before them: of a bank account."""
    if len(number) <= TAIL:
        return STAR * len(number)
    return STAR * (len(number) - TAIL) + number[-TAIL:]


def mask_day(day: str) -> str:
    """Return the year of a day written YYYY-MM-DD."""
    return day[:YEAR] if day[:YEAR].isdecimal() else STAR * len(day)


def masked(mask: Mask, value: str, *, kind: str = "") -> str:
    """Return *value* as *mask* leaves it; *kind* is that of a document."""
    return FORMS[mask](value, kind)


def _number(value: str, kind: str) -> str:
    return mask_document(kind_kept(kind), value) if kind else mask_id(value)


def _phones(value: str, _: str) -> str:
    return SEVERAL.join(map(mask_phone, value.split(SEVERAL)))


FORMS: Mapping[Mask, Callable[[str, str], str]] = {
    Mask.NONE: lambda value, _: value,
    Mask.NUMBER: _number,
    Mask.PHONE: _phones,
    Mask.TAIL: lambda value, _: mask_tail(value),
    Mask.CONTENT: lambda value, _: WITHHELD if value else "",
    Mask.NAME: lambda value, _: mask_name(value),
    Mask.BUILDING: lambda value, _: mask_address(value),
    Mask.YEAR: lambda value, _: mask_day(value),
    Mask.HIDDEN: lambda _value, _: "",
}
