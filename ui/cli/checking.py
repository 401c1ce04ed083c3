"""``station check``: whether the whole store is in order."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ui.cli.answer import DONE, Answer
from ui.cli.opening import opened
from ui.cli.speaking import NO_STORE
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from ui.cli.speaking import Speaker


def check(asked: Namespace, _speaker: Speaker) -> Answer:
    """Read everything; a store that is not in order ends with exit code 5."""
    with opened(asked) as station:
        found = station.checks.check()
    told = asdict(found)
    return Answer(
        # scripts look at one word; what was counted stands beside it
        values={"integrity": "ok" if found.is_well else "wrong", **told},
        lines=[
            words("well" if found.is_well else "not-well"),
            *found.faults,
            words("check-counts", **told),
            words("check-derived", **told),
            words("check-version", **told),
        ],
        code=DONE if found.is_well else NO_STORE,
    )
