"""``station tour``: the real window shows itself, and leaves what it made in a folder."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ui.cli.answer import Answer
from ui.cli.opening import home_of
from ui.cli.passphrase import known_passphrase
from ui.cli.words import words
from ui.tour.running import TourLostError, WindowLook
from ui.tour.tour import take_tour

if TYPE_CHECKING:
    from argparse import Namespace

    from ui.cli.speaking import Speaker

LOST = 1


def walk(asked: Namespace, _speaker: Speaker) -> Answer:
    """Take the tour."""
    out = asked.out.absolute()
    try:
        look = WindowLook(language=asked.lang)
        left = take_tour(home_of(asked), out, passphrase=known_passphrase(), look=look)
    # no error of the station: what was walked through is the program itself
    except TourLostError as lost:
        say = words("tour-lost", where=lost.where)
        return Answer(values={"error": "tour.lost", "say": say}, lines=[say], code=LOST)
    told = asdict(left)
    files = [*left.pictures, left.roster, left.certificate, left.store, left.manifest]
    return Answer(
        values={"out": str(out), **told},
        lines=[words("tour-left", folder=out), *(f"  {file}" for file in files)],
    )
