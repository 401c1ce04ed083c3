"""What of a value may be seen where; for whoever shows or gives out values."""

from __future__ import annotations

from station_app.domain.privacy.fields import Purpose
from station_app.store.privacy import field_classes

__all__ = ["Purpose", "seen"]


def seen(
    record: str, field: str, value: str, *, purpose: Purpose = Purpose.SCREEN, kind: str = ""
) -> str:
    """Return what of *value*, a *field* of a kind of *record*, may be seen for *purpose*.

    *kind* is that of a document. Raises ``KeyError`` for a field that nobody has classed.
    """
    return field_classes().seen(record, field, value, purpose=purpose, kind=kind)
