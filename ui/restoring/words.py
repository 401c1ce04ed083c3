"""How the window names why a backup was made, how it looks, and what it holds."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.backups import Backup, Soundness, Why
from ui.kit.moments import moment_words
from ui.kit.tokens import Tone

CONTEXT = "restoring"

WHY = {
    Why.BY_HAND: QT_TRANSLATE_NOOP("restoring", "made by hand"),
    Why.AT_WORK: QT_TRANSLATE_NOOP("restoring", "during work"),
    Why.CLOSING: QT_TRANSLATE_NOOP("restoring", "on closing"),
    Why.IMPORT: QT_TRANSLATE_NOOP("restoring", "before an import"),
    Why.EXCHANGE: QT_TRANSLATE_NOOP("restoring", "before files were taken in"),
    Why.MIGRATION: QT_TRANSLATE_NOOP("restoring", "before a new version of the program"),
    Why.REPAIR: QT_TRANSLATE_NOOP("restoring", "before a repair"),
    Why.KEYS: QT_TRANSLATE_NOOP("restoring", "when the keys were changed"),
    Why.DRILL: QT_TRANSLATE_NOOP("restoring", "for the monthly test"),
    Why.REPLACED: QT_TRANSLATE_NOOP("restoring", "what was replaced by a backup"),
    Why.UNKNOWN: QT_TRANSLATE_NOOP("restoring", "not known"),
}
SOUNDNESS = {
    Soundness.OPENS: (QT_TRANSLATE_NOOP("restoring", "opens"), Tone.OK),
    Soundness.UNTOUCHED: (QT_TRANSLATE_NOOP("restoring", "undamaged"), Tone.OK),
    Soundness.UNPROVEN: (QT_TRANSLATE_NOOP("restoring", "found out in the next step"), Tone.INFO),
    Soundness.NO_KEYS: (QT_TRANSLATE_NOOP("restoring", "its keys are missing"), Tone.WARN),
    Soundness.DAMAGED: (QT_TRANSLATE_NOOP("restoring", "damaged"), Tone.DANGER),
}
KINDS = {
    "people": QT_TRANSLATE_NOOP("restoring", "Residents"),
    "households": QT_TRANSLATE_NOOP("restoring", "Households"),
    "certificates": QT_TRANSLATE_NOOP("restoring", "Certificates"),
    "cases": QT_TRANSLATE_NOOP("restoring", "Cases"),
    "files": QT_TRANSLATE_NOOP("restoring", "Files of residents"),
    "case_files": QT_TRANSLATE_NOOP("restoring", "Files of cases"),
}
ONE = {
    "people": QT_TRANSLATE_NOOP("restoring", "resident"),
    "households": QT_TRANSLATE_NOOP("restoring", "household"),
    "certificates": QT_TRANSLATE_NOOP("restoring", "certificate"),
    "cases": QT_TRANSLATE_NOOP("restoring", "case"),
    "files": QT_TRANSLATE_NOOP("restoring", "file"),
    "case_files": QT_TRANSLATE_NOOP("restoring", "file of a case"),
}


def why_words(why: Why) -> str:
    """Return the occasion of a backup."""
    return translated(WHY[why])


def place_words(backup: Backup) -> str:
    """Return where a backup lies."""
    return backup.place or translated(QT_TRANSLATE_NOOP("restoring", "this computer"))


def size_words(size: int) -> str:
    """Return a size in megabytes."""
    megabytes = size / 1e6
    return f"{megabytes:,.0f} MB" if megabytes >= 10 else f"{max(megabytes, 0.1):.1f} MB"


def noted_moment(text: str) -> str:
    """Return a moment as the store keeps it, by the clock on the wall."""
    return moment_words(datetime.fromisoformat(text))


def signer(by: str) -> str:
    """Return the name in a signature, without the device."""
    return by.partition("@")[0]


def translated(words: object) -> str:
    """Return *words* in the language chosen."""
    return QCoreApplication.translate(CONTEXT, str(words))
