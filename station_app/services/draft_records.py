"""Drafts of forms as records that can be kept: frozen dataclasses of plain values.

A record names the class of each dataclass and enumeration; only classes of this program
that are loaded already are made again, and only from the fields they have now.
"""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

OURS = ("station_app.", "ui.")
CLASS, VALUE = "class", "value"


class UnknownDraftError(ValueError):
    """A draft of another version of the program, which has other forms."""


def record_of(draft: Any) -> Any:
    """Return what *draft* is kept as."""
    if is_dataclass(draft) and not isinstance(draft, type):
        value = {each.name: record_of(getattr(draft, each.name)) for each in fields(draft)}
        return _tagged(type(draft), value)
    if isinstance(draft, Enum):
        return _tagged(type(draft), draft.value)
    if isinstance(draft, (list, tuple)):
        return [record_of(each) for each in draft]
    return _plain(draft)


def _plain(value: Any) -> Any:
    """Return what a single *value* is kept as."""
    if isinstance(value, date):
        kind = "moment" if isinstance(value, datetime) else "day"
        return {CLASS: kind, VALUE: value.isoformat()}
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise UnknownDraftError(type(value).__name__)


def draft_from(record: Any) -> Any:
    """Return the draft that *record* was made from. Raises :class:`UnknownDraftError`."""
    if isinstance(record, list):
        return tuple(draft_from(each) for each in record)
    if not isinstance(record, dict):
        return record
    name, value = record[CLASS], record[VALUE]
    if name == "day":
        return date.fromisoformat(value)
    if name == "moment":
        return datetime.fromisoformat(value)
    return _made(_class_of(name), value)


def _made(kind: type, value: Any) -> Any:
    try:
        if issubclass(kind, Enum):
            return kind(value)
        return kind(**{field: draft_from(each) for field, each in value.items()})
    except (TypeError, ValueError) as error:
        raise UnknownDraftError(kind.__name__) from error


def _tagged(kind: type, value: Any) -> dict[str, Any]:
    return {CLASS: f"{kind.__module__}:{kind.__qualname__}", VALUE: value}


def _class_of(name: str) -> type:
    module, _, path = name.partition(":")
    found: Any = sys.modules.get(module) if module.startswith(OURS) else None
    for part in path.split("."):
        found = getattr(found, part, None)
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum)):
        raise UnknownDraftError(name)
    return found
