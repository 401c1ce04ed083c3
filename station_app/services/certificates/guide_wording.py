"""The text of a guide sheet (办事指南): values in, a record out."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSheet:
    """What a guide sheet tells; ``unverified`` says so of what nobody has compared yet."""

    station: str
    name: str
    valid_from: date
    printed_on: date
    parts: tuple[Part, ...]
    aliases: str = ""
    note: str = ""
    phone: str = ""
    address: str = ""
    unverified: str = ""


class GuideWording:
    """The text, read from the template in *folder*; TemplateError if it is wrong."""

    def __init__(self, folder: Path) -> None:
        known = Fields.of(GuideSheet)
        self._guide = read_template(
            folder / "guide_sheet.json", known, sections=RECORD, form=known
        )

    def guide(self, sheet: GuideSheet) -> Record:
        """Return the text of *sheet*."""
        return record_of(self._guide, sheet, sheet.parts)
