"""What is shown of a number unless somebody asks for all of it.

Domain paper 8.2: identity number first six and last four, telephone first three
and last four.
"""

from __future__ import annotations

from station_app.domain.identity.kinds import DocumentKind

ID_LENGTH = 18
LEGACY_LENGTH = 15
LONGEST_AREA, LONGEST_EXTENSION = 5, 5
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
    # Two numbers joined by a hyphen are no area and its line: one would stand there whole.
    if hyphen and line and len(area) <= LONGEST_AREA:
        # Only a fixed line has an extension; behind +852- all is the number.
        line, hyphen_too, extension = (
            line.partition("-") if area.startswith("0") else (line, "", "")
        )
        if len(extension) > LONGEST_EXTENSION:
            extension = mask_phone(extension)
        return area + hyphen + _between(line, 0, 4) + hyphen_too + extension
    return _between(number, 3 if len(number) > 8 else 0, 4)


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
