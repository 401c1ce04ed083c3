"""Days and moments as the window writes them: as in the forms, whatever the system counts in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def moment_words(moment: datetime) -> str:
    """Return day and time by the clock on the wall; the store keeps UTC."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def day_words(moment: datetime) -> str:
    """Return the day of a *moment* by the clock on the wall."""
    return f"{moment.astimezone():%Y-%m-%d}"
