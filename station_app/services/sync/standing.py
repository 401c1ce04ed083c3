"""How the exchange stands: what is unsent, unconfirmed, waiting, and who is in trouble.

Cheap, for the status bar asks after every change. Nothing is called done before the
receipt is back: what was written for a device is *unconfirmed* until then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import Hindrance, NotPermittedError
from station_app.domain.residents.households import HouseholdId
from station_app.domain.residents.line import ResidentId
from station_app.domain.settings import settings_from
from station_app.domain.sync.devices import (
    Device,
    DeviceId,
    DeviceKind,
    DeviceState,
    Scope,
)
from station_app.services.permissions import needs
from station_app.services.sync.comparing import Comparison, Contrast, RecordLine, records_of
from station_app.store.sync.files import IN, OUT
from station_app.store.sync.tallies import MOST, Receiver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.store.sync.files import FileLine
    from station_app.store.sync.peers import Ledger
    from station_app.store.transaction import Store, Transaction

MOST_COUNTED = MOST
SILENT = timedelta(days=14)
RECENT = 30


class Trouble(StrEnum):
    """Why somebody should look after a device."""

    EXPIRED = "expired"
    SUSPENDED = "suspended"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStanding:
    """This device as others know it; one that was never asked is a station's own."""

    id: DeviceId
    name: str
    kind: DeviceKind
    scope: Scope
    expires_on: date | None = None
    is_enrolled: bool = True
    is_expired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceStanding:
    """How the exchange with one device stands.

    ``unsent`` counts changes that are in no file for it, ``unconfirmed`` those that are,
    without its receipt; counting ends at :data:`MOST_COUNTED`. ``sent`` and ``got``
    are the numbers of the last files, 0 for none.
    """

    device: Device
    unsent: int = 0
    unconfirmed: int = 0
    sent: int = 0
    sent_at: datetime | None = None
    got: int = 0
    got_at: datetime | None = None
    troubles: frozenset[Trouble] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the exchange stands as a whole; changes for several devices count once."""

    own: OwnStanding
    devices: tuple[DeviceStanding, ...] = ()
    unsent: int = 0
    unconfirmed: int = 0
    waiting: int = 0
    conflicts: int = 0

    @property
    def is_alone(self) -> bool:
        """Whether there is no other device."""
        return not self.devices

    def device(self, key: str) -> DeviceStanding | None:
        """Return how it stands with the device *key*."""
        return next((each for each in self.devices if each.device.id == key), None)


class FileState(StrEnum):
    """What has become of a file."""

    WRITTEN = "written"
    ARRIVED = "arrived"
    TAKEN = "taken"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFile:
    """A file that was written or taken in; ``name`` is its name on the stick."""

    sha256: str
    is_ours: bool
    device: str
    number: int
    at: datetime
    name: str
    counts: Mapping[str, int]
    state: FileState
    can_be_taken_back: bool = False

    @property
    def is_receipt(self) -> bool:
        """Whether it holds nothing but the news of what has arrived."""
        return not any(self.counts.values())


class StandingService:
    """The questions about how the exchange stands."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @needs(Permission.EXCHANGE_READ)
    def standing(self) -> Standing:
        """Return how it stands now."""
        with self._store.reading() as entered:
            tx = entered.everything
            counter = tx.exchange.sites.counter()
            devices = tx.exchange.devices.all()
            ledgers = {device.id: tx.exchange.peers.ledger(device.id) for device in devices}
            active = [each for each in devices if each.state is DeviceState.ACTIVE]
            tallies = tx.exchange.tallies
            return Standing(
                own=self._own(tx),
                devices=tuple(
                    self._device(tx, device, ledgers[device.id], counter) for device in devices
                ),
                unsent=tallies.pending(
                    [_unsent(each, ledgers[each.id], counter) for each in active]
                ),
                unconfirmed=tallies.pending(
                    [_unconfirmed(each, ledgers[each.id]) for each in active]
                ),
                waiting=tallies.waiting() if devices else 0,
                # cheaper first: most stations never had one
                conflicts=tx.exchange.conflicts.count() if tallies.has_conflicts_after(0) else 0,
            )

    @needs(Permission.EXCHANGE_READ)
    def files(self, limit: int = RECENT) -> tuple[PastFile, ...]:
        """Return the latest files, the newest first."""
        with self._store.reading() as entered:
            tx = entered.everything
            names = {device.id: device.name for device in tx.exchange.devices.all()}
            _, site = tx.exchange.sites.own()
            return tuple(
                _past(tx, line, site=site, device=names.get(DeviceId(line.device), ""))
                for line in tx.exchange.files.latest(limit)
            )

    @needs(Permission.EXCHANGE_READ)
    def comparison(self, *devices: str) -> Comparison:
        """Compare what is here with what *devices*, by default all, last said they hold.

        Brings the sums here up to date, and waits its turn to write for that. Who sees
        some grids only is told of these.
        """
        with self._store.transaction() as entered:
            tx = entered.everything
            tx.exchange.placing.refresh()
            found = Contrast(tx).compare(
                [
                    each
                    for each in tx.exchange.devices.all()
                    if each.state is not DeviceState.RETIRED
                    and (not devices or each.id in devices)
                ]
            )
            lines = tuple(line for line in found.lines if entered.scope.sees_grid(line.grid))
            return replace(found, lines=lines)

    @needs(Permission.EXCHANGE_READ)
    def records(self, device: str, table: str, grid: str) -> tuple[RecordLine, ...]:
        """Return the records of *table* in *grid* that may tell why *device* differs.

        Who sees some grids only is told of those he may see in these.
        """
        with self._store.reading() as tx:
            if not tx.scope.sees_grid(grid):
                raise NotPermittedError(why=Hindrance.SCOPE)
            found = records_of(tx.everything, device, table, grid)
            return tuple(each for each in found if _is_seen(tx, each))

    def _own(self, tx: Transaction) -> OwnStanding:
        own = tx.exchange.devices.own()
        if own is None:
            name = settings_from(tx.settings.all()).name
            return OwnStanding(id=DeviceId(""), name=name, kind=DeviceKind.STATION, scope=Scope())
        return OwnStanding(
            id=own.id,
            name=own.name,
            kind=own.kind,
            scope=own.scope,
            expires_on=own.expires_on,
            is_enrolled=own.is_enrolled,
            is_expired=own.expires_on is not None and own.expires_on < self._clock.today(),
        )

    def _device(
        self, tx: Transaction, device: Device, ledger: Ledger, counter: int
    ) -> DeviceStanding:
        tallies = tx.exchange.tallies
        is_active = device.state is DeviceState.ACTIVE
        got_at = _moment(ledger.got_at)
        return DeviceStanding(
            device=device,
            unsent=tallies.pending([_unsent(device, ledger, counter)]) if is_active else 0,
            unconfirmed=tallies.pending([_unconfirmed(device, ledger)]) if is_active else 0,
            sent=ledger.sent,
            sent_at=_moment(ledger.sent_at),
            got=ledger.got,
            got_at=got_at,
            troubles=self._troubles(device, got_at),
        )

    def _troubles(self, device: Device, got_at: datetime | None) -> frozenset[Trouble]:
        if device.state is DeviceState.SUSPENDED:
            return frozenset({Trouble.SUSPENDED})
        if device.state is not DeviceState.ACTIVE:
            return frozenset()
        found = set()
        if device.expires_on is not None and device.expires_on < self._clock.today():
            found.add(Trouble.EXPIRED)
        # one that was never heard of has been silent since it was taken in
        heard = got_at or device.enrolled_at
        if heard is not None and self._clock.now() - heard > SILENT:
            found.add(Trouble.SILENT)
        return frozenset(found)


def _unsent(device: Device, ledger: Ledger, counter: int) -> Receiver:
    return Receiver(device.id, device.scope, max(ledger.acked, ledger.sent_top or 0), counter)


def _unconfirmed(device: Device, ledger: Ledger) -> Receiver:
    return Receiver(device.id, device.scope, ledger.acked, ledger.sent_top or 0)


def _past(tx: Transaction, line: FileLine, *, site: str, device: str) -> PastFile:
    is_ours = line.direction == OUT
    if is_ours:
        acked = tx.exchange.peers.ledger(line.device).acked
        has_arrived = line.site == site and line.top <= acked
        state = FileState.ARRIVED if has_arrived else FileState.WRITTEN
    else:
        state = FileState.UNDONE if line.state == "undone" else FileState.TAKEN
    return PastFile(
        sha256=line.sha256,
        is_ours=is_ours,
        device=device,
        number=line.number,
        at=datetime.fromisoformat(line.at),
        name=line.name,
        counts=line.counts,
        state=state,
        can_be_taken_back=(
            line.direction == IN
            and state is FileState.TAKEN
            and tx.exchange.tallies.is_kept(line.sha256)
        ),
    )


def _is_seen(tx: Transaction, line: RecordLine) -> bool:
    """Whether *line* may be shown: the grid it was counted in may be that of yesterday."""
    if line.table == "household":
        return tx.households.sees(HouseholdId(line.key))
    if line.table == "dwelling":
        return tx.places.sees(line.key)
    return tx.people.sees(ResidentId(line.resident))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
