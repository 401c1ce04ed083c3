"""The life of a case (办件): its states, what may happen to it, and who may let it happen.

咨询 → 收件 → [一次性告知 → 待补正 → 补正] → 受理 | 不予受理 → 转件 ⇄ 退回 → 办理中 → [公示] →
办结 → 已通知 → 已领取 → 已评价 → 归档; besides 撤回, 逾期补正视为撤回, 挂起 (domain brief 5.2).
"""

from __future__ import annotations

from enum import StrEnum
from itertools import product

from station_app.domain.access.permissions import Permission


class CaseState(StrEnum):
    """Where a case is."""

    DRAFT = "draft"  # 咨询
    RECEIVED = "received"  # 收件
    AWAITING = "awaiting"  # 待补正
    ACCEPTED = "accepted"  # 受理
    DECLINED = "declined"  # 不予受理
    TRANSFERRED = "transferred"  # 转件
    IN_PROGRESS = "in-progress"  # 办理中
    PUBLISHED = "published"  # 公示
    SUSPENDED = "suspended"  # 挂起
    CLOSED = "closed"  # 办结
    NOTIFIED = "notified"  # 已通知
    COLLECTED = "collected"  # 已领取
    RATED = "rated"  # 已评价
    ARCHIVED = "archived"  # 归档
    WITHDRAWN = "withdrawn"  # 撤回
    LAPSED = "lapsed"  # 逾期补正视为撤回


class CaseEvent(StrEnum):
    """What may happen to a case."""

    RECEIVE = "receive"
    ASK_MORE = "ask-more"  # 一次性告知
    COMPLETE = "complete"  # 补正
    ACCEPT = "accept"
    DECLINE = "decline"
    BEGIN = "begin"  # also after the publicity
    TRANSFER = "transfer"
    GIVE_BACK = "give-back"  # 退回: an office returns it
    HAND_OVER = "hand-over"  # between desk and grid worker
    PUBLISH = "publish"
    SUSPEND = "suspend"
    RESUME = "resume"
    TICK = "tick"  # materials
    CORRECT = "correct"
    CLOSE = "close"
    NOTIFY = "notify"
    COLLECT = "collect"
    RATE = "rate"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    NOTE = "note"  # free words, by whoever has something to say


class Why(StrEnum):
    """Why something cannot happen to a case; worded by the window."""

    NOT_RECEIVED = "case.not-received-yet"
    RECEIVED_ALREADY = "case.received-already"
    NOT_ACCEPTED = "case.not-accepted-yet"
    ACCEPTED_ALREADY = "case.accepted-already"
    STILL_A_DRAFT = "case.still-a-draft"
    AWAITS = "case.awaits-materials"
    AWAITS_NOTHING = "case.awaits-nothing"
    WITH_AN_OFFICE = "case.with-an-office"
    WITH_NO_OFFICE = "case.with-no-office"
    BEGUN_ALREADY = "case.begun-already"
    NOT_BEGUN = "case.not-begun-yet"
    STOPPED = "case.clock-stopped"
    NOT_STOPPED = "case.clock-not-stopped"
    PUBLISHED = "case.published"
    NOT_CLOSED = "case.not-closed-yet"
    NOT_NOTIFIED = "case.not-notified-yet"
    DONE_ALREADY = "case.done-already"
    FINISHED = "case.finished"


_S, _E = CaseState, CaseEvent

BEFORE_ACCEPTANCE = frozenset({_S.DRAFT, _S.RECEIVED, _S.AWAITING})
AT_WORK = frozenset({_S.ACCEPTED, _S.TRANSFERRED, _S.IN_PROGRESS, _S.PUBLISHED, _S.SUSPENDED})
OPEN = BEFORE_ACCEPTANCE | AT_WORK
FINISHED = frozenset(_S) - OPEN
"""What leads nowhere back: whoever comes again has a new case."""
UNDER_CLOCK = AT_WORK - {_S.SUSPENDED}
"""Where the time promised runs."""
NUMBERED_BY = frozenset({_E.RECEIVE, _E.ACCEPT, _E.DECLINE})
"""What hands out a paper, on which the number of the case stands."""
REASONED = frozenset(
    {
        *(_E.DECLINE, _E.TRANSFER, _E.GIVE_BACK, _E.HAND_OVER, _E.SUSPEND, _E.RESUME),
        *(_E.WITHDRAW, _E.NOTE),
    }
)
"""What is not done without saying why."""

LEADS: dict[CaseState, dict[CaseEvent, CaseState]] = {
    _S.DRAFT: {
        _E.RECEIVE: _S.RECEIVED,
        _E.ACCEPT: _S.ACCEPTED,
        _E.DECLINE: _S.DECLINED,
    },
    _S.RECEIVED: {
        _E.ASK_MORE: _S.AWAITING,
        _E.ACCEPT: _S.ACCEPTED,
        _E.DECLINE: _S.DECLINED,
        _E.WITHDRAW: _S.WITHDRAWN,
    },
    _S.AWAITING: {
        _E.COMPLETE: _S.RECEIVED,
        _E.DECLINE: _S.DECLINED,
        _E.WITHDRAW: _S.WITHDRAWN,
        _E.LAPSE: _S.LAPSED,
    },
    _S.ACCEPTED: {
        _E.BEGIN: _S.IN_PROGRESS,
        _E.TRANSFER: _S.TRANSFERRED,
        _E.SUSPEND: _S.SUSPENDED,
        _E.CLOSE: _S.CLOSED,
        _E.WITHDRAW: _S.WITHDRAWN,
    },
    _S.TRANSFERRED: {
        _E.GIVE_BACK: _S.IN_PROGRESS,
        _E.CLOSE: _S.CLOSED,
        _E.WITHDRAW: _S.WITHDRAWN,
    },
    _S.IN_PROGRESS: {
        _E.TRANSFER: _S.TRANSFERRED,
        _E.PUBLISH: _S.PUBLISHED,
        _E.SUSPEND: _S.SUSPENDED,
        _E.CLOSE: _S.CLOSED,
        _E.WITHDRAW: _S.WITHDRAWN,
    },
    _S.PUBLISHED: {
        _E.BEGIN: _S.IN_PROGRESS,
        _E.CLOSE: _S.CLOSED,
        _E.WITHDRAW: _S.WITHDRAWN,
    },
    _S.SUSPENDED: {_E.RESUME: _S.IN_PROGRESS, _E.WITHDRAW: _S.WITHDRAWN},
    _S.DECLINED: {_E.NOTIFY: _S.NOTIFIED},
    _S.CLOSED: {_E.NOTIFY: _S.NOTIFIED, _E.COLLECT: _S.COLLECTED},
    _S.NOTIFIED: {_E.COLLECT: _S.COLLECTED, _E.RATE: _S.RATED, _E.ARCHIVE: _S.ARCHIVED},
    _S.COLLECTED: {_E.RATE: _S.RATED, _E.ARCHIVE: _S.ARCHIVED},
    _S.RATED: {_E.ARCHIVE: _S.ARCHIVED},
    _S.ARCHIVED: {},
    _S.WITHDRAWN: {_E.ARCHIVE: _S.ARCHIVED},
    _S.LAPSED: {_E.ARCHIVE: _S.ARCHIVED},
}
STAYING: dict[CaseEvent, frozenset[CaseState]] = {
    _E.HAND_OVER: OPEN,
    _E.CORRECT: OPEN,
    _E.TICK: OPEN - {_S.TRANSFERRED, _S.PUBLISHED},
    _E.NOTE: frozenset(_S) - {_S.ARCHIVED},
}
"""What leaves the case where it is."""

INTAKE = frozenset(
    {_E.RECEIVE, _E.ASK_MORE, _E.COMPLETE, _E.ACCEPT, _E.DECLINE, _E.LAPSE, _E.TICK}
)
ENDING = frozenset({_E.NOTIFY, _E.COLLECT, _E.RATE, _E.ARCHIVE})
WHY_NOT: dict[CaseState, dict[CaseEvent, Why]] = {
    _S.DRAFT: {
        _E.ASK_MORE: Why.NOT_RECEIVED,
        _E.COMPLETE: Why.AWAITS_NOTHING,
        _E.LAPSE: Why.AWAITS_NOTHING,
        _E.WITHDRAW: Why.STILL_A_DRAFT,
    },
    _S.RECEIVED: {
        _E.RECEIVE: Why.RECEIVED_ALREADY,
        _E.COMPLETE: Why.AWAITS_NOTHING,
        _E.LAPSE: Why.AWAITS_NOTHING,
    },
    _S.AWAITING: {
        _E.RECEIVE: Why.RECEIVED_ALREADY,
        _E.ASK_MORE: Why.AWAITS,
        _E.ACCEPT: Why.AWAITS,
    },
    _S.ACCEPTED: {_E.PUBLISH: Why.NOT_BEGUN},
    _S.TRANSFERRED: dict.fromkeys(
        (_E.BEGIN, _E.TRANSFER, _E.PUBLISH, _E.SUSPEND, _E.TICK), Why.WITH_AN_OFFICE
    ),
    _S.IN_PROGRESS: {_E.BEGIN: Why.BEGUN_ALREADY},
    _S.PUBLISHED: dict.fromkeys((_E.TRANSFER, _E.PUBLISH, _E.SUSPEND, _E.TICK), Why.PUBLISHED),
    _S.SUSPENDED: dict.fromkeys(
        (_E.BEGIN, _E.TRANSFER, _E.PUBLISH, _E.SUSPEND, _E.CLOSE), Why.STOPPED
    ),
}
"""What is more telling than that which is said of all of its kind."""

MAY: dict[CaseEvent, Permission] = {
    **dict.fromkeys(_E, Permission.CASE_WRITE),
    _E.DECLINE: Permission.CASE_DECIDE,
    _E.ARCHIVE: Permission.CASE_DECIDE,
}
"""Who may let it happen."""


def _outcome(state: CaseState, event: CaseEvent) -> CaseState | Why:
    if event in LEADS[state]:
        return LEADS[state][event]
    if state in STAYING.get(event, ()):
        return state
    return WHY_NOT.get(state, {}).get(event) or _why(state, event)


def _why(state: CaseState, event: CaseEvent) -> Why:
    """Return what keeps *event* from a case in *state*, by its kind."""
    if state in FINISHED:
        return _why_finished(state, event)
    if event in ENDING:
        return Why.NOT_CLOSED
    if state in BEFORE_ACCEPTANCE:
        return Why.NOT_ACCEPTED
    if event in INTAKE:
        return Why.ACCEPTED_ALREADY
    return Why.WITH_NO_OFFICE if event is _E.GIVE_BACK else Why.NOT_STOPPED


def _why_finished(state: CaseState, event: CaseEvent) -> Why:
    if event not in ENDING:
        return Why.FINISHED
    return Why.NOT_NOTIFIED if state in {_S.CLOSED, _S.DECLINED} else Why.DONE_ALREADY


NEXT: dict[tuple[CaseState, CaseEvent], CaseState | Why] = {
    pair: _outcome(*pair) for pair in product(_S, _E)
}
"""Every pair: where it leads, or why it does not happen."""
