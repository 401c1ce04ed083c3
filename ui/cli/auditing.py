"""``station audit``: whether the chain is whole, its head for the day book, sheets, archives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.audit.entries import AuditFilter
from station_app.domain.audit.heads import line_of as day_line
from station_app.services.delivering import deliver
from ui.cli.answer import DONE, Answer
from ui.cli.opening import opened
from ui.cli.speaking import REFUSED
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.domain.audit.chain import Verdict
    from station_app.domain.audit.entries import AuditEntry
    from ui.cli.speaking import Speaker


def verify(asked: Namespace, speaker: Speaker) -> Answer:
    """Walk along the whole chain; one that is not as it was written ends with exit code 3."""
    with opened(asked) as station:
        verdict = station.audit.verify(asked.anchor, speaker)
        standing = station.audit.standing()
    lines = [line_of(verdict)]
    if verdict.count:
        number, digest = verdict.head
        lines.append(words("audit-head", number=number, digest=digest.hex()))
    if verdict.is_whole and asked.anchor is None:
        lines.append(words("audit-no-anchor"))
    lines += [_alarm(each) for each in standing.alarms]
    return Answer(
        values=values_of(verdict) | {"alarms": [_told(each) for each in standing.alarms]},
        lines=lines,
        code=DONE if verdict.is_whole else REFUSED,
    )


def head(asked: Namespace, _speaker: Speaker) -> Answer:
    """Tell the last entry as a line for the day book; that of a broken chain is not given out."""
    with opened(asked) as station:
        verdict = station.audit.head_for_day_book().value
        day = station.clock.today().isoformat()
    if not verdict.is_whole:
        return Answer(values=values_of(verdict), lines=[line_of(verdict)], code=REFUSED)
    number, digest = verdict.head
    line = words("audit-day-book", line=day_line(verdict.head, day))
    return Answer(
        values={"number": number, "day": day, "digest": digest.hex()},
        lines=[line if verdict.count else words("audit-empty")],
    )


def heads(asked: Namespace, _speaker: Speaker) -> Answer:
    """Tell the heads that other devices told of their audits, as lines to be kept."""
    with opened(asked) as station:
        found = station.audit.heads_of_others()
        names = {str(each.id): each.name for each in station.devices.devices()}
    told = [
        {
            "device": head.owner,
            "name": names.get(head.owner, head.owner),
            "line": day_line(head.link, head.at.date().isoformat()),
        }
        for head in found
    ]
    lines = [words("audit-head-of", **each) for each in told] or [words("audit-no-heads")]
    return Answer(values={"heads": told}, lines=lines)


def sheet(asked: Namespace, _speaker: Speaker) -> Answer:
    """Write the sheet of a day's work to a file."""
    with opened(asked) as station:
        day = asked.day or station.clock.today()
        paper = station.audit_papers.day_sheet(day).value
        deliver(asked.out, paper.pdf)
    values = {"day": day.isoformat(), "pages": paper.pages, "file": str(asked.out)}
    return Answer(values=values, lines=[words("audit-sheet", file=asked.out)])


def export(asked: Namespace, speaker: Speaker) -> Answer:
    """Give entries out for an inspector; the reason stands in the file and in the audit."""
    wanted = AuditFilter(person=asked.person, since=asked.since, until=asked.until)
    with opened(asked) as station:
        done = station.audit_papers.export(asked.file, wanted, speaker, reason=asked.reason)
    return Answer(
        values={"entries": done.value, "file": str(asked.file)},
        lines=[words("audit-exported", count=done.value, file=asked.file)],
    )


def settle(asked: Namespace, _speaker: Speaker) -> Answer:
    """Note what the alarms came from."""
    with opened(asked) as station:
        count = len(station.audit.standing().alarms)
        station.audit.settle_alarms(asked.reason)
    return Answer(values={"alarms": count}, lines=[words("audit-settled", count=count)])


def archive(asked: Namespace, speaker: Speaker) -> Answer:
    """Put the entries that are old enough into an archive."""
    with opened(asked) as station:
        made = station.audit_archives.archive(speaker).value
    values = {"file": made.file, "after": made.start.number, "upto": made.end.number}
    return Answer(values=values, lines=[words("audit-archived", **values)])


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


def _alarm(entry: AuditEntry) -> str:
    return words("audit-alarm", **_told(entry))


def _told(entry: AuditEntry) -> dict[str, object]:
    facts = entry.facts
    return {
        "number": entry.number,
        "at": entry.at.isoformat(timespec="seconds"),
        "device": entry.about or entry.record_id,
        "what": str(facts.get("how") or facts.get("fault") or ""),
    }
