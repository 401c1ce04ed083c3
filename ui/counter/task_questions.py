"""The questions that the steps of a task ask, and what is done with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from station_app.domain.counter.admission.flow import TaskEvent
from station_app.domain.counter.admission.tasks import BY_LIST, ListType
from ui.counter.ask_form import Question
from ui.kit.fields import CountField, DateField
from ui.kit.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.clock import Clock
    from station_app.services.counter.admission import TaskPage
    from ui.counter.ask_form import Answer
    from ui.counter.task_words import TaskWords
    from ui.kit.fields import Field

HALF_HOUR, LONGEST = 30, 24 * 60
ADMITTED_BY_LIST = "按清单准入"  # it stands on papers, which are Chinese always
NEEDED = frozenset({"on", "ground", "reason", "approval_no", "approved_by"})


class TaskQuestions(QObject):
    """Knows of each step what has to be said with it."""

    def __init__(self, station: Station, words: TaskWords, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._station, self._words, self._clock = station, words, clock

    def of(self, event: TaskEvent, page: TaskPage) -> Question:
        """Return what is asked before *event* happens."""
        fields = self._fields(event, page)
        on = DateField(self.tr("On"), required=True)
        on.set_value(self._clock.today())
        fields["on"] = on
        action = self._words.steps[event].action.removesuffix("…")
        return Question(
            title=self._titles()[event],
            action=action,
            fields=fields,
            needed=frozenset(fields) & NEEDED,
            text=self._text(event, page),
        )

    def change(self, event: TaskEvent, page: TaskPage, said: Answer) -> Callable[[], Done[Any]]:
        """Return what carries *event* out with what was *said*."""
        desk, key, version = self._station.admission, page.task.id, page.task.version
        steps: dict[TaskEvent, Callable[..., Done[Any]]] = {
            TaskEvent.ASK: desk.ask,
            TaskEvent.ADMIT: desk.admit,
            TaskEvent.REFUSE: desk.refuse,
            TaskEvent.WITHDRAW: desk.withdraw,
            TaskEvent.EXPIRE: desk.expire,
            TaskEvent.WORK: desk.work,
        }
        step = steps[event]
        return lambda: step(key, version=version, **said)

    def _fields(self, event: TaskEvent, page: TaskPage) -> dict[str, Field[Any]]:
        if event is TaskEvent.ADMIT:
            by = self._line(self.tr("Approved by"), (), required=True)
            number = self._line(self.tr("Number of the approval"), (), required=True)
            if page.task.particulars.list_type in BY_LIST:
                number.set_value(ADMITTED_BY_LIST)
                by.set_value(page.task.particulars.basis[:120])
            return {"approval_no": number, "approved_by": by}
        if event is TaskEvent.REFUSE:
            grounds = [each.name for each in self._station.reference.admission.grounds]
            field = self._line(self.tr("Ground"), grounds, required=True)
            if page.task.particulars.list_type is ListType.NEGATIVE:
                field.set_value(grounds[0])
            return {"ground": field}
        if event is TaskEvent.WITHDRAW:
            return {"reason": self._line(self.tr("Reason"), (), required=True)}
        if event is TaskEvent.WORK:
            minutes = CountField(self.tr("Minutes"), least=5, most=LONGEST, suffix=self.tr(" min"))
            minutes.spin.setSingleStep(HALF_HOUR)
            minutes.set_value(2 * HALF_HOUR)
            return {"minutes": minutes, "note": self._line(self.tr("What was done"), ())}
        return {}

    def _line(self, title: str, offered: Sequence[str], *, required: bool = False) -> SuggestField:
        field = SuggestField(title, required=required, most=400)
        field.offer(offered)
        return field

    def _titles(self) -> dict[TaskEvent, str]:
        return {
            TaskEvent.ASK: self.tr("The department asks for approval"),
            TaskEvent.ADMIT: self.tr("The task is taken on"),
            TaskEvent.REFUSE: self.tr("The task is not taken on"),
            TaskEvent.WITHDRAW: self.tr("The task falls away"),
            TaskEvent.EXPIRE: self.tr("The time of the task is over"),
            TaskEvent.WORK: self.tr("How long did it take?"),
        }

    def _text(self, event: TaskEvent, page: TaskPage) -> str:
        dues = page.line.dues
        if event is TaskEvent.ASK and dues.is_late and dues.earliest is not None:
            return self.tr("It was sent too late: it may begin on {day} at the earliest.").format(
                day=dues.earliest.day.isoformat()
            )
        return ""
