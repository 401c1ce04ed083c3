"""``station restore``: the backups there are, what one would change, and putting it in place."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from station_app.bootstrap import restoring_of
from station_app.domain.errors import NotFoundError
from station_app.services.restoring import SlotKind
from ui.cli.answer import Answer
from ui.cli.opening import home_of
from ui.cli.passphrase import known_paper_key, known_passphrase
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.domain.backups import Backup
    from station_app.services.restoring import Difference, RestoreService, Unlocked
    from ui.cli.speaking import Speaker

NEWEST = "newest"


def list_backups(asked: Namespace, _speaker: Speaker) -> Answer:
    """List the backups, the newest first, each looked at without a key."""
    service = restoring_of(home_of(asked))
    told = [_told(backup, service) for backup in service.candidates(asked.look_in)]
    lines = [words("backup-line", **each) for each in told]
    return Answer(
        values={"backups": told}, lines=lines or [words("no-backup", option="--look-in")]
    )


def show(asked: Namespace, _speaker: Speaker) -> Answer:
    """Open a backup and tell what restoring it would change; nothing is changed."""
    service = restoring_of(home_of(asked))
    backup = _chosen(asked, service)
    found = service.compare(backup, _unlocked(asked, service, backup))
    return Answer(values=_values(backup, found), lines=_lines(backup, found))


def restore(asked: Namespace, speaker: Speaker) -> Answer:
    """Put a backup in place; what stood there before is kept beside the backups."""
    service = restoring_of(home_of(asked))
    backup = _chosen(asked, service)
    unlocked = _unlocked(asked, service, backup)
    found = service.compare(backup, unlocked)
    done = service.restore(backup, unlocked, speaker)
    kept = str(done.kept.path) if done.kept else ""
    people = done.figures.people if done.figures else 0
    lines = [words("restored", moment=_moment(backup), people=people)]
    if kept:
        lines.append(words("restored-kept", file=kept))
    return Answer(values=_values(backup, found) | {"people": people, "kept": kept}, lines=lines)


def _chosen(asked: Namespace, service: RestoreService) -> Backup:
    """Return the backup meant: by its file's name or path, or the newest good one."""
    if asked.backup == NEWEST and not asked.look_in:
        newest = service.newest_good()
        if newest is not None:
            return newest
    for backup in service.candidates(asked.look_in):
        if asked.backup in {NEWEST, backup.path.name, backup.path.stem, str(backup.path)}:
            return backup
    raise NotFoundError(name=asked.backup)


def _unlocked(asked: Namespace, service: RestoreService, backup: Backup) -> Unlocked:
    if asked.paper:
        return service.unlock(backup, known_paper_key(), SlotKind.PAPER)
    return service.unlock(backup, known_passphrase())


def _told(backup: Backup, service: RestoreService) -> dict[str, Any]:
    figures = backup.note.figures if backup.note else None
    return {
        "file": str(backup.path),
        "moment": _moment(backup),
        "why": backup.why.value,
        "place": backup.place,
        "size": backup.size,
        "people": figures.people if figures else None,
        "state": service.soundness(backup).value,
    }


def _moment(backup: Backup) -> str:
    return f"{backup.moment:%Y-%m-%dT%H:%M:%SZ}"


def _values(backup: Backup, found: Difference) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "moment": _moment(backup),
        "backup": asdict(found.backup),
        "present": asdict(found.present) if found.present else None,
        "lost": {"added": found.lost.added, "changed": found.lost.changed},
        "back": found.back,
    }


def _lines(backup: Backup, found: Difference) -> list[str]:
    lines = [words("restore-backup", moment=_moment(backup), **asdict(found.backup.figures))]
    if found.present is None:
        return [*lines, words("restore-unreadable")]
    added, changed = (sum(each.values()) for each in (found.lost.added, found.lost.changed))
    return [
        *lines,
        words("restore-present", **asdict(found.present.figures)),
        words("restore-lost", added=added, changed=changed, back=found.back),
    ]
