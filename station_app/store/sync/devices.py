"""This device as it knows itself, and the devices it exchanges with."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import NotFoundError
from station_app.domain.sync.devices import (
    Device,
    DeviceId,
    DeviceKind,
    DeviceState,
    PublicKeys,
    Scope,
    ScopeKind,
)
from station_app.domain.sync.numbers import segment_after
from station_app.store.base import moment_text

if TYPE_CHECKING:
    from station_app.store.sync.statements import Statements

FIELDS = "id, name, kind, signing, sealing, scope, state, segment, enrolled_at, expires_on"
OWN = "device"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDevice:
    """This device; ``signing`` and ``sealing`` are its private keys, 32 raw bytes each.

    ``is_enrolled`` says that it belongs to a station; a station itself always does.
    """

    id: DeviceId
    name: str
    kind: DeviceKind
    signing: bytes = field(repr=False)
    sealing: bytes = field(repr=False)
    scope: Scope = field(default_factory=Scope)
    segment: int = 0
    expires_on: date | None = None
    is_enrolled: bool = True


class Devices:
    """The devices within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements

    def own(self) -> OwnDevice | None:
        """Return this device, if it was ever given a name for exchange."""
        told = self._sql.value("SELECT value FROM sync_own WHERE name = ?", OWN)
        if told is None:
            return None
        kept = json.loads(told)
        return OwnDevice(
            id=DeviceId(kept["id"]),
            name=kept["name"],
            kind=DeviceKind(kept["kind"]),
            signing=bytes.fromhex(kept["signing"]),
            sealing=bytes.fromhex(kept["sealing"]),
            scope=_scope(kept["scope"]),
            segment=kept["segment"],
            expires_on=_day(kept["expires_on"]),
            is_enrolled=kept["is_enrolled"],
        )

    def keep_own(self, own: OwnDevice) -> None:
        """Keep what this device is."""
        told = {
            "id": own.id,
            "name": own.name,
            "kind": own.kind.value,
            "signing": own.signing.hex(),
            "sealing": own.sealing.hex(),
            "scope": _told_scope(own.scope),
            "segment": own.segment,
            "expires_on": own.expires_on.isoformat() if own.expires_on else None,
            "is_enrolled": own.is_enrolled,
        }
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES (?, ?)", OWN, json.dumps(told)
        )

    def all(self) -> tuple[Device, ...]:
        """Return the devices this one exchanges with, in the order of their names."""
        rows = self._sql.rows(f"SELECT {FIELDS} FROM sync_device ORDER BY name, id")
        return tuple(_device(row) for row in rows)

    def device(self, key: str) -> Device:
        """Return the device *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._sql.one(f"SELECT {FIELDS} FROM sync_device WHERE id = ?", key)
        if found is None:
            raise NotFoundError(id=key)
        return _device(found)

    def keep(self, device: Device) -> None:
        """Keep *device* in the place of what was known of it."""
        marks = ", ".join("?" * len(FIELDS.split(", ")))
        self._sql.run(
            f"INSERT OR REPLACE INTO sync_device ({FIELDS}) VALUES ({marks})",
            device.id,
            device.name,
            device.kind.value,
            device.keys.signing,
            device.keys.sealing,
            json.dumps(_told_scope(device.scope)),
            device.state.value,
            device.segment,
            moment_text(device.enrolled_at) if device.enrolled_at else None,
            device.expires_on.isoformat() if device.expires_on else None,
        )

    def forget(self, key: str) -> None:
        """Forget the device *key*, as when its enrolment is taken back."""
        self._sql.run("DELETE FROM sync_device WHERE id = ?", key)

    def next_segment(self) -> int:
        """Return a share of serial numbers that no device was ever given."""
        segment = segment_after(self._number("segment"), self._number("incarnation"))
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES ('segment', ?)", str(segment)
        )
        return segment

    def _number(self, name: str) -> int:
        return int(self._sql.value("SELECT value FROM sync_own WHERE name = ?", name) or 0)


def _device(row: tuple[Any, ...]) -> Device:
    key, name, kind, signing, sealing, scope, state, segment, enrolled_at, expires_on = row
    return Device(
        id=DeviceId(key),
        name=name,
        kind=DeviceKind(kind),
        keys=PublicKeys(signing=signing, sealing=sealing),
        scope=_scope(json.loads(scope)),
        state=DeviceState(state),
        segment=segment,
        enrolled_at=datetime.fromisoformat(enrolled_at) if enrolled_at else None,
        expires_on=_day(expires_on),
    )


def _scope(told: dict[str, Any]) -> Scope:
    return Scope(kind=ScopeKind(told["kind"]), grids=frozenset(told["grids"]))


def _told_scope(scope: Scope) -> dict[str, Any]:
    return {"kind": scope.kind.value, "grids": sorted(scope.grids)}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
