"""Identity documents of all kinds (证件): their numbers, checks and validity.

Somebody may have several or none; none of them is ever the key of a record.
What a number looks like and how it is checked stands in :data:`CHECKS`, one
line for each kind. Sources: GB 11643-1999, 居民身份证法 article 5, 国办发〔2018〕81号,
GB 32100-2015; formats without a check figure are known from use only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from station_app.domain.findings import are_acceptable, refused, warned
from station_app.domain.identity.id_card import (
    LEGACY_LENGTH,
    born_of,
    check_character,
    clean_id_text,
    read_id_number,
    twin_of,
)
from station_app.domain.identity.kinds import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from station_app.domain.findings import Finding

    Check = Callable[[str, date], tuple[Finding, ...]]

__all__ = [
    "CHECKS",
    "Document",
    "DocumentKind",
    "NumberReading",
    "clean_number",
    "end_of_card",
    "forms_of_number",
    "machine_readable_check",
    "problems_with_document",
    "read_number",
    "recognise_kind",
    "uscc_check",
]

LONGEST_NUMBER = 40
USCC_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_MODULUS = 31
MACHINE_READABLE_WEIGHTS = (7, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document somebody holds; ``number`` is canonical, long-term ones have no end."""

    kind: DocumentKind
    number: str
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    is_long_term: bool = False
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A document's number as read: of which kind, canonical, with what was found."""

    kind: DocumentKind
    number: str
    problems: tuple[Finding, ...] = ()

    @property
    def is_acceptable(self) -> bool:
        """Whether ``number`` may be kept."""
        return bool(self.number) and are_acceptable(self.problems)


def read_number(kind: DocumentKind, text: str, *, today: date) -> NumberReading:
    """Read *text* as the number of a document of *kind*."""
    number = clean_number(kind, text)
    if not number:
        return NumberReading(kind, "", (refused("document_number_missing"),))
    return NumberReading(kind, number, CHECKS[kind](number, today))


def clean_number(kind: DocumentKind, text: str) -> str:
    """Return *text* as numbers of *kind* are kept: half-width, no blanks, capitals."""
    if kind in {DocumentKind.OTHER, DocumentKind.OFFICER}:
        return text.strip()
    return clean_id_text(text).upper()


def forms_of_number(text: str) -> tuple[str, ...]:
    """Return the forms in which a number shown as *text* may be kept, whatever its kind."""
    cleaned = clean_id_text(text).upper()
    return tuple(dict.fromkeys(filter(None, (cleaned, text.strip(), twin_of(cleaned)))))


def recognise_kind(text: str) -> DocumentKind | None:
    """Return the kind whose form and check *text* keeps, the likeliest first."""
    number = clean_id_text(text).upper()
    for kind in RECOGNISABLE:
        if are_acceptable(CHECKS[kind](number, date.max)):
            return kind
    return next((kind for kind in LIKELY if not CHECKS[kind](number, date.max)), None)


def problems_with_document(document: Document, *, today: date) -> tuple[Finding, ...]:
    """Return all that is to be said about *document*, refusals and warnings.

    Besides what its number is found guilty of: refused ``document_dates`` (ends
    before it begins, or has an end and is long-term); warned ``document_expired``,
    ``document_not_yet_valid`` and ``document_term_unusual`` (not the term that the
    holder's age on the day of issue gives).
    """
    found = read_number(document.kind, document.number, today=today).problems
    begins, ends = document.valid_from, document.valid_to
    if ends is not None and (document.is_long_term or (begins is not None and ends < begins)):
        return (*found, refused("document_dates"))
    found += _problems_with_dates(begins, ends, today)
    if are_acceptable(found) and not _has_usual_term(document):
        found = (*found, warned("document_term_unusual"))
    return found


def _problems_with_dates(
    begins: date | None, ends: date | None, today: date
) -> tuple[Finding, ...]:
    """Return what is to be said of a document that is not valid *today*."""
    if ends is not None and ends < today:
        return (warned("document_expired", on=ends.isoformat()),)
    if begins is not None and begins > today:
        return (warned("document_not_yet_valid", on=begins.isoformat()),)
    return ()


def end_of_card(born: date, issued: date) -> date | None:
    """Return when an identity card issued that day ends; ``None`` is long-term (长期).

    居民身份证法 article 5: five years below 16, ten to 25, twenty to 45, then for life.
    """
    age = issued.year - born.year - ((issued.month, issued.day) < (born.month, born.day))
    for below, years in ((16, 5), (26, 10), (46, 20)):
        if age < below:
            return _years_later(issued, years)
    return None


def machine_readable_check(text: str) -> str:
    """Return the check digit of *text* by weights 7, 3, 1 with A as 10 to Z as 35."""
    total = sum(
        int(char, 36) * MACHINE_READABLE_WEIGHTS[place % 3] for place, char in enumerate(text)
    )
    return str(total % 10)


def uscc_check(first17: str) -> str:
    """Return the check character of a unit's code (GB 32100-2015) from its first 17."""
    total = sum(
        USCC_CHARACTERS.index(char) * pow(3, place, USCC_MODULUS)
        for place, char in enumerate(first17)
    )
    return USCC_CHARACTERS[-total % USCC_MODULUS]


def _has_usual_term(document: Document) -> bool:
    """Whether an identity card's term is the one of the law, as far as it is known."""
    issued = document.valid_from
    if document.kind is not DocumentKind.RESIDENT_ID or issued is None:
        return True
    if document.valid_to is None and not document.is_long_term:
        return True
    return end_of_card(born_of(document.number), issued) == document.valid_to


def _years_later(day: date, years: int) -> date:
    # Five years on there is no 29 February.
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)


def _check_resident_id(number: str, today: date) -> tuple[Finding, ...]:
    problems = read_id_number(number, today=today).problems
    if number[:2] in {"81", "82", "83"}:
        problems = (*problems, refused("document_kind", likely=DocumentKind.HMT_RESIDENCE.value))
    if len(number) == LEGACY_LENGTH:
        problems = (*problems, refused("document_kind", likely=DocumentKind.LEGACY_ID.value))
    return problems


def _check_hmt_residence(number: str, today: date) -> tuple[Finding, ...]:
    if number[:6] not in {"810000", "820000", "830000"}:
        return (refused("document_format"),)
    return read_id_number(number, today=today).problems


def _check_foreign_permanent(number: str, today: date) -> tuple[Finding, ...]:
    if not re.fullmatch(r"9\d{16}[0-9X]", number, re.ASCII):
        return (refused("document_format"),)
    if number[17] != check_character(number[:17]):
        return (refused("document_check"),)
    return _check_birthday(number[6:14], today)


def _check_foreign_permanent_old(number: str, today: date) -> tuple[Finding, ...]:
    if not re.fullmatch(r"[A-Z]{3}\d{12}", number, re.ASCII):
        return (refused("document_format"),)
    if number[14] != machine_readable_check(number[:14]):
        return (refused("document_check"),)
    # Two digits of the year of birth: the latest one that is not still to come.
    century = "20" if int(number[7:9]) <= today.year % 100 else "19"
    return _check_birthday(century + number[7:13], today)


def _check_birthday(digits: str, today: date) -> tuple[Finding, ...]:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return (refused("document_birthday"),)
    return (refused("document_birthday"),) if born > today else ()


def _check_disability_card(number: str, today: date) -> tuple[Finding, ...]:
    # Identity number, kind, level, and B with the count of cards lost before.
    if not re.fullmatch(r"\d{17}[0-9X][1-7][1-4](?:B\d{1,2})?", number, re.ASCII):
        return (refused("document_format"),)
    return read_id_number(number[:18], today=today).problems


def _check_legacy_id(number: str, today: date) -> tuple[Finding, ...]:
    if not re.fullmatch(r"\d{15}", number, re.ASCII):
        return (refused("document_format"),)
    return read_id_number(number, today=today).problems


def _check_uscc(number: str, _today: date) -> tuple[Finding, ...]:
    if not re.fullmatch(rf"[1-9A-Y][1-9]\d{{6}}[{USCC_CHARACTERS}]{{10}}", number):
        return (refused("document_format"),)
    # The pattern lets I, O, S and V in at the front; the check has no value for them.
    if any(char not in USCC_CHARACTERS for char in number):
        return (refused("document_format"),)
    return () if number[17] == uscc_check(number[:17]) else (refused("document_check"),)


def _form(usual: str, possible: str) -> Check:
    """Return a check that refuses what is not *possible* and warns of the unusual."""
    usual_form, possible_form = re.compile(usual, re.ASCII), re.compile(possible)

    def check(number: str, _today: date) -> tuple[Finding, ...]:
        if usual_form.fullmatch(number):
            return ()
        if possible_form.fullmatch(number):
            return (warned("document_format_unusual"),)
        return (refused("document_format"),)

    return check


_FREE = rf".{{1,{LONGEST_NUMBER}}}"
CHECKS: Mapping[DocumentKind, Check] = {
    DocumentKind.RESIDENT_ID: _check_resident_id,
    DocumentKind.HMT_RESIDENCE: _check_hmt_residence,
    DocumentKind.FOREIGN_PERMANENT: _check_foreign_permanent,
    DocumentKind.FOREIGN_PERMANENT_OLD: _check_foreign_permanent_old,
    DocumentKind.CN_PASSPORT: _form(r"[DEGPS]\d{8}|[DEPS][A-Z]\d{7}", r"[A-Z0-9]{5,17}"),
    DocumentKind.FOREIGN_PASSPORT: _form(r"[A-Z0-9]{5,20}", r"[A-Z0-9/.]{3,20}"),
    DocumentKind.HM_PERMIT: _form(r"[HM]\d{8}(?:\d{2})?", r"[HM][0-9()A-Z]{7,12}"),
    DocumentKind.TW_PERMIT: _form(r"\d{8}|\d{10}", r"[0-9A-Z()]{8,14}"),
    DocumentKind.DISABILITY_CARD: _check_disability_card,
    DocumentKind.BIRTH_CERTIFICATE: _form(r"[A-Z]\d{9}", r"[A-Z0-9]{6,12}"),
    DocumentKind.LEGACY_ID: _check_legacy_id,
    DocumentKind.OFFICER: _form(_FREE, _FREE),
    DocumentKind.USCC: _check_uscc,
    DocumentKind.OTHER: _form(_FREE, _FREE),
}
RECOGNISABLE = (
    DocumentKind.RESIDENT_ID,
    DocumentKind.HMT_RESIDENCE,
    DocumentKind.FOREIGN_PERMANENT,
    DocumentKind.DISABILITY_CARD,
    DocumentKind.FOREIGN_PERMANENT_OLD,
    DocumentKind.LEGACY_ID,
    DocumentKind.USCC,
)
"""Kinds whose form and check figure leave no doubt."""
LIKELY = (DocumentKind.HM_PERMIT, DocumentKind.CN_PASSPORT)
"""Kinds without a check figure whose usual form no other kind has."""
