"""The lines of each block in the order of their keys: it means nothing, and packs smallest."""

from __future__ import annotations

from dataclasses import replace
from operator import lt
from typing import TYPE_CHECKING, TypeVar

from station_app.domain.sync.bundle import Stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.sync.bundle import Bundle, CellBlock, RowBlock

PartT = TypeVar("PartT")


def arranged(bundle: Bundle) -> Bundle:
    """Return *bundle* with the lines of its blocks in the order of their keys."""
    tables = [
        replace(
            table,
            rows=_arranged_rows(table.rows) if table.rows is not None else None,
            cells=[_arranged_cells(cells) for cells in table.cells],
            evicted=table.evicted if ascends(table.evicted) else sorted(table.evicted),
        )
        for table in bundle.tables
    ]
    return replace(bundle, tables=tables)


def ascends(keys: Sequence[str]) -> bool:
    """Whether each of *keys* is greater than the one before."""
    return all(map(lt, keys, keys[1:]))


def _arranged_rows(rows: RowBlock) -> RowBlock:
    if ascends(rows.keys):
        return rows
    order = _order(rows.keys)
    # births are told by place: they move with their rows
    place_of = {place: new for new, place in enumerate(order)}
    return replace(
        rows,
        keys=_picked(rows.keys, order),
        life=_picked(rows.life, order),
        turns=_picked_stamps(rows.turns, order),
        births={place_of[place]: birth for place, birth in rows.births.items()},
        columns={name: _picked(values, order) for name, values in rows.columns.items()},
    )


def _arranged_cells(cells: CellBlock) -> CellBlock:
    if ascends(cells.keys):
        return cells
    order = _order(cells.keys)
    return replace(
        cells,
        keys=_picked(cells.keys, order),
        values=_picked(cells.values, order),
        stamps=_picked_stamps(cells.stamps, order),
    )


def _order(keys: Sequence[str]) -> list[int]:
    return sorted(range(len(keys)), key=keys.__getitem__)


def _picked(values: Sequence[PartT], order: Sequence[int]) -> list[PartT]:
    return list(map(values.__getitem__, order))


def _picked_stamps(stamps: Stamps, order: Sequence[int]) -> Stamps:
    return Stamps(
        site=_picked(stamps.site, order),
        ver=_picked(stamps.ver, order),
        hlc=_picked(stamps.hlc, order),
        ctx=_picked(stamps.ctx, order),
    )
