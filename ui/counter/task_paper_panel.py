"""A paper about tasks in its place: looked at, printed, saved, noted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.counter.admission.papers import TaskPaperKind
from station_app.domain.counter.admission.tasks import TaskId
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import SidePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.admission.papers import TaskPaper
    from station_app.domain.counter.admission.tasks import Task
    from station_app.domain.errors import StationError
    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

OF_TASKS = "task-"
"""Before the kind of the paper: under it the printer is remembered."""


class TaskPaperPanel(SidePanel):
    """Draws one paper; what is shown is what is printed and saved."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._shown: tuple[str, TaskPaperKind] | None = None
        outlets = replace(outlets, note=partial(_note, station))
        emptiness = (Icon.PRINT, self.tr("The paper"), self.tr("It is being drawn."))
        self.panel = PaperPanel(context, outlets, emptiness, self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.panel, 1)
        self.close_button.setToolTip(self.tr("Back (Esc)"))
        add_key(self, "Escape", self.tr("Back"), self.closed.emit, group=self.tr("Admission"))

    def show_of_task(self, task: Task, paper: TaskPaper) -> None:
        """Draw and show a paper of *task*."""
        self._draw(
            (task.id, paper.kind),
            paper.title,
            task.particulars.name,
            lambda: self._station.task_papers.draw(task.id, paper.kind),
        )

    def show_of_year(self, year: int, title: str) -> None:
        """Draw and show the list of *year*."""
        self._draw(
            (str(year), TaskPaperKind.YEAR),
            title,
            str(year),
            lambda: self._station.task_years.paper(year),
        )

    def forget(self) -> None:
        """Show no paper any more."""
        self._shown = None
        self.panel.clear()

    def _draw(
        self, shown: tuple[str, TaskPaperKind], title: str, about: str, draw: Callable[[], Paper]
    ) -> None:
        if shown != self._shown:
            self.panel.clear()
        self._shown = shown
        self.show_heading(title, about)
        self._context.jobs.start(
            lambda _: draw(),
            owner=self,
            done=partial(self._show, shown, f"{title} {about}"),
            failed=partial(self._not_drawn, shown),
            lane=Lane.OUTSIDE,
        )

    def _show(self, shown: tuple[str, TaskPaperKind], title: str, paper: Paper) -> None:
        if shown != self._shown:
            return
        key, kind = shown
        self.panel.show_handout(
            Handout(
                pdf=paper.pdf, title=title, kind=f"{OF_TASKS}{kind}", shows_title=False, key=key
            )
        )
        self.panel.focus_print_within(self)

    def _not_drawn(self, shown: tuple[str, TaskPaperKind], error: StationError) -> None:
        if shown == self._shown:
            self.panel.refuse(self._context.words(error))


def _note(station: Station, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
    """Note in the audit that a paper about tasks is about to leave the house."""
    kind = TaskPaperKind(handout.kind.removeprefix(OF_TASKS))
    if kind is TaskPaperKind.YEAR:
        return station.task_years.note_given_out(int(handout.key), printed=printed)
    return station.task_papers.note_given_out(TaskId(handout.key), kind, printed=printed)
