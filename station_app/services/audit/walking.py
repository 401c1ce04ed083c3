"""Walking along the whole chain: what lies in archives, then what is in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.audit.archives import Archive
from station_app.domain.audit.chain import ORIGIN, Link, verify
from station_app.services.progress import Silence
from station_app.store.audit.archive import entries_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from station_app.domain.audit.chain import Entry, Verdict
    from station_app.services.progress import Progress
    from station_app.store.transaction import Store, Transaction

STEP = 5000


def archives_of(tx: Transaction) -> tuple[Archive, ...]:
    """Return the archives there are, the oldest first; none that was tampered with."""
    try:
        return tuple(Archive.read(each) for each in tx.audit.archived().get("archives", ()))
    except (AttributeError, KeyError, TypeError, ValueError):
        return ()


def start_of(tx: Transaction) -> Link:
    """Return the link that the first entry in the store follows."""
    archives = archives_of(tx)
    return archives[-1].end if archives else ORIGIN


def at_hand(tx: Transaction, folder: Path) -> tuple[Archive, ...]:
    """Return those of the latest archives that lie in *folder* without a gap."""
    found: list[Archive] = []
    for archive in reversed(archives_of(tx)):
        if not (folder / archive.file).exists():
            break
        found.insert(0, archive)
    return tuple(found)


def verdict_on(tx: Transaction, anchor: Link | None = None) -> Verdict:
    """Return the verdict on what is in the store, by all heads that are kept of it."""
    return _verdict(tx, tx.audit.entries(), start_of(tx), anchor)


def verdict_with_archives(
    store: Store,
    folder: Path,
    anchor: Link | None = None,
    progress: Progress | None = None,
) -> Verdict:
    """Return the verdict on the archives in *folder* and the store, as one chain."""
    with store.reading() as tx:
        archives = at_hand(tx, folder)
        start = archives[0].start if archives else start_of(tx)
        last = tx.audit.head().number
        entries = _watched(_all(tx, folder, archives), progress or Silence(), last)
        return _verdict(tx, entries, start, anchor)


def _verdict(
    tx: Transaction, entries: Iterable[Entry], start: Link, anchor: Link | None
) -> Verdict:
    kept = [head.link for head in tx.heads.of()] + ([anchor] if anchor else [])
    # one from before all that is here shows nothing
    anchors = [link for link in kept if link.number >= start.number]
    return verify(entries, start=start, anchors=anchors, is_guarded=tx.audit.is_guarded())


def _all(tx: Transaction, folder: Path, archives: Iterable[Archive]) -> Iterator[Entry]:
    for archive in archives:
        yield from entries_in(folder / archive.file, archive.key)
    yield from tx.audit.entries()


def _watched(entries: Iterable[Entry], progress: Progress, last: int) -> Iterator[Entry]:
    for entry in entries:
        if not entry.number % STEP:
            progress.step(entry.number, last, "verifying")
        yield entry
