"""Data files of the product (JSON, UTF-8): read value by value, each with its place.

What is wrong is told with the name of the file and the place in it, so that
whoever edits a list by hand finds the line.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import StationError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = frozenset({"title", "source", "doc_no", "valid_from", "valid_to", "verified"})


class ReferenceInvalidError(StationError):
    """A data file of the product is missing, damaged or wrong.

    ``file`` names it, ``place`` the entry in it, ``reason`` what is wrong.
    """

    code = "reference.invalid"


class Place:
    """A place in a data file, to read values from and to name in errors."""

    def __init__(self, file: str, place: str, values: object) -> None:
        self._file = file
        self._place = place
        if not isinstance(values, dict):
            raise self.wrong("not an object")
        self.values: dict[str, Any] = values

    def wrong(self, reason: str) -> ReferenceInvalidError:
        """Return the error for this place."""
        return ReferenceInvalidError(file=self._file, place=self._place, reason=reason)

    def only(self, allowed: frozenset[str]) -> None:
        """Refuse fields that nobody reads."""
        if unknown := sorted(self.values.keys() - allowed):
            raise self.wrong(f"unknown field {unknown[0]}")

    def text(self, field: str, *, default: str | None = None) -> str:
        """Return a text; without *default* it must be there and not empty."""
        value = self.values.get(field, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(f"field {field}")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty; missing is none."""
        values = self.values.get(field, ())
        if not isinstance(values, list | tuple) or not all(
            isinstance(value, str) and value for value in values
        ):
            raise self.wrong(f"field {field}")
        return tuple(values)

    def truth(self, field: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(field, default)
        if not isinstance(value, bool):
            raise self.wrong(f"field {field}")
        return value

    def number(self, field: str) -> int:
        """Return a whole number."""
        value = self.values.get(field)
        # true is an int to Python.
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(f"field {field}")
        return value

    def day(self, field: str) -> date | None:
        """Return a day written YYYY-MM-DD, or nothing."""
        value = self.values.get(field)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.wrong(f"field {field}") from None

    def child(self, field: str) -> Place:
        """Return the place of one object."""
        inside = f"{self._place}.{field}" if self._place else field
        return Place(self._file, inside, self.values.get(field))

    def children(self, field: str) -> tuple[Place, ...]:
        """Return the places of a list of objects."""
        values = self.values.get(field)
        if not isinstance(values, list):
            raise self.wrong(f"field {field}")
        inside = f"{self._place}.{field}" if self._place else field
        return tuple(
            Place(self._file, f"{inside}[{place}]", value) for place, value in enumerate(values)
        )


def read_data_file(path: Path, fields: frozenset[str]) -> Place:
    """Return the outermost place of a JSON file with a head and *fields*."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ReferenceInvalidError(
            file=path.name, place="line 0", reason="not JSON in UTF-8"
        ) from None
    except OSError:
        raise ReferenceInvalidError(file=path.name, place="", reason="unreadable") from None
    return read_data_text(path.name, text, fields)


def read_data_text(name: str, text: str, fields: frozenset[str]) -> Place:
    """Return the outermost place of *text*, which came from a file *name*."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise ReferenceInvalidError(
            file=name, place=f"line {line}", reason="not JSON in UTF-8"
        ) from None
    head = Place(name, "", values)
    head.only(HEAD | fields)
    for field in ("title", "source", "doc_no"):
        head.text(field)
    if "verified" not in head.values:
        raise head.wrong("field verified")
    return head
