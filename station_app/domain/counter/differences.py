"""What differs between two versions of an item, field by field."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from station_app.domain.counter.items import ItemDraft

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that differs; ``gone`` and ``come`` are the values, or the rows of a list."""

    field: str
    gone: tuple[Hashable, ...] = ()
    come: tuple[Hashable, ...] = ()


def differences(before: ItemDraft, after: ItemDraft) -> tuple[Difference, ...]:
    """Return what was changed from *before* to *after*; of a list only the rows that differ.

    Rows that only changed places are told whole: their order is part of what they say.
    """
    found = []
    for field in fields(ItemDraft):
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was == now:
            continue
        gone, come = _rows(was), _rows(now)
        kept = set(gone) & set(come)
        left = tuple(each for each in gone if each not in kept)
        new = tuple(each for each in come if each not in kept)
        is_moved = not left and not new
        found.append(
            Difference(
                field=field.name,
                gone=gone if is_moved else left,
                come=come if is_moved else new,
            )
        )
    return tuple(found)


def _rows(value: Sequence[Hashable] | Hashable | None) -> tuple[Hashable, ...]:
    if isinstance(value, tuple):
        return value
    return () if value in {None, ""} else (value,)
