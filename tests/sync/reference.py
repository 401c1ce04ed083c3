"""The rules of exchange once more, in plain Python and in memory: slow, short, without SQL.

Every cell has its version in full, every version the vector of what its writer had seen.
Nothing is taken from the program but the declaration of tables.
"""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, field, replace

from station_app.domain.sync.devices import ScopeKind
from station_app.store.sync.declaration import ColumnKind, TableScope
from tests.sync.records import DECLARATION

CASCADES = {"resident": ("document", "resident_tag")}


@dataclass(frozen=True)
class Version:
    site: str
    ver: int
    hlc: int
    seen: dict = field(hash=False, default_factory=dict)

    def __deepcopy__(self, memo):
        return self

    @property
    def dot(self):
        return self.site, self.ver

    @property
    def clock(self):
        return self.hlc, self.site

    def knows(self, other):
        mine = self.ver if self.site == other.site else self.seen.get(other.site, 0)
        return mine >= other.ver

    def is_apart_from(self, other):
        return not self.knows(other) and not other.knows(self)


@dataclass
class Cell:
    """``is_own`` says that its version is kept for itself, not by its row's birth."""

    version: Version
    value: object
    place: int
    is_own: bool = False


@dataclass
class Row:
    life: int
    turn: Version
    birth: Version
    place: int
    cells: dict
    area: str = ""

    @property
    def is_alive(self):
        return self.life % 2 == 1

    @property
    def order(self):
        return self.life, *self.turn.clock


@dataclass
class Peer:
    site: str = ""
    acked: int = 0
    known: dict = field(default_factory=dict)


@dataclass
class Message:
    site: str
    base: int
    top: int
    acked_site: str
    acked: int
    knowledge: dict
    rows: dict
    cells: dict
    conflicts: dict
    evicted: set


class Model:
    """What one device holds and knows; *renewed* returns the key of a site when one begins."""

    def __init__(self, site, *, is_partial=False):
        self.site, self.is_partial = site, is_partial
        self.counter = self.hlc = 0
        self.rows, self.conflicts, self.waiting = {}, {}, set()
        self.vector, self.context, self.got = {}, {}, {}
        self.peers, self.held = defaultdict(Peer), defaultdict(dict)
        self.evict, self.has_sent = set(), False

    # ---- what people write

    def begin(self, moment):
        """Begin a transaction at *moment* (milliseconds) of the device's own clock."""
        self.hlc = max(self.hlc + 1, moment << 8)

    def write(self, acts):
        """Carry *acts* out; returns the places that are noted."""
        noted = set()
        for verb, table, key, values in acts:
            noted |= getattr(self, f"_{verb}")(table, key, values)
        return noted

    def _tick(self):
        self.counter += 1
        return Version(self.site, self.counter, self.hlc, self.context)

    def _enter(self, table, key, values):
        version, former = self._tick(), self.rows.get((table, key))
        life = former.life + 1 - former.life % 2 if former else 1
        cells = {name: Cell(version, value, version.ver) for name, value in values.items()}
        area = former.area if former else ""
        self.rows[table, key] = Row(life, version, version, version.ver, cells, area)
        self.waiting.discard((table, key))
        return {(table, key, None)}

    def _replace(self, table, key, values):
        noted = self._cascade(table, key) if self.lies((table, key)) else set()
        return noted | self._enter(table, key, values)

    def _change(self, table, key, values):
        noted = set()
        for name, value in values.items():
            cell = self.rows[table, key].cells[name]
            if cell.value != value:
                version = self._tick()
                self.rows[table, key].cells[name] = Cell(version, value, version.ver, is_own=True)
                noted.add((table, key, name))
        return noted

    def _remove(self, table, key, _values=None):
        row, version = self.rows[table, key], self._tick()
        row.life, row.turn, row.place = row.life + 1, version, version.ver
        return {(table, key, None)} | self._cascade(table, key)

    def _cascade(self, table, key):
        noted = set()
        for child in CASCADES.get(table, ()):
            for name, each in [place for place in self.rows if place[0] == child]:
                cells = self.rows[name, each].cells
                if self.lies((name, each)) and cells["resident_id"].value == key:
                    noted |= self._remove(name, each)
        return noted

    def lies(self, place):
        """Whether the row lies in its table."""
        return place in self.rows and self.rows[place].is_alive and place not in self.waiting

    # ---- what is sent

    def collect(self, device, scope):
        peer, entering, self.has_sent = self.peers[device], set(), True
        self._place_all()
        top, is_scoped = self.counter, scope.kind is not ScopeKind.ALL
        if scope.kind is ScopeKind.GRIDS:
            top, entering = self._renew(device, scope.grids, peer.acked)
        held = self.held[device]

        def goes(place, version, at):
            if place in entering:
                return True
            is_held = not is_scoped or (place in held and held[place][1] is None)
            is_known = peer.known.get(version.site, 0) >= version.ver
            if self.is_partial and peer.acked == 0:
                is_known = False
            return is_held and at > peer.acked and not is_known

        rows = {at: row for at, row in self.rows.items() if goes(at, row.turn, row.place)}
        cells = {
            (at, name): cell
            for at, row in self.rows.items()
            for name, cell in row.cells.items()
            if cell.is_own and (at in rows or goes(at, cell.version, cell.place))
        }
        told = {
            key: line
            for key, line in self.conflicts.items()
            if key[0][:2] in entering
            or (
                line[-1] > peer.acked
                and (not is_scoped or (key[0][:2] in held and held[key[0][:2]][1] is None))
            )
        }
        own = {self.site: self.counter}
        return deepcopy(
            Message(
                site=self.site,
                base=peer.acked,
                top=top,
                acked_site=peer.site,
                acked=self.got.get(peer.site, 0),
                knowledge=own if self.is_partial else {**self.vector, **own},
                rows=rows,
                cells=cells,
                conflicts=told,
                evicted={at for at, (_, until) in held.items() if until and until > peer.acked},
            )
        )

    def _place_all(self):
        for place in sorted(self.rows, key=lambda at: DECLARATION.by_name[at[0]].number):
            self.rows[place].area = self._area(*place) if self.lies(place) else ""

    def _area(self, table, key):
        if table == "grid":
            return key
        declared = DECLARATION.by_name[table]
        for column in declared.placed_by:
            parent = self.rows[table, key].cells[column].value
            area = self.rows[declared.parents[column], parent].area if parent else ""
            if area:
                return area
        return ""

    def _wanted(self, grids):
        wanted = set()
        for (table, key), row in self.rows.items():
            scope = DECLARATION.by_name[table].scope
            is_in = scope is TableScope.EVERYONE or row.area in grids
            if row.is_alive and is_in and scope is not TableScope.STATION:
                wanted.add((table, key))
        following = list(wanted)
        while following:
            place = following.pop()
            for parent in self._parents(place) if self.lies(place) else ():
                if parent not in wanted:
                    wanted.add(parent)
                    following.append(parent)
        return wanted

    def _renew(self, device, grids, acked):
        held, wanted = self.held[device], self._wanted(grids)
        leaving = {
            at
            for at, (_, until) in held.items()
            if until is None and at not in wanted and self.rows[at].is_alive
        }
        entering = {at for at in wanted if at not in held or held[at][1] or held[at][0] > acked}
        new = {at for at in entering if at not in held or held[at][1]}
        if leaving or new:
            self.counter += 1
        for at in leaving:
            held[at] = (held[at][0], self.counter)
        held.update(dict.fromkeys(new, (self.counter, None)))
        return self.counter, entering

    def _parents(self, place):
        cells = self.rows[place].cells
        for column, table in DECLARATION.by_name[place[0]].references:
            if cells[column].value is not None:
                yield table, cells[column].value

    # ---- what comes

    def take_in(self, message, device, scope, renewed):
        message, got = deepcopy(message), self.got.get(message.site, 0)
        if message.top < got:
            message = replace(message, rows={}, cells={}, conflicts={}, evicted=set())
        before = self._meet(device, message.site, renewed)
        self._merge(message)
        peer, seen = self.peers[device], message.knowledge
        if scope.kind is ScopeKind.GRIDS:
            seen = {message.site: seen.get(message.site, 0)}
        if message.acked_site == self.site:
            peer.acked = max(peer.acked, min(message.acked, self.counter))
        for site, ver in seen.items():
            peer.known[site] = max(ver, peer.known.get(site, 0))
        if message.base <= got and message.acked_site in {"", self.site}:
            self._learn(seen)
            self.got[message.site] = max(got, message.top)
        if scope.kind is not ScopeKind.ALL:
            self._note_brought(device, message)
        self.evict |= message.evicted
        self.evict -= set(message.rows)
        self._carry_out(before)

    def _note_brought(self, device, message):
        for place in message.rows.keys() - self.held[device].keys():
            self.held[device][place] = (0, None)
            self.rows[place].place = self._next()

    def _meet(self, device, site, renewed):
        peer = self.peers[device]
        if peer.site != site:
            if peer.site and self.has_sent and self.is_partial:
                self.begin_anew(renewed())
            self.peers[device] = Peer(site=site)
        return self.peers[device].acked

    def begin_anew(self, site):
        """Go on as *site*."""
        self.vector[self.site] = self.counter
        self.site, self.context = site, dict(self.vector)
        for peer in self.peers.values():
            peer.acked = 0

    def _learn(self, seen):
        news = {
            site: ver
            for site, ver in seen.items()
            if site != self.site and ver > self.vector.get(site, 0)
        }
        if news:
            self.vector |= news
            self.context = {site: ver for site, ver in self.vector.items() if site != self.site}

    def _next(self):
        self.counter += 1
        return self.counter

    def _merge(self, message):
        touched, rebirths = set(), []
        for place, row in message.rows.items():
            rebirths += self._merge_row(place, row, touched)
        for (place, name), cell in message.cells.items():
            if place not in message.rows and place in self.rows:
                touched |= self._judge(place, name, cell)
        self._settle()
        self._note_deletions(touched)
        for place, death in rebirths:
            name = _first(place[0])
            self._note(place, name, self.rows[place].cells[name], death)
        for key, (a, b, _) in message.conflicts.items():
            if key not in self.conflicts:
                self.conflicts[key] = (a, b, self._next())
        stamps = [row.turn.hlc for row in message.rows.values()]
        stamps += [cell.version.hlc for cell in message.cells.values()]
        self.hlc = max([self.hlc, *stamps])

    def _merge_row(self, place, row, touched):
        mine = self.rows.get(place)
        if mine is None:
            cells = {name: replace(c, place=self._next()) for name, c in row.cells.items()}
            self.rows[place] = replace(row, place=self._next(), cells=cells, area="")
            touched.add(place)
            return []
        if mine.birth.dot != row.birth.dot:
            self._part(mine)
        for name, cell in row.cells.items():
            if cell.is_own or mine.birth.dot != row.birth.dot:
                touched |= self._judge(place, name, cell)
        return self._turn(place, mine, row, touched)

    @staticmethod
    def _part(row):
        for cell in row.cells.values():
            if not cell.is_own:
                cell.is_own, cell.place = True, row.place

    def _turn(self, place, mine, row, touched):
        lost = []
        for living, dead in ((mine, row), (row, mine)):
            is_over = living.is_alive and not dead.is_alive and living.life > dead.life
            if is_over and living.turn.is_apart_from(dead.turn):
                lost.append((place, dead.turn))
        if row.order > mine.order:
            mine.life, mine.turn, mine.birth = row.life, row.turn, row.birth
            mine.place = self._next()
            touched.add(place)
        return lost

    def _judge(self, place, name, cell):
        mine, kind = self.rows[place].cells[name], DECLARATION.by_name[place[0]].by_name[name].kind
        theirs = cell.version
        if mine.version.dot == theirs.dot or mine.version.knows(theirs):
            return set()
        is_apart = not theirs.knows(mine.version)
        if is_apart and not _agree(kind, mine.value, cell.value):
            a, b = sorted((mine, cell), key=lambda each: each.version.dot)
            key = ((*place, name), False, a.version.dot, b.version.dot)
            self.conflicts.setdefault(key, ((a.value), (b.value), self._next()))
        if is_apart and theirs.clock < mine.version.clock:
            return set()
        self.rows[place].cells[name] = Cell(theirs, cell.value, self._next(), is_own=True)
        return {place}

    def _settle(self):
        """Let rows wait exactly if something they refer to does not lie in its table."""
        self.waiting = set()
        for table in DECLARATION.tables:
            for place, row in self.rows.items():
                if (
                    place[0] == table.name
                    and row.is_alive
                    and not all(self.lies(parent) for parent in self._parents(place))
                ):
                    self.waiting.add(place)

    def _note_deletions(self, touched):
        for place in touched:
            row, table = self.rows[place], DECLARATION.by_name[place[0]]
            deaths = [] if row.is_alive else [row.turn]
            column = table.bin_column
            in_bin = row.cells[column.name] if column else None
            is_binned = in_bin is not None and in_bin.is_own and in_bin.value is not None
            for name, cell in row.cells.items():
                if table.by_name[name].kind is not ColumnKind.PLAIN:
                    continue
                for death in deaths:
                    if cell.version.is_apart_from(death):
                        self._note(place, name, cell, death)
                if is_binned and cell.is_own and cell.version.is_apart_from(in_bin.version):
                    self._note(place, name, cell, in_bin.version)

    def _note(self, place, name, cell, death):
        key = ((*place, name), True, cell.version.dot, death.dot)
        if key not in self.conflicts:
            self.conflicts[key] = (cell.value, None, self._next())

    def _carry_out(self, acked):
        for table in reversed(DECLARATION.tables):
            for place in [each for each in self.evict if each[0] == table.name]:
                if not self._is_needed(place, acked):
                    self.rows.pop(place, None)
                    self.waiting.discard(place)
                    self.evict.discard(place)
                    for key in [key for key in self.conflicts if key[0][:2] == place]:
                        del self.conflicts[key]

    def _is_needed(self, place, acked):
        row = self.rows.get(place)
        if row is not None:
            places = [row.place, *(c.place for c in row.cells.values() if c.is_own)]
            if max(places) > acked:
                return True
        return any(self.lies(child) and place in set(self._parents(child)) for child in self.rows)


def _first(table):
    columns = DECLARATION.by_name[table].columns
    return next(each.name for each in columns if each.kind is ColumnKind.PLAIN)


def _agree(kind, one, other):
    if kind is ColumnKind.MACHINE:
        return True
    if kind is ColumnKind.BIN:
        return (one is None) == (other is None)
    return one == other
