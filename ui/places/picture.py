"""What the panel over places shows: grids and buildings with their people counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.residents.filters import ResidentFilter

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.places import Building, Grid


@dataclass(frozen=True, slots=True)
class GridLine:
    """A grid with what it holds; ``people`` is missing where one does not see them."""

    grid: Grid
    buildings: int
    people: int | None


@dataclass(frozen=True, slots=True)
class BuildingLine:
    """A building with its people, if one sees them, and the name of its grid."""

    building: Building
    people: int | None
    grid: str

    def name(self) -> str:
        """Return the building as its sign has it; the estate's name without one."""
        name = self.building.name
        if not name:
            return self.building.estate
        return name + ("座" if name.isascii() and name.isalpha() else "幢")


@dataclass(frozen=True, slots=True)
class PlacesPicture:
    """All places as they stand."""

    grids: tuple[GridLine, ...] = ()
    buildings: tuple[BuildingLine, ...] = ()


def read_picture(station: Station) -> PlacesPicture:
    """Read the places and count their people; call in a job."""
    grids, buildings = station.places.grids(), station.places.buildings()
    counts = station.lists.counts(ResidentFilter(), among=("grids", "buildings")).by_choice
    me = station.staff.me()
    seen = None if me is None else me.scope()
    names = {str(grid.id): grid.particulars.name for grid in grids}
    return PlacesPicture(
        grids=tuple(
            GridLine(
                grid,
                buildings=sum(building.grid_id == grid.id for building in buildings),
                people=counts["grids"].get(grid.id, 0)
                if seen is None or grid.id in seen
                else None,
            )
            for grid in grids
        ),
        buildings=tuple(
            BuildingLine(
                building,
                people=counts["buildings"].get(building.id, 0)
                if seen is None or building.grid_id in seen
                else None,
                grid=names.get(building.grid_id, ""),
            )
            for building in buildings
        ),
    )
