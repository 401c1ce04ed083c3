"""Whom somebody means who types a name instead of choosing it: at the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.services.access import SlotOwner


def person_called(people: Iterable[SlotOwner], name: str) -> str:
    """Return the key of the one of *people* called *name*; empty when none was named.

    Raises :class:`RefusedError` ``access.nobody``.
    """
    if not name:
        return ""
    found = [person.id for person in people if person.name == name.strip()]
    if not found:
        raise RefusedError("access.nobody")
    return found[0]
