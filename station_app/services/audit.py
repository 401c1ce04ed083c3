"""The audit (审计) as whoever inspects the station asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain import audit
from station_app.domain.access.permissions import Permission
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from station_app.domain.audit import Link, Verdict
    from station_app.store.transaction import Store, Transaction


class AuditService:
    """The use cases of the audit."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @needs(Permission.AUDIT_READ)
    def verify(self, anchor: Link | None = None) -> Verdict:
        """Read every entry and tell how many there are, the last, and the first fault.

        With an *anchor*, a former head kept outside this machine, it is found too
        that the end was cut off or that all was made anew.
        """
        with self._store.reading() as tx:
            return verdict_on(tx, anchor)


def verdict_on(tx: Transaction, anchor: Link | None = None) -> Verdict:
    """Return the verdict on the chain as a transaction sees it."""
    return audit.verify(tx.audit.entries(), anchor=anchor, is_guarded=tx.audit.is_guarded())
