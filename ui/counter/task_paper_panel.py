"""A paper about tasks in its place: looked at, printed, saved, noted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.counter.admission.papers import TaskPaperKind
from station_app.domain.counter.admission.tasks import TaskId
from ui.counter.drawn_paper import DrawnPaper
from ui.kit.handing_out import Handout
from ui.kit.keys import add_key

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.admission.papers import TaskPaper
    from station_app.domain.counter.admission.tasks import Task
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

OF_TASKS = "task-"
"""Before the kind of the paper: under it the printer is remembered."""


class TaskPaperPanel(DrawnPaper):
    """Draws a paper of a task, or the list of a year."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__(context, replace(outlets, note=partial(_note, station)))
        self._station = station
        self.close_button.setToolTip(self.tr("Back (Esc)"))
        add_key(self, "Escape", self.tr("Back"), self.closed.emit, group=self.tr("Admission"))

    def show_of_task(self, task: Task, paper: TaskPaper) -> None:
        """Draw and show a paper of *task*."""
        self.show_heading(paper.title, task.particulars.name)
        self._draw(
            lambda: self._station.task_papers.draw(task.id, paper.kind),
            _wanted(task.id, paper.kind, f"{paper.title} {task.particulars.name}"),
        )

    def show_of_year(self, year: int, title: str) -> None:
        """Draw and show the list of *year*."""
        self.show_heading(title, str(year))
        self._draw(
            lambda: self._station.task_years.paper(year),
            _wanted(str(year), TaskPaperKind.YEAR, f"{title} {year}"),
        )


def _wanted(key: str, kind: TaskPaperKind, title: str) -> Handout:
    return Handout(pdf=b"", title=title, kind=f"{OF_TASKS}{kind}", shows_title=False, key=key)


def _note(station: Station, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
    """Note in the audit that a paper about tasks is about to leave the house."""
    kind = TaskPaperKind(handout.kind.removeprefix(OF_TASKS))
    if kind is TaskPaperKind.YEAR:
        return station.task_years.note_given_out(int(handout.key), printed=printed)
    return station.task_papers.note_given_out(TaskId(handout.key), kind, printed=printed)
