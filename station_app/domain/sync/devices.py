"""Devices (设备) that exchange files: what they are, what they may hold, how they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date, datetime

DeviceId = NewType("DeviceId", str)


class DeviceKind(StrEnum):
    """What a device is to the station."""

    STATION = "station"
    DESK = "desk"
    LAPTOP = "laptop"
    HUB = "hub"


class ScopeKind(StrEnum):
    """What part of the records a device holds.

    ``ALL`` is a full copy, ``GRIDS`` those of some grids and what they refer to,
    ``OWN`` (a hub's view of a station) the records that came from it.
    """

    ALL = "all"
    GRIDS = "grids"
    # what a hub gives back to a station: nothing that has come from others alone
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The part of the records that a device holds; ``grids`` are keys of grids."""

    kind: ScopeKind = ScopeKind.ALL
    grids: frozenset[str] = frozenset()


class DeviceState(StrEnum):
    """How a device stands; files of others than active ones are not taken in."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    LOST = "lost"
    RETIRED = "retired"


class DeviceEvent(StrEnum):
    """What may happen to a device."""

    SUSPEND = "suspend"
    RESUME = "resume"
    LOSE = "lose"
    RETIRE = "retire"


NEXT_STATE: dict[tuple[DeviceState, DeviceEvent], DeviceState | None] = {
    (DeviceState.ACTIVE, DeviceEvent.SUSPEND): DeviceState.SUSPENDED,
    (DeviceState.ACTIVE, DeviceEvent.RESUME): None,
    (DeviceState.ACTIVE, DeviceEvent.LOSE): DeviceState.LOST,
    (DeviceState.ACTIVE, DeviceEvent.RETIRE): DeviceState.RETIRED,
    (DeviceState.SUSPENDED, DeviceEvent.SUSPEND): None,
    (DeviceState.SUSPENDED, DeviceEvent.RESUME): DeviceState.ACTIVE,
    (DeviceState.SUSPENDED, DeviceEvent.LOSE): DeviceState.LOST,
    (DeviceState.SUSPENDED, DeviceEvent.RETIRE): DeviceState.RETIRED,
    # What was lost may have been in other hands: found again, it is enrolled anew.
    (DeviceState.LOST, DeviceEvent.SUSPEND): None,
    (DeviceState.LOST, DeviceEvent.RESUME): None,
    (DeviceState.LOST, DeviceEvent.LOSE): None,
    (DeviceState.LOST, DeviceEvent.RETIRE): DeviceState.RETIRED,
    (DeviceState.RETIRED, DeviceEvent.SUSPEND): None,
    (DeviceState.RETIRED, DeviceEvent.RESUME): None,
    (DeviceState.RETIRED, DeviceEvent.LOSE): None,
    (DeviceState.RETIRED, DeviceEvent.RETIRE): None,
}
"""Every state and event; ``None`` where the event may not happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKeys:
    """What others need of a device: Ed25519 to check its signature, X25519 to seal for it.

    Both are 32 raw bytes.
    """

    signing: bytes
    sealing: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device as another one knows it.

    ``segment`` is its share of serial numbers (0: the station itself), ``expires_on``
    the day by which a checked-out copy is to be back.
    """

    id: DeviceId
    name: str
    kind: DeviceKind
    keys: PublicKeys
    scope: Scope = field(default_factory=Scope)
    state: DeviceState = DeviceState.ACTIVE
    segment: int = 0
    enrolled_at: datetime | None = None
    expires_on: date | None = None
