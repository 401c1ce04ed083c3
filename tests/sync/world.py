"""Five devices and the files between them: a station, two desks, a laptop and a hub.

Every act is carried out on the stores, on the reference, and in the accounts of edits.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta

from station_app.store.sync import portioning
from station_app.store.sync.declaration import ColumnKind
from tests.sync import records, sights
from tests.sync.accounts import LIFE, Accounts
from tests.sync.records import DECLARATION
from tests.sync.reference import Model
from tests.sync.replicas import EPOCH, FIRST, OWN, Replica

STATION, DESK, OFFICE, LAPTOP, HUB = range(5)
FULL = (STATION, DESK, OFFICE)
ROADS = [
    *((STATION, each) for each in (DESK, OFFICE, LAPTOP, HUB)),
    *((each, STATION) for each in (DESK, OFFICE, LAPTOP, HUB)),
    *((DESK, OFFICE), (OFFICE, DESK)),
]
MOST_ROUNDS = 40
CLOCK = "SELECT site, counter, ctx, hush FROM sync_clock"
OWN_ENTRIES = """
    SELECT tbl, row, NULL, ver, life FROM sync_row
    WHERE ver > ?1 AND site = (SELECT site FROM sync_clock)
    UNION ALL SELECT tbl, row, col, ver, NULL FROM sync_cell
    WHERE ver > ?1 AND site = (SELECT site FROM sync_clock)
"""


class BrokenOffError(Exception):
    """Taking in was broken off."""


@dataclass
class File:
    """A file on its way; *claims* are the edits that its sender vouches for."""

    sender: int
    receiver: int
    bundle: object
    message: object
    holds: int
    claims: int


@dataclass
class Mind:
    """What one device has seen and holds, according to the accounts."""

    seen: int = 0
    holds: int = 0
    got: dict = None


@dataclass
class Copy:
    """A backup of one device, and of what the tests know of it."""

    store: object
    mind: Mind
    model: Model
    site: str
    counter: int


class World:
    """One history. With *is_told* the reference is asked too."""

    def __init__(self, folder, *, is_told=True):
        names = ("station", "desk", "office", "laptop", "hub")
        self.replicas = [Replica(name, folder) for name in names]
        self.replicas[LAPTOP].own_scope = FIRST
        self.replicas[STATION].views = {"laptop": FIRST}
        self.replicas[HUB].views = {"station": OWN}
        self.models = [
            Model(each.site, is_partial=place == LAPTOP)
            for place, each in enumerate(self.replicas)
        ]
        self.is_told = is_told
        self.minds = [Mind(got={}) for _ in names]
        self.accounts, self.files, self.copies = Accounts(), [], {}
        self.shown = [(each.site, 0) for each in self.replicas]
        self.twins, self.counts = {}, Counter()

    def close(self):
        for each in self.replicas:
            each.close()

    # ---- writing

    def write(self, place, acts, *, later=0):
        """Let device *place* carry out *acts* (verb, table, key, values) in one transaction."""
        replica, mind = self.replicas[place], self.minds[place]
        for each in self.replicas:
            each.clock.true += timedelta(milliseconds=later)
        before = self._counter(place)
        with replica.writing() as run:
            for verb, table, key, values in acts:
                CARRY_OUT[verb](run, table, key, values)
        entries = [
            (DECLARATION.by_number[tbl], row, col, ver, life)
            for tbl, row, col, ver, life in replica.rows(OWN_ENTRIES, before)
        ]
        bits = 0
        for table, row, col, ver, life in entries:
            places = self._written(replica, table, row, col, life)
            bits |= self.accounts.note(places, (replica.site, ver), mind.seen)
        mind.seen |= bits
        mind.holds |= bits
        self.counts["writes"] += 1
        if self.is_told:
            self._tell(place, acts, entries)

    def _written(self, replica, table, row, col, life):
        """Return the places that an entry speaks of, with what it says."""
        if col is not None:
            name = table.by_number[col].name
            values = {name: replica.value(f"SELECT {name} FROM {table.name} WHERE id = ?", row)}
        elif life % 2 == 0:
            return {(table.name, row, LIFE): False}
        else:
            columns = ", ".join(table.names)
            found = replica.rows(f"SELECT {columns} FROM {table.name} WHERE id = ?", row)[0]
            values = dict(zip(table.names, found, strict=True))
        places = {} if col is not None else {(table.name, row, LIFE): True}
        for name, value in values.items():
            if table.by_name[name].kind is ColumnKind.PLAIN:
                places[table.name, row, name] = value
        return places

    def _tell(self, place, acts, entries):
        model, replica = self._model(place), self.replicas[place]
        noted = model.write([FILLED[act[0]](*act) for act in acts])
        real = {
            (table.name, row, table.by_number[col].name if col is not None else None): ver
            for table, row, col, ver, _ in entries
        }
        assert noted == set(real)
        for table, row, name in noted:
            kept = model.rows[table, row]
            version = kept.turn if name is None else kept.cells[name].version
            self.twins[version.dot] = (replica.site, real[table, row, name])

    def _model(self, place):
        """Return the reference of device *place* that begins a transaction."""
        moment = self.replicas[place].clock.now() - EPOCH
        self.models[place].begin(moment // timedelta(milliseconds=1))
        return self.models[place]

    def _counter(self, place):
        return self.replicas[place].value("SELECT counter FROM sync_clock")

    def visible(self, place, table):
        """Return the keys of the rows that lie in *table* there."""
        return [key for (key,) in self.replicas[place].rows(f"SELECT id FROM {table} ORDER BY id")]

    # ---- exchange

    def collect(self, sender, receiver):
        """Let a file be written; it is on its way from now on."""
        there, here = self.replicas[receiver], self.replicas[sender]
        bundle = here.collect(there)
        message = None
        if self.is_told:
            scope = here.device(there).scope
            message = self._model(sender).collect(there.name, scope)
        holds = self.accounts.of_dots(_dots(bundle))
        counter = self._counter(sender)
        claims = self.minds[sender].seen
        if sender == LAPTOP:
            claims = self.accounts.of_site(here.site)
        if bundle.top < counter:
            claims = 0
        self.files.append(File(sender, receiver, bundle, message, holds, claims))
        self.shown[sender] = (here.site, self._extent(sender))
        self.counts["files"] += 1
        return self.files[-1]

    def _extent(self, place):
        """Return a number that only grows, whatever a store learns or notes."""
        return self._counter(place) + sum(self.minds[place].got.values())

    def deliver(self, file):
        """Let a file be taken in; it stays where it is."""
        here, there = self.replicas[file.sender], self.replicas[file.receiver]
        bundle = file.bundle
        maker = bundle.sites[bundle.site]
        merged = there.take_in(bundle, here)
        if self.is_told:
            scope = there.device(here).scope
            self._model(file.receiver).take_in(file.message, here.name, scope, lambda: there.site)
        mind = self.minds[file.receiver]
        got = mind.got.get(maker, 0)
        self.counts["deliveries"] += 1
        if bundle.top < got:
            return merged
        mind.seen |= file.holds
        mind.holds |= file.holds
        if bundle.base <= got and bundle.acked_site in {"", there.site}:
            mind.seen |= file.claims
            mind.got[maker] = max(got, bundle.top)
        if file.receiver == LAPTOP:
            mind.holds &= self.accounts.of_rows(sights.lives(there))
        else:
            mind.holds = mind.seen
        return merged

    def break_off(self, file, phase):
        """Let taking in a file be broken off in *phase*; without one, before it is kept."""
        there = self.replicas[file.receiver]
        before = there.rows(CLOCK), sights.content(there)

        def step(at):
            if at == phase:
                raise BrokenOffError

        with suppress(BrokenOffError), there.store.transaction() as tx:
            device = there.device(self.replicas[file.sender])
            tx.exchange.take_in(file.bundle, device, step=step)
            step("")
        self.counts["broken off"] += 1
        assert (there.rows(CLOCK), sights.content(there)) == before

    def lose(self, file):
        """Let a file be lost."""
        self.files.remove(file)
        self.counts["losses"] += 1
        self._look_what_is_left()

    def back_up(self, place):
        """Keep a copy of a device, in the place of a former one."""
        former = self.copies.get(place)
        if former is not None:
            former.store.close()
        self.copies[place] = Copy(
            self.replicas[place].backup(),
            deepcopy(self.minds[place]),
            deepcopy(self.models[place]),
            self.replicas[place].site,
            self._counter(place),
        )
        self.counts["backups"] += 1

    def restore(self, place):
        """Put the copy of a device back in its place."""
        copy, replica = self.copies[place], self.replicas[place]
        written_by = replica.site
        replica.restore(copy.store)
        self.minds[place] = deepcopy(copy.mind)
        self.models[place] = deepcopy(copy.model)
        site, extent = self.shown[place]
        is_new = replica.site != copy.site
        assert is_new or (site == copy.site and extent <= self._extent(place))
        if is_new:
            self.models[place].begin_anew(replica.site)
        if written_by == copy.site and not is_new:
            self.accounts.unwrite(copy.site, copy.counter)
        self.shown[place] = (replica.site, self._extent(place))
        self.counts["restores"] += 1
        self._look_what_is_left()

    def _look_what_is_left(self):
        held = 0
        for mind in self.minds:
            held |= mind.holds
        for file in self.files:
            held |= file.holds
        self.accounts.keep_only(held)

    def widen(self, scope):
        """Let the laptop hold other grids."""
        self.replicas[LAPTOP].own_scope = scope
        self.replicas[STATION].views = {"laptop": scope}

    # ---- the end

    def come_to_rest(self, random):
        """Deliver what is on its way, then let all write at once and deliver in any order."""
        on_the_way = list(self.files)
        random.shuffle(on_the_way)
        for file in on_the_way:
            self.deliver(file)
        rounds = 0
        while rounds < self._most_rounds():
            rounds += 1
            files = [self.collect(*road) for road in ROADS]
            # a part may hold nothing new while another one still follows
            is_all = all(each.bundle.top == self._counter(each.sender) for each in files)
            random.shuffle(files)
            merged = [self.deliver(file) for file in files]
            is_quiet = not any(each.added or each.changed or each.conflicts for each in merged)
            is_empty = not any(sum(file.bundle.counts().values()) for file in files)
            if is_all and is_quiet and is_empty:
                return
        message = "the devices do not come to rest"
        raise AssertionError(message)

    def _most_rounds(self):
        # a file of few entries takes one round to go and one until it is acknowledged
        entries = max(self._counter(place) for place in range(5))
        return MOST_ROUNDS + 2 * entries // portioning.MOST_ENTRIES

    def check(self):
        """Assert all that must hold when everybody has heard everybody."""
        station = self.replicas[STATION]
        whole = sights.everything(station)
        for place in (DESK, OFFICE, HUB):
            other = sights.everything(self.replicas[place])
            for mine, theirs in zip(whole, other, strict=True):
                assert mine == theirs, self.replicas[place].name
            assert self.replicas[place].state_hash() == station.state_hash()
            assert sights.waiting(self.replicas[place]) == sights.waiting(station)
        assert sights.sums(station) == sights.recounted(station)
        self._check_share(*whole)
        assert self.accounts.lost(*whole[1:]) == []
        self.counts["conflicts"] += len(whole[3])
        if self.is_told:
            for place in range(5):
                self.compare(place)

    def _check_share(self, content, lives, versions, conflicts):
        laptop = self.replicas[LAPTOP]
        mine = sights.everything(laptop)
        share = sights.share_of(content, laptop.own_scope.grids)
        assert mine[0] == {place: content[place] for place in share}
        for here, there in zip(mine[1:3], (lives, versions), strict=True):
            assert {k: v for k, v in here.items() if k[:2] in share} == {
                k: v for k, v in there.items() if k[:2] in share
            }
        assert {key for key, line in mine[3].items() if line[0][:2] in share} == {
            key for key, line in conflicts.items() if line[0][:2] in share
        }

    def compare(self, place):
        """Assert that a device holds what the reference says."""
        replica, model = self.replicas[place], self.models[place]
        content, lives, versions, conflicts = sights.everything(replica)
        told = {at: row for at, row in model.rows.items() if model.lies(at)}
        assert content == {
            at: {name: cell.value for name, cell in row.cells.items()} for at, row in told.items()
        }
        twins = self.twins
        assert lives == {
            at: (row.life, twins[row.turn.dot], twins[row.birth.dot])
            for at, row in model.rows.items()
        }
        assert versions == {
            (*at, name): twins[cell.version.dot]
            for at, row in model.rows.items()
            for name, cell in row.cells.items()
            if cell.version.dot != row.birth.dot
        }
        assert set(conflicts.values()) == {
            (at, is_deletion, (twins[a], value), (twins[b], other))
            for (at, is_deletion, a, b), (value, other, _) in model.conflicts.items()
        }


def _dots(bundle):
    for block in bundle.tables:
        if block.rows is not None:
            yield from _stamped(bundle, block.rows.turns)
            for birth in block.rows.births.values():
                yield bundle.sites[birth.site], birth.ver
        for cells in block.cells:
            yield from _stamped(bundle, cells.stamps)


def _stamped(bundle, stamps):
    for site, ver in zip(stamps.site, stamps.ver, strict=True):
        yield bundle.sites[site], ver


def _enter(run, table, key, values):
    records.enter(run, table, key, **values)


def _replace(run, table, key, values):
    records.enter(run, table, key, verb="INSERT OR REPLACE", **values)


def _change(run, table, key, values):
    records.change(run, table, key, **values)


def _remove(run, table, key, values):
    records.remove(run, table, key)


def _whole(verb, table, key, values):
    row = records.filled(table, key, **values)
    return verb, table, key, {name: row.get(name) for name in DECLARATION.by_name[table].names}


def _as_it_is(*act):
    return act


CARRY_OUT = {"enter": _enter, "replace": _replace, "change": _change, "remove": _remove}
FILLED = {"enter": _whole, "replace": _whole, "change": _as_it_is, "remove": _as_it_is}
