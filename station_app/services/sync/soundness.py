"""What a bundle has to keep to, whoever made it: asked before packing and after unpacking.

Names of tables and columns need not be known: they may be those of a newer program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from station_app.services.sync.strict import HIGHEST, LOWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from station_app.domain.sync.bundle import (
        Bundle,
        CellBlock,
        RowBlock,
        Stamps,
        TableBlock,
        Version,
    )

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}", re.ASCII)
_LONGEST_KEY = 64


class UnsoundBundleError(ValueError):
    """A bundle says what no bundle may say."""


def check(bundle: Bundle) -> None:
    """Raise :class:`UnsoundBundleError` for the first thing wrong with *bundle*."""
    for fault in _faults(bundle):
        raise UnsoundBundleError(fault)


def values_in(bundle: Bundle) -> int:
    """Return how many values the lists of *bundle* hold, or somewhat more: as a reader counts."""
    count = len(bundle.sites) + 2 * len(bundle.knowledge)
    count += sum(3 + 2 * len(context.known) for context in bundle.contexts)
    count += 14 * len(bundle.conflicts) + 4 * len(bundle.sums)
    for table in bundle.tables:
        count += 2 * len(table.evicted) + sum(8 * len(cells.keys) for cells in table.cells)
        if table.rows is not None:
            count += (8 + len(table.rows.columns)) * len(table.rows.keys)
            count += 5 * len(table.rows.births)
    return count


def _faults(bundle: Bundle) -> Iterator[str]:
    sites = len(bundle.sites)
    yield from _faults_of_facts(bundle, sites)
    yield from _faults_of_contexts(bundle, sites)
    if not _are_names([table.table for table in bundle.tables]):
        yield "tables"
    for table in bundle.tables:
        yield from _faults_of_table(table, sites)
    yield from _faults_of_conflicts(bundle, sites)
    yield from _faults_of_sums(bundle)


def _faults_of_facts(bundle: Bundle, sites: int) -> Iterator[str]:
    if not _are_keys(bundle.sites):
        yield "sites"
    if not 0 <= bundle.site < sites:
        yield "site"
    if not 0 <= bundle.base <= bundle.top <= HIGHEST:
        yield "base or top"
    if not _are_counted([bundle.schema, bundle.acked]) or len(bundle.acked_site) > _LONGEST_KEY:
        yield "schema or acked"


def _faults_of_contexts(bundle: Bundle, sites: int) -> Iterator[str]:
    numbers = [(context.site, context.number) for context in bundle.contexts]
    if len(set(numbers)) != len(numbers):
        yield "contexts"
    if not _is_known(bundle.knowledge, sites):
        yield "knowledge"
    for context in bundle.contexts:
        if not (0 <= context.site < sites and 0 <= context.number <= HIGHEST):
            yield "context"
        if not _is_known(context.known, sites):
            yield "context"


def _faults_of_table(table: TableBlock, sites: int) -> Iterator[str]:
    if not _are_keys(table.evicted):
        yield "evicted"
    if not _are_names([cells.column for cells in table.cells]):
        yield "columns"
    if table.rows is not None:
        yield from _faults_of_rows(table.rows, sites)
    for cells in table.cells:
        yield from _faults_of_cells(cells, sites)


def _faults_of_rows(rows: RowBlock, sites: int) -> Iterator[str]:
    count = len(rows.keys)
    lists = (rows.life, *rows.columns.values())
    if not _are_keys(rows.keys):
        yield "keys of rows"
    if any(len(values) != count for values in lists):
        yield "lengths of rows"
    if not _are_counted(rows.life) or 0 in rows.life:
        yield "life"
    if not _are_names(rows.columns):
        yield "columns of rows"
    if not _are_stamps(rows.turns, count, sites):
        yield "turns"
    if not _are_births(rows.births, count, sites):
        yield "births"


def _faults_of_cells(cells: CellBlock, sites: int) -> Iterator[str]:
    count = len(cells.keys)
    if not _are_keys(cells.keys):
        yield "keys of cells"
    if len(cells.values) != count:
        yield "lengths of cells"
    if not _are_stamps(cells.stamps, count, sites):
        yield "stamps"


def _faults_of_conflicts(bundle: Bundle, sites: int) -> Iterator[str]:
    for line in bundle.conflicts:
        if not _are_names([line.table]) or not _are_names([line.column]):
            yield "names of a conflict"
        if not _is_key(line.key):
            yield "key of a conflict"
        if not _is_version(line.a, sites) or not _is_version(line.b, sites):
            yield "versions of a conflict"


def _faults_of_sums(bundle: Bundle) -> Iterator[str]:
    for total in bundle.sums:
        if not _are_names([total.table]) or len(total.area) > _LONGEST_KEY:
            yield "names of a sum"
        if not _are_counted([total.count]) or not LOWEST <= total.digest <= HIGHEST:
            yield "numbers of a sum"


def _are_names(names: Collection[str]) -> bool:
    return all(map(_NAME.fullmatch, names)) and len(set(names)) == len(names)


def _are_keys(keys: Sequence[str]) -> bool:
    if not keys:
        return True
    lengths = set(map(len, keys))
    return 0 not in lengths and max(lengths) <= _LONGEST_KEY and len(set(keys)) == len(keys)


def _is_key(key: str) -> bool:
    return 0 < len(key) <= _LONGEST_KEY


def _are_counted(numbers: Sequence[int]) -> bool:
    return not numbers or 0 <= min(numbers) <= max(numbers) <= HIGHEST


def _are_places(places: Collection[int], size: int) -> bool:
    return not places or 0 <= min(places) <= max(places) < size


def _are_stamps(stamps: Stamps, count: int, sites: int) -> bool:
    lists = (stamps.site, stamps.ver, stamps.hlc, stamps.ctx)
    return (
        all(len(part) == count for part in lists)
        and _are_places(stamps.site, sites)
        and all(map(_are_counted, lists[1:]))
    )


def _is_version(version: Version, sites: int) -> bool:
    return 0 <= version.site < sites and _are_counted(version[1:])


def _are_births(births: Mapping[int, Version], count: int, sites: int) -> bool:
    are_sound = all(_is_version(birth, sites) for birth in births.values())
    return are_sound and _are_places(births.keys(), count)


def _is_known(known: Mapping[int, int], sites: int) -> bool:
    return _are_places(known.keys(), sites) and _are_counted([*known.values()])
