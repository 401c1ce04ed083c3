"""Which records a search may find for somebody who does not see all: those of his grids.

They are told to each look-up as one list, so that the bounds of a search bound what is
found for him, and not what is then taken away; in order, which SQLite takes in quicker.
Papers are found by whoever sees all. Cases are those of people in his grids, those handed
to his grids, and his own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.search.entries import Kind, target_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from station_app.store.access.scope import Scope

SEEN: Final = """
    WITH home AS MATERIALIZED (
        SELECT dwelling.id, dwelling.seq
        FROM building JOIN dwelling ON dwelling.building_id = building.id
        WHERE building.grid_id IN (SELECT value FROM json_each(?))
    )
    SELECT json_group_array(target) FROM (
        SELECT resident.seq AS target
        FROM home CROSS JOIN resident ON resident.dwelling_id = home.id
        WHERE resident.deleted_at IS NULL
        UNION ALL
        SELECT ? | household.seq
        FROM home CROSS JOIN household ON household.dwelling_id = home.id
        UNION ALL SELECT ? | home.seq FROM home
        UNION ALL
        SELECT ? | seq FROM (
            SELECT seq FROM window_case WHERE grid_id IN (SELECT value FROM json_each(?))
            UNION SELECT seq FROM window_case WHERE assignee = ? AND assignee <> ''
            UNION SELECT window_case.seq
            FROM home CROSS JOIN resident ON resident.dwelling_id = home.id
            CROSS JOIN window_case ON window_case.resident_id = resident.id
        )
        ORDER BY target
    )
"""


def targets_seen(connection: Connection, scope: Scope, who: Callable[[], str]) -> str | None:
    """Return the numbers in the index that may be found, as a list in JSON; None for all.

    *who* tells the name of whoever entered, and is asked only if he does not see all.
    """
    if not scope.is_limited:
        return None
    kinds = (target_of(Kind.HOUSEHOLD, 0), target_of(Kind.DWELLING, 0))
    cases = (target_of(Kind.CASE, 0), scope.told(), who())
    found = connection.exec_driver_sql(SEEN, (scope.told(), *kinds, *cases))
    return str(found.scalar_one())
