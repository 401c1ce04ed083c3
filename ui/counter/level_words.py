"""What the five levels of satisfaction (好差评) are called in lists and forms."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.counter.ratings import Aspect, Level
from ui.kit.buttons import Choice

CONTEXT = "ratings"
LEVELS = {
    Level.VERY_SATISFIED: QT_TRANSLATE_NOOP("ratings", "very satisfied"),
    Level.SATISFIED: QT_TRANSLATE_NOOP("ratings", "satisfied"),
    Level.QUITE_SATISFIED: QT_TRANSLATE_NOOP("ratings", "quite satisfied"),
    Level.DISSATISFIED: QT_TRANSLATE_NOOP("ratings", "dissatisfied"),
    Level.VERY_DISSATISFIED: QT_TRANSLATE_NOOP("ratings", "very dissatisfied"),
}
ASPECTS = {
    Aspect.EFFICIENCY: QT_TRANSLATE_NOOP("ratings", "Efficiency"),
    Aspect.COMPETENCE: QT_TRANSLATE_NOOP("ratings", "Competence"),
    Aspect.ATTITUDE: QT_TRANSLATE_NOOP("ratings", "Attitude"),
}


def level_words(level: Level) -> str:
    """Return what a level is called."""
    return QCoreApplication.translate(CONTEXT, str(LEVELS[level]))


def aspect_words(aspect: Aspect) -> str:
    """Return what an aspect of the service is called."""
    return QCoreApplication.translate(CONTEXT, str(ASPECTS[aspect]))


def level_choices() -> list[Choice]:
    """Return the levels as a form offers them, the best first."""
    return [Choice(str(int(level)), level_words(level)) for level in LEVELS]
