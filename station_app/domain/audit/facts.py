"""What an entry tells of a change: each field before and after, as far as it may stand there.

The audit outlives what it is about and is read by people who may not see the records
themselves, so numbers stand masked in it, and of health, income and free words only
that they were changed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.identity.masking import mask_id, mask_phone

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_LETTERS = 200
Changes = dict[str, list[str] | None]
"""By field: what it was and what it became; nothing of one that is not to be told."""


class Mask(StrEnum):
    """How much of a field's value the audit tells."""

    PLAIN = "plain"
    NUMBER = "number"
    PHONE = "phone"
    HIDDEN = "hidden"


def changes_between(
    before: Mapping[str, object], after: Mapping[str, object], masks: Mapping[str, Mask]
) -> Changes:
    """Return the fields of *after* that differ; one without a mask is hidden."""
    found: Changes = {}
    for field, value in after.items():
        former = before.get(field)
        if former != value:
            found[field] = _told(former, value, masks.get(field, Mask.HIDDEN))
    return found


def _told(before: object, after: object, mask: Mask) -> list[str] | None:
    if mask is Mask.HIDDEN:
        return None
    return [_masked(_text(before), mask), _masked(_text(after), mask)]


def _masked(text: str, mask: Mask) -> str:
    if mask is Mask.PHONE:
        return mask_phone(text)
    return mask_id(text) if mask is Mask.NUMBER else text[:MOST_LETTERS]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)
