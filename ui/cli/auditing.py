"""``station audit``: whether the chain is whole, and its head for the day book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.audit import Link
from ui.cli.answer import DONE, Answer
from ui.cli.opening import opened
from ui.cli.speaking import REFUSED
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.domain.audit import Verdict
    from ui.cli.speaking import Speaker

GROUP = 2  # bytes: four digits, as they are copied by hand


def verify(asked: Namespace, _speaker: Speaker) -> Answer:
    """Walk along the whole chain; one that is not as it was written ends with exit code 3."""
    anchor = None if asked.anchor is None else Link(*asked.anchor)
    with opened(asked) as station:
        verdict = station.audit.verify(anchor)
    lines = [line_of(verdict)]
    if verdict.count:
        number, digest = verdict.head
        lines.append(words("audit-head", number=number, digest=digest.hex()))
    if verdict.is_whole and anchor is None:
        lines.append(words("audit-no-anchor"))
    return Answer(
        values=values_of(verdict), lines=lines, code=DONE if verdict.is_whole else REFUSED
    )


def head(asked: Namespace, _speaker: Speaker) -> Answer:
    """Tell the last entry as a line for the day book; that of a broken chain is not given out."""
    with opened(asked) as station:
        verdict, day = station.audit.verify(), station.clock.today().isoformat()
    if not verdict.is_whole:
        return Answer(values=values_of(verdict), lines=[line_of(verdict)], code=REFUSED)
    number, digest = verdict.head
    line = words("audit-day-book", number=number, day=day, digest=digest.hex(" ", GROUP))
    return Answer(
        values={"number": number, "day": day, "digest": digest.hex()},
        lines=[line if verdict.count else words("audit-empty")],
    )


def values_of(verdict: Verdict) -> dict[str, object]:
    """Return what scripts are told of a verdict."""
    fault = verdict.fault
    told = fault and {"kind": fault.kind.value, "number": fault.number, "say": line_of(verdict)}
    return {
        "whole": verdict.is_whole,
        "count": verdict.count,
        "head": {"number": verdict.head.number, "digest": verdict.head.digest.hex()},
        "fault": told,
    }


def line_of(verdict: Verdict) -> str:
    """Return the verdict as a sentence."""
    if verdict.fault is None:
        return words("audit-whole", count=verdict.count)
    return words(f"audit-{verdict.fault.kind}", number=verdict.fault.number)
