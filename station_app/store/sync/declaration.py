"""Which tables and columns are exchanged: ``resources/sync/tables.json``, read and checked.

Tables and columns go by numbers in the store and by names in files; neither is
ever given to another thing. A new table joins by an entry there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Boolean, Integer, LargeBinary

from station_app.store.data_files import ReferenceInvalidError, read_data_file
from station_app.store.sync.declared import FILE, digest_of
from station_app.store.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Column, Table

    from station_app.store.data_files import Place

FIELDS = frozenset(
    {"number", "table", "key", "scope", "placed_by", "columns", "machine", "bin", "local", "only"}
    | {"derives", "log", "quiet"}
)


class ColumnKind(StrEnum):
    """How two concurrent values of a column are taken.

    ``PLAIN``: both are kept for review. ``MACHINE``: written by the program, the
    winner stands without a word. ``BIN``: says whether the record lies in the bin.
    """

    PLAIN = "plain"
    MACHINE = "machine"
    BIN = "bin"


class TableScope(StrEnum):
    """Who holds rows of a table: every device, those of the grid, or full copies only."""

    EVERYONE = "everyone"
    GRIDS = "grids"
    STATION = "station"


class SyncColumn(NamedTuple):
    """A column that is exchanged: ``holds`` is the type of its values.

    ``default`` stands in it where another program has sent nothing and it may not be empty.
    """

    number: int
    name: str
    kind: ColumnKind
    holds: type
    default: int | str | None

    @property
    def is_binary(self) -> bool:
        """Whether its values are bytes."""
        return self.holds is bytes

    def fitting(self, value: Any) -> Any:
        """Return *value* if it can stand here, else nothing."""
        return value if type(value) is self.holds else None


class Reference(NamedTuple):
    """A column that names a row of another exchanged table."""

    column: str
    parent: str


@dataclass(frozen=True, kw_only=True)
class SyncTable:
    """A table that is exchanged.

    ``placed_by`` are the references that tell in which grid a row lies, the first that
    does. ``derives`` are the columns that something derived follows from. ``only``, if
    not empty, names the keys that are exchanged. What a log says is not taken back
    with the file that brought it. How much there is of what is quiet is told to nobody.
    """

    number: int
    name: str
    key: str
    scope: TableScope
    columns: tuple[SyncColumn, ...]
    local: frozenset[str]
    references: tuple[Reference, ...]
    placed_by: tuple[str, ...] = ()
    derives: frozenset[str] = frozenset()
    only: tuple[str, ...] = ()
    is_log: bool = False
    is_quiet: bool = False

    @cached_property
    def by_name(self) -> dict[str, SyncColumn]:
        """The columns by name."""
        return {column.name: column for column in self.columns}

    @cached_property
    def by_number(self) -> dict[int, SyncColumn]:
        """The columns by number."""
        return {column.number: column for column in self.columns}

    @cached_property
    def parents(self) -> dict[str, str]:
        """What the references lead to: column → table."""
        return dict(self.references)

    @cached_property
    def deriving(self) -> str:
        """The numbers of the columns that something follows from, as a JSON list."""
        return json.dumps([each.number for each in self.columns if each.name in self.derives])

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def has_version(self) -> bool:
        """Whether edits of its rows are counted."""
        return "version" in self.local

    def is_exchanged(self, key: str) -> bool:
        """Whether the row *key* may travel; asked of what comes, too, whoever has sent it."""
        return not self.only or key in self.only

    @cached_property
    def bin_column(self) -> SyncColumn | None:
        """The column that says whether a row lies in the bin."""
        return next((each for each in self.columns if each.kind is ColumnKind.BIN), None)


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """All tables that are exchanged, parents before children; ``digest`` tells versions apart."""

    tables: tuple[SyncTable, ...]
    digest: str

    @cached_property
    def by_name(self) -> dict[str, SyncTable]:
        """The tables by name."""
        return {table.name: table for table in self.tables}

    @cached_property
    def by_number(self) -> dict[int, SyncTable]:
        """The tables by number."""
        return {table.number: table for table in self.tables}

    @cached_property
    def children(self) -> dict[str, tuple[tuple[SyncTable, str], ...]]:
        """Who refers to a table: its name → (table, column)."""
        found: dict[str, list[tuple[SyncTable, str]]] = {table.name: [] for table in self.tables}
        for table in self.tables:
            for reference in table.references:
                found[reference.parent].append((table, reference.column))
        return {name: tuple(each) for name, each in found.items()}


@lru_cache(maxsize=4)
def read_declaration(path: Path = FILE) -> Declaration:
    """Return what is exchanged, according to *path*.

    Raises :class:`ReferenceInvalidError` if a column of the store is not named,
    or something is named that the store has not.
    """
    head = read_data_file(path, frozenset({"tables"}))
    places = head.children("tables")
    named = {place.text("table") for place in places}
    tables = tuple(_table(place, named) for place in places)
    if len({table.number for table in tables}) != len(tables):
        raise ReferenceInvalidError(file=path.name, place="tables", reason="a number stands twice")
    _check_order(places, tables)
    return Declaration(tables=tables, digest=digest_of(path))


def _table(place: Place, named: set[str]) -> SyncTable:
    place.only(FIELDS)
    name, key = place.text("table"), place.text("key")
    numbers = place.values.get("columns")
    local = frozenset(place.texts("local"))
    kept = METADATA.tables.get(name)
    if kept is None or not isinstance(numbers, dict):
        raise place.wrong("no such table, or no columns")
    # a column in neither list would be entered and never travel: found at the start, not by a user
    if {key, *numbers, *local} != set(kept.columns.keys()):
        raise place.wrong("columns are not those of the store")
    if len(set(numbers.values())) != len(numbers):
        raise place.wrong("a column's number stands twice")
    references = _references(kept, named)
    _check_fields(place, numbers, references)
    kinds = dict.fromkeys(place.texts("machine"), ColumnKind.MACHINE)
    if bin_column := place.text("bin", default=""):
        kinds[bin_column] = ColumnKind.BIN
    return SyncTable(
        number=place.number("number"),
        name=name,
        key=key,
        scope=TableScope(place.text("scope")),
        columns=tuple(
            SyncColumn(
                number=number,
                name=column,
                kind=kinds.get(column, ColumnKind.PLAIN),
                holds=_type_of(kept.columns[column]),
                default=_default_of(kept.columns[column]),
            )
            for column, number in numbers.items()
        ),
        local=local,
        references=references,
        placed_by=place.texts("placed_by"),
        derives=frozenset(place.texts("derives")),
        only=place.texts("only"),
        is_log=place.truth("log", default=False),
        is_quiet=place.truth("quiet", default=False),
    )


def _check_fields(
    place: Place, numbers: Mapping[str, object], references: Iterable[Reference]
) -> None:
    """Refuse what is no number, no scope, no column or no reference of the table."""
    bin_column = place.text("bin", default="")
    fits = {
        "columns": all(type(number) is int for number in numbers.values()),
        "scope": place.text("scope") in set(TableScope),
        "machine": numbers.keys() >= set(place.texts("machine")),
        "bin": not bin_column or bin_column in numbers,
        "derives": numbers.keys() >= set(place.texts("derives")),
        "placed_by": {each.column for each in references} >= set(place.texts("placed_by")),
    }
    for field, is_right in fits.items():
        if not is_right:
            raise place.wrong(f"field {field}")


def _check_order(places: Sequence[Place], tables: Sequence[SyncTable]) -> None:
    """Refuse a table that stands twice, or before one that it refers to."""
    seen: set[str] = set()
    for place, table in zip(places, tables, strict=True):
        if table.name in seen:
            raise place.wrong(f"{table.name} stands twice")
        seen.add(table.name)
        if missing := sorted(set(table.parents.values()) - seen):
            raise place.wrong(f"{table.name} before {missing[0]}")


def _type_of(column: Column[Any]) -> type:
    if isinstance(column.type, LargeBinary):
        return bytes
    return int if isinstance(column.type, Integer | Boolean) else str


def _default_of(column: Column[Any]) -> int | str | None:
    if column.nullable:
        return None
    value = getattr(column.default, "arg", "")
    return int(value) if isinstance(value, bool) else value


def _references(kept: Table, named: set[str]) -> tuple[Reference, ...]:
    return tuple(
        Reference(key.parent.name, key.column.table.name)
        # a set: in another order at every start, but bundles of one store are to be alike
        for key in sorted(kept.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name in named
    )
