"""How the window looks on this device: no business of the station, kept by Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from ui.kit.theme import Look
from ui.kit.tokens import LARGEST_BODY, NORMAL_BODY, SMALLEST_BODY

SCALES = (100, 125, 150, 175, 200)
SYSTEM_LANGUAGE = ""
LANGUAGES = (SYSTEM_LANGUAGE, "en", "zh_CN")
GROUP = "window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the user of this device has chosen.

    ``scale`` is in per cent and holds from the next start; ``body`` is the
    height of text in pixels; ``language`` is empty to follow the system.
    """

    look: Look = Look.SYSTEM
    scale: int = 100
    body: int = NORMAL_BODY
    language: str = SYSTEM_LANGUAGE


def load_preferences() -> Preferences:
    """Return what is kept; what makes no sense is as if never chosen."""
    kept = QSettings()
    kept.beginGroup(GROUP)
    look, language = str(kept.value("look", "")), str(kept.value("language", ""))
    scale, body = _number(kept.value("scale")), _number(kept.value("body"))
    return Preferences(
        # the file can be edited by hand, and may be of a later version
        look=Look(look) if look in set(Look) else Look.SYSTEM,
        scale=scale if scale in SCALES else 100,
        body=body if SMALLEST_BODY <= body <= LARGEST_BODY else NORMAL_BODY,
        language=language if language in LANGUAGES else SYSTEM_LANGUAGE,
    )


def save_preferences(preferences: Preferences) -> None:
    """Keep *preferences* for this user of the device."""
    kept = QSettings()
    kept.beginGroup(GROUP)
    kept.setValue("look", str(preferences.look))
    kept.setValue("scale", preferences.scale)
    kept.setValue("body", preferences.body)
    kept.setValue("language", preferences.language)


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() else 0
