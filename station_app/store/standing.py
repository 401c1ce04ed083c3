"""Whether a store follows its anchor: one row of it is asked, by the bare driver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from station_app.domain.errors import StoreLogLostError, StoreRolledBackError
from station_app.store.sync.clock import moment_of

if TYPE_CHECKING:
    from station_app.store.anchor import Anchor, Moored

# The clock is advanced by every transaction; the entry of the audit tells one history
# from another that has come further.
STANDS = """
    SELECT (SELECT hlc FROM sync_clock),
        (SELECT digest FROM audit_entry WHERE seq = ?) IS ?
"""
HOW_FAR = """
    SELECT (SELECT hlc FROM sync_clock),
        coalesce((SELECT max(seq) FROM audit_entry), 0),
        coalesce((SELECT digest FROM audit_entry ORDER BY seq DESC LIMIT 1), zeroblob(32))
"""


def standing_of(connection: Any, anchor: Anchor) -> tuple[int, bool]:
    """Return the clock of a store, and whether it holds the anchor's entry of the audit."""
    try:
        hlc, is_held = connection.execute(STANDS, (anchor.number, anchor.digest)).fetchone()
    except dbapi2.OperationalError as error:
        if error.sqlite_errorcode != dbapi2.SQLITE_ERROR:
            raise
        return 0, False  # of a time before there were these tables
    return int(hlc or 0), bool(is_held) or anchor.number == 0


def judge(moored: Moored, standing: tuple[int, bool]) -> None:
    """Refuse a store of that *standing* if it does not follow what was noted.

    Raises :class:`StoreRolledBackError` or :class:`StoreLogLostError`.
    """
    hlc, holds_entry = standing
    anchor = moored.anchor
    moments = {"found": moment_of(hlc), "last": moment_of(moored.last)}
    if anchor and (hlc < anchor.hlc or not holds_entry):
        raise StoreRolledBackError(**moments)
    if hlc < moored.tide:
        raise StoreLogLostError(**moments)
