"""What one sync file (数据包) says, column by column, before it is sealed and after it is opened.

A *site* is one incarnation of a device's store, named by a key of 32 hexadecimal
digits; it is new after every restored backup. Within a bundle sites are numbers:
their places in :attr:`Bundle.sites`. A *version* is (site, ver, hlc, ctx): ``ver``
counts the site's entries, ``hlc`` is its hybrid logical clock (milliseconds × 256),
``ctx`` the number of the site's *context*: what it had seen when it wrote.
The lists of one block are of equal length. Values are those of the store: nothing,
whole numbers, texts, bytes; days and moments are ISO texts. docs/sync-format.md
tells how all this lies in a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Value = None | int | str | bytes


class Version(NamedTuple):
    """The version of a row's life or of one cell; ``site`` is a place in the bundle's list."""

    site: int
    ver: int
    hlc: int
    ctx: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """The versions of a block, one list for each part of them."""

    site: Sequence[int]
    ver: Sequence[int]
    hlc: Sequence[int]
    ctx: Sequence[int]

    def __len__(self) -> int:
        return len(self.site)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowBlock:
    """Whole rows of one table: new ones, deleted ones, those that enter a scope.

    ``life`` counts births and deaths (odd: alive), ``turns`` are the versions of the
    last of them. ``births`` are the versions of the last birth where that is another,
    by place in the lists: cells without a version of their own have this one.
    ``columns`` hold the values, also of what is deleted.
    """

    keys: Sequence[str]
    life: Sequence[int]
    turns: Stamps
    # sparse: most rows were never deleted, their last turn is their birth
    births: Mapping[int, Version]
    columns: Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellBlock:
    """Single cells of one column of one table, changed after their row was born."""

    column: str
    keys: Sequence[str]
    values: Sequence[Value]
    stamps: Stamps


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """What a bundle says of one table; ``evicted`` are rows the receiver is to hold no more."""

    table: str
    rows: RowBlock | None = None
    cells: Sequence[CellBlock] = ()
    evicted: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What ``site`` had seen while its context had ``number``: site → highest ver."""

    site: int
    number: int
    known: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """Two versions of a cell, neither of which had seen the other; ``a`` has the lesser site.

    For an edit beside a deletion ``is_deletion`` holds, ``a`` is the edit and ``b`` the
    deletion, without a value.
    """

    table: str
    key: str
    column: str
    a: Version
    a_value: Value
    b: Version
    b_value: Value
    is_deletion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How many rows of a table lie in an area (a grid's key), and the sum of their digests."""

    table: str
    area: str
    count: int
    digest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """All that one file says.

    It holds what the sender's store noted after its entry ``base`` up to ``top``;
    ``knowledge`` is what the sender vouches for having seen. ``acked`` is the
    highest ``top`` it has taken in from the receiver's site ``acked_site``.
    ``notes`` is for whatever else devices tell one another.
    """

    schema: int
    site: int
    sites: Sequence[str]
    base: int
    top: int
    # by key, not by place: the receiver may have gone on as a site that this bundle does not name
    acked_site: str = ""
    acked: int = 0
    knowledge: Mapping[int, int] = field(default_factory=dict)
    contexts: Sequence[Context] = ()
    tables: Sequence[TableBlock] = ()
    conflicts: Sequence[ConflictLine] = ()
    sums: Sequence[Sum] = ()
    notes: Mapping[str, object] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Return how many rows, cells, evictions and conflicts the bundle holds."""
        return {
            "rows": sum(len(table.rows.keys) for table in self.tables if table.rows),
            "cells": sum(len(cell.keys) for table in self.tables for cell in table.cells),
            "evicted": sum(len(table.evicted) for table in self.tables),
            "conflicts": len(self.conflicts),
        }
