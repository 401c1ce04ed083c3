"""What is known of a backup beside its bytes: why it was made, and what it holds.

Also when the monthly drill (恢复演练) is due. How backups are kept is the store's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

DRILL_DUE_DAYS, DRILL_LATE_DAYS = 30, 35


class Why(StrEnum):
    """The occasion a backup was made for."""

    BY_HAND = "by-hand"
    AT_WORK = "at-work"  # every 30 minutes in which something changed
    CLOSING = "closing"
    IMPORT = "import"
    EXCHANGE = "exchange"
    MIGRATION = "migration"
    REPAIR = "repair"
    KEYS = "keys"  # before and after the keys of the station were changed
    DRILL = "drill"
    REPLACED = "replaced"  # the store that another backup was put in the place of
    UNKNOWN = "unknown"


class Soundness(StrEnum):
    """What a look at a backup has shown."""

    OPENS = "opens"  # opened and read with the key
    UNTOUCHED = "untouched"  # byte for byte what was read back when it was made
    UNPROVEN = "unproven"  # nothing speaks against it, but only the key can tell
    NO_KEYS = "no-keys"  # the key slots beside it are missing or damaged
    DAMAGED = "damaged"


GOOD = frozenset({Soundness.OPENS, Soundness.UNTOUCHED, Soundness.UNPROVEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a store holds, bin and all left out; what an older one did not know is zero."""

    people: int
    households: int
    certificates: int
    files: int
    cases: int = 0
    case_files: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupNote:
    """What stands beside a backup; ``sha256`` and ``size`` are those of its file.

    ``counts`` are rows by table, ``content`` the hash of all records where it was asked for.
    """

    why: Why
    sha256: str
    size: int
    figures: Figures | None = None
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that lies somewhere; ``place`` names where, empty for the station's folder."""

    path: Path
    moment: datetime
    why: Why
    size: int
    place: str = ""
    note: BackupNote | None = None

    @property
    def keys(self) -> Path:
        """The key slots that open it."""
        return self.path.with_suffix(".keys")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlace:
    """A second place: a folder or a stick, told from others by the ``id`` it bears.

    ``last`` is the moment of the newest backup put there, ``trouble`` the code of what kept
    the latest attempt from it, empty when all is well.
    """

    id: str
    name: str
    path: Path
    last: datetime | None = None
    trouble: str = ""


class Urgency(StrEnum):
    """How urgent something is that is to be done again and again."""

    NONE = "none"
    DUE = "due"
    LATE = "late"


def drill_urgency(last: datetime, now: datetime) -> Urgency:
    """Return how urgent the next drill is when the *last* one was then."""
    days = (now - last).days
    if days >= DRILL_LATE_DAYS:
        return Urgency.LATE
    return Urgency.DUE if days >= DRILL_DUE_DAYS else Urgency.NONE
