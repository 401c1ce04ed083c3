"""What can be seen of a replica from outside: content, versions, conflicts, sums."""

from __future__ import annotations

from collections import Counter

from station_app.store.sync.declaration import TableScope
from station_app.store.sync.placing import MODULUS, digest_of
from tests.sync.records import DECLARATION, TABLES

SITES = "SELECT n, key FROM sync_site"
LIVES = (
    "SELECT tbl, row, life, site, ver, coalesce(bsite, site), coalesce(bver, ver) FROM sync_row"
)
CELLS = "SELECT tbl, row, col, site, ver FROM sync_cell"
CONFLICTS = """
    SELECT id, tbl, row, col, is_deletion, a_site, a_ver, a_value, b_site, b_ver, b_value
    FROM sync_conflict
"""


def content(replica, tables=TABLES):
    """Return all rows that lie in their tables: (table, key) → values."""
    found = {}
    for name in tables:
        table = DECLARATION.by_name[name]
        columns = ", ".join(f'"{each}"' for each in (table.key, *table.names))
        for key, *values in replica.rows(f'SELECT {columns} FROM "{name}"'):
            found[name, key] = dict(zip(table.names, values, strict=True))
    return found


def lives(replica):
    """Return life and version of every row: (table, key) → (life, turn, birth)."""
    sites, names = dict(replica.rows(SITES)), DECLARATION.by_number
    return {
        (names[tbl].name, row): (life, (sites[site], ver), (sites[bsite], bver))
        for tbl, row, life, site, ver, bsite, bver in replica.rows(LIVES)
    }


def versions(replica):
    """Return the versions of cells that differ from that of their row's birth."""
    sites, names, born = dict(replica.rows(SITES)), DECLARATION.by_number, lives(replica)
    found = {}
    for tbl, row, col, site, ver in replica.rows(CELLS):
        place, dot = (names[tbl].name, row), (sites[site], ver)
        if place not in born or born[place][2] != dot:
            found[(*place, names[tbl].by_number[col].name)] = dot
    return found


def conflicts(replica):
    """Return the conflicts with both values: key → (place, is_deletion, a, b)."""
    sites, names = dict(replica.rows(SITES)), DECLARATION.by_number
    return {
        key: (
            (names[tbl].name, row, names[tbl].by_number[col].name),
            bool(is_deletion),
            ((sites[a_site], a_ver), a_value),
            ((sites[b_site], b_ver), b_value),
        )
        for key, tbl, row, col, is_deletion, a_site, a_ver, a_value, b_site, b_ver, b_value in (
            replica.rows(CONFLICTS)
        )
    }


def told(replica):
    """Return the conflicts as people speak of them: (table, key, column, value, value)."""
    return sorted(
        ((*place, a, "deleted" if is_deletion else b))
        for place, is_deletion, (_, a), (_, b) in conflicts(replica).values()
    )


def waiting(replica):
    """Return the rows that wait for what they refer to."""
    names = DECLARATION.by_number
    return sorted(
        (names[tbl].name, row)
        for tbl, row in replica.rows("SELECT tbl, row FROM sync_aside WHERE waiting = 1")
    )


def everything(replica):
    """Return all that is to be the same on two full copies."""
    return content(replica), lives(replica), versions(replica), conflicts(replica)


def agree(*replicas):
    """Whether all hold the same."""
    return len({each.state_hash() for each in replicas}) == 1


def name_of(replica, key="e", table="estate"):
    return replica.value(f"SELECT name FROM {table} WHERE id = ?", key)


AREA = "SELECT key FROM sync_area JOIN sync_row ON area = n WHERE tbl = ? AND row = ?"


def sums(replica):
    """Return the sums as they are kept: (table, area) → (rows, digest)."""
    with replica.store.transaction() as tx:
        tx.exchange.placing.refresh()
        return {(table, area): (n, total) for table, area, n, total in tx.exchange.placing.sums()}


def recounted(replica):
    """Return the sums of all rows, read anew."""
    counts, totals = Counter(), Counter()
    for table in DECLARATION.tables:
        columns = ", ".join(f'"{each}"' for each in (table.key, *table.names))
        for row in replica.rows(f'SELECT {columns} FROM "{table.name}"'):
            place = table.name, replica.value(AREA, table.number, row[0]) or ""
            counts[place] += 1
            totals[place] += digest_of(row)
    return {place: (n, totals[place] % MODULUS) for place, n in counts.items()}


def area_of(content, place):
    """Return the grid in which a row lies, found by its references."""
    table, key = place
    if table == "grid":
        return key
    declared = DECLARATION.by_name[table]
    for column in declared.placed_by:
        parent = content[place][column]
        area = area_of(content, (declared.parents[column], parent)) if parent else ""
        if area:
            return area
    return ""


def share_of(content, grids):
    """Return the rows that a copy of *grids* is to hold, and what they refer to."""
    share, following = set(), []
    for place in content:
        scope = DECLARATION.by_name[place[0]].scope
        if scope is TableScope.EVERYONE or (
            scope is TableScope.GRIDS and area_of(content, place) in grids
        ):
            following.append(place)
    while following:
        place = following.pop()
        if place not in share:
            share.add(place)
            for column, parent in DECLARATION.by_name[place[0]].references:
                if content[place][column] is not None:
                    following.append((parent, content[place][column]))
    return share
