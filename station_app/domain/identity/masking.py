"""What is shown of a number, a name, an address unless somebody asks for all of it.

Domain paper 8.2: identity number first six and last four, telephone first three
and last four, in public lists the surname and the last character, an address
without unit and room, a bank account's last four, a birthday's year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.addresses import DwellingParts, render
from station_app.domain.identity.documents import DocumentKind

if TYPE_CHECKING:
    from datetime import date

ID_LENGTH = 18
LEGACY_LENGTH = 15
MOST_STARS = 2
STAR = "*"

_ID_LIKE = frozenset(
    {DocumentKind.RESIDENT_ID, DocumentKind.HMT_RESIDENCE, DocumentKind.FOREIGN_PERMANENT}
)


def mask_id(number: str) -> str:
    """Return ``110000********0013``; of another length, no birthday either."""
    if len(number) == ID_LENGTH:
        return _between(number, 6, 4)
    if len(number) == LEGACY_LENGTH:
        return _between(number, 6, 3)
    return _between(number, *_ends(number))


def mask_document(kind: DocumentKind, number: str) -> str:
    """Return what is shown of the number of a document of *kind*.

    Of a disability card (残疾人证) the class and level are hidden too.
    """
    if kind in _ID_LIKE or kind is DocumentKind.LEGACY_ID:
        return mask_id(number)
    if kind is DocumentKind.DISABILITY_CARD and len(number) >= ID_LENGTH:
        return mask_id(number[:ID_LENGTH]) + STAR * (len(number) - ID_LENGTH)
    if kind is DocumentKind.FOREIGN_PERMANENT_OLD and len(number) == LEGACY_LENGTH:
        return _between(number, 7, 2)
    if kind is DocumentKind.USCC:
        return number
    return _between(number, *_ends(number))


def mask_phone(number: str) -> str:
    """Return ``138****5678``; of a fixed line ``025-****7406``."""
    area, hyphen, line = number.partition("-")
    if hyphen and line:
        line, hyphen_too, extension = line.partition("-") if area[0] == "0" else (line, "", "")
        return area + hyphen + _between(line, 0, 4) + hyphen_too + extension
    return _between(number, 3 if len(number) > 8 else 0, 4)


def mask_name(name: str, *, surname_only: bool = False) -> str:
    """Return ``张*三`` as public lists show it, or ``张**`` with *surname_only*."""
    if len(name) < 2:
        return name
    stars = STAR * min(MOST_STARS, len(name) - 1)
    if surname_only or len(name) == 2:
        return name[0] + stars
    return name[0] + STAR * min(MOST_STARS, len(name) - 2) + name[-1]


def mask_bank(account: str) -> str:
    """Return the last four digits of a bank account behind stars."""
    return STAR * 4 + account[-4:] if len(account) > 4 else STAR * len(account)


def mask_address(parts: DwellingParts) -> str:
    """Return estate and building, without unit, floor and room."""
    return render(DwellingParts(parts.estate, parts.building, door=parts.door))


def mask_birthday(born: date) -> str:
    """Return the year of a birthday."""
    return f"{born.year}年"


def _ends(number: str) -> tuple[int, int]:
    """Return how many characters of an unknown number may stand at both ends."""
    last = min(4, len(number) // 3)
    return min(2, len(number) // 4), last


def _between(text: str, first: int, last: int) -> str:
    """Return *text* with stars between its first and last characters."""
    hidden = len(text) - first - last
    if hidden <= 0:
        return STAR * len(text)
    return text[:first] + STAR * hidden + text[len(text) - last :]
