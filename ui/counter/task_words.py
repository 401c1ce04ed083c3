"""What tasks from above are called in the window: lists, owners, states, points, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.counter.admission.flow import TaskEvent, TaskState
from station_app.domain.counter.admission.tasks import ListType, Owner, Point
from ui.counter.step_words import StepWords
from ui.kit.buttons import Choice
from ui.kit.icons import Icon
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from station_app.bootstrap import Station
    from station_app.domain.errors import Problem

TONES = {
    TaskState.RECEIVED: Tone.INFO,
    TaskState.ASKED: Tone.ACCENT,
    TaskState.ADMITTED: Tone.OK,
    TaskState.REFUSED: Tone.WARN,
}
MINUTES = 60


class TaskWords(QObject):
    """Names of code tables are official and stay Chinese in either language."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self.steps: Mapping[TaskEvent, StepWords] = self._steps()

    def lists(self) -> dict[ListType, str]:
        """Return what the lists are called."""
        return {
            ListType.OWN: self.tr("Own task"),
            ListType.ASSIST: self.tr("To assist with"),
            ListType.TEMPORARY: self.tr("In no list, for a time"),
            ListType.NEGATIVE: self.tr("Not to be taken on"),
            ListType.UNKNOWN: self.tr("Not said yet"),
        }

    def owners(self) -> dict[Owner, str]:
        """Return whose a task may be."""
        return {
            Owner.COMMITTEE: self.tr("Residents' committee"),
            Owner.WORKSTATION: self.tr("Community workstation"),
            Owner.SERVICE: self.tr("Service station"),
        }

    def states(self) -> dict[TaskState, str]:
        """Return what the states are called."""
        return {
            TaskState.RECEIVED: self.tr("Received"),
            TaskState.ASKED: self.tr("Approval asked for"),
            TaskState.ADMITTED: self.tr("Admitted"),
            TaskState.REFUSED: self.tr("Refused"),
            TaskState.WITHDRAWN: self.tr("Withdrawn"),
            TaskState.EXPIRED: self.tr("Expired"),
        }

    def points(self) -> dict[Point, str]:
        """Return what comes to the community with a task."""
        return {
            Point.PEOPLE: self.tr("People"),
            Point.WORK: self.tr("Work"),
            Point.PROMISE: self.tr("Promise"),
            Point.APPRAISAL: self.tr("Appraisal"),
            Point.MONEY: self.tr("Money"),
        }

    def affair(self, code: str) -> str:
        """Return the name of one of the seven classes."""
        return self._station.reference.table("affair").name_of(code)

    def affairs(self) -> tuple[Choice, ...]:
        """Return the seven classes in their order."""
        entries = self._station.reference.table("affair").entries
        return tuple(Choice(each.code, each.name) for each in entries)

    def frequencies(self) -> tuple[Choice, ...]:
        """Return how often something may be due."""
        rules = self._station.reference.admission
        return tuple(Choice(each.code, each.name) for each in rules.frequencies)

    def frequency(self, code: str) -> str:
        """Return how often something is due."""
        return self._station.reference.admission.frequency(code)

    def named(self, points: Iterable[Point]) -> str:
        """Return *points* by name."""
        names = self.points()
        return "、".join(names[point] for point in points)

    def hours(self, minutes: int) -> str:
        """Return how long something took; nothing of none."""
        if not minutes:
            return ""
        whole, rest = divmod(minutes, MINUTES)
        told = self.tr("{hours} h").format(hours=whole) if whole else ""
        more = self.tr("{minutes} min").format(minutes=rest) if rest else ""
        return " ".join(filter(None, (told, more)))

    def past(self, event: str) -> str:
        """Return what has happened, for the history."""
        said = {
            "registered": self.tr("Entered"),
            "undone": self.tr("Taken back"),
            TaskEvent.CORRECT.value: self.tr("Corrected"),
        }
        return said[event] if event in said else self.steps[TaskEvent(event)].past

    def problem(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        sentences = {
            "missing": self.tr("This is needed."),
            "unknown": self.tr("Choose one of the list."),
            "too-long": self.tr("Too long: at most {most} characters."),
            "in-the-future": self.tr("This day is still to come."),
            "too-early": self.tr("This day lies before what happened last."),
            "out-of-range": self.tr("This number cannot be."),
        }
        facts = {name: str(fact) for name, fact in problem.facts.items()}
        return sentences.get(problem.code, problem.code).format_map(facts)

    def _steps(self) -> dict[TaskEvent, StepWords]:
        e = TaskEvent
        return {
            e.ADMIT: StepWords(self.tr("Admit…"), self.tr("Admitted"), Icon.APPROVE, "Alt+A"),
            e.ASK: StepWords(
                self.tr("Approval is asked for…"),
                self.tr("Approval asked for"),
                Icon.FORWARD,
                "Alt+S",
            ),
            e.REFUSE: StepWords(self.tr("Refuse…"), self.tr("Refused"), Icon.NEGATIVE, "Alt+R"),
            e.EXPIRE: StepWords(self.tr("It is over…"), self.tr("Expired"), Icon.IDLE, "Alt+X"),
            e.WORK: StepWords(
                self.tr("Note hours…"), self.tr("Hours noted"), Icon.HISTORY, "Alt+H"
            ),
            e.WITHDRAW: StepWords(self.tr("Withdraw…"), self.tr("Withdrawn"), Icon.UNDO, "Alt+W"),
        }
