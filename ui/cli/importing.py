"""``station import residents``: a roster foretold, brought in, or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.delivering import folder_for
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words
from ui.kit.reasons import reason_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.services.imports.run import ImportCounts, ImportResult
    from ui.cli.speaking import Speaker

SET_ASIDE = "set-aside"


def bring_in(asked: Namespace, speaker: Speaker) -> Answer:
    """Bring a roster in, tell what bringing it in would do, or take an import back.

    A file that is not there and one that cannot be read raise :class:`RefusedError`. Rows
    that are refused are no failure: they are counted and set aside.
    """
    # before the passphrase is asked for and a key derived: a typo is told at once
    if asked.undo is None and not asked.file.is_file():
        raise RefusedError("file-missing", name=asked.file.name)
    with opened(asked) as station:
        if asked.undo is not None:
            return _take_back(station, asked.undo)
        file = station.imports.read(asked.file, speaker)
        if asked.dry_run:
            forecast = station.imports.dry_run(file, speaker)
            values = _values("", forecast.counts, _people(station), None)
            told = words("would-import", **_rows(forecast.counts), new=forecast.counts.new)
            return Answer(values=values, lines=[told, *_by_reason(forecast.counts)])
        result = station.imports.bring_in(file, speaker).value
        aside = _set_aside(station, asked, result)
    values = _values(result.batch, result.counts, result.people_in_store, aside)
    return Answer(values=values, lines=list(_lines(result, aside)))


def _take_back(station: Station, batch: str) -> Answer:
    removed, people = station.imports.undo(batch).value, _people(station)
    return Answer(
        values={"batch": batch, "removed": removed, "people_in_store": people},
        lines=[words("undone", removed=removed), words("in-store", people=people)],
    )


def _people(station: Station) -> int:
    return station.lists.counts(ResidentFilter()).total


def _set_aside(station: Station, asked: Namespace, result: ImportResult) -> Path | None:
    """Write the refused rows where they were asked for, else into the station's folder.

    Returns the file, None when no row was refused.
    """
    place: Path | None = asked.set_aside
    if place is None:
        # the rows are people: they stay in the station, not in some temporary folder
        folder = station.home.root / SET_ASIDE
        folder_for(folder)
        # the batch in its name: a second try does not write over the first one's rows
        place = folder / f"{asked.file.stem}-{result.batch[-8:]}.xlsx"
    return place if result.set_aside(place, reason_of) else None


def _values(
    batch: str, counts: ImportCounts, people: int, aside: Path | None
) -> dict[str, object]:
    return {
        "batch": batch or None,
        "read": counts.read,
        "accepted": counts.accepted,
        "warned": dict(counts.warned),
        "refused": dict(counts.refused),
        "households": counts.households,
        "new": counts.new,
        "people_in_store": people,
        "set_aside_file": str(aside) if aside else None,
    }


def _lines(result: ImportResult, aside: Path | None) -> Iterator[str]:
    counts = result.counts
    yield words("imported", **_rows(counts), added=result.added, changed=result.changed)
    yield from _by_reason(counts)
    if aside:
        yield words("set-aside", file=aside)
    yield words("in-store", people=result.people_in_store)
    yield words("batch", batch=result.batch)


def _rows(counts: ImportCounts) -> dict[str, int]:
    return {"read": counts.read, "accepted": counts.accepted}


def _by_reason(counts: ImportCounts) -> Iterator[str]:
    for code, count in sorted(counts.refused.items()):
        yield words("refused-rows", code=code, count=count)
    for code, count in sorted(counts.warned.items()):
        yield words("warned-rows", code=code, count=count)
