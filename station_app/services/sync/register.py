"""The register of devices (设备): how each stands, what it may hold, until when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import NotFoundError, RefusedError
from station_app.domain.sync.devices import (
    NEXT_STATE,
    Device,
    DeviceEvent,
    DeviceKind,
    DeviceState,
    Scope,
    ScopeKind,
)
from station_app.services.permissions import needs
from station_app.services.sync.joining import check_grids

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.EXCHANGE, Topic.AUDIT})
ACTS = {
    DeviceEvent.SUSPEND: "exchange:device:suspended",
    DeviceEvent.RESUME: "exchange:device:resumed",
    DeviceEvent.LOSE: "exchange:device:lost",
    DeviceEvent.RETIRE: "exchange:device:retired",
}
LEAST_END = 4  # characters by which a device may be called


class DeviceRegister:
    """The use cases of devices that are known."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @needs(Permission.DEVICE_READ)
    def devices(self) -> tuple[Device, ...]:
        """Return the devices this one exchanges with, in the order of their names."""
        with self._store.reading() as tx:
            return tx.exchange.devices.all()

    @needs(Permission.DEVICE_READ)
    def device(self, key: str) -> Device:
        """Return the device *key*; raises :class:`NotFoundError` when there is none."""
        with self._store.reading() as tx:
            return tx.exchange.devices.device(key)

    @needs(Permission.DEVICE_READ)
    def named(self, text: str) -> Device:
        """Return the device that *text* means: its key, the end of it, or its name.

        Raises :class:`NotFoundError`, and :class:`RefusedError` ``sync.device-unclear``
        where several are meant.
        """
        devices = self.devices()
        found = [each for each in devices if text in {each.id, each.name}] or [
            each for each in devices if len(text) >= LEAST_END and each.id.endswith(text)
        ]
        if not found:
            raise NotFoundError(name=text)
        if len(found) > 1:
            raise RefusedError("sync.device-unclear", name=text)
        return found[0]

    @needs(Permission.DEVICE_MANAGE)
    def withdraw(self, key: str) -> Done[None]:
        """Forget the device *key*, with which nothing was exchanged yet; its segment stays given.

        Raises :class:`RefusedError` ``sync.device-in-use``, :class:`NotFoundError`.
        """
        with self._store.transaction() as tx:
            device, ledger = tx.exchange.devices.device(key), tx.exchange.peers.ledger(key)
            if ledger.sent or ledger.got:
                raise RefusedError("sync.device-in-use", name=device.name)
            tx.exchange.devices.forget(key)
            tx.exchange.peers.forget(key)
            tx.audit.add("exchange:device:withdrawn", key)
        return Done(None, TOUCHED)

    @needs(Permission.DEVICE_MANAGE)
    def suspend(self, key: str) -> Done[Device]:
        """Take no files of the device *key* until it is resumed (暂停)."""
        return self._happen(key, DeviceEvent.SUSPEND, lambda: self.resume(key))

    @needs(Permission.DEVICE_MANAGE)
    def resume(self, key: str) -> Done[Device]:
        """Take files of the device *key* again (恢复)."""
        return self._happen(key, DeviceEvent.RESUME, lambda: self.suspend(key))

    @needs(Permission.DEVICE_MANAGE)
    def lose(self, key: str) -> Done[Device]:
        """Note that the device *key* is lost (遗失): its files are refused, its segment is kept.

        It is for ever: found again, a device is enrolled anew.
        """
        return self._happen(key, DeviceEvent.LOSE)

    @needs(Permission.DEVICE_MANAGE)
    def retire(self, key: str) -> Done[Device]:
        """Let the device *key* belong to the station no more (停用), for ever."""
        return self._happen(key, DeviceEvent.RETIRE)

    @needs(Permission.DEVICE_MANAGE)
    def change_scope(self, key: str, scope: Scope) -> Done[Device]:
        """Let the device *key* hold other grids from its next file on.

        Raises :class:`RefusedError` ``sync.scope-kind`` for a device that does not hold
        grids or is not to hold any, ``sync.device-state``, :class:`NotFoundError`.
        """
        with self._store.transaction() as tx:
            former = self._active(tx, key)
            kinds = {former.scope.kind, scope.kind}
            if kinds != {ScopeKind.GRIDS} or not scope.grids:
                raise RefusedError("sync.scope-kind", name=former.name)
            check_grids(tx, scope)
            latter = self._keep(tx, replace(former, scope=scope), "exchange:device:scope-changed")
        return Done(latter, TOUCHED, lambda: self.change_scope(key, former.scope))

    @needs(Permission.DEVICE_MANAGE)
    def extend(self, key: str, expires_on: date | None) -> Done[Device]:
        """Let the copy of the device *key* be back by another day, or by none.

        Raises :class:`RefusedError` ``enrol.expired``, ``sync.device-state``,
        :class:`NotFoundError`.
        """
        self._check_day(expires_on)
        with self._store.transaction() as tx:
            former = self._active(tx, key)
            latter = self._keep(
                tx, replace(former, expires_on=expires_on), "exchange:device:extended"
            )
        return Done(latter, TOUCHED, self._extension(former))

    @needs(Permission.DEVICE_MANAGE)
    def renew_segment(self, key: str) -> Done[Device]:
        """Give the device *key* another segment of serials; it has it with its next file."""
        with self._store.transaction() as tx:
            former = self._active(tx, key)
            segment = tx.exchange.devices.next_segment()
            # a copy put back from before this would give the segment again: the marker must tell
            tx.exchange.sites.tick()
            latter = self._keep(
                tx, replace(former, segment=segment), "exchange:device:segment-renewed"
            )
        return Done(latter, TOUCHED)

    def _happen(
        self, key: str, event: DeviceEvent, revert: Callable[[], Done[Device]] | None = None
    ) -> Done[Device]:
        with self._store.transaction() as tx:
            device = tx.exchange.devices.device(key)
            state = NEXT_STATE[device.state, event]
            if state is None or not self._is_ours_to_judge(tx, device):
                raise RefusedError("sync.device-state", name=device.name)
            latter = self._keep(tx, replace(device, state=state), ACTS[event])
        return Done(latter, TOUCHED, revert)

    @staticmethod
    def _is_ours_to_judge(tx: Transaction, device: Device) -> bool:
        """Whether the state of *device* is ours to say: a station's is only for a hub."""
        own = tx.exchange.devices.own()
        is_hub = own is not None and own.kind is DeviceKind.HUB
        return is_hub or device.kind is not DeviceKind.STATION

    def _active(self, tx: Transaction, key: str) -> Device:
        device = tx.exchange.devices.device(key)
        if device.state is not DeviceState.ACTIVE or device.kind is DeviceKind.STATION:
            raise RefusedError("sync.device-state", name=device.name)
        return device

    def _keep(self, tx: Transaction, device: Device, act: str) -> Device:
        tx.exchange.devices.keep(device)
        tx.audit.add(act, device.id)
        return device

    def _check_day(self, day: date | None) -> None:
        if day is not None and day < self._clock.today():
            raise RefusedError("enrol.expired", day=day)

    def _extension(self, former: Device) -> Callable[[], Done[Device]] | None:
        """Return what puts the former day back, if it is not past."""
        day = former.expires_on
        if day is not None and day < self._clock.today():
            return None
        return lambda: self.extend(former.id, day)
