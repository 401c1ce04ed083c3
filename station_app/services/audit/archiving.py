"""Putting old entries of the audit into archives (归档), by rule: never before three years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.audit.entries import ARCHIVED
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError
from station_app.services.audit.walking import archives_of, start_of, verdict_on
from station_app.services.permissions import needs
from station_app.services.progress import Silence
from station_app.store.audit.archive import write_archive
from station_app.store.audit.vocabulary import years_kept

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.audit.archives import Archive
    from station_app.domain.clock import Clock
    from station_app.services.progress import Progress
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store

TOUCHED = frozenset({Topic.AUDIT})


class ArchiveService:
    """The use cases of archives of the audit."""

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        self._home = home
        self._store = store
        self._clock = clock

    @needs(Permission.AUDIT_READ)
    def due(self) -> int:
        """Return how many entries may be archived today."""
        with self._store.reading() as tx:
            upto = min(tx.audit_search.before(self.day()), tx.audit.head().number - 1)
            return max(upto - start_of(tx).number, 0)

    @needs(Permission.AUDIT_READ)
    def day(self) -> date:
        """Return the day before which entries may be archived, by the rule."""
        today = self._clock.today()
        # one that is not in every year, 29 February, counts as the day before
        day = min(today.day, 28) if today.month == 2 else today.day
        return today.replace(year=today.year - years_kept(), day=day)

    @needs(Permission.AUDIT_EXPORT)
    def archive(self, progress: Progress | None = None) -> Done[Archive]:
        """Put the entries that are old enough into a file; the store keeps the last link.

        Raises :class:`RefusedError` ``audit.nothing-to-archive``, and ``audit.not-whole``
        for a chain that is not as it was written: what is wrong with it stays in sight.
        """
        watched = progress or Silence()
        watched.step(0, 0, "verifying")
        with self._store.reading() as tx:
            if not verdict_on(tx).is_whole:
                raise RefusedError("audit.not-whole")
            former, start = archives_of(tx), start_of(tx)
            # the last entry of all stays: the next one follows it
            upto = min(tx.audit_search.before(self.day()), tx.audit.head().number - 1)
            if upto <= start.number:
                raise RefusedError("audit.nothing-to-archive", day=self.day().isoformat())
            watched.step(0, 0, "archiving")
            made = write_archive(self._home.backups, start, tx.audit.entries(upto))
        with self._store.transaction() as tx:
            tx.audit.add(
                ARCHIVED,
                upto=made.end.number,
                digest=made.end.digest.hex(),
                archives=[each.told() for each in (*former, made)],
            )
            tx.audit.let_go(upto)
        return Done(made, TOUCHED)

    @needs(Permission.AUDIT_READ)
    def archives(self) -> tuple[tuple[Archive, bool], ...]:
        """Return the archives there are, and whether each lies where it was put."""
        with self._store.reading() as tx:
            return tuple(
                (each, (self._home.backups / each.file).exists()) for each in archives_of(tx)
            )
