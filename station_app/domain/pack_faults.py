"""What may be wrong with a file that is brought in as a rule pack."""

from __future__ import annotations

from enum import StrEnum

from station_app.domain.errors import StationError


class PackInvalidError(StationError):
    """A file is no pack of the documented form.

    ``file`` names it, ``place`` the entry in it, ``why`` is a :class:`PackFault`, ``field``
    the field that is meant.
    """

    code = "pack.invalid"


class PackFault(StrEnum):
    """What may be wrong with a file that is brought in; worded by the window."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NOT_JSON = "not-json"
    UNKNOWN_FIELD = "unknown-field"
    FIELD = "field"
    TWICE = "twice"
    EMPTY = "empty"
    DATES = "dates"
    OTHER = "other"
