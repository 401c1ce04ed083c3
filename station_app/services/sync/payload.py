"""A bundle as one CBOR value of packed columns; docs/sync-format.md tells all of it."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.bundle import (
    Bundle,
    CellBlock,
    ConflictLine,
    Context,
    RowBlock,
    Stamps,
    Sum,
    TableBlock,
    Version,
)
from station_app.services.sync.arranging import ascends
from station_app.services.sync.columns import (
    Kept,
    moments_of,
    pack_stamps,
    pack_values,
)
from station_app.services.sync.numbers import pack_numbers
from station_app.services.sync.soundness import UnsoundBundleError
from station_app.services.sync.texts import pack_texts
from station_app.services.sync.unpacking import FACTS
from station_app.services.sync.writing import is_writable, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def pack(bundle: Bundle) -> bytes:
    """Return a *bundle* that was checked as CBOR; its notes are checked here."""
    notes = {"notes": dict(bundle.notes)}
    if not is_writable(notes):
        raise UnsoundBundleError("notes")
    return write(
        notes
        | {
            **{name: getattr(bundle, name) for name in FACTS},
            "sites": _pack_list(bundle.sites),
            "knowledge": _pack_known(bundle.knowledge),
            "contexts": _pack_contexts(bundle.contexts),
            "tables": [_pack_table(table) for table in bundle.tables],
            "conflicts": _pack_conflicts(bundle.conflicts),
            "sums": _pack_sums(bundle.sums),
        }
    )


def _pack_list(texts: Sequence[str]) -> list[Any]:
    return [len(texts), pack_texts(texts)]


def _pack_known(known: Mapping[int, int]) -> list[Any]:
    return [len(known), pack_numbers([*known.keys()]), pack_numbers([*known.values()])]


def _pack_contexts(contexts: Sequence[Context]) -> list[Any]:
    known = [context.known for context in contexts]
    return [
        len(contexts),
        pack_numbers([context.site for context in contexts]),
        pack_numbers([context.number for context in contexts]),
        pack_numbers([*map(len, known)]),
        sum(map(len, known)),
        pack_numbers([*chain.from_iterable(known)]),
        pack_numbers([*chain.from_iterable(vers.values() for vers in known)]),
    ]


def _pack_table(table: TableBlock) -> list[Any]:
    keys = dict.fromkeys(chain.from_iterable(_lists_of_keys(table)))
    # Where all lists ascend, so do their places in a list that does.
    listed = sorted(keys) if all(map(ascends, _lists_of_keys(table))) else list(keys)
    places = {key: place for place, key in enumerate(listed)}
    # what reader and writer know alike after each block: both go through them in this order
    kept = Kept(len(keys))
    # The largest block tells the most about the others.
    by_size = sorted(enumerate(table.cells), key=lambda block: -len(block[1].keys))
    return [
        table.table,
        _pack_list(listed),
        _pack_rows(table.rows, places, kept) if table.rows is not None else None,
        [[place, *_pack_cells(cells, places, kept)] for place, cells in by_size],
        _pack_places(table.evicted, places)[0],
    ]


def _lists_of_keys(table: TableBlock) -> list[Sequence[str]]:
    rows = [table.rows.keys] if table.rows is not None else []
    return [*rows, *(cells.keys for cells in table.cells), table.evicted]


def _pack_places(
    keys: Sequence[str], places: Mapping[str, int]
) -> tuple[list[Any], Sequence[int]]:
    found = list(map(places.__getitem__, keys))
    return [len(found), pack_numbers(found)], found


def _pack_rows(rows: RowBlock, places: Mapping[str, int], kept: Kept) -> list[Any]:
    packed, found = _pack_places(rows.keys, places)
    kept.keep(found, rows.turns)
    beside = moments_of(rows.turns)
    return [
        packed,
        pack_numbers(rows.life),
        pack_stamps(rows.turns),
        len(rows.births),
        pack_numbers([*rows.births]),
        pack_stamps(_stamps([*rows.births.values()])),
        [[name, pack_values(values, beside)] for name, values in rows.columns.items()],
    ]


def _pack_cells(cells: CellBlock, places: Mapping[str, int], kept: Kept) -> list[Any]:
    packed, found = _pack_places(cells.keys, places)
    stamps = pack_stamps(cells.stamps, kept.of(found))
    kept.keep(found, cells.stamps)
    return [cells.column, packed, stamps, pack_values(cells.values, moments_of(cells.stamps))]


def _pack_conflicts(lines: Sequence[ConflictLine]) -> list[Any]:
    return [
        len(lines),
        *(pack_texts([*map(attrgetter(name), lines)]) for name in ("table", "key", "column")),
        pack_stamps(_stamps([line.a for line in lines])),
        pack_values([line.a_value for line in lines]),
        pack_stamps(_stamps([line.b for line in lines])),
        pack_values([line.b_value for line in lines]),
        pack_numbers([int(line.is_deletion) for line in lines]),
    ]


def _pack_sums(sums: Sequence[Sum]) -> list[Any]:
    return [
        len(sums),
        *(pack_texts([*map(attrgetter(name), sums)]) for name in ("table", "area")),
        *(pack_numbers([*map(attrgetter(name), sums)]) for name in ("count", "digest")),
    ]


def _stamps(versions: Sequence[Version]) -> Stamps:
    site, ver, hlc, ctx = zip(*versions, strict=True) if versions else ((), (), (), ())
    return Stamps(site=site, ver=ver, hlc=hlc, ctx=ctx)
