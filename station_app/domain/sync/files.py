"""The outside of a sync file: what it says of itself without a key, and why one is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.errors import StationError

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
EXTENSION = ".stsync"


class Refusal(StrEnum):
    """Why a sync file is not taken in."""

    NOT_OURS = "not-a-sync-file"
    CUT = "cut"
    ALTERED = "altered"
    TOO_NEW = "too-new"
    TOO_LARGE = "too-large"
    MALFORMED = "malformed"
    FOREIGN_RECEIVER = "not-for-this-device"
    UNKNOWN_SENDER = "unknown-sender"
    SUSPENDED = "sender-suspended"
    LOST = "sender-lost"
    RETIRED = "sender-retired"
    TWICE = "taken-in-before"
    # two files of one number: a copy of the sender goes on beside it, or was put back unnoticed
    ROLLED_BACK = "sender-set-back"
    AHEAD = "clock-ahead"


class SyncFileRefusedError(StationError):
    """A sync file is not taken in; nothing was changed. ``reason`` is a :class:`Refusal`."""

    code = "sync.refused"

    def __init__(self, reason: Refusal, **facts: object) -> None:
        super().__init__(reason=reason, **facts)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands in a sync file in the clear.

    ``number`` counts the files from this sender's site to this receiver from 1,
    ``former`` is the SHA-256 of the one before ("" for the first). ``base``,
    ``top``, ``schema`` and ``counts`` are those of the bundle; ``made_at`` is an ISO
    moment in UTC. ``sender`` and ``receiver`` are devices' keys.
    """

    sender: str
    sender_name: str
    site: str
    receiver: str
    receiver_name: str
    number: int
    former: str
    base: int
    top: int
    schema: int
    made_at: str
    station: str = ""
    part: int = 1
    parts: int = 1
    counts: Mapping[str, int] = field(default_factory=dict)
    format: int = FORMAT
