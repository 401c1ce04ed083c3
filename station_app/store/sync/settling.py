"""What is seen to whenever a store is opened: that changes are noted, and by whom.

The usual case costs one read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from station_app.store.faults import LANE, Lane
from station_app.store.sync.capture import install_capture
from station_app.store.sync.declaration import digest_of, read_declaration
from station_app.store.sync.sites import Marker, Sites, read_marker, this_machine
from station_app.store.sync.statements import Statements

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from station_app.store.home import StationHome

DECLARED = "SELECT value FROM sync_own WHERE name = 'declaration'"
STANDING = (
    f"SELECT sync_site.key, clock.counter, ({DECLARED})"
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
        if not sites.is_marked(marker):
            sites.begin_anew(marker)
        if (
            statements.value("SELECT value FROM sync_own WHERE name = 'declaration'")
            != digest_of()
        ):
            install_capture(session.connection(), read_declaration())
        latter = sites.marker()
    # after the commit: a marker of a site that was not kept would make another one
    latter.write(home.site)


def write_marker(home: StationHome, sites: Sites) -> None:
    """Let the marker beside the store say how far it is; before anything of it goes out."""
    sites.marker().write(home.site)


def _is_settled(engine: Engine, marker: Marker | None) -> bool:
    with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
        found = connection.exec_driver_sql(STANDING).first()
    if found is None or marker is None:
        return False
    site, counter, declared = found
    fits = marker.site == site and marker.machine == this_machine() and marker.counter <= counter
    return bool(fits and declared == digest_of())
