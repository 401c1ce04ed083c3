"""A grid at work in its form: drawn or corrected, saved, left, met by somebody else's change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from station_app.domain.errors import EditConflictError, ValidationFailedError
from station_app.domain.places import GridDraft
from ui.kit.drafts import FormDrafts
from ui.kit.tokens import Tone
from ui.places.grid_form import GridForm

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.places import Grid
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext


class GridEditing(QObject):
    """Carries one grid from :attr:`form` into the store; whoever shows the form is told when."""

    begun = Signal(str)  # what it is called
    ended = Signal()

    def __init__(self, station: Station, context: RoomContext, parent: QObject) -> None:
        super().__init__(parent)
        self._places = station.places
        self._context = context
        self._grid: Grid | None = None
        self._is_saving = False
        self.form = GridForm()
        self._drafts = None if context.drafts is None else FormDrafts(self.form, context.drafts)
        self.form.submitted.connect(self._save)
        self.form.left.connect(self._leave)

    def draw(self) -> None:
        """Begin a new grid."""
        self._begin(None)

    def correct(self, grid: Grid) -> None:
        """Correct *grid*."""
        self._begin(grid)

    def _begin(self, grid: Grid | None) -> None:
        self._grid = grid
        self.form.show_draft(GridDraft() if grid is None else grid.particulars)
        title = self.tr("Draw a grid") if grid is None else self.tr("Correct the grid")
        self.begun.emit(title)
        if self._drafts is not None:
            self._drafts.begin(f"grid:{'' if grid is None else grid.id}", title)
        self.form.focus_first()

    def _leave(self) -> None:
        if self._drafts is not None:
            self._drafts.leave()
        if self.form.is_dirty():
            grid, draft = self._grid, self.form.draft()
            self._context.notices.say(
                self.tr("The grid was left without saving."),
                Tone.INFO,
                action=self.tr("Go on editing"),
                act=lambda: self._resume(grid, draft),
            )
        self.ended.emit()

    def _resume(self, grid: Grid | None, draft: GridDraft) -> None:
        self._begin(grid)
        # After show_draft, so that what was typed counts as unsaved again.
        self.form.fill(draft)

    def _save(self) -> None:
        # Ctrl+Enter held down must not draw the grid twice.
        if self._is_saving:
            return
        self._is_saving = True
        draft, grid, places = self.form.draft(), self._grid, self._places

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
        if self._drafts is not None:
            self._drafts.end()
        self.ended.emit()

    def _refused(self, error: Exception) -> None:
        self._is_saving = False
        if isinstance(error, ValidationFailedError):
            self.form.show_problems(error.problems)
            self.form.focus_first()
        elif isinstance(error, EditConflictError) and self._grid is not None:
            key, places = self._grid.id, self._places
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
            self.ended.emit()
            return
        # Saving again goes upon the version just read.
        self._grid = now
        self.form.merge(now.particulars)
        self._context.notices.say(
            self.tr("Somebody else has changed this grid. Look at it again, then save."),
            Tone.WARN,
        )
