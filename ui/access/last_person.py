"""Who signed in last on this device, by a key that names nobody: no business of the station."""

from __future__ import annotations

from PySide6.QtCore import QSettings

LAST = "door/last"


def last_person() -> str:
    """Return the key of whoever signed in last, empty if that is not known."""
    return str(QSettings().value(LAST, ""))


def keep_last_person(owner: str) -> None:
    """Remember *owner* for the next time."""
    QSettings().setValue(LAST, owner)
