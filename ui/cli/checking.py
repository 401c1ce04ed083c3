"""``station check``: whether the whole store is in order."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ui.cli.answer import DONE, Answer
from ui.cli.auditing import line_of, values_of
from ui.cli.opening import opened
from ui.cli.speaking import NO_STORE, REFUSED
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime

    from station_app.services.checking import StationCheck
    from ui.cli.speaking import Speaker


def check(asked: Namespace, _speaker: Speaker) -> Answer:
    """Read everything; a store that is not in order ends with 5, a broken audit with 3."""
    with opened(asked) as station:
        found = station.checks.check()
        last, drill = station.keeping.last_backup(), station.drills.standing().last
    told = {**asdict(found), "audit": values_of(found.audit)}
    kept = {"backup": _moment(last), "drill": _moment(drill)}
    return Answer(
        # scripts look at one word; what was counted stands beside it
        values={"integrity": "ok" if found.is_well else "wrong", **told, **kept},
        lines=[
            *_headline(found),
            *found.faults,
            line_of(found.audit),
            words("check-counts", **told),
            words("check-derived", **told),
            words("check-version", **told),
            words("check-backup", backup=kept["backup"] or words("never")),
            words("check-drill", drill=kept["drill"] or words("never")),
        ],
        code=_code(found),
    )


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else ""


def _headline(found: StationCheck) -> list[str]:
    if not found.is_sound:
        return [words("not-well")]
    # of an audit alone no backup makes amends: its own sentence comes first
    return [words("well")] if found.is_well else []


def _code(found: StationCheck) -> int:
    if not found.is_sound:
        return NO_STORE
    return DONE if found.is_well else REFUSED
