"""The schedules of working days: ``resources/calendar/<year>.json``, read and checked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from station_app.domain.working_days import SATURDAY, WorkCalendar, WorkYear
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from station_app.store.data_files import Place

FIELDS = frozenset({"year", "is_provisional", "off", "worked"})


def read_calendar(folder: Path) -> WorkCalendar:
    """Return the schedules of all years in *folder*.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    years = (_year(path) for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].json")))
    return WorkCalendar({each.year: each for each in years})


def _year(path: Path) -> WorkYear:
    head = read_data_file(path, FIELDS)
    year = head.number("year")
    if path.stem != str(year):
        raise head.wrong("field year")
    off = frozenset(_days(head, "off", year))
    worked = frozenset(_days(head, "worked", year))
    if any(day.weekday() < SATURDAY for day in worked):
        raise head.wrong("field worked: not at a weekend")
    if off & worked:
        raise head.wrong("a day is worked and is not")
    return WorkYear(
        year=year,
        off=off,
        worked=worked,
        is_provisional=head.truth("is_provisional", default=False),
        source=head.text("source"),
        doc_no=head.text("doc_no"),
    )


def _days(head: Place, field: str, year: int) -> Iterator[date]:
    """Yield the days of the periods in *field*, each with its first and last day."""
    for place in head.children(field):
        place.only(frozenset({"from", "to", "name"}))
        first, last = place.day("from"), place.day("to")
        if first is None or last is None or first > last or {first.year, last.year} != {year}:
            raise place.wrong("from or to")
        yield from (first + timedelta(days=n) for n in range((last - first).days + 1))
