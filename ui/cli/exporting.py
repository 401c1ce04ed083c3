"""``station export residents``: the register as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from ui.cli.speaking import Speaker


def give_out(asked: Namespace, speaker: Speaker) -> Answer:
    """Give out all residents; numbers are masked unless a purpose is told.

    The purpose is noted in the audit together with how many were given out.
    """
    with opened(asked) as station:
        done = station.exports.residents(
            asked.file, speaker, purpose=asked.purpose, masked=not asked.purpose
        )
    return Answer(
        values={"people": done.rows, "file": str(asked.file), "masked": done.masked},
        lines=[words("exported", people=done.rows, file=asked.file)],
    )
