"""What a window shows first: read before everything else that can be done is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from station_app.domain.access.staff import Account
    from station_app.domain.residents.people import ResidentLine
    from station_app.domain.settings import Settings

FIRST_KEYS, FIRST_LINES = 256, 64
"""So many keys and lines of a table are read before the others."""


@dataclass(frozen=True, slots=True)
class FirstLines:
    """The beginning of a list: its keys in order and the lines of the first of them."""

    keys: array[int]
    lines: Mapping[int, ResidentLine]


@dataclass(frozen=True, slots=True)
class FirstPage:
    """Who is signed in, the settings in force, the beginning of the list of all by name."""

    account: Account | None
    settings: Settings
    first: FirstLines
