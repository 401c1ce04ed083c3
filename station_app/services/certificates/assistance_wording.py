"""The texts of the papers of a pre-check of 低保: values in, records out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.services.certificates.phrasing import Fields, read_template
from station_app.services.certificates.rights_wording import RECORD, record_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from station_app.services.certificates.rights_papers import Part
    from station_app.services.certificates.rights_wording import Record


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AssistanceDossier:
    """What the papers of a pre-check tell: what is held, what is missing, the clock."""

    station: str
    applicant: str
    received_on: date
    printed_on: date
    parts: tuple[Part, ...]
    note: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Authorisation:
    """The sheet by which a family lets its means be compared (核对授权书)."""

    station: str
    applicant: str
    printed_on: date
    parts: tuple[Part, ...]
    phone: str = ""


class AssistanceWording:
    """The texts, read from the templates in *folder*; TemplateError if one is wrong."""

    def __init__(self, folder: Path) -> None:
        known = Fields.of(AssistanceDossier)
        self._dossier = read_template(
            folder / "assistance_dossier.json", known, sections=RECORD, form=known
        )
        known = Fields.of(Authorisation)
        self._authorisation = read_template(
            folder / "assistance_authorisation.json", known, sections=RECORD, form=known
        )

    def dossier(self, dossier: AssistanceDossier) -> Record:
        """Return the text of *dossier*."""
        return record_of(self._dossier, dossier, dossier.parts)

    def authorisation(self, sheet: Authorisation) -> Record:
        """Return the text of *sheet*."""
        return record_of(self._authorisation, sheet, sheet.parts)
