"""Rule packs (规则包): lists of a place and a time, of which several may hold at once.

Some come with the program, some the station brings in. Which hold is the station's choice;
as long as nobody has chosen, those of its own area do. A list whose time has not come, or is
over, is never used.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from station_app.domain.negative_list import area_prefix
from station_app.domain.search.folding import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from station_app.domain.negative_list import NegativeList

PackId = NewType("PackId", str)
OfficeId = NewType("OfficeId", str)
KEY_LENGTH = 32


class Standing(StrEnum):
    """Whether a pack is used, and why not."""

    USED = "used"
    NOT_CHOSEN = "not-chosen"
    ELSEWHERE = "elsewhere"
    NOT_YET = "not-yet"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A list with whether the station chose it; None as long as nobody has said.

    ``version`` is that of the choice, 0 where there is none.
    """

    id: PackId
    rules: NegativeList
    is_shipped: bool
    is_chosen: bool | None = None
    version: int = 0

    def standing(self, *, area: str, day: date) -> Standing:
        """Return whether the pack is used for a station in *area* on *day*, or why not."""
        if self.is_chosen is False:
            return Standing.NOT_CHOSEN
        if self.is_chosen is None and not area.startswith(area_prefix(self.rules.area)):
            return Standing.ELSEWHERE
        if self.rules.is_in_time(day):
            return Standing.USED
        begins = self.rules.valid_from
        return Standing.NOT_YET if begins is not None and day < begins else Standing.OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalOffice:
    """Where an office of the lists is to be found here; all but ``name`` may be empty."""

    name: str
    local_name: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    version: int = 0


def used(packs: Iterable[Pack], *, area: str, day: date) -> tuple[NegativeList, ...]:
    """Return the lists of *packs* that hold for a station in *area* on *day*."""
    return tuple(
        pack.rules for pack in packs if pack.standing(area=area, day=day) is Standing.USED
    )


def pack_of_file(name: str) -> PackId:
    """Return the key of the pack that is shipped in the file *name*: the same everywhere."""
    return PackId(_key("shipped", name))


def pack_of_contents(contents: str) -> PackId:
    """Return the key of a pack that was brought in: of the same *contents* it is the same."""
    return PackId(_key("contents", contents))


def office_of_name(name: str) -> OfficeId:
    """Return the key of the office *name*: two devices that note it have noted one."""
    return OfficeId(_key("office", fold_name(name)))


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(("rule-pack", *parts)).encode()).hexdigest()[:KEY_LENGTH]
