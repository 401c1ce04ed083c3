"""The task admission desk (社区工作事项准入): what is sent from above, and what is taken on.

The clerk registers what comes and notes the hours; whether it is taken on is the
supervisor's to decide. Every step stands in the task's history and in the audit.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.admission.dues import dues_of, urgency
from station_app.domain.counter.admission.flow import (
    MAY,
    NEXT,
    TaskEvent,
    TaskState,
    WhyNot,
)
from station_app.domain.counter.admission.tasks import (
    MOST_MINUTES,
    Task,
    TaskCounts,
    TaskDraft,
    TaskFilter,
    TaskId,
    obstacle,
    problems_with_step,
    problems_with_task,
    tidied_task,
    years_of,
)
from station_app.domain.errors import (
    EditConflictError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.keys import new_key
from station_app.services.counter.task_finding import TaskIndexer
from station_app.services.permissions import needs, open_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.counter.admission.dues import TaskDues
    from station_app.domain.counter.admission.rules import AdmissionRules
    from station_app.domain.counter.admission.tasks import TaskStep
    from station_app.domain.counter.case_clock import Urgency
    from station_app.domain.counter.limits import TimeLimit
    from station_app.domain.working_days import Due
    from station_app.services.pinyin import Readings
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.TASKS, Topic.AUDIT})
ACT = "task:record:"
UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task as the register shows it."""

    task: Task
    dues: TaskDues
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The part of the register that is looked for, with what each choice would leave."""

    lines: tuple[TaskLine, ...]
    counts: TaskCounts
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage:
    """All that is shown of a task; ``next`` has every event with what keeps it away."""

    line: TaskLine
    steps: tuple[TaskStep, ...]
    next: Mapping[TaskEvent, str]

    @property
    def task(self) -> Task:
        """The task itself."""
        return self.line.task


class AdmissionService:
    """The use cases of the admission desk."""

    def __init__(
        self,
        store: Store,
        reference: Reference,
        clock: Clock,
        *,
        readings: Callable[[str], Readings],
    ) -> None:
        self._store, self._reference, self._clock = store, reference, clock
        self._indexer = TaskIndexer(readings)
        self._reckoned: dict[tuple[TimeLimit, date], Due] = {}

    @open_to_all
    def rules(self) -> AdmissionRules:
        """Return the terms: how long ahead, decided when, the usual grounds."""
        return self._reference.admission

    @needs(Permission.TASK_REGISTER)
    def register(self, wanted: TaskFilter | None = None) -> Register:
        """Return the tasks that *wanted* leaves, the latest first, and the counts."""
        with self._store.reading() as tx:
            tasks = tx.tasks.all()
        wanted = wanted or TaskFilter()
        lines = tuple(self._line(task) for task in tasks if wanted.lets(task))
        return Register(lines=lines, counts=_counts(tasks, wanted), total=len(tasks))

    @needs(Permission.TASK_REGISTER)
    def page(self, key: TaskId) -> TaskPage:
        """Return the task *key* with its history, and what may be done next.

        Raises :class:`~station_app.domain.errors.NotFoundError` when there is none.
        """
        with self._store.reading() as tx:
            task, steps = tx.tasks.task(key), tx.tasks.steps(key)
        offered = {event: self._why_not(task, event) for event in TaskEvent}
        return TaskPage(line=self._line(task), steps=steps, next=offered)

    @needs(Permission.TASK_REGISTER)
    def departments(self) -> Sequence[str]:
        """Return who has sent tasks before, whoever sent most first."""
        with self._store.reading() as tx:
            return tx.tasks.departments()

    @needs(Permission.TASK_REGISTER)
    def enter(self, draft: TaskDraft) -> Done[TaskId]:
        """Put a task that has come into the register (收到登记).

        Raises :class:`ValidationFailedError` naming the fields.
        """
        accepted = self._accepted(draft)
        key = TaskId(new_key())
        with self._store.transaction() as tx:
            tx.tasks.add(key, accepted)
            task = tx.tasks.task(key)
            tx.tasks.take_step(task, task.state.value, "registered", on=self._day_of(accepted))
            self._indexer.renew(tx, [key])
            tx.audit.add(ACT + "registered", key, name=accepted.name)
        return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))

    @needs(Permission.TASK_REGISTER)
    def correct(self, key: TaskId, draft: TaskDraft, *, version: int) -> Done[None]:
        """Replace what the register says of the task *key*, last seen at *version*."""
        accepted = self._accepted(draft)
        return self._take(
            key, version, TaskEvent.CORRECT, on=self._clock.today(), particulars=accepted
        )

    @needs(Permission.TASK_REGISTER)
    def put_into_bin(self, key: TaskId) -> Done[None]:
        """Put a task that was entered by mistake into the bin."""
        return self._set_binned(key, binned=True)

    @needs(Permission.TASK_REGISTER)
    def ask(self, key: TaskId, on: date, note: str = "", *, version: int) -> Done[None]:
        """Note that whoever sent the task asks for approval (提请准入)."""
        return self._take(key, version, TaskEvent.ASK, on=on, note=note, asked_on=on)

    @needs(Permission.TASK_DECIDE)
    def admit(
        self, key: TaskId, approval_no: str, approved_by: str, on: date, *, version: int
    ) -> Done[None]:
        """Take the task on (准入): by which approval, or which list, and by whom.

        Raises :class:`ValidationFailedError` without number and name,
        :class:`RefusedError` with a code of :class:`WhyNot`.
        """
        told = {"approval_no": approval_no, "approved_by": approved_by}
        return self._take(
            key,
            version,
            TaskEvent.ADMIT,
            on=on,
            needed=told,
            decided_on=on,
            **{name: text.strip() for name, text in told.items()},
        )

    @needs(Permission.TASK_DECIDE)
    def refuse(self, key: TaskId, ground: str, on: date, *, version: int) -> Done[None]:
        """Do not take the task on (不予准入), and say on what ground."""
        told = {"ground": ground}
        return self._take(
            key,
            version,
            TaskEvent.REFUSE,
            on=on,
            note=ground,
            needed=told,
            ground=ground.strip(),
            decided_on=on,
        )

    @needs(Permission.TASK_DECIDE)
    def withdraw(self, key: TaskId, reason: str, on: date, *, version: int) -> Done[None]:
        """Note that the task was called back, or its admission revoked (撤销)."""
        needed = {"reason": reason}
        more: dict[str, Any] = {"note": reason, "needed": needed, "ended_on": on}
        return self._take(key, version, TaskEvent.WITHDRAW, on=on, **more)

    @needs(Permission.TASK_DECIDE)
    def expire(self, key: TaskId, on: date, *, version: int) -> Done[None]:
        """Note that the time for which the task was admitted is over (到期)."""
        return self._take(key, version, TaskEvent.EXPIRE, on=on, ended_on=on)

    @needs(Permission.TASK_REGISTER)
    def work(
        self, key: TaskId, minutes: int, on: date, note: str = "", *, version: int
    ) -> Done[None]:
        """Note time that was spent on the task."""
        if not 0 < minutes <= MOST_MINUTES:
            raise ValidationFailedError((Problem("minutes", "out-of-range"),))
        if on > self._clock.today():
            raise ValidationFailedError((Problem("on", "in-the-future"),))
        return self._note_work(key, minutes, on, note.strip(), version)

    def _note_work(
        self, key: TaskId, minutes: int, on: date, note: str, version: int | None
    ) -> Done[None]:
        with self._store.transaction() as tx:
            task = tx.tasks.task(key)
            if version is not None:
                _as_seen(task, version)
                self._permit(task, TaskEvent.WORK)
            event = TaskEvent.WORK.value if minutes > 0 else UNDONE
            tx.tasks.take_step(task, task.state, event, on=on, note=note, minutes=minutes)
            tx.audit.add(ACT + ("work" if minutes > 0 else UNDONE), key, minutes=minutes)
        return Done(None, TOUCHED, lambda: self._note_work(key, -minutes, on, note, None))

    def _take(
        self,
        key: TaskId,
        version: int,
        event: TaskEvent,
        *,
        on: date,
        note: str = "",
        needed: Mapping[str, str] | None = None,
        **changes: Any,
    ) -> Done[None]:
        """Let *event* happen to the task *key*, if it is still as it was at *version*."""
        with self._store.transaction() as tx:
            former = tx.tasks.task(key)
            _as_seen(former, version)
            outcome = self._permit(former, event)
            if event is not TaskEvent.CORRECT:
                today = self._clock.today()
                if problems := problems_with_step(former, on, today=today, **(needed or {})):
                    raise ValidationFailedError(problems)
            latter = replace(former, state=outcome, **changes)
            self._keep(tx, former, latter, event.value, on=on, note=note.strip())
        return Done(None, TOUCHED, lambda: self._take_back(key, former, version + 1))

    def _take_back(self, key: TaskId, former: Task, version: int) -> Done[None]:
        with self._store.transaction() as tx:
            now = tx.tasks.task(key)
            _as_seen(now, version)
            self._keep(tx, now, former, UNDONE, on=self._clock.today())
        return Done(None, TOUCHED, lambda: self._take_back(key, now, version + 1))

    def _keep(
        self,
        tx: Transaction,
        former: Task,
        latter: Task,
        event: str,
        *,
        on: date,
        note: str = "",
    ) -> None:
        tx.tasks.change(former, latter)
        tx.tasks.take_step(former, latter.state, event, on=on, note=note)
        self._indexer.renew(tx, [former.id])
        tx.audit.add(ACT + event, former.id, name=latter.particulars.name)

    def _permit(self, task: Task, event: TaskEvent) -> TaskState:
        """Return where *event* leads. Raises :class:`RefusedError` saying what keeps it away."""
        outcome = NEXT[task.state, event]
        found = outcome if isinstance(outcome, WhyNot) else None
        found = found or obstacle(task, event, today=self._clock.today())
        if found is not None or isinstance(outcome, WhyNot):
            raise RefusedError(found or outcome, state=task.state)
        return outcome

    def _why_not(self, task: Task, event: TaskEvent) -> str:
        try:
            self._permit(task, event)
            self._store.authority.require(MAY[event])
        except RefusedError as error:
            return str(error.reason)
        except NotPermittedError as error:
            return error.code
        return ""

    def _line(self, task: Task) -> TaskLine:
        today = self._clock.today()
        dues = dues_of(task, self.rules(), self._due)
        soon = self._due(self._reference.case_rules.soon, today).day
        return TaskLine(task=task, dues=dues, urgency=urgency(task, dues, today=today, soon=soon))

    def _due(self, limit: TimeLimit, since: date) -> Due:
        """Return when *limit* ends; the register asks for few days many times."""
        key = (limit, since)
        if key not in self._reckoned:
            self._reckoned[key] = limit.due(since, self._reference.calendar)
        return self._reckoned[key]

    def _accepted(self, draft: TaskDraft) -> TaskDraft:
        accepted = tidied_task(draft)
        affairs = {entry.code for entry in self._reference.table("affair").entries}
        problems = problems_with_task(
            accepted, self.rules(), affairs=affairs, today=self._clock.today()
        )
        if problems:
            raise ValidationFailedError(problems)
        return accepted

    def _day_of(self, draft: TaskDraft) -> date:
        return draft.received_on or self._clock.today()

    def _set_binned(self, key: TaskId, *, binned: bool) -> Done[None]:
        with self._store.transaction() as tx:
            tx.tasks.set_binned(key, binned=binned)
            self._indexer.renew(tx, [key])
            tx.audit.add(ACT + ("binned" if binned else "restored"), key)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))


def _as_seen(task: Task, version: int) -> None:
    if task.version != version or task.is_binned:
        raise EditConflictError(id=task.id)


def _counts(tasks: Iterable[Task], wanted: TaskFilter) -> TaskCounts:
    """Return how many tasks each choice would leave, the others staying as they are."""

    def left(**freed: Any) -> list[Task]:
        return [task for task in tasks if replace(wanted, **freed).lets(task)]

    tasks = list(tasks)
    years: Counter[int] = Counter()
    for task in left(year=0):
        years.update(years_of(task))
    return TaskCounts(
        states=dict(Counter(task.state for task in left(states=()))),
        lists=dict(Counter(task.particulars.list_type for task in left(lists=()))),
        owners=dict(Counter(task.particulars.owner for task in left(owners=()))),
        affairs=dict(Counter(task.particulars.affair for task in left(affairs=()))),
        years=dict(years),
        amber=len(left(is_amber=True)),
    )
