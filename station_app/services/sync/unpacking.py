"""A bundle read back from what :mod:`station_app.services.sync.payload` has packed.

How many values there are is known, and counted against what may be, before a list
of them is made; lists of one block have one count, so they cannot differ in length.
"""

from __future__ import annotations

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
from station_app.domain.sync.files import Refusal
from station_app.services.sync import strict
from station_app.services.sync.columns import (
    Kept,
    moments_of,
    unpack_stamps,
    unpack_values,
)
from station_app.services.sync.numbers import unpack_numbers
from station_app.services.sync.soundness import UnsoundBundleError, check
from station_app.services.sync.strict import refuse, shape
from station_app.services.sync.texts import cut, unpack_texts

if TYPE_CHECKING:
    from collections.abc import Sequence


FACTS = {"schema": int, "site": int, "base": int, "top": int, "acked_site": str, "acked": int}
LISTS = {"sites", "knowledge", "contexts", "tables", "conflicts", "sums", "notes"}


def unpack(data: bytes) -> Bundle:
    """Return the bundle that *data* holds, or refuse the file."""
    read = strict.read(data)
    if type(read) is not dict or read.keys() != FACTS.keys() | LISTS:
        refuse("payload")
    if any(type(read[name]) is not kind for name, kind in FACTS.items()):
        refuse("facts")
    if type(read["tables"]) is not list or type(read["notes"]) is not dict:
        refuse("payload")
    room = _Room()
    bundle = Bundle(
        **{name: read[name] for name in FACTS},
        sites=room.texts(read["sites"]),
        knowledge=room.known(read["knowledge"]),
        contexts=room.contexts(read["contexts"]),
        tables=[room.table(table) for table in read["tables"]],
        conflicts=room.conflicts(read["conflicts"]),
        sums=room.sums(read["sums"]),
        notes=read["notes"],
    )
    # the same rules the writer was held to; packing alone does not enforce them
    try:
        check(bundle)
    except UnsoundBundleError as unsound:
        refuse(str(unsound))
    return bundle


def _versions(stamps: Stamps) -> list[Version]:
    return list(map(Version, stamps.site, stamps.ver, stamps.hlc, stamps.ctx))


class _Room:
    """How many values there is still room for, taken before a list of them is made."""

    def __init__(self) -> None:
        self._values = strict.VALUES

    def take(self, count: object, lists: int) -> int:
        """Take room for *lists* of *count* values; return the count."""
        if type(count) is not int or count < 0:
            refuse("count")
        self._values -= count * lists
        if self._values < 0:
            refuse("values", Refusal.TOO_LARGE)
        return count

    def texts(self, packed: object) -> Sequence[str]:
        """Return a list of texts that says itself how long it is."""
        count, listed = shape(packed, int, list)
        return unpack_texts(listed, self.take(count, 1))

    def places(self, packed: object, size: int) -> Sequence[int]:
        """Return places in a list of *size*."""
        count, numbers = shape(packed, int, list)
        found = unpack_numbers(numbers, self.take(count, 1))
        if found and not 0 <= min(found) <= max(found) < size:
            refuse("places")
        return found

    def known(self, packed: object) -> dict[int, int]:
        """Return what a site has seen of others."""
        count, sites, vers = shape(packed, int, list, list)
        self.take(count, 2)
        return _mapping(unpack_numbers(sites, count), unpack_numbers(vers, count))

    def contexts(self, packed: object) -> Sequence[Context]:
        """Return the contexts."""
        count, sites, numbers, sizes, total, known_sites, known_vers = shape(
            packed, int, list, list, list, int, list, list
        )
        self.take(count, 3)
        self.take(total, 2)
        lengths = unpack_numbers(sizes, count)
        return [
            Context(site=site, number=number, known=_mapping(seen, vers))
            for site, number, seen, vers in zip(
                unpack_numbers(sites, count),
                unpack_numbers(numbers, count),
                cut(unpack_numbers(known_sites, total), lengths),
                cut(unpack_numbers(known_vers, total), lengths),
                strict=True,
            )
        ]

    def table(self, packed: object) -> TableBlock:
        """Return what is said of one table."""
        if type(packed) is not list or len(packed) != 5:
            refuse("table")
        name, keys, rows, cells, evicted = packed
        if type(name) is not str or type(cells) is not list:
            refuse("table")
        known = self.texts(keys)
        kept = Kept(len(known))
        return TableBlock(
            table=name,
            rows=self.rows(rows, known, kept) if rows is not None else None,
            cells=self.blocks(cells, known, kept),
            evicted=list(map(known.__getitem__, self.places(evicted, len(known)))),
        )

    def blocks(self, packed: list[Any], known: Sequence[str], kept: Kept) -> list[CellBlock]:
        """Return the blocks of single cells in their order, which is not that of the file."""
        found: dict[int, CellBlock] = {}
        for block in packed:
            place, *rest = shape(block, int, str, list, list, list)
            found[place] = self.cells(rest, known, kept)
        # each place once: blocks may stand in any order, but none may be missing
        if sorted(found) != list(range(len(packed))):
            refuse("blocks")
        return [found[place] for place in range(len(packed))]

    def rows(self, packed: object, known: Sequence[str], kept: Kept) -> RowBlock:
        """Return the whole rows of a table."""
        keys, life, turns, born, births, versions, columns = shape(
            packed, list, list, list, int, list, list, list
        )
        places = self.places(keys, len(known))
        count = self.take(len(places), 6 + len(columns))
        self.take(born, 5)
        stamps = unpack_stamps(turns, count)
        kept.keep(places, stamps)
        beside = moments_of(stamps)
        named = [shape(column, str, list) for column in columns]
        if len({name for name, _ in named}) != len(named):
            refuse("columns of rows")
        return RowBlock(
            keys=list(map(known.__getitem__, places)),
            life=unpack_numbers(life, count),
            turns=stamps,
            births=_mapping(
                unpack_numbers(births, born), _versions(unpack_stamps(versions, born))
            ),
            columns={name: unpack_values(values, count, beside) for name, values in named},
        )

    def cells(self, packed: list[Any], known: Sequence[str], kept: Kept) -> CellBlock:
        """Return the single cells of a column."""
        column, keys, stamps, values = packed
        places = self.places(keys, len(known))
        count = self.take(len(places), 6)
        found = unpack_stamps(stamps, count, kept.of(places))
        kept.keep(places, found)
        return CellBlock(
            column=column,
            keys=list(map(known.__getitem__, places)),
            values=unpack_values(values, count, moments_of(found)),
            stamps=found,
        )

    def conflicts(self, packed: object) -> Sequence[ConflictLine]:
        """Return the lines of the conflict list."""
        count, tables, keys, columns, a, a_values, b, b_values, deletions = shape(
            packed, int, *(list,) * 8
        )
        self.take(count, 14)
        flags = unpack_numbers(deletions, count)
        if not {0, 1}.issuperset(flags):
            refuse("conflicts")
        return [
            ConflictLine(
                table=table,
                key=key,
                column=column,
                a=first,
                a_value=first_value,
                b=second,
                b_value=second_value,
                is_deletion=bool(flag),
            )
            for table, key, column, first, first_value, second, second_value, flag in zip(
                unpack_texts(tables, count),
                unpack_texts(keys, count),
                unpack_texts(columns, count),
                _versions(unpack_stamps(a, count)),
                unpack_values(a_values, count),
                _versions(unpack_stamps(b, count)),
                unpack_values(b_values, count),
                flags,
                strict=True,
            )
        ]

    def sums(self, packed: object) -> Sequence[Sum]:
        """Return the sums of tables and areas."""
        count, tables, areas, counts, digests = shape(packed, int, list, list, list, list)
        self.take(count, 4)
        return [
            Sum(table=table, area=area, count=number, digest=digest)
            for table, area, number, digest in zip(
                unpack_texts(tables, count),
                unpack_texts(areas, count),
                unpack_numbers(counts, count),
                unpack_numbers(digests, count),
                strict=True,
            )
        ]


def _mapping(keys: Sequence[int], values: Sequence[Any]) -> dict[int, Any]:
    mapping = dict(zip(keys, values, strict=True))
    if len(mapping) != len(keys):
        refuse("twice")
    return mapping
