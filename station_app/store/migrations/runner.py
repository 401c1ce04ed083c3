"""Bringing a store to the schema of this program when it is opened.

The usual case, a store that is up to date, costs a few statements and does not
load Alembic, which would cost a fifth of the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import StoreDamagedError, StoreTooNewError
from station_app.later import later
from station_app.store.faults import LANE, Lane
from station_app.store.migrations.revisions import REVISION, SCHEMA, SCRIPTS, known_revisions
from station_app.store.sync.settling import settle_exchange

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine

    from station_app.store.home import StationHome
    from station_app.store.migrations import steps
else:
    steps = later("station_app.store.migrations.steps")


def upgrade(
    home: StationHome, engine: Engine, *, scripts: Path = SCRIPTS, now: datetime | None = None
) -> None:
    """Bring the store of *engine* up to date; before that a backup is made.

    Raises :class:`StoreTooNewError` for a store that a newer program has left,
    :class:`StoreDamagedError` for one that does not pass the checks afterwards
    (the copy is back in its place then).
    """
    found, known = revision_of(engine), known_revisions(scripts)
    if found == known[-1]:
        settle_exchange(home, engine)
        return
    if found is not None and found not in known:
        raise StoreTooNewError(found=found, known=known[-1])
    steps.take_steps(home, engine, found=found, target=known[-1], scripts=scripts, now=now)
    settle_exchange(home, engine)


def revision_of(engine: Engine) -> str | None:
    """Return the revision of the schema in the store; ``None`` for an empty file.

    Raises :class:`StoreDamagedError` if there are tables but no revision.
    """
    with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
        tables, revisions = connection.exec_driver_sql(SCHEMA).one()
        if not tables:
            return None
        found = connection.exec_driver_sql(REVISION).scalar() if revisions else None
    if found is None:
        raise StoreDamagedError(what="revision")
    return str(found)
