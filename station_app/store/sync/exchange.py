"""The exchange as a use case sees it: a bundle made for a device, a bundle taken in from one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.sync.devices import ScopeKind
from station_app.store.sync.collecting import Collector
from station_app.store.sync.declaration import read_declaration
from station_app.store.sync.devices import Devices
from station_app.store.sync.doubles import lines_twice
from station_app.store.sync.enrolling import Enrolling
from station_app.store.sync.evictions import Evictions
from station_app.store.sync.files import Files
from station_app.store.sync.merging import Merger
from station_app.store.sync.numbering import Numbering
from station_app.store.sync.open_conflicts import OpenConflicts
from station_app.store.sync.origins import Origins
from station_app.store.sync.peers import Peers
from station_app.store.sync.placing import Placing
from station_app.store.sync.resolving import Resolving
from station_app.store.sync.scopes import note_brought
from station_app.store.sync.sites import Sites
from station_app.store.sync.statements import Statements
from station_app.store.sync.taking_back import TakingBack
from station_app.store.sync.tallies import Tallies
from station_app.store.sync.trimming import Trimming
from station_app.store.sync.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.devices import Device, Scope
    from station_app.domain.sync.doubles import DoubleKind
    from station_app.store.stamp import Stamp
    from station_app.store.sync.devices import OwnDevice
    from station_app.store.sync.doubles import DoubleLine
    from station_app.store.sync.files import FileLine
    from station_app.store.sync.merging import Merged
    from station_app.store.sync.peers import Ledger
IS_PARTIAL = "SELECT value FROM sync_own WHERE name = 'partial'"
MARK_PARTIAL = "INSERT OR IGNORE INTO sync_own (name, value) VALUES ('partial', '1')"


class Exchange:
    """What was noted for exchange, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sql = Statements(session)
        self.declaration = read_declaration()

    @cached_property
    def sites(self) -> Sites:
        """Our site, its clock and its knowledge."""
        return Sites(self._sql)

    @cached_property
    def peers(self) -> Peers:
        """How far the exchange with each device has come."""
        return Peers(self._sql)

    @cached_property
    def devices(self) -> Devices:
        """This device, and those it exchanges with."""
        return Devices(self._sql)

    @cached_property
    def enrolling(self) -> Enrolling:
        """Coming to a station, and leaving it."""
        return Enrolling(self._sql, self.declaration)

    @cached_property
    def numbering(self) -> Numbering:
        """Which serials are ours to give."""
        return Numbering(self._sql)

    @cached_property
    def files(self) -> Files:
        """The files written and taken in."""
        return Files(self._sql)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What follows from what has come."""
        return Upkeep(self._session)

    @cached_property
    def placing(self) -> Placing:
        """Areas and sums."""
        return Placing(self._sql, self.declaration)

    @cached_property
    def tallies(self) -> Tallies:
        """What is still to go out, to be confirmed, to come."""
        return Tallies(self._sql, self.declaration)

    @cached_property
    def conflicts(self) -> OpenConflicts:
        """The conflicts that are open."""
        return OpenConflicts(self._sql, self.declaration)

    @cached_property
    def origins(self) -> Origins:
        """Who has written what, and what stood there before."""
        return Origins(self._sql, self.declaration)

    def resolving(self, stamp: Stamp) -> Resolving:
        """Begin to decide conflicts."""
        return Resolving(self._sql, self.declaration, stamp)

    def collect(self, device: Device, *, own_scope: Scope, base: int | None = None) -> Bundle:
        """Return what *device* has not acknowledged and is to have.

        *base* is where the part before this one has ended, if there was one.
        """
        is_partial = own_scope.kind is ScopeKind.GRIDS
        if is_partial:
            self._sql.run(MARK_PARTIAL)
        collector = Collector(self._sql, self.declaration, is_partial=is_partial)
        return collector.collect(self.peers.ledger(device.id), device.scope, base=base)

    def take_in(
        self,
        bundle: Bundle,
        device: Device,
        *,
        remember: str = "",
        step: Callable[[str], None] = lambda _: None,
    ) -> Merged:
        """Merge *bundle*, which *device* has made; *remember* names the file to take back.

        A bundle that begins beyond what was taken in before it, or was made for a former
        site of ours, is merged, but no knowledge is claimed: what is missing is sent
        again. One that ends before what was taken in has nothing new to say.
        """
        site = self.sites.number_of(bundle.sites[bundle.site], device=device.id)
        got = self.peers.got_upto(site)
        # its rows may have been forgotten by all since: they would come back from the dead
        if bundle.top < got:
            bundle = replace(bundle, tables=(), conflicts=())
        # before the merge: a new site of the sender may make a new one of ours, and entries are
        # stamped by it
        ledger = self._meet(device.id, site)
        merger = Merger(self._sql, self.declaration, bundle, remember=remember, step=step)
        merged = merger.merge()
        is_partial = device.scope.kind is ScopeKind.GRIDS
        seen = merger.staging.seen()
        if is_partial:
            # whatever it claims of others: it holds only a part of what it has seen
            seen = {site: seen.get(site, 0)}
        _, own = self.sites.own()
        # an acknowledgement of what a former site of ours wrote says nothing of this sequence
        if bundle.acked_site == own:
            self.peers.acknowledge(device.id, min(bundle.acked, self.sites.counter()))
        self.peers.vouch(device.id, seen)
        is_whole = bundle.base <= got and bundle.acked_site in {"", own}
        # an older file that arrives late tells older sums
        if bundle.top >= got:
            self.peers.note_sums(device.id, bundle.sums)
        if is_whole:
            self.sites.learn(seen)
            self.peers.note_upto(site, bundle.top)
        if device.scope.kind is not ScopeKind.ALL:
            note_brought(self._sql, device.id)
        evictions = Evictions(self._sql, self.declaration)
        # only a partial copy lets go: a device in wrong hands could make a station forget people
        # without a deletion that anybody would find
        if (known := self.devices.own()) is None or known.scope.kind is ScopeKind.GRIDS:
            evictions.note(bundle)
        removed = evictions.carry_out(ledger.acked)
        merger.clear()
        return replace(merged, removed=(*merged.removed, *removed), is_whole=is_whole)

    def trim(self, own: OwnDevice, now: datetime) -> int:
        """Forget what every device has acknowledged; return how much that was."""
        return Trimming(self._sql).trim(own.kind, self.devices.all(), now)

    def take_back(self, line: FileLine) -> Merged:
        """Undo a file that was taken in, as new edits."""
        return TakingBack(self._sql, self.declaration, line).carry_out()

    def _meet(self, device: str, site: int) -> Ledger:
        """Return the ledger of *device* that writes as *site* now.

        One that was put back from a copy has forgotten what a partial copy holds, and what
        that has let go again: this then goes on as a new site too, and tells all it holds.
        """
        former = self.peers.ledger(device).site
        if former not in {0, site} and self._sql.value(IS_PARTIAL):
            self.sites.begin_anew()
        return self.peers.meet(device, site)

    def lines_twice(self, kind: DoubleKind, limit: int) -> list[DoubleLine]:
        """Return the records of *kind* that share what only one of them should have."""
        return lines_twice(self._sql, kind, limit)

    def state_hash(self) -> str:
        """Return what is the same on two devices that hold the same."""
        self.placing.refresh()
        return self.placing.state_hash()
