"""``station backup``: a copy of the whole store, read back, also in the second places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.domain.backups import BackupPlace
    from ui.cli.speaking import Speaker


def back_up(asked: Namespace, _speaker: Speaker) -> Answer:
    """Make a backup; what was not read back in full is none."""
    with opened(asked) as station:
        if asked.place is not None:
            station.second_places.choose(asked.place.absolute(), asked.name)
        path = station.keeping.back_up()
        places = station.second_places.carry()
    return Answer(
        values={"backup": str(path), "places": [_told(place) for place in places]},
        lines=[words("backed-up", file=path), *map(_line, places)],
    )


def _told(place: BackupPlace) -> dict[str, str]:
    return {"name": place.name, "path": str(place.path), "trouble": place.trouble}


def _line(place: BackupPlace) -> str:
    return words("place-failed" if place.trouble else "place-has-it", name=place.name)
