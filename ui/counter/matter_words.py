"""What the matter of a bad rating (差评) and what was found of it are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.counter.bad_ratings import Finding, MatterState
from ui.kit.tokens import Tone

CONTEXT = "matters"
STATES = {
    MatterState.NEW: QT_TRANSLATE_NOOP("matters", "To be spoken to"),
    MatterState.CONTACTED: QT_TRANSLATE_NOOP("matters", "To be verified"),
    MatterState.CORRECTING: QT_TRANSLATE_NOOP("matters", "Being put right"),
    MatterState.ANSWERING: QT_TRANSLATE_NOOP("matters", "To be called back"),
    MatterState.DONE: QT_TRANSLATE_NOOP("matters", "Settled"),
}
TONES = {
    MatterState.NEW: Tone.WARN,
    MatterState.CONTACTED: Tone.INFO,
    MatterState.CORRECTING: Tone.ACCENT,
    MatterState.ANSWERING: Tone.INFO,
    MatterState.DONE: Tone.OK,
}
FINDINGS = {
    Finding.NONE: "",
    Finding.VALID: QT_TRANSLATE_NOOP("matters", "The rating was right"),
    Finding.MISTAKEN: QT_TRANSLATE_NOOP("matters", "Rated by mistake"),
    Finding.MALICIOUS: QT_TRANSLATE_NOOP("matters", "Meant badly"),
}


def matter_words(state: MatterState) -> str:
    """Return what a state is called."""
    return _said(STATES[state])


def finding_words(finding: Finding) -> str:
    """Return what was found, empty while nothing was."""
    return _said(FINDINGS[finding]) if finding is not Finding.NONE else ""


def _said(words: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(words))
