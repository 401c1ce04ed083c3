"""The anchor: what stands beside the store and says how far it was.

No seal of a page tells that it is an OLD page, and a damaged log is shortened without
a word (security.md 0.4, 0.5). So two small files lie beside the store, sealed under a
key drawn from that of the database:

``station.anchor``, written whole whenever the store rests: the clock of changes, the
last link of the audit, the size, salt and digest of the file. ``station.tide``,
written over after each transaction: the clock alone.

What this notices and what it cannot: docs/adr/0015-anchor.md. Loads nothing but the
seals, so that the first look at the store can ask it.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.store.files import atomic_write, overwrite
from station_app.store.vault.seals import SEAL_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.store.home import StationHome
    from station_app.store.vault.seals import Seals

ANCHOR_TAG = b"station anchor 1"
TIDE_TAG = b"station tide 001"
SALT_BYTES = 16
DIGEST_BYTES = 32
BODY = struct.Struct(f">16sqq{DIGEST_BYTES}sq{SALT_BYTES}s{DIGEST_BYTES}s?")
TIDE = struct.Struct(">16sq")
UNKNOWN = bytes(DIGEST_BYTES)


@dataclass(frozen=True, slots=True)
class Anchor:
    """How the store was when it last rested.

    ``number`` and ``digest`` are the last link of the audit. ``content`` is the digest
    of the whole file, or :data:`UNKNOWN` if somebody was at work; ``is_doubted`` stays
    until a person has decided what becomes of a store that was not as it had been left.
    """

    hlc: int
    number: int = 0
    digest: bytes = bytes(DIGEST_BYTES)
    size: int = 0
    salt: bytes = bytes(SALT_BYTES)
    content: bytes = UNKNOWN
    is_doubted: bool = False

    def doubted(self) -> Anchor:
        """Return the same anchor, of a store that somebody has to decide about."""
        return replace(self, is_doubted=True)


class AnchorState(StrEnum):
    """What is to be said of the file with the anchor."""

    GOOD = "good"
    ABSENT = "absent"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Moored:
    """What the files beside the store say; ``tide`` is 0 if there is none that reads well."""

    anchor: Anchor | None
    state: AnchorState
    tide: int = 0

    @property
    def last(self) -> int:
        """The clock of the last change known of."""
        return max(self.tide, self.anchor.hlc if self.anchor else 0)


def read_moored(home: StationHome, seals: Seals) -> Moored:
    """Return what lies beside the store in *home*, read strictly."""
    anchor_bytes, tide_bytes = _read(home.anchor), _read(home.tide)
    anchor = None if anchor_bytes is None else anchor_from(anchor_bytes, seals)
    state = AnchorState.GOOD if anchor else AnchorState.DAMAGED
    if anchor_bytes is None:
        state = AnchorState.ABSENT
    return Moored(anchor, state, _tide_from(tide_bytes or b"", seals))


def write_anchor(home: StationHome, anchor: Anchor, seals: Seals) -> None:
    """Put *anchor* beside the store. Raises :class:`OSError`; the former stays then."""
    body = BODY.pack(
        ANCHOR_TAG,
        anchor.hlc,
        anchor.number,
        anchor.digest,
        anchor.size,
        anchor.salt,
        anchor.content,
        anchor.is_doubted,
    )
    atomic_write(home.anchor, body + seals.seal(body))


def anchor_from(data: bytes, seals: Seals) -> Anchor | None:
    """Return the anchor whose bytes are *data*; ``None`` unless we have sealed them."""
    body, seal = data[: BODY.size], data[BODY.size :]
    if len(data) != BODY.size + SEAL_BYTES or not seals.has_sealed(body, seal):
        return None
    tag, hlc, number, digest, size, salt, content, is_doubted = BODY.unpack(body)
    if tag != ANCHOR_TAG:
        return None
    return Anchor(hlc, number, digest, size, salt, content, is_doubted)


def write_tide(home: StationHome, hlc: int, seals: Seals) -> None:
    """Note that the change at *hlc* is confirmed.

    It is not waited for, and that it cannot be written stops nobody: an older one
    stands then, which notices less.
    """
    body = TIDE.pack(TIDE_TAG, hlc)
    with suppress(OSError):
        overwrite(home.tide, body + seals.seal(body))


def _tide_from(data: bytes, seals: Seals) -> int:
    body, seal = data[: TIDE.size], data[TIDE.size :]
    if len(data) != TIDE.size + SEAL_BYTES or not seals.has_sealed(body, seal):
        return 0
    tag, hlc = TIDE.unpack(body)
    return int(hlc) if tag == TIDE_TAG else 0


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(BODY.size + SEAL_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError:
        return b""
