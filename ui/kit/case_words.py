"""What cases (办件) and their states are called, in whatever room they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.counter.case_clock import Urgency
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.cases import Channel
from ui.kit.buttons import Choice
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

CONTEXT = "cases"

STATES = {
    CaseState.DRAFT: QT_TRANSLATE_NOOP("cases", "Enquiry"),
    CaseState.RECEIVED: QT_TRANSLATE_NOOP("cases", "Received"),
    CaseState.AWAITING: QT_TRANSLATE_NOOP("cases", "Incomplete"),
    CaseState.ACCEPTED: QT_TRANSLATE_NOOP("cases", "Accepted"),
    CaseState.DECLINED: QT_TRANSLATE_NOOP("cases", "Not accepted"),
    CaseState.TRANSFERRED: QT_TRANSLATE_NOOP("cases", "At an office"),
    CaseState.IN_PROGRESS: QT_TRANSLATE_NOOP("cases", "In progress"),
    CaseState.PUBLISHED: QT_TRANSLATE_NOOP("cases", "Published"),
    CaseState.SUSPENDED: QT_TRANSLATE_NOOP("cases", "On hold"),
    CaseState.CLOSED: QT_TRANSLATE_NOOP("cases", "Closed"),
    CaseState.NOTIFIED: QT_TRANSLATE_NOOP("cases", "Notified"),
    CaseState.COLLECTED: QT_TRANSLATE_NOOP("cases", "Collected"),
    CaseState.RATED: QT_TRANSLATE_NOOP("cases", "Rated"),
    CaseState.ARCHIVED: QT_TRANSLATE_NOOP("cases", "Archived"),
    CaseState.WITHDRAWN: QT_TRANSLATE_NOOP("cases", "Withdrawn"),
    CaseState.LAPSED: QT_TRANSLATE_NOOP("cases", "Lapsed"),
}
STATE_TONES = {
    CaseState.DRAFT: Tone.NEUTRAL,
    CaseState.RECEIVED: Tone.INFO,
    CaseState.AWAITING: Tone.WARN,
    CaseState.ACCEPTED: Tone.ACCENT,
    CaseState.DECLINED: Tone.WARN,
    CaseState.TRANSFERRED: Tone.INFO,
    CaseState.IN_PROGRESS: Tone.ACCENT,
    CaseState.PUBLISHED: Tone.INFO,
    CaseState.SUSPENDED: Tone.WARN,
    CaseState.CLOSED: Tone.OK,
    CaseState.NOTIFIED: Tone.OK,
    CaseState.COLLECTED: Tone.OK,
    CaseState.RATED: Tone.OK,
}
CHANNELS = {
    Channel.WINDOW: QT_TRANSLATE_NOOP("cases", "Window"),
    Channel.HOME: QT_TRANSLATE_NOOP("cases", "At home"),
    Channel.PHONE: QT_TRANSLATE_NOOP("cases", "Phone"),
    Channel.ORDER: QT_TRANSLATE_NOOP("cases", "Order"),
}
URGENCIES = {
    Urgency.STOPPED: QT_TRANSLATE_NOOP("cases", "Stopped"),
    Urgency.SOON: QT_TRANSLATE_NOOP("cases", "Due soon"),
    Urgency.OVERDUE: QT_TRANSLATE_NOOP("cases", "Overdue"),
}
URGENCY_TONES = {
    Urgency.STOPPED: Tone.NEUTRAL,
    Urgency.SOON: Tone.WARN,
    Urgency.OVERDUE: Tone.DANGER,
}
PROVISIONAL = QT_TRANSLATE_NOOP("cases", "provisional")


def state_words(state: CaseState) -> str:
    """Return what the state of a case is called."""
    return _said(STATES[state])


def state_tone(state: CaseState) -> Tone:
    """Return the colour of a state; what is over has none."""
    return STATE_TONES.get(state, Tone.NEUTRAL)


def channel_words(channel: str) -> str:
    """Return how somebody came."""
    return _said(CHANNELS[Channel(channel)]) if channel in set(Channel) else channel


def urgency_words(urgency: Urgency) -> str:
    """Return how pressing a case is, empty when it is not."""
    return _said(URGENCIES[urgency]) if urgency in URGENCIES else ""


def due_words(day: date | None, *, is_provisional: bool) -> str:
    """Return the day a case is due; a holiday may still be moved (暂定)."""
    if day is None:
        return ""
    return f"{day.isoformat()} ({provisional_words()})" if is_provisional else day.isoformat()


def provisional_words() -> str:
    """Return what is said of a day that may still be moved."""
    return _said(PROVISIONAL)


def state_choices(counts: Mapping[CaseState, int]) -> tuple[Choice, ...]:
    """Return the states as a filter offers them; those without a case are left out."""
    return tuple(
        Choice(state, _said(words), counts[state])
        for state, words in STATES.items()
        if counts.get(state)
    )


def channel_choices(counts: Mapping[str, int] | None = None) -> tuple[Choice, ...]:
    """Return the ways somebody comes, with how many cases came by them.

    Without counts: those that are chosen for a case; an order is entered as such.
    """
    return tuple(
        Choice(channel, _said(words), None if counts is None else counts.get(channel, 0))
        for channel, words in CHANNELS.items()
        if counts is not None or channel is not Channel.ORDER
    )


def _said(words: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(words))
