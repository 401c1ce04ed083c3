"""Acts of people as chance would have them: edits, moves, deletions, on rows that are there."""

from __future__ import annotations

from tests.sync.records import DECLARATION
from tests.sync.world import HUB, LAPTOP

POOL = {
    "grid": ("g1", "g2"),
    "estate": ("e",),
    "building": ("b1", "b2"),
    "dwelling": ("d1", "d2", "d3"),
    "household": ("h1", "h2"),
    "resident": ("r1", "r2", "r3"),
    "document": ("p1", "p2"),
    "resident_tag": ("t1", "t2"),
}
CELLS = {
    "grid": ("name",),
    "estate": ("name", "deleted_at"),
    "building": ("name", "grid_id", "grid_id"),
    "dwelling": ("door", "building_id"),
    "household": ("note", "dwelling_id"),
    "resident": (
        *("name", "name", "note", "dwelling_id", "dwelling_id", "household_id"),
        *("changed_by", "deleted_at"),
    ),
    "document": ("number", "issuer", "resident_id"),
    "resident_tag": ("note", "code"),
}
NEEDED = {("building", "estate_id"), ("dwelling", "building_id"), ("document", "resident_id")}
NEEDED |= {("resident_tag", "resident_id")}
CASCADING = {"document", "resident_tag"}
BUSY = (*POOL, *("resident",) * 6, *("household", "document", "dwelling") * 2)
VERBS = ("change",) * 8 + ("enter",) * 4 + ("remove",) * 2 + ("replace",)


def town():
    """Return the acts that enter what everything else lies in."""
    acts = [("enter", "estate", "e", {"name": "幸福里"})]
    for n in ("1", "2"):
        acts += [
            ("enter", "grid", f"g{n}", {"name": n}),
            ("enter", "building", f"b{n}", {"estate_id": "e", "grid_id": f"g{n}"}),
            ("enter", "dwelling", f"d{n}", {"building_id": f"b{n}"}),
            ("enter", "resident", f"r{n}", {"name": n, "dwelling_id": f"d{n}"}),
            ("enter", "document", f"p{n}", {"resident_id": f"r{n}", "number": n}),
        ]
    return acts


def an_act(world, place, random):
    """Return something that a person at *place* might do, or nothing."""
    table = random.choice(BUSY)
    verb = "change" if place == HUB else random.choice(VERBS)
    seen = world.visible(place, table)
    if verb == "enter":
        key = _new_key(world, place, table, seen, random)
        values = None if key is None else _values(world, place, table, random)
        return None if values is None else ("enter", table, key, values)
    if not seen:
        return None
    key = random.choice(seen)
    if verb == "remove":
        return None if _is_referred_to(world, place, table, key) else ("remove", table, key, {})
    if verb == "replace":
        values = _values(world, place, table, random)
        return None if values is None else ("replace", table, key, values)
    column = random.choice(CELLS[table])
    return "change", table, key, {column: _value(world, place, table, column, random)}


def _new_key(world, place, table, seen, random):
    if place == LAPTOP:
        # what it does not hold others may have entered: it gives keys that nobody else gives
        world.counts["keys"] += 1
        return f"{table}{world.counts['keys']}"
    free = [key for key in POOL[table] if key not in seen]
    return random.choice(free) if free else None


def _values(world, place, table, random):
    values = {}
    references = (each.column for each in DECLARATION.by_name[table].references)
    for column in sorted({*CELLS[table], *references}):
        values[column] = _value(world, place, table, column, random)
        if values[column] is None and (table, column) in NEEDED:
            return None
    return values


def _value(world, place, table, column, random):
    parents = DECLARATION.by_name[table].parents
    if column in parents:
        found = world.visible(place, parents[column])
        if (table, column) not in NEEDED and random.random() < 0.2:
            return None
        return random.choice(found) if found else None
    if column == "deleted_at":
        return random.choice((None, "2026-03-01", "2026-03-02"))
    return f"{random.randrange(5)}"


def _is_referred_to(world, place, table, key):
    replica = world.replicas[place]
    return any(
        replica.value(f"SELECT 1 FROM {child.name} WHERE {column} = ?", key)
        for child, column in DECLARATION.children[table]
        if child.name not in CASCADING
    )
