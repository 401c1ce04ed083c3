"""The audit (审计) as whoever inspects the station asks for it: verified, looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.audit.entries import SETTLED, Standing
from station_app.domain.audit.heads import Way
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.residents.people import ResidentId
from station_app.domain.search.entries import Kind
from station_app.services.audit.walking import start_of, verdict_with_archives
from station_app.services.permissions import needs
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.audit.chain import Link, Verdict
    from station_app.domain.audit.entries import AuditEntry, AuditFilter, Offered
    from station_app.domain.audit.heads import Head
    from station_app.domain.search.hits import Hit
    from station_app.services.progress import Progress
    from station_app.services.search import Finder
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store

TOUCHED = frozenset({Topic.AUDIT})
MOST_REASON = 200


class AuditService:
    """The use cases of the audit."""

    def __init__(self, home: StationHome, store: Store, finder: Finder) -> None:
        self._home = home
        self._store = store
        self._finder = finder

    @needs(Permission.AUDIT_READ)
    def verify(self, anchor: Link | None = None, progress: Progress | None = None) -> Verdict:
        """Read every entry and tell how many there are, the last, and the first fault.

        It is held against every head that is kept here, and an *anchor* kept outside this
        machine: so it is found too that the end was cut off or that all was made anew.
        """
        return verdict_with_archives(self._store, self._home.backups, anchor, progress)

    @needs(Permission.AUDIT_READ)
    def verify_now(self, progress: Progress | None = None) -> Done[Verdict]:
        """Verify the audit and remember what came of it: when it was whole, or an alarm."""
        verdict = self.verify(progress=progress)
        with self._store.transaction() as tx:
            if verdict.fault is None:
                tx.heads.keep(Way.VERIFIED, verdict.head)
            else:
                fault = verdict.fault
                tx.audit.add("audit:chain:faulty", fault=fault.kind.value, number=fault.number)
        return Done(verdict, TOUCHED)

    @needs(Permission.AUDIT_READ)
    def head_for_day_book(self) -> Done[Verdict]:
        """Verify the audit; the head of a whole one is kept as one that was written down."""
        verdict = self.verify()
        if verdict.is_whole and verdict.count:
            with self._store.transaction() as tx:
                tx.heads.keep(Way.PRINTED, verdict.head)
        return Done(verdict, TOUCHED)

    @needs(Permission.AUDIT_READ)
    def standing(self) -> Standing:
        """Return how the audit stands, without reading all of it."""
        with self._store.reading() as tx:
            verified = tx.heads.known(Way.VERIFIED)
            start, head = start_of(tx).number, tx.audit.head().number
            return Standing(
                count=max(head - start, 0),
                last=head,
                verified_at=verified.at if verified else None,
                verified_upto=verified.link.number if verified else 0,
                archived=start,
                alarms=tx.audit_search.alarms(),
            )

    @needs(Permission.AUDIT_EXPORT)
    def settle_alarms(self, reason: str) -> Done[None]:
        """Note that somebody looked into the alarms there are, and what they came from.

        Heads that others hold of our chain count for explained, as after a backup was put
        back. Raises :class:`ValidationFailedError` without a reason.
        """
        with self._store.transaction() as tx:
            tx.heads.settle()
            tx.audit.add(SETTLED, reason=checked_reason(reason))
        return Done(None, TOUCHED)

    @needs(Permission.AUDIT_READ)
    def heads_of_others(self) -> tuple[Head, ...]:
        """Return the heads that other devices have told of their audits."""
        with self._store.reading() as tx:
            return tuple(tx.heads.of_others())

    @needs(Permission.AUDIT_READ)
    def keys(self, wanted: AuditFilter, progress: Progress | None = None) -> Sequence[int]:
        """Return the numbers of the entries *wanted*, the newest first."""
        progress = progress or Silence()
        with self._store.reading() as tx:
            return tx.audit_search.keys(wanted, lambda found: progress.step(found, 0))

    @needs(Permission.AUDIT_READ)
    def lines(self, keys: Sequence[int]) -> Mapping[int, AuditEntry]:
        """Return the entries of *keys*; one that is gone has none."""
        with self._store.reading() as tx:
            return tx.audit_search.lines(keys)

    @needs(Permission.AUDIT_READ)
    def offered(self) -> Offered:
        """Return who has signed and what was done, to choose from."""
        with self._store.reading() as tx:
            return tx.audit_search.offered()

    @needs(Permission.AUDIT_READ)
    def people(self, text: str, progress: Progress | None = None) -> Sequence[Hit]:
        """Return the residents that *text* (name, pinyin, number) may mean, numbers masked."""
        hits = self._finder.find(text, progress=progress)
        return [hit for hit in hits if hit.kind is Kind.RESIDENT]

    @needs(Permission.AUDIT_READ)
    def name_of(self, person: str) -> str:
        """Return what the resident *person* is called."""
        with self._store.reading() as tx:
            return tx.people.resident(ResidentId(person)).particulars.name


def checked_reason(reason: str) -> str:
    """Return *reason* as it is noted; raises :class:`ValidationFailedError` for none."""
    if not reason.strip():
        raise ValidationFailedError((Problem("reason", "missing"),))
    if len(reason) > MOST_REASON:
        raise ValidationFailedError((Problem("reason", "too-long", {"most": MOST_REASON}),))
    return reason.strip()
