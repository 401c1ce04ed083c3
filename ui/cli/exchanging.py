"""``station sync``: files written for devices and taken in, what waits, what is in question."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from station_app.domain.errors import NotFoundError, RefusedError
from station_app.domain.sync.files import SyncFileRefusedError
from ui.cli.answer import DONE, Answer
from ui.cli.opening import opened
from ui.cli.speaking import REFUSED
from ui.cli.words import words
from ui.shell.wording import sentence_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from station_app.bootstrap import Station
    from station_app.domain.sync.review import ReviewCase, ReviewPoint
    from station_app.services.sync.exchanging import TakenIn
    from station_app.services.sync.standing import DeviceStanding
    from ui.cli.speaking import Speaker

EVERYBODY = "all"


def export(asked: Namespace, speaker: Speaker) -> Answer:
    """Write files for one device or all; none for those who have everything."""
    with opened(asked) as station:
        if asked.to == EVERYBODY:
            done = station.exchange.write_for_all(asked.out, speaker)
        else:
            done = station.exchange.write([station.devices.named(asked.to).id], asked.out, speaker)
    written = [
        {
            "to": each.receiver,
            "device": each.device,
            "number": each.number,
            "file": str(each.path),
            "counts": dict(each.counts),
        }
        for each in done.value
    ]
    return Answer(
        values={"files": written},
        lines=[words("file-written", **each) for each in written] or [words("nothing-to-send")],
    )


def apply(asked: Namespace, speaker: Speaker) -> Answer:
    """Take files in, the earlier numbers first; with one refused the exit code is 3."""
    for path in asked.files:
        if not path.is_file():
            raise RefusedError("file-missing", name=path.name)
    with opened(asked) as station:
        taken = station.exchange.take_in(asked.files, speaker).value
        state = station.exchange.state_hash()
    told = [{**_told(each), "state_hash": state} for each in taken]
    return Answer(
        values=told[0] if len(told) == 1 else {"files": told, "state_hash": state},
        lines=[line for each in taken for line in _lines(each)],
        code=REFUSED if any(each.refused for each in taken) else DONE,
    )


def status(asked: Namespace, _speaker: Speaker) -> Answer:
    """Show what is unsent, what has no receipt yet, what waits, what is in question."""
    with opened(asked) as station:
        own, standing = station.devices.own(), station.standing.standing()
        state = station.exchange.state_hash()
    devices = [_told_standing(each) for each in standing.devices]
    counts = {
        name: getattr(standing, name) for name in ("unsent", "unconfirmed", "waiting", "conflicts")
    }
    return Answer(
        values={
            "own": {"device": own.id, "name": own.name, "kind": own.kind.value},
            "is_enrolled": own.is_enrolled,
            "is_expired": own.is_expired,
            **counts,
            "devices": devices,
            "state_hash": state,
        },
        lines=[
            words("device-own", name=own.name, kind=own.kind, key=own.id),
            words("sync-counts", **counts),
            *(words("sync-device", **each) for each in devices),
        ],
    )


def conflicts(asked: Namespace, _speaker: Speaker) -> Answer:
    """Show what two devices have entered, each without knowing of the other; numbers masked."""
    with opened(asked) as station:
        cases = station.review.cases()
    told = [_told_point(case, point) for case in cases for point in case.points]
    return Answer(
        values={"count": len(told), "conflicts": told},
        lines=[words("conflict", **each) for each in told] or [words("no-conflicts")],
    )


def undo(asked: Namespace, _speaker: Speaker) -> Answer:
    """Take back what a file brought, as long as nothing was built on it."""
    with opened(asked) as station:
        sha256 = _file_of(station, asked.file)
        changed = station.exchange.take_back(sha256).value
        state = station.exchange.state_hash()
    return Answer(
        values={"undone": sha256, "changed": changed, "state_hash": state},
        lines=[words("file-undone", rows=changed)],
    )


def _told(taken: TakenIn) -> dict[str, object]:
    return {
        "file": taken.file,
        "from": taken.sender,
        "number": taken.number,
        "sha256": taken.sha256,
        "added": taken.added,
        "changed": taken.changed,
        "removed": taken.removed,
        "conflicts": taken.conflicts,
        "parked": taken.waiting,
        "is_whole": taken.is_whole,
        "refused": {"code": str(taken.refused), "say": _why(taken)} if taken.refused else None,
    }


def _why(taken: TakenIn) -> str:
    facts = {name: fact for name, fact in taken.facts.items() if name != "reason"}
    assert taken.refused is not None  # noqa: S101 - asked by whoever calls
    return sentence_of(SyncFileRefusedError(taken.refused, **facts))


def _lines(taken: TakenIn) -> Iterator[str]:
    if taken.refused:
        yield words("file-refused", file=taken.file, why=_why(taken))
        return
    yield words(
        "file-taken",
        file=taken.file,
        sender=taken.sender,
        number=taken.number,
        added=taken.added,
        changed=taken.changed,
        conflicts=taken.conflicts,
    )
    if taken.waiting:
        yield words("rows-wait", rows=taken.waiting)
    if not taken.is_whole:
        yield words("file-before-missing")


def _told_standing(standing: DeviceStanding) -> dict[str, object]:
    device = standing.device
    return {
        "device": device.id,
        "name": device.name,
        "kind": device.kind.value,
        "state": device.state.value,
        "unsent": standing.unsent,
        "unconfirmed": standing.unconfirmed,
        "sent": standing.sent,
        "sent_at": standing.sent_at.isoformat() if standing.sent_at else None,
        "got": standing.got,
        "got_at": standing.got_at.isoformat() if standing.got_at else None,
        "troubles": sorted(standing.troubles),
    }


def _told_point(case: ReviewCase, point: ReviewPoint) -> dict[str, object]:
    return {
        "key": point.id,
        "about": case.title,
        "table": point.table,
        "record": point.record,
        "field": point.column,
        "before": point.before,
        "values": [
            {
                "value": option.text,
                "device": option.device,
                "by": option.person,
                "at": option.at.isoformat() if option.at else None,
                "stands": option.stands,
            }
            for option in point.options
        ],
        "proposed": point.proposed,
    }


def _file_of(station: Station, text: str) -> str:
    """Return the digest of the file that *text* is, by itself or by the name of the file."""
    path = Path(text)
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    for each in station.standing.files(limit=1000):
        if not each.is_ours and text in {each.sha256, each.name}:
            return each.sha256
    raise NotFoundError(name=path.name)
