"""``station backup``: a copy of the whole store, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from ui.cli.speaking import Speaker


def back_up(asked: Namespace, _speaker: Speaker) -> Answer:
    """Make a backup; what was not read back in full is none."""
    with opened(asked) as station:
        path = station.keeping.back_up()
    return Answer(values={"backup": str(path)}, lines=[words("backed-up", file=path)])
