"""What is known of an invented person and of his household."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.addresses import DwellingParts
    from station_app.domain.identity.documents import Document
    from station_app.domain.residents.people import (
        Hukou,
        Living,
        Period,
        ResidentDraft,
        Verification,
    )
    from station_app.domain.residents.tags import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """An invented resident; where he lives stands in his household.

    ``periods`` have no keys yet. ``phone_before`` is a number he had before, to make a history of.
    """

    particulars: ResidentDraft
    documents: tuple[Document, ...]
    relation: str
    living: Living
    hukou: Hukou
    lives_here: bool
    left_on: date | None
    left_to: str
    died_on: date | None
    verified: Verification | None
    tags: tuple[Tag, ...]
    periods: tuple[Period, ...]
    phone_before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHousehold:
    """An invented household and the dwelling it lives in, the head first."""

    number: str
    kind: str
    home: DwellingParts
    people: tuple[DemoPerson, ...]
