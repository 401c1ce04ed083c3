"""Grids and buildings, beside the residents' table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.errors import EditConflictError, ValidationFailedError
from station_app.domain.places import BuildingId, GridDraft
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.surfaces import SidePanel
from ui.kit.tokens import Space, Tone
from ui.places.buildings import BuildingTree
from ui.places.grid_form import GridForm
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
    """Draws grids, corrects them, and assigns buildings to them.

    It stands in the residents' page without knowing it: ``place_asked`` and ``closed`` are
    all that passes between them.
    """

    place_asked = Signal(str, str)  # condition of the residents' filter, key of the place

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station = station
        self._context = context
        self.picture = PlacesPicture()
        self._grid: Grid | None = None
        self._is_saving = False
        self.show_heading(self.tr("Grids and buildings"))
        self.grids, self.buildings, self.form = GridList(), BuildingTree(), GridForm()
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Read the places anew."""
        station = self._station
        self._context.jobs.start(
            lambda _: read_picture(station), owner=self, done=self._show_picture
        )

    def draw_grid(self) -> None:
        """Begin a new grid."""
        self._open_form(None, GridDraft())

    def correct_grid(self, key: str) -> None:
        """Correct the grid *key*."""
        grid = self._found(key)
        if grid is not None:
            self._open_form(grid, grid.particulars)

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
        self.form.submitted.connect(self._save)
        self.form.left.connect(self._leave_form)
        self._context.operations.touched.connect(self._on_touched)

    def _turn(self, page: str) -> None:
        self.stack.setCurrentWidget(self.grids if page == GRIDS else self.buildings)

    def _open_form(self, grid: Grid | None, draft: GridDraft) -> None:
        self._grid = grid
        self.head.hide()
        self.show_heading(self.tr("Draw a grid") if grid is None else self.tr("Correct the grid"))
        self.form.show_draft(draft)
        self.stack.setCurrentWidget(self.form)
        self.form.focus_first()

    def _close_form(self) -> None:
        self.head.show()
        self.show_heading(self.tr("Grids and buildings"))
        self._turn(self.pages.value())

    def _leave_form(self) -> None:
        if self.form.is_dirty():
            grid, draft = self._grid, self.form.draft()
            self._context.notices.say(
                self.tr("The grid was left without saving."),
                Tone.INFO,
                action=self.tr("Go on editing"),
                act=lambda: self._resume(grid, draft),
            )
        self._close_form()

    def _resume(self, grid: Grid | None, draft: GridDraft) -> None:
        self._open_form(grid, grid.particulars if grid is not None else GridDraft())
        # After show_draft, so that what was typed counts as unsaved again.
        self.form.fill(draft)

    def _save(self) -> None:
        # Ctrl+Enter held down must not draw the grid twice.
        if self._is_saving:
            return
        self._is_saving = True
        draft, grid, places = self.form.draft(), self._grid, self._station.places

        def change(_: Progress) -> Done[Any]:
            if grid is None:
                return places.draw_grid(draft)
            return places.correct_grid(grid.id, draft, version=grid.version)

        words = self.tr("Drew the grid {name}") if grid is None else self.tr("Corrected {name}")
        self._context.operations.perform(
            change,
            owner=self,
            done=lambda _: self._saved(),
            failed=self._refused,
            label=words.format(name=draft.name),
        )

    def _saved(self) -> None:
        self._is_saving = False
        self._close_form()

    def _refused(self, error: Exception) -> None:
        self._is_saving = False
        if isinstance(error, ValidationFailedError):
            self.form.show_problems(error.problems)
            self.form.focus_first()
        elif isinstance(error, EditConflictError) and self._grid is not None:
            key, places = self._grid.id, self._station.places
            self._context.jobs.start(
                lambda _: next((each for each in places.grids() if each.id == key), None),
                owner=self,
                done=self._merge,
            )
        else:
            self._context.failed(error)

    def _merge(self, now: Grid | None) -> None:
        # Discarded meanwhile: there is nothing left to correct.
        if now is None:
            self._close_form()
            return
        # Saving again goes upon the version just read.
        self._grid = now
        self.form.merge(now.particulars)
        self._context.notices.say(
            self.tr("Somebody else has changed this grid. Look at it again, then save."),
            Tone.WARN,
        )

    def _perform(self, change: Callable[[Progress], Done[Any]], label: str) -> None:
        self._context.operations.perform(change, owner=self, label=label)

    def _found(self, key: str) -> Grid | None:
        return next((each.grid for each in self.picture.grids if each.grid.id == key), None)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.PLACES in topics or Topic.RESIDENTS in topics:
            self.reload()
