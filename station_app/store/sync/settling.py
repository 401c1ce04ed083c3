"""What is seen to whenever a store is opened: that changes are noted, and by whom.

The usual case costs one read, and loads nothing of the merge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from station_app.later import later
from station_app.store.faults import LANE, Lane
from station_app.store.sync.declared import digest_of
from station_app.store.sync.sites import EXTENT, Marker, Sites, read_marker, this_machine
from station_app.store.sync.statements import Statements

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from station_app.store.home import StationHome
    from station_app.store.sync import upgrading
else:
    upgrading = later("station_app.store.sync.upgrading")

DECLARED = "SELECT value FROM sync_own WHERE name = 'declaration'"
STANDING = (
    f"SELECT sync_site.key, {EXTENT}, ({DECLARED})"
    " FROM sync_clock AS clock JOIN sync_site ON sync_site.n = clock.site"
)


def settle_exchange(home: StationHome, engine: Engine) -> None:
    """See to it that all that is declared is noted, by a site that is this store's own."""
    marker = read_marker(home.site)
    if _is_settled(engine, marker):
        return
    write_lane = engine.execution_options(**{LANE: Lane.WRITE})
    with Session(write_lane) as session, session.begin():
        statements = Statements(session)
        sites = Sites(statements)
        sites.found()
        # before anything is noted: entries made for a new declaration are those of the new site
        if not sites.is_marked(marker):
            sites.begin_anew(marker)
        if (
            statements.value("SELECT value FROM sync_own WHERE name = 'declaration'")
            != digest_of()
        ):
            upgrading.note_all_that_is_declared(session, statements)
        latter = sites.marker()
    # after the commit: a marker of a site that was not kept would make another one
    latter.write(home.site)


def _is_settled(engine: Engine, marker: Marker | None) -> bool:
    with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
        found = connection.exec_driver_sql(STANDING).first()
    if found is None or marker is None:
        return False
    site, extent, declared = found
    fits = marker.site == site and marker.machine == this_machine() and marker.extent <= extent
    return bool(fits and declared == digest_of())
