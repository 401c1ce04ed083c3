"""Reconciliation (对账): what is here beside what others last said they hold.

By table and grid, a count and a digest each. A difference that is explained by
what is still on its way, or waits here, is not called an error.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.sync.devices import DeviceKind, ScopeKind
from station_app.store.sync.declaration import TableScope
from station_app.store.sync.tallies import MOST_LISTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.domain.sync.devices import Device, Scope
    from station_app.store.sync.tallies import Place
    from station_app.store.transaction import Transaction


class Match(StrEnum):
    """How what is here compares with what is there, the gravest last.

    ``ON_ITS_WAY``: no more differs than was changed here and is not confirmed there,
    or waits here.
    """

    EQUAL = "equal"
    ON_ITS_WAY = "on-its-way"
    DIFFERENT = "different"
    ONLY_HERE = "only-here"
    ONLY_THERE = "only-there"


GRAVITY = {match: place for place, match in enumerate(Match)}


class Told(NamedTuple):
    """A device, and as of which of its files it has said what it holds (0: none yet)."""

    device: Device
    number: int
    at: datetime | None
    changed_here: int


class Cell(NamedTuple):
    """How many one device holds of a table in a grid; ``changed`` here are not confirmed."""

    there: int
    match: Match
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A table in a grid ("" for none): how many are here, and on each device."""

    table: str
    grid: str
    grid_name: str = ""
    here: int = 0
    cells: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def match(self) -> Match:
        """The gravest match of all devices."""
        found = (cell.match for cell in self.cells.values())
        return max(found, key=GRAVITY.__getitem__, default=Match.EQUAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Devices side by side, and the lines, the gravest differences first."""

    told: tuple[Told, ...] = ()
    lines: tuple[Line, ...] = ()


class Cause(StrEnum):
    """Why a record may be the reason of a difference."""

    CHANGED = "changed"
    WAITING = "waiting"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A record of a table; ``resident`` is whom it belongs to, "" for none."""

    table: str
    key: str
    title: str
    resident: str
    cause: Cause


Sums = dict[tuple[str, str], tuple[int, int]]


class Contrast:
    """Makes comparisons, within one transaction; sums must be up to date."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._here: Sums = {
            (table, area): (count, digest)
            for table, area, count, digest in tx.exchange.placing.sums()
        }
        self._areas = {area for _, area in self._here if area}
        # by code, as everywhere: by name 三 would stand between 一 and 二
        self._grid_names = {str(grid.id): grid.particulars.name for grid in tx.places.grids()}
        self._waiting = _counted(tx.exchange.tallies.aside())
        own = tx.exchange.devices.own()
        self._own_kind = DeviceKind.STATION if own is None else own.kind
        self._own_scope = None if own is None else own.scope

    def compare(self, devices: Sequence[Device]) -> Comparison:
        """Return *devices* beside what is here."""
        told: list[Told] = []
        cells: dict[str, dict[tuple[str, str], Cell]] = {}
        for device in devices:
            ledger = self._tx.exchange.peers.ledger(device.id)
            changed = _counted(self._tx.exchange.tallies.changed(device.id, ledger.acked))
            there = {
                (each.table, each.area): (each.count, each.digest) for each in ledger.told_sums()
            }
            at = datetime.fromisoformat(ledger.got_at) if ledger.got_at else None
            # a device that has never told is not one that holds nothing
            found = self._cells(device, there, changed) if there else {}
            moving = sum(cell.changed for cell in found.values())
            told.append(Told(device, ledger.got, at, moving))
            cells[device.id] = found
        lines = [self._line(place, cells) for place in set().union(*cells.values())]
        tables = {table.name: at for at, table in enumerate(self._tx.exchange.declaration.tables)}
        grids = {grid: at for at, grid in enumerate(self._grid_names)}
        lines.sort(
            key=lambda line: (
                -GRAVITY[line.match],
                tables.get(line.table, len(tables)),
                grids.get(line.grid, len(grids) if line.grid else -1),
                line.grid,
            )
        )
        return Comparison(told=tuple(told), lines=tuple(lines))

    def _line(
        self, place: tuple[str, str], cells: Mapping[str, Mapping[tuple[str, str], Cell]]
    ) -> Line:
        return Line(
            table=place[0],
            grid=place[1],
            grid_name=self._grid_names.get(place[1], ""),
            here=self._here.get(place, (0, 0))[0],
            cells={device: found[place] for device, found in cells.items() if place in found},
        )

    def _cells(
        self, device: Device, there: Sums, changed: Mapping[tuple[str, str], int]
    ) -> dict[tuple[str, str], Cell]:
        found = {}
        for place in sorted(self._here.keys() | there.keys()):
            if self._is_comparable(place, device, there):
                ours, theirs = self._here.get(place), there.get(place)
                moving = changed.get(place, 0)
                match = _match(ours, theirs, moving + self._waiting.get(place, 0))
                found[place] = Cell(theirs[0] if theirs else 0, match, moving)
        return found

    def _is_comparable(self, place: tuple[str, str], device: Device, there: Sums) -> bool:
        """Whether both are to hold the same of *place*."""
        table, area = place
        for scope in filter(None, (device.scope, self._own_scope)):
            if scope.kind is ScopeKind.GRIDS:
                return self._is_of_grids(table, area, scope)
        # a hub holds other stations' grids too: what only it knows is none of ours
        if device.kind is DeviceKind.HUB:
            return area in self._areas
        if self._own_kind is DeviceKind.HUB:
            return bool(area) and any(area == told for _, told in there)
        return True

    def _is_of_grids(self, table: str, area: str, scope: Scope) -> bool:
        known = self._tx.exchange.declaration.by_name.get(table)
        if known is None or known.scope is TableScope.STATION:
            return False
        return known.scope is TableScope.EVERYONE or area in scope.grids


def records_of(tx: Transaction, device: str, table: str, grid: str) -> tuple[RecordLine, ...]:
    """Return the records of *table* in *grid* that may tell why *device* differs."""
    tallies = tx.exchange.tallies
    open_ones = {(each.table.name, each.key) for each in tx.exchange.conflicts.all()}
    causes = {
        Cause.CONFLICT: [each for each in tallies.in_conflict() if each[:2] in open_ones],
        Cause.WAITING: tallies.aside(),
        Cause.CHANGED: tallies.changed(device, tx.exchange.peers.ledger(device).acked),
    }
    found = [
        (cause, place.row)
        for cause, places in causes.items()
        for place in places
        if (place.table, place.area) == (table, grid)
    ][:MOST_LISTED]
    titles = tallies.titles(table, [row for _, row in found])
    return tuple(
        RecordLine(
            table=table,
            key=row,
            title=titles.get(row, ("", ""))[0],
            resident=row if table == "resident" else titles.get(row, ("", ""))[1],
            cause=cause,
        )
        for cause, row in found
    )


def _match(ours: tuple[int, int] | None, theirs: tuple[int, int] | None, moving: int) -> Match:
    if ours == theirs:
        return Match.EQUAL
    # digests do not tell how many differ, counts do: a gap wider than what moves is unexplained
    gap = abs((ours or (0, 0))[0] - (theirs or (0, 0))[0])
    if moving and gap <= moving:
        return Match.ON_ITS_WAY
    if ours is None:
        return Match.ONLY_THERE
    return Match.ONLY_HERE if theirs is None else Match.DIFFERENT


def _counted(places: Iterable[Place]) -> Counter[tuple[str, str]]:
    return Counter((place.table, place.area) for place in places)
