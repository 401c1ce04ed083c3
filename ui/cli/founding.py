"""``station init``: a new station, empty or filled with invented people."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from station_app.bootstrap import open_station
from station_app.domain.errors import ValidationFailedError
from station_app.domain.keys import new_key
from station_app.domain.settings import Settings, problems_with
from station_app.services.access import AccessService
from ui.cli.answer import Answer
from ui.cli.opening import home_of
from ui.cli.passphrase import new_passphrase
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.bootstrap import Station
    from ui.cli.speaking import Speaker


def found(asked: Namespace, speaker: Speaker) -> Answer:
    """Found a station; its paper key is told this once.

    Raises :class:`ValidationFailedError` for particulars or a passphrase that will not do,
    and what :meth:`AccessService.create` raises if there is a station already.
    """
    clerk = asked.clerk.strip()
    chosen = Settings(
        station_id=new_key(), name=asked.name.strip(), code=asked.code.strip(), clerk=clerk
    )
    # before anything is on the disk: a station half founded would be in the way
    if problems := problems_with(chosen):
        raise ValidationFailedError(problems)
    home, access = home_of(asked), AccessService()
    secret = new_passphrase()
    paper = access.create(home, secret, name=clerk)
    key = access.unlock(home, secret)
    station = open_station(home, key)
    try:
        people = _furnish(station, chosen, asked.demo, speaker)
    finally:
        station.close()
    return Answer(
        values={"station": chosen.station_id, "people": people, "paper_key": paper.text()},
        lines=(
            words("founded", name=chosen.name, home=home.root),
            words("people", people=people),
            words("paper-key"),
            "  " + " ".join(paper.groups),
        ),
    )


def _furnish(station: Station, chosen: Settings, people: int, speaker: Speaker) -> int:
    """Put the settings in force, fill in the people; return how many there are."""
    values = {name: value for name, value in asdict(chosen).items() if value}
    if people:
        values = {**station.demo.words().places.station, **values, "is_demo": True}
    station.settings.change(**values)
    return station.demo.fill(people, progress=speaker) if people else 0
