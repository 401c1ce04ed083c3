"""The papers of a task from above (准入文书): which it has, drawn, noted when given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.papers import TaskPaper, TaskPaperKind, papers_of
from station_app.domain.counter.admission.tasks import POINT_FIELDS, ListType
from station_app.domain.errors import RefusedError
from station_app.domain.numerals import day_in_words
from station_app.services.certificates.task_wording import ToldTask, station_facts
from station_app.services.counter.drawing import Drawing
from station_app.services.counter.guiding import limit_in_words
from station_app.services.counter.task_words import LISTS, OWNERS, day, yuan
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from station_app.domain.counter.admission.tasks import Task, TaskId
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.counter.admission import AdmissionService, TaskPage
    from station_app.services.use_cases import Usual

YES = "1"


class TaskPaperService(Drawing):
    """The use cases of papers of tasks: a paper tells the task as it stands."""

    def __init__(
        self, *usual: *Usual, admission: AdmissionService, desk: Callable[[], PaperDesk]
    ) -> None:
        super().__init__(*usual, desk=desk)
        self._admission = admission

    @needs(Permission.TASK_REGISTER)
    def offered(self, key: TaskId) -> tuple[TaskPaper, ...]:
        """Return the papers that a task has as it stands, the likeliest first."""
        titles = self._desk().task_papers
        has = papers_of(self._admission.page(key).task)
        return tuple(TaskPaper(kind=kind, title=titles[kind]) for kind in has)

    @needs(Permission.TASK_REGISTER)
    def draw(self, key: TaskId, kind: TaskPaperKind) -> Paper:
        """Return a paper of a task.

        Raises :class:`RefusedError` ``task.no-such-paper`` for one that the task has not as
        it stands, and GlyphMissingError for a name that no font of ours can draw.
        """
        page = self._accepted(key, kind)
        today = self._clock.today()
        facts = {
            **station_facts(self._settings.current(), self._handler(), today),
            **self._facts(page),
            "paper.dated_on_words": day_in_words(_dated(page.task, kind) or today),
        }
        return self._desk().draw_task_paper(ToldTask(kind=kind, facts=facts, rows={}))

    @needs(Permission.TASK_REGISTER)
    def note_given_out(self, key: TaskId, kind: TaskPaperKind, *, printed: bool) -> Done[None]:
        """Note that a paper is printed or saved, before it leaves: also one that then fails."""
        self._accepted(key, kind)
        title = self._desk().task_papers[kind]
        act = "task:paper:printed" if printed else "task:paper:saved"
        with self._store.transaction() as tx:
            tx.audit.add(act, key, title=title)
        return Done(None, frozenset({Topic.AUDIT}))

    def _accepted(self, key: TaskId, kind: TaskPaperKind) -> TaskPage:
        page = self._admission.page(key)
        if kind not in papers_of(page.task):
            raise RefusedError("task.no-such-paper", state=page.task.state)
        return page

    def _facts(self, page: TaskPage) -> dict[str, str]:
        task, told, rules = page.task, page.task.particulars, self._admission.rules()
        affair = self._reference.table("affair").by_code(told.affair)
        dues = page.line.dues
        points = {f"point.{point}": getattr(told, name) for point, name in POINT_FIELDS.items()}
        if not points["point.money"] and told.funding:
            points["point.money"] = f"{yuan(told.funding)}元"
        return {
            "task.name": told.name,
            "task.department": told.department,
            "task.basis": told.basis,
            "task.document": told.document,
            "task.list": LISTS[told.list_type],
            "task.affair": affair.name if affair else "",
            "task.owner": OWNERS[told.owner],
            "task.received_on": day(told.received_on),
            "task.begins_on": day(told.begins_on),
            "task.ends_on": day(told.ends_on),
            "task.frequency": rules.frequency(told.frequency),
            "task.due_on": day(told.due_on),
            "task.funding": f"{yuan(told.funding)}元" if told.funding else "",
            "task.agreement": told.agreement,
            "task.note": told.note,
            "task.asked_on": day(task.asked_on),
            "task.decided_on": day(task.decided_on),
            "task.approval_no": task.approval_no,
            "task.approved_by": task.approved_by,
            "task.ground": task.ground.rstrip("。"),
            "task.earliest": day(dues.earliest.day) if dues.earliest else "",
            "task.decide_by": day(dues.decide.day) if dues.decide else "",
            "task.admitted": YES if task.state is TaskState.ADMITTED else "",
            "task.refused": YES if task.state is TaskState.REFUSED else "",
            "task.negative": YES if told.list_type is ListType.NEGATIVE else "",
            "terms.ahead": limit_in_words(rules.ahead),
            "terms.decide": limit_in_words(rules.decide),
            **points,
        }


def _dated(task: Task, kind: TaskPaperKind) -> date | None:
    """Return from which day a paper is; None for the day on which it is printed."""
    return task.decided_on if kind is TaskPaperKind.REFUSAL else None
