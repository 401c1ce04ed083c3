"""The use cases of devices (设备): how they come to the station and how they leave it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.sync.enrolment import problems_with_name
from station_app.services.delivering import deliver
from station_app.services.permissions import needs
from station_app.services.sync.joining import (
    accept_entrance,
    grant_entrance,
    read_entrance_request,
    request_entrance,
)
from station_app.services.sync.leaving import Wiped, leave, remove_copies, unsent_entries
from station_app.services.sync.letters import letter_in
from station_app.services.sync.marking import mark
from station_app.services.sync.own import own_device
from station_app.services.sync.register import TOUCHED, DeviceRegister

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.sync.devices import DeviceId, DeviceKind, Scope
    from station_app.services.sync.joining import Accepted, Granted, RequestRead
    from station_app.store.home import StationHome
    from station_app.store.sync.devices import OwnDevice
    from station_app.store.transaction import Store

JOINED = TOUCHED | {Topic.SETTINGS}
RECORDS = frozenset({Topic.RESIDENTS, Topic.PLACES, Topic.CERTIFICATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisDevice:
    """This device as others may know it; ``is_expired`` once its copy was to be back."""

    id: DeviceId
    name: str
    kind: DeviceKind
    scope: Scope
    segment: int
    expires_on: date | None
    is_enrolled: bool
    is_expired: bool


class DeviceService(DeviceRegister):
    """The use cases of devices: this one and those it exchanges with."""

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        super().__init__(store, clock)
        self._home = home

    @needs(Permission.DEVICE_READ)
    def own(self) -> ThisDevice:
        """Return what this device is."""
        with self._store.reading() as tx:
            known = tx.exchange.devices.own()
        if known is None:
            with self._store.transaction() as tx:
                known = own_device(tx)
        return self._facts(known)

    @needs(Permission.DEVICE_MANAGE)
    def be_called(self, name: str) -> Done[ThisDevice]:
        """Let this device be called *name*; others hear of it with the next file.

        Raises :class:`ValidationFailedError`.
        """
        if problems := problems_with_name(name):
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            former = own_device(tx)
            latter = replace(former, name=name.strip())
            tx.exchange.devices.keep_own(latter)
            tx.audit.add("exchange:device:renamed", former.id)
        return Done(self._facts(latter), TOUCHED, lambda: self.be_called(former.name))

    @needs(Permission.DEVICE_MANAGE)
    def request(self, name: str, kind: DeviceKind, path: Path) -> Done[RequestRead]:
        """Write to *path* what asks a station to take this device in as *kind* (申请入网).

        A laptop or desk must hold no records: two stations are not to be mixed by
        accident. Raises :class:`RefusedError` (``enrol.records-here``, ``enrol.kind``,
        ``enrol.is-a-station``, ``file-not-written``), :class:`ValidationFailedError`.
        """
        with self._store.transaction() as tx:
            read, letter = request_entrance(tx, name, kind)
            deliver(path, letter)
        return Done(read, TOUCHED)

    @needs(Permission.DEVICE_MANAGE)
    def read_request(self, path: Path) -> RequestRead:
        """Return what the request at *path* says; nobody vouches for it but the fingerprint.

        Raises :class:`RefusedError` with the codes of
        :func:`station_app.services.sync.letters.read_request`.
        """
        return read_entrance_request(letter_in(path))

    @needs(Permission.DEVICE_MANAGE)
    def grant(
        self, path: Path, out: Path, scope: Scope, expires_on: date | None = None
    ) -> Done[Granted]:
        """Take in the device whose request is at *path*; write what tells it so (许可) to *out*.

        Raises :class:`RefusedError` (``enrol.not-a-station``, ``enrol.scope``,
        ``enrol.expired``, ``enrol.other-keys``, ``sync.device-state``,
        ``sync.scope-kind``, those of :meth:`read_request`, ``file-not-written``) and
        :class:`NotFoundError` for a grid that is not there.
        """
        self._check_day(expires_on)
        read = self.read_request(path)
        with self._store.transaction() as tx:
            is_known = any(each.id == read.request.device for each in tx.exchange.devices.all())
            granted, letter = grant_entrance(tx, read, scope, expires_on)
        # one that was known before is not to be forgotten by undoing its second grant
        revert = None if is_known else self._withdrawal(granted.device.id)
        # before the segment is known outside: a store put back must not give it again
        mark(self._home, self._store)
        try:
            deliver(out, letter)
        except RefusedError:
            if revert is not None:
                revert()
            raise
        return Done(granted, TOUCHED, revert)

    @needs(Permission.DEVICE_MANAGE)
    def accept(self, path: Path) -> Done[Accepted]:
        """Belong to the station that has written the grant at *path* (入网).

        The same grant once more changes nothing. Raises :class:`RefusedError`
        (``enrol.not-for-this-device``, ``enrol.old``, ``enrol.expired``,
        ``enrol.other-station``, ``enrol.other-keys``, ``enrol.records-here`` and those of
        :func:`station_app.services.sync.letters.read_grant`).
        """
        with self._store.transaction() as tx:
            accepted = accept_entrance(tx, path, self._clock.today())
        return Done(accepted, JOINED if accepted.is_news else frozenset())

    @needs(Permission.DEVICE_MANAGE)
    def wipe(self, *, is_forced: bool = False) -> Done[Wiped]:
        """Let go of all records, as when a checked-out copy is over; nothing is deleted elsewhere.

        Backups and drafts on this device go too, and it belongs to no station any more.
        Raises :class:`RefusedError` ``sync.wipe-unsent`` while something that was entered
        here has not been acknowledged, unless *is_forced*, and ``sync.wipe-not-a-copy``.
        """
        with self._store.transaction() as tx:
            wiped = leave(tx, is_forced=is_forced)
            marker = tx.exchange.sites.marker()
        marker.write(self._home.site)
        remove_copies(self._home)
        return Done(wiped, RECORDS | JOINED)

    @needs(Permission.DEVICE_READ)
    def unsent(self) -> Mapping[str, int]:
        """Return how many entries of this device its station has not acknowledged, by table."""
        with self._store.reading() as tx:
            return unsent_entries(tx)

    def _withdrawal(self, key: str) -> Callable[[], Done[None]]:
        return lambda: self.withdraw(key)

    def _facts(self, own: OwnDevice) -> ThisDevice:
        is_expired = own.expires_on is not None and own.expires_on < self._clock.today()
        return ThisDevice(
            id=own.id,
            name=own.name,
            kind=own.kind,
            scope=own.scope,
            segment=own.segment,
            expires_on=own.expires_on,
            is_enrolled=own.is_enrolled,
            is_expired=is_expired,
        )
