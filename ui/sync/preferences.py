"""What this device remembers of exchanging: the last place, the shared folder. Kept by Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

GROUP = "exchange"
LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES = 1, 240, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangePreferences:
    """``last`` is the folder last exchanged with; ``shared`` is watched if ``is_watched``."""

    last: str = ""
    shared: str = ""
    minutes: int = USUAL_MINUTES
    is_watched: bool = False


def load_exchange() -> ExchangePreferences:
    """Return what is kept; what makes no sense is as if never chosen."""
    kept = QSettings()
    kept.beginGroup(GROUP)
    minutes = str(kept.value("minutes", ""))
    asked = int(minutes) if minutes.isdecimal() else USUAL_MINUTES
    return ExchangePreferences(
        last=str(kept.value("last", "")),
        shared=str(kept.value("shared", "")),
        minutes=min(max(asked, LEAST_MINUTES), MOST_MINUTES),
        is_watched=str(kept.value("watched", "")) == "yes",
    )


def save_exchange(preferences: ExchangePreferences) -> None:
    """Keep *preferences* for this user of the device."""
    kept = QSettings()
    kept.beginGroup(GROUP)
    kept.setValue("last", preferences.last)
    kept.setValue("shared", preferences.shared)
    kept.setValue("minutes", preferences.minutes)
    kept.setValue("watched", "yes" if preferences.is_watched else "no")
