"""Grids and buildings, beside the residents' table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.places import BuildingId
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.surfaces import SidePanel
from ui.kit.tokens import Space
from ui.places.buildings import BuildingTree
from ui.places.grid_editing import GridEditing
from ui.places.grids import GridList
from ui.places.picture import PlacesPicture, read_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.places import Grid
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext

GRIDS, BUILDINGS, FORM = "grids", "buildings", "form"


class PlacesPanel(SidePanel):
    """Shows grids and buildings, and assigns these to those; a grid at work is the editing's.

    It stands in the residents' page without knowing it: ``place_asked`` and ``closed`` are
    all that passes between them.
    """

    place_asked = Signal(str, str)  # condition of the residents' filter, key of the place

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station = station
        self._context = context
        self.picture = PlacesPicture()
        self.show_heading(self.tr("Grids and buildings"))
        self.grids, self.buildings = GridList(context.gate), BuildingTree()
        self.editing = GridEditing(station, context, self)
        self.form = self.editing.form
        self._lay_out()
        self._connect()
        context.gate.bind(Permission.PLACE_WRITE, self.buildings.give, self.form.save)
        self.reload()

    def reload(self) -> None:
        """Read the places anew."""
        station = self._station
        self._context.jobs.start(
            lambda _: read_picture(station), owner=self, done=self._show_picture
        )

    def draw_grid(self) -> None:
        """Begin a new grid."""
        self.editing.draw()

    def correct_grid(self, key: str) -> None:
        """Correct the grid *key*."""
        grid = self._found(key)
        if grid is not None:
            self.editing.correct(grid)

    def discard_grid(self, key: str) -> None:
        """Put the grid *key* into the bin; its buildings are then in none.

        Done at once, with an undo that gives the buildings back.
        """
        grid = self._found(key)
        if grid is not None:
            places = self._station.places
            self._perform(
                lambda _: places.discard_grid(grid.id),
                self.tr("Discarded the grid {name}").format(name=grid.particulars.name),
            )

    def assign(self, buildings: list[str], grid: str) -> None:
        """Assign buildings to a grid, or to none."""
        places = self._station.places
        wanted = {BuildingId(key): grid for key in buildings}
        found = self._found(grid)
        name = self.tr("no grid") if found is None else found.particulars.name
        self._perform(
            lambda _: places.assign(wanted),
            self.tr("Assigned {count} buildings to {grid}").format(count=len(wanted), grid=name),
        )

    def _show_picture(self, picture: PlacesPicture) -> None:
        self.picture = picture
        self.grids.show_picture(picture)
        self.buildings.show_picture(picture)

    def _lay_out(self) -> None:
        self.pages = SegmentedControl(
            (Choice(GRIDS, self.tr("Grids")), Choice(BUILDINGS, self.tr("Estates and buildings")))
        )
        self.pages.name(self.tr("What is shown"))
        self.setFocusProxy(self.pages)  # where whoever opens the panel begins
        self.head = QWidget(self)
        top = QVBoxLayout(self.head)
        top.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        top.addWidget(self.pages)
        self.stack = QStackedWidget(self)
        for page in (self.grids, self.buildings, self.form):
            self.stack.addWidget(page)
        self.body.setSpacing(0)
        self.body.addWidget(self.head)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.pages.changed.connect(self._turn)
        self.grids.asked.connect(lambda key: self.place_asked.emit("grids", key))
        self.grids.draw_asked.connect(self.draw_grid)
        self.grids.correct_asked.connect(self.correct_grid)
        self.grids.discard_asked.connect(self.discard_grid)
        self.buildings.place_asked.connect(self.place_asked)
        self.buildings.assign_asked.connect(self.assign)
        self.editing.begun.connect(self._show_form)
        self.editing.ended.connect(self._hide_form)
        self._context.operations.touched.connect(self._on_touched)

    def _turn(self, page: str) -> None:
        self.stack.setCurrentWidget(self.grids if page == GRIDS else self.buildings)

    def _show_form(self, heading: str) -> None:
        self.head.hide()
        self.show_heading(heading)
        self.stack.setCurrentWidget(self.form)

    def _hide_form(self) -> None:
        self.head.show()
        self.show_heading(self.tr("Grids and buildings"))
        self._turn(self.pages.value())

    def _perform(self, change: Callable[[Progress], Done[Any]], label: str) -> None:
        self._context.operations.perform(change, owner=self, label=label)

    def _found(self, key: str) -> Grid | None:
        return next((each.grid for each in self.picture.grids if each.grid.id == key), None)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.PLACES in topics or Topic.RESIDENTS in topics:
            self.reload()
