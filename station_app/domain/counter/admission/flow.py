"""The life of a task from above (社区工作事项准入): asked for, admitted or refused, ended.

收到 → 提请准入 → 准入 | 不予准入; besides 撤销 and 到期. What stands in the community's own or
assisting list is admitted by that list; whatever else takes an approval (domain brief 5.6).
"""

from __future__ import annotations

from enum import StrEnum
from itertools import product

from station_app.domain.access.permissions import Permission


class TaskState(StrEnum):
    """Where a task is."""

    RECEIVED = "received"  # 收到
    ASKED = "asked"  # 提请准入
    ADMITTED = "admitted"  # 准入
    REFUSED = "refused"  # 不予准入
    WITHDRAWN = "withdrawn"  # 撤销
    EXPIRED = "expired"  # 到期


class TaskEvent(StrEnum):
    """What may happen to a task."""

    ASK = "ask"  # whoever sends it asks for approval
    ADMIT = "admit"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    WORK = "work"  # hours were spent on it
    CORRECT = "correct"


class WhyNot(StrEnum):
    """Why something cannot happen to a task; worded by the window."""

    ASKED_ALREADY = "task.asked-already"
    ADMITTED_ALREADY = "task.admitted-already"
    NOT_ADMITTED = "task.not-admitted-yet"
    FINISHED = "task.finished"
    ON_NEGATIVE_LIST = "task.on-negative-list"
    MUST_BE_ASKED = "task.must-be-asked"
    LISTED = "task.in-our-lists"
    NO_LIST = "task.no-list-chosen"
    NO_AGREEMENT = "task.no-agreement"
    NO_END = "task.has-no-end"
    NOT_OVER = "task.not-over-yet"


_S, _E = TaskState, TaskEvent
OPEN = frozenset({_S.RECEIVED, _S.ASKED, _S.ADMITTED})
UNDECIDED = frozenset({_S.RECEIVED, _S.ASKED})
FINISHED = frozenset(_S) - OPEN
"""What leads nowhere back: whoever sends it again has a new entry."""
STAYING = frozenset({_E.WORK, _E.CORRECT})
"""What leaves the task where it is."""
LEADS: dict[TaskState, dict[TaskEvent, TaskState]] = {
    _S.RECEIVED: {
        _E.ASK: _S.ASKED,
        _E.ADMIT: _S.ADMITTED,
        _E.REFUSE: _S.REFUSED,
        _E.WITHDRAW: _S.WITHDRAWN,
    },
    _S.ASKED: {_E.ADMIT: _S.ADMITTED, _E.REFUSE: _S.REFUSED, _E.WITHDRAW: _S.WITHDRAWN},
    _S.ADMITTED: {_E.WITHDRAW: _S.WITHDRAWN, _E.EXPIRE: _S.EXPIRED},
    _S.REFUSED: {},
    _S.WITHDRAWN: {},
    _S.EXPIRED: {},
}
REASONED = frozenset({_E.REFUSE, _E.WITHDRAW})
"""What is not done without saying why."""
MAY: dict[TaskEvent, Permission] = {
    **dict.fromkeys(_E, Permission.TASK_DECIDE),
    **dict.fromkeys((_E.ASK, _E.WORK, _E.CORRECT), Permission.TASK_REGISTER),
}
"""Who may let it happen."""


def _outcome(state: TaskState, event: TaskEvent) -> TaskState | WhyNot:
    if event in LEADS[state]:
        return LEADS[state][event]
    if state in FINISHED:
        return WhyNot.FINISHED
    if event in STAYING:
        return state
    if event is _E.EXPIRE:
        return WhyNot.NOT_ADMITTED
    return WhyNot.ASKED_ALREADY if state is _S.ASKED else WhyNot.ADMITTED_ALREADY


NEXT: dict[tuple[TaskState, TaskEvent], TaskState | WhyNot] = {
    pair: _outcome(*pair) for pair in product(_S, _E)
}
"""Every pair: where it leads, or why it does not happen."""
