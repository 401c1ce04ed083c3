"""One resident's particulars: what is entered and what is kept.

Codes are those of the tables in ``resources/codes`` (sex GB/T 2261.1, marital
status GB/T 2261.2, ethnicity GB/T 3304, education GB/T 4658, politics GB/T 4762,
relation to the head GB/T 4761); an empty string is "not known".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem
from station_app.domain.findings import refusals
from station_app.domain.names import clean_name
from station_app.domain.residents.line import (
    OLDEST_AGE,
    LineNumber,
    ResidentId,
    ResidentLine,
    age_on,
)

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.identity.documents import Document
    from station_app.domain.residents.standing import Standing

__all__ = [
    "OLDEST_AGE",
    "Hukou",
    "LineNumber",
    "Living",
    "Period",
    "Resident",
    "ResidentDraft",
    "ResidentId",
    "ResidentLine",
    "Verification",
    "age_on",
    "problems_with",
]

NOTE_LENGTH = 2000
TEXT_LENGTH = 120
SEX_UNKNOWN = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentDraft:
    """A resident's particulars (基本信息) as entered, not yet accepted."""

    name: str = ""
    former_name: str = ""
    pinyin: str = ""
    sex: str = SEX_UNKNOWN
    born: date | None = None
    ethnicity: str = ""
    education: str = ""
    politics: str = ""
    marital: str = ""
    occupation: str = ""
    health: str = ""
    employer: str = ""
    phone: str = ""
    other_phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """Where and how somebody lives (现住地): a dwelling, since when, on what ground."""

    dwelling_id: str = ""
    since: date | None = None
    basis: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hukou:
    """Where somebody is registered (户籍地); ``is_local``: in this community."""

    address: str = ""
    is_local: bool | None = None
    kind: str = ""
    number: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period of living (``living``) or registration (``hukou``) that has ended."""

    id: str
    kind: str
    address: str
    dwelling_id: str | None = None
    basis: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """That somebody made sure of the facts (核实): on which day, how, who."""

    on: date
    how: str
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A resident as kept: particulars, documents, both addresses, and where he stands.

    ``withheld`` names the fields that may not be used and are read as empty.
    """

    id: ResidentId
    seq: LineNumber
    version: int
    particulars: ResidentDraft
    documents: tuple[Document, ...]
    living: Living
    living_text: str
    hukou: Hukou
    household_id: str
    relation: str
    standing: Standing
    lives_here: bool
    left_on: date | None
    left_to: str
    died_on: date | None
    verified: Verification | None
    is_binned: bool
    withheld: frozenset[str] = frozenset()

    def primary_document(self) -> Document | None:
        """Return the document that identifies the resident, if there is one."""
        chosen = [document for document in self.documents if document.is_primary]
        return chosen[0] if chosen else next(iter(self.documents), None)


def problems_with(draft: ResidentDraft, *, today: date) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = _problems_with_name("name", draft.name)
    if draft.former_name:
        found += _problems_with_name("former_name", draft.former_name)
    found += _problems_with_birth(draft.born, today=today)
    found += [
        Problem(field, "too-long", {"most": most})
        for field, most in (("employer", TEXT_LENGTH), ("note", NOTE_LENGTH))
        if len(getattr(draft, field)) > most
    ]
    return tuple(found)


def _problems_with_name(field: str, name: str) -> list[Problem]:
    return [
        Problem(field, finding.code, finding.facts)
        for finding in refusals(clean_name(name).problems)
    ]


def _problems_with_birth(born: date | None, *, today: date) -> list[Problem]:
    if born is None:
        return []
    if born > today:
        return [Problem("born", "in-the-future")]
    if age_on(today, born=born) > OLDEST_AGE:
        return [Problem("born", "too-old", {"most": OLDEST_AGE})]
    return []
