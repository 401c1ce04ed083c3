"""What stands at the door: the rules for passphrases, and how often one has failed.

Both have to be known before anybody is in, so they lie beside the key slots, where
whoever may write the folder can change them. They are in nobody's way but that of people
who guess at the window: against others stands Argon2id. What cannot be read counts as
nothing, and is written anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import LockedOutError
from station_app.domain.passphrases import DEFAULT_POLICY, PassphrasePolicy
from station_app.store.files import atomic_write
from station_app.store.vault.canonical import as_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.clock import Clock

FORMAT = "station-door/1"
MOST_BYTES = 65_536
MOST_NAMES = 256
MOST_COUNT = 1 << 31
PAPER = "paper"
WHO = re.compile(rf"[0-9a-f]{{32}}|{PAPER}")


@dataclass(frozen=True, slots=True)
class Failures:
    """How often somebody has failed since the last success.

    The door was shut at ``shut`` and opens ``until`` (seconds since 1970, UTC); both are 0
    if it is not shut.
    """

    count: int
    shut: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class Door:
    """The door of one station, as it was when it was read from ``path``."""

    path: Path
    clock: Clock
    policy: PassphrasePolicy = DEFAULT_POLICY
    failures: Mapping[str, Failures] = field(default_factory=dict)

    def let_try(self, who: str) -> None:
        """Make sure that *who* may try.

        Raises :class:`LockedOutError`. A clock set back does not open earlier: set back
        to before the door was shut, the time begins anew.
        """
        found = self.failures.get(who, Failures(0))
        now = self._seconds()
        if now >= found.until:
            return
        if now < found.shut:
            found = self._shut(who, found.count)
        raise LockedOutError(until=datetime.fromtimestamp(found.until, UTC))

    def has_failed(self, who: str) -> None:
        """Count a failure of *who*; raise :class:`LockedOutError` if that was one too many."""
        found = self.failures.get(who, Failures(0))
        # a time that has passed: all tries are there again
        before = 0 if found.until else found.count
        count = min(before + 1, MOST_COUNT - 1)
        if count < self.policy.failures or who == PAPER:
            self._note(who, Failures(count))
            return
        shut = self._shut(who, count)
        raise LockedOutError(until=datetime.fromtimestamp(shut.until, UTC))

    def has_opened(self, who: str) -> None:
        """Forget the failures of *who*."""
        if who in self.failures:
            rest = {name: found for name, found in self.failures.items() if name != who}
            replace(self, failures=rest).write()

    def write(self) -> None:
        """Put what is known at the place it was read from."""
        record = {
            "failures": {who: asdict(found) for who, found in self.failures.items()},
            "format": FORMAT,
            "policy": asdict(self.policy),
        }
        atomic_write(self.path, as_bytes(record))

    def _shut(self, who: str, count: int) -> Failures:
        now = self._seconds()
        shut = Failures(count, now, now + 60 * self.policy.lock_minutes)
        self._note(who, shut)
        return shut

    def _note(self, who: str, found: Failures) -> None:
        # names nobody has any more must not crowd the others out
        others = [(name, other) for name, other in self.failures.items() if name != who]
        replace(self, failures=dict([*others[1 - MOST_NAMES :], (who, found)])).write()

    def _seconds(self) -> int:
        return int(self.clock.now().timestamp())


def door_at(path: Path, clock: Clock) -> Door:
    """Return the door as it stands at *path*."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES)
        record = json.loads(data)
        policy = PassphrasePolicy(**record["policy"])
        failures = {who: _failures_from(found) for who, found in record["failures"].items()}
        is_ours = record["format"] == FORMAT and as_bytes(record) == data and len(record) == 3
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Door(path, clock)
    names_are_right = len(failures) <= MOST_NAMES and all(map(WHO.fullmatch, failures))
    if not is_ours or not names_are_right or not policy.is_bearable():
        return Door(path, clock)
    return Door(path, clock, policy, failures)


def keep_policy(path: Path, policy: PassphrasePolicy, clock: Clock) -> None:
    """Let *policy* hold at the door at *path* from now on."""
    door = door_at(path, clock)
    if door.policy != policy:
        replace(door, policy=policy).write()


def _failures_from(record: Mapping[str, Any]) -> Failures:
    found = Failures(**record)
    values = (found.count, found.shut, found.until)
    most = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp())
    if any(type(value) is not int or not 0 <= value <= most for value in values):
        raise ValueError
    return found
