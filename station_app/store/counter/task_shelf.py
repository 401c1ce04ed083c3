"""Tasks from above as they are kept: nobody's data, seen by those who see all."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.tasks import (
    ListType,
    Owner,
    Task,
    TaskDraft,
    TaskId,
    TaskStep,
)
from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.store.counter.task_rows import TaskRow, TaskStepRow
from station_app.store.records import change_record, set_binned

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import RowMapping
    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp

ROW, STEP = TaskRow, TaskStepRow
TOLD: Final = tuple(each.name for each in fields(TaskDraft))
CODED: Final = {"list_type": ListType, "owner": Owner}
DECIDED: Final = (*("asked_on", "decided_on", "approval_no", "approved_by", "ground", "ended_on"),)
COLUMNS: Final = tuple(
    getattr(ROW, name) for name in ("id", "version", "state", "deleted_at", *TOLD, *DECIDED)
)
"""Read as plain columns: there are thousands after some years, and all are looked through."""


class Tasks:
    """The tasks within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session, self._stamp = session, stamp

    def add(self, key: TaskId, draft: TaskDraft) -> None:
        """Keep a new task under *key*."""
        values = {**_told(draft), "state": TaskState.RECEIVED.value}
        self._session.execute(insert(ROW).values(id=key, **values, **self._stamp.of_new()))

    def all(self) -> list[Task]:
        """Return every task that is not in the bin, the latest first."""
        query = select(*COLUMNS).where(ROW.deleted_at.is_(None))
        found = self._session.execute(query.order_by(ROW.received_on.desc(), ROW.seq.desc()))
        minutes = self._minutes()
        return [_task(row, minutes.get(row["id"], 0)) for row in found.mappings()]

    def task(self, key: TaskId) -> Task:
        """Return the task *key*, in the bin or not.

        Raises :class:`NotFoundError` when there is none.
        """
        query = select(*COLUMNS).where(ROW.id == key)
        found = self._session.execute(query).mappings().one_or_none()
        if found is None:
            raise NotFoundError(id=key)
        return _task(found, self._minutes(key).get(key, 0))

    def change(self, former: Task, latter: Task) -> None:
        """Let *latter* follow *former*, if nobody else has changed it since."""
        kept, values = _columns(former), _columns(latter)
        changed = {name: value for name, value in values.items() if kept[name] != value}
        change_record(
            self._session, ROW, former.id, changed, version=former.version, stamp=self._stamp
        )

    def set_binned(self, key: TaskId, *, binned: bool) -> None:
        """Put the task *key* into the bin, or take it out."""
        set_binned(self._session, ROW, key, binned=binned, stamp=self._stamp)

    def take_step(
        self, former: Task, after: str, event: str, *, on: date, note: str = "", minutes: int = 0
    ) -> None:
        """Note in the history of a task that *event* happened to it."""
        self._session.execute(
            insert(STEP).values(
                id=new_key(),
                task_id=former.id,
                event=event,
                before=former.state.value,
                after=after,
                note=note,
                happened_on=on,
                minutes=minutes,
                at=self._stamp.at,
                by=self._stamp.by,
            )
        )

    def steps(self, key: TaskId) -> tuple[TaskStep, ...]:
        """Return what happened to the task *key*, the earliest first."""
        query = select(STEP).where(STEP.task_id == key).order_by(STEP.at, STEP.seq)
        return tuple(
            TaskStep(
                event=row.event,
                before=row.before,
                after=row.after,
                note=row.note,
                on=row.happened_on,
                minutes=row.minutes,
                at=row.at,
                by=row.by,
            )
            for row in self._session.scalars(query)
        )

    def departments(self) -> tuple[str, ...]:
        """Return who has sent tasks, whoever sent most first."""
        query = (
            select(ROW.department)
            .where(ROW.deleted_at.is_(None))
            .group_by(ROW.department)
            .order_by(func.count().desc(), ROW.department)
        )
        return tuple(self._session.scalars(query))

    def _minutes(self, key: TaskId | None = None) -> dict[str, int]:
        query = select(STEP.task_id, func.sum(STEP.minutes)).group_by(STEP.task_id)
        if key is not None:
            query = query.where(STEP.task_id == key)
        return {found: int(total) for found, total in self._session.execute(query)}


def _told(draft: TaskDraft) -> dict[str, Any]:
    values = {name: getattr(draft, name) for name in TOLD}
    return {**values, **{name: values[name].value for name in CODED}}


def _columns(task: Task) -> dict[str, Any]:
    decided = {name: getattr(task, name) for name in DECIDED}
    return {**_told(task.particulars), **decided, "state": task.state.value}


def _task(row: RowMapping, minutes: int) -> Task:
    told = {name: row[name] for name in TOLD}
    told |= {name: kind(told[name]) for name, kind in CODED.items()}
    return Task(
        id=TaskId(row["id"]),
        version=row["version"],
        state=TaskState(row["state"]),
        particulars=TaskDraft(**told),
        minutes=minutes,
        is_binned=row["deleted_at"] is not None,
        **{name: row[name] for name in DECIDED},
    )
