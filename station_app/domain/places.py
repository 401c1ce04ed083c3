"""Places (地点): grids, estates, buildings and dwellings of the community.

An address is made of parts (:mod:`station_app.domain.addresses`) and rendered
one way only, so that every wording of it finds the same dwelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from station_app.domain.addresses import DwellingParts

GridId = NewType("GridId", str)
EstateId = NewType("EstateId", str)
BuildingId = NewType("BuildingId", str)
DwellingId = NewType("DwellingId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridDraft:
    """A grid (网格) with the people answering for it, as must be posted publicly."""

    code: str = ""
    name: str = ""
    worker: str = ""
    worker_phone: str = ""
    supervision_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A grid as kept."""

    id: GridId
    version: int
    particulars: GridDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """An estate, road or courtyard (小区, 街路巷) of the community."""

    id: EstateId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """A building (楼栋) of an estate; ``name`` is empty for houses without one."""

    id: BuildingId
    estate_id: EstateId
    estate: str
    name: str
    grid_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwelling:
    """A dwelling (户室): its parts, its one rendered string, and its building."""

    id: DwellingId
    building_id: BuildingId
    parts: DwellingParts
    text: str
