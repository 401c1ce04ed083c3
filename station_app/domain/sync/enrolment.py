"""Enrolment (入网): how a device comes to belong to a station, by two letters.

The new device *requests* (申请), the station *grants* (许可), the new device accepts.
Both letters are files that may travel by any way: they hold no secret, and each
is signed. That none was exchanged for another on its way, people see by the
fingerprint, which is the same on both screens.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.errors import Problem
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind

if TYPE_CHECKING:
    from datetime import date, datetime

    from station_app.domain.sync.devices import DeviceId, PublicKeys

REQUEST_EXTENSION = ".strequest"
GRANT_EXTENSION = ".stgrant"
NEW_KINDS = frozenset({DeviceKind.LAPTOP, DeviceKind.DESK, DeviceKind.HUB})
MOST_NAME = 60
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_GROUPS = 8
_FIGURES = 4
# so that a digest shown here can never be that of something else which is hashed
_TAG = b"station enrolment fingerprint 1\0"


class VersionTold(NamedTuple):
    """A version as a letter tells it: the key of the site, ver, hlc, ctx."""

    site: str
    ver: int
    hlc: int
    ctx: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingTold:
    """A setting of the station: its value as kept, the versions of its birth and last change."""

    name: str
    value: str
    born: VersionTold
    changed: VersionTold | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a device says of itself that asks to belong to a station."""

    device: DeviceId
    name: str
    kind: DeviceKind
    keys: PublicKeys
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a station answers: whom it takes for what, and what it is itself.

    ``request`` is the SHA-256 of the request that is answered, ``revoked`` are devices
    that are not to be believed any more.
    """

    request: str
    device: DeviceId
    name: str
    scope: Scope
    segment: int
    expires_on: date | None
    station: DeviceId
    station_name: str
    station_keys: PublicKeys
    granted_at: datetime
    revoked: frozenset[str] = frozenset()
    settings: tuple[SettingTold, ...] = ()


def fingerprint_of(letter: bytes) -> str:
    """Return what tells the *letter* from any other: 8 groups of 4 digits (106 bits).

    Whoever wants to put another letter with the same digits in its place has to
    try 2 to the power of 106.
    """
    digest = hashlib.sha256(_TAG + letter).digest()
    digits = f"{int.from_bytes(digest, 'big') % 10 ** (_GROUPS * _FIGURES):0{_GROUPS * _FIGURES}d}"
    return " ".join(digits[place : place + _FIGURES] for place in range(0, len(digits), _FIGURES))


def problems_with_name(name: str) -> tuple[Problem, ...]:
    """Return what keeps *name* from being that of a device."""
    if not name.strip():
        return (Problem("name", "missing"),)
    if len(name) > MOST_NAME:
        return (Problem("name", "too-long", {"most": MOST_NAME}),)
    # refused rather than cleaned: what is signed has to be what people see
    return () if _visible(name) == name else (Problem("name", "not-printable"),)


def presentable(name: str, *, otherwise: str) -> str:
    """Return *name* as far as it can be that of a device."""
    return _visible(name).strip()[:MOST_NAME] or otherwise


def _visible(text: str) -> str:
    # a line break or a change of direction would say something else than what is meant
    return "".join(each for each in text if unicodedata.category(each) not in UNSEEN)


def fits(kind: DeviceKind, scope: Scope) -> bool:
    """Whether a device of *kind* may hold *scope* (a station's: a hub everything)."""
    if kind is DeviceKind.HUB:
        return scope.kind is ScopeKind.ALL
    return scope.kind is ScopeKind.ALL or (scope.kind is ScopeKind.GRIDS and bool(scope.grids))
