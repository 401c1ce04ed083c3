"""The document number of a row when it is not simply a good identity number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.findings import Finding, warned
from station_app.domain.identity.documents import DocumentKind, read_number, recognise_kind
from station_app.domain.identity.id_card import IdReading, born_of, sex_of
from station_app.services.imports.cells import text_of

if TYPE_CHECKING:
    from datetime import date

    from station_app.services.imports.reading import Cell

HMT_PROVINCES = ("81", "82", "83")
GUESSED = (DocumentKind.CN_PASSPORT, DocumentKind.HM_PERMIT)
ID_KINDS = {"", DocumentKind.RESIDENT_ID, DocumentKind.LEGACY_ID}
TELLING_KINDS = {
    DocumentKind.RESIDENT_ID,
    DocumentKind.HMT_RESIDENCE,
    DocumentKind.FOREIGN_PERMANENT,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a row tells of it: kind and number (empty for none), findings."""

    kind: str = ""
    number: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def born(self) -> date | None:
        """The birthday that the number tells, if it tells one."""
        return born_of(self.number) if self._tells() else None

    @property
    def sex(self) -> str:
        """The sex that the number tells, or nothing."""
        return sex_of(self.number) if self._tells() else ""

    def _tells(self) -> bool:
        return self.kind in TELLING_KINDS and len(self.number) == 18


def read_paper(cell: Cell, kind: str, reading: IdReading, *, today: date) -> Paper:
    """Return the document in *cell*, of the *kind* its own column names (or "").

    *reading* is the cell read as an identity number.
    """
    if reading.is_empty:
        return Paper(findings=(warned("no_id"),))
    if kind not in ID_KINDS:
        other = read_number(DocumentKind(kind), text_of(cell), today=today)
        return Paper(kind, other.number if other.is_acceptable else "", other.problems)
    if reading.is_acceptable or _is_only_early(reading):
        is_hmt = reading.text.startswith(HMT_PROVINCES)
        told = DocumentKind.HMT_RESIDENCE if is_hmt else DocumentKind.RESIDENT_ID
        return Paper(told, reading.text, tuple(map(_mild, reading.problems)))
    return _of_another_kind(cell, today) or Paper(findings=reading.problems)


def _is_only_early(reading: IdReading) -> bool:
    """Whether nothing but a birthday to come is held against a number.

    The watch of an old computer stands still more often than numbers lie.
    """
    return {found.code for found in reading.problems} == {"id_future"}


def _mild(found: Finding) -> Finding:
    return warned(found.code, **found.facts) if found.code == "id_future" else found


def _of_another_kind(cell: Cell, today: date) -> Paper | None:
    """Return the document of another kind that the cell holds beyond doubt."""
    text = text_of(cell)
    kind = recognise_kind(text)
    if kind in {DocumentKind.FOREIGN_PERMANENT, DocumentKind.FOREIGN_PERMANENT_OLD}:
        return Paper(kind, read_number(kind, text, today=today).number)
    for guessed in GUESSED:
        other = read_number(guessed, text, today=today)
        # Digits alone are more often a wrong identity number than a passport.
        if text[:1].isalpha() and other.is_acceptable and not other.problems:
            return Paper(guessed, other.number, (warned("document_kind_guessed", kind=guessed),))
    return None
