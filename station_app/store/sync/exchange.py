"""The exchange as a use case sees it: a bundle made for a device, a bundle taken in from one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.sync.devices import ScopeKind
from station_app.store.sync.collecting import Collector
from station_app.store.sync.declaration import read_declaration
from station_app.store.sync.evictions import Evictions
from station_app.store.sync.merging import Merger
from station_app.store.sync.peers import Peers
from station_app.store.sync.placing import Placing
from station_app.store.sync.scopes import note_brought
from station_app.store.sync.sites import Sites
from station_app.store.sync.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.devices import Device, Scope
    from station_app.store.sync.merging import Merged
    from station_app.store.sync.peers import Ledger
IS_PARTIAL = "SELECT value FROM sync_own WHERE name = 'partial'"
MARK_PARTIAL = "INSERT OR IGNORE INTO sync_own (name, value) VALUES ('partial', '1')"


class Exchange:
    """What was noted for exchange, within one transaction."""

    def __init__(self, session: Session) -> None:
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
    def placing(self) -> Placing:
        """Areas and sums."""
        return Placing(self._sql, self.declaration)

    def collect(self, device: Device, *, own_scope: Scope) -> Bundle:
        """Return what *device* has not acknowledged and is to have."""
        is_partial = own_scope.kind is ScopeKind.GRIDS
        if is_partial:
            self._sql.run(MARK_PARTIAL)
        collector = Collector(self._sql, self.declaration, is_partial=is_partial)
        return collector.collect(self.peers.ledger(device.id), device.scope)

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
        if bundle.top < got:
            bundle = replace(bundle, tables=(), conflicts=())
        ledger = self._meet(device.id, site)
        merger = Merger(self._sql, self.declaration, bundle, remember=remember, step=step)
        merged = merger.merge()
        is_partial = device.scope.kind is ScopeKind.GRIDS
        seen = merger.staging.seen()
        if is_partial:
            seen = {site: seen.get(site, 0)}
        _, own = self.sites.own()
        if bundle.acked_site == own:
            self.peers.acknowledge(device.id, min(bundle.acked, self.sites.counter()))
        self.peers.vouch(device.id, seen)
        if bundle.top >= got:
            self.peers.note_sums(device.id, bundle.sums)
        if bundle.base <= got and bundle.acked_site in {"", own}:
            self.sites.learn(seen)
            self.peers.note_upto(site, bundle.top)
        if device.scope.kind is not ScopeKind.ALL:
            note_brought(self._sql, device.id)
        evictions = Evictions(self._sql, self.declaration)
        evictions.note(bundle)
        removed = evictions.carry_out(ledger.acked)
        merger.clear()
        return merged.and_removed(removed)

    def _meet(self, device: str, site: int) -> Ledger:
        """Return the ledger of *device* that writes as *site* now.

        One that was put back from a copy has forgotten what a partial copy holds, and what
        that has let go again: this then goes on as a new site too, and tells all it holds.
        """
        former = self.peers.ledger(device).site
        if former not in {0, site} and self._sql.value(IS_PARTIAL):
            self.sites.begin_anew()
        return self.peers.meet(device, site)

    def state_hash(self) -> str:
        """Return what is the same on two devices that hold the same."""
        self.placing.refresh()
        return self.placing.state_hash()
