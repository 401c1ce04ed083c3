"""Records for stories of exchange: rows of the store's tables with whatever they need."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer

from station_app.store.migrations.tables import METADATA
from station_app.store.sync.declaration import read_declaration

DECLARATION = read_declaration()
TABLES = (
    *("grid", "estate", "building", "dwelling", "household", "resident", "document"),
    "resident_tag",
)


def filled(table, key, **values):
    """Return a whole row of *table* by column, empty where nothing is said."""
    row = {}
    for column in METADATA.tables[table].columns:
        if column.nullable or column.name == "seq":
            continue
        is_number = isinstance(column.type, Integer | Boolean)
        row[column.name] = int(column.name == "version") if is_number else ""
    return {**row, DECLARATION.by_name[table].key: key, **values}


def enter(run, table, key, *, verb="INSERT", **values):
    """Enter a row of *table* by one statement."""
    row = filled(table, key, **values)
    marks = ", ".join("?" * len(row))
    run(f"{verb} INTO {table} ({', '.join(row)}) VALUES ({marks})", *row.values())


def change(run, table, key, **values):
    """Change cells of a row by one statement."""
    settings = ", ".join(f"{name} = ?" for name in values)
    run(f"UPDATE {table} SET {settings} WHERE id = ?", *values.values(), key)


def remove(run, table, key):
    """Delete a row for good."""
    run(f"DELETE FROM {table} WHERE id = ?", key)


def enter_town(run):
    """Enter two grids of one estate with a building and a dwelling each."""
    enter(run, "estate", "e", name="幸福里")
    for n in ("1", "2"):
        enter(run, "grid", f"g{n}", name=f"第{n}网格")
        enter(run, "building", f"b{n}", estate_id="e", grid_id=f"g{n}", name=f"{n}号楼")
        enter(run, "dwelling", f"d{n}", building_id=f"b{n}", door="1")
