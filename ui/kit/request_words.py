"""What requests about own data and their states are called, in whatever room they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.rights.requests import Asker, Kind, State, Urgency
from ui.kit.buttons import Choice
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.domain.rights.requests import Request

CONTEXT = "requests"

KINDS = {
    Kind.CONSULT: QT_TRANSLATE_NOOP("requests", "Consult"),
    Kind.COPY: QT_TRANSLATE_NOOP("requests", "Copy"),
    Kind.TRANSFER: QT_TRANSLATE_NOOP("requests", "Transfer"),
    Kind.CORRECT: QT_TRANSLATE_NOOP("requests", "Correct"),
    Kind.SUPPLEMENT: QT_TRANSLATE_NOOP("requests", "Supplement"),
    Kind.DELETE: QT_TRANSLATE_NOOP("requests", "Delete"),
    Kind.WITHDRAW: QT_TRANSLATE_NOOP("requests", "Withdraw consent"),
    Kind.EXPLAIN: QT_TRANSLATE_NOOP("requests", "Explain"),
}
ASKERS = {
    Asker.PERSON: QT_TRANSLATE_NOOP("requests", "The person"),
    Asker.AGENT: QT_TRANSLATE_NOOP("requests", "An agent"),
    Asker.GUARDIAN: QT_TRANSLATE_NOOP("requests", "The guardian"),
    Asker.RELATIVE: QT_TRANSLATE_NOOP("requests", "A relative of the dead"),
}
STATES = {
    State.RECEIVED: QT_TRANSLATE_NOOP("requests", "Received"),
    State.IN_PROGRESS: QT_TRANSLATE_NOOP("requests", "In progress"),
    State.ANSWERED: QT_TRANSLATE_NOOP("requests", "Answered"),
    State.REFUSED: QT_TRANSLATE_NOOP("requests", "Refused"),
    State.CLOSED: QT_TRANSLATE_NOOP("requests", "Closed"),
    State.WITHDRAWN: QT_TRANSLATE_NOOP("requests", "Taken back"),
}
STATE_TONES = {
    State.RECEIVED: Tone.INFO,
    State.IN_PROGRESS: Tone.ACCENT,
    State.ANSWERED: Tone.OK,
    State.REFUSED: Tone.WARN,
    State.CLOSED: Tone.NEUTRAL,
    State.WITHDRAWN: Tone.NEUTRAL,
}
URGENCIES = {
    Urgency.SOON: QT_TRANSLATE_NOOP("requests", "Due soon"),
    Urgency.OVERDUE: QT_TRANSLATE_NOOP("requests", "Overdue"),
}
URGENCY_TONES = {Urgency.SOON: Tone.WARN, Urgency.OVERDUE: Tone.DANGER}


def kind_words(kind: str) -> str:
    """Return what a kind of request is called."""
    return _said(KINDS[Kind(kind)])


def asker_words(asker: str) -> str:
    """Return what whoever asks is to the person."""
    return _said(ASKERS[Asker(asker)])


def state_words(state: State) -> str:
    """Return what the state of a request is called."""
    return _said(STATES[state])


def urgency_words(urgency: Urgency) -> str:
    """Return how pressing a request is, empty when it is not."""
    return _said(URGENCIES[urgency]) if urgency in URGENCIES else ""


def kind_choices() -> tuple[Choice, ...]:
    """Return the kinds as a form offers them."""
    return tuple(Choice(kind, _said(words)) for kind, words in KINDS.items())


def asker_choices() -> tuple[Choice, ...]:
    """Return who may ask as a form offers it."""
    return tuple(Choice(asker, _said(words)) for asker, words in ASKERS.items())


def due_words(request: Request) -> str:
    """Return the day a request is due, or was answered."""
    day = request.answered_on or request.due_on
    return day.isoformat()


def _said(words: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(words))
