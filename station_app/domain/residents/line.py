"""What a table shows of a resident. Stands apart: it is all that the first window needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.residents.standing import Standing

ResidentId = NewType("ResidentId", str)
LineNumber = NewType("LineNumber", int)

OLDEST_AGE = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentLine:
    """One line of the residents' table; numbers are masked.

    ``withheld`` names the fields that may not be used and are empty here.
    """

    seq: LineNumber
    id: ResidentId
    name: str
    sex: str
    born: date | None
    number: str
    phone: str
    address: str
    household: str
    relation: str
    standing: Standing
    tags: tuple[str, ...]
    grid: str
    withheld: tuple[str, ...] = ()


def age_on(day: date, *, born: date) -> int:
    """Return the full years of somebody *born* that day (周岁, civil code article 17)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
