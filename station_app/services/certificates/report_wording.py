"""The texts of the lists of the window (问题清单, 评价统计): values in, a record out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.services.certificates.phrasing import Fields, read_template
from station_app.services.certificates.rights_wording import RECORD, record_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from station_app.services.certificates.rights_papers import Part
    from station_app.services.certificates.rights_wording import Record


class ReportKind(StrEnum):
    """Which lists there are; each has a template of this name."""

    PROBLEMS = "problem_sheet"
    RATINGS = "rating_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """What a list tells: of which days, in its parts; there is nobody's name but of staff."""

    station: str
    first: date
    last: date
    printed_on: date
    parts: tuple[Part, ...]
    handler: str = ""


class ReportWording:
    """The texts, read from the templates in *folder*; TemplateError if one is wrong."""

    def __init__(self, folder: Path) -> None:
        known = Fields.of(ReportSheet)
        self._templates = {
            kind: read_template(folder / f"{kind}.json", known, sections=RECORD, form=known)
            for kind in ReportKind
        }

    def report(self, kind: ReportKind, sheet: ReportSheet) -> Record:
        """Return the text of *sheet*."""
        return record_of(self._templates[kind], sheet, sheet.parts)
