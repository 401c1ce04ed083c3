"""The columns of the register of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.case_clock import Urgency
from ui.counter.task_words import TONES
from ui.kit.case_words import URGENCY_TONES, urgency_words
from ui.kit.columns import Badge, Column
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.services.counter.admission import TaskLine
    from ui.counter.task_words import TaskWords

TaskColumn = Column["TaskLine"]


class TaskColumns(QObject):
    """Declares the columns."""

    def __init__(self, words: TaskWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def all(self) -> tuple[TaskColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_task(), *self._of_work())

    def _of_task(self) -> tuple[TaskColumn, ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Task"),
                text=lambda line: line.task.particulars.name,
                width=200,
                strong=True,
                stretches=True,
                tip=lambda line: line.task.particulars.name,
            ),
            Column(
                key="department",
                title=lambda: self.tr("Sent by"),
                text=lambda line: line.task.particulars.department,
                width=130,
                tip=lambda line: line.task.particulars.department,
            ),
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                width=170,
                badges=self._state,
            ),
        )

    def _of_work(self) -> tuple[TaskColumn, ...]:
        return (
            Column(
                key="list",
                title=lambda: self.tr("List"),
                text=lambda line: self._words.lists()[line.task.particulars.list_type],
                width=120,
                muted=True,
            ),
            Column(
                key="due",
                title=lambda: self.tr("Due"),
                text=self._due,
                width=182,
                badges=self._marks,
            ),
            Column(
                key="owner",
                title=lambda: self.tr("Whose"),
                text=lambda line: self._words.owners().get(line.task.particulars.owner, ""),
                width=110,
                muted=True,
                shown=False,
            ),
            Column(
                key="received",
                title=lambda: self.tr("Received"),
                text=lambda line: str(line.task.particulars.received_on or ""),
                width=100,
                muted=True,
            ),
        )

    def _state(self, line: TaskLine) -> list[Badge]:
        task = line.task
        badges = [Badge(self._words.states()[task.state], TONES.get(task.state, Tone.NEUTRAL))]
        if points := task.open_points:
            done = 5 - len(points)
            badges.append(Badge(self.tr("{done} of 5").format(done=done), Tone.WARN))
        return badges

    def _due(self, line: TaskLine) -> str:
        if line.dues.decide is not None:
            return line.dues.decide.day.isoformat()
        due = line.task.particulars.due_on
        return due.isoformat() if due and line.task.state is TaskState.ADMITTED else ""

    def _marks(self, line: TaskLine) -> list[Badge]:
        if line.urgency is Urgency.NONE:
            return []
        return [Badge(urgency_words(line.urgency), URGENCY_TONES[line.urgency])]
