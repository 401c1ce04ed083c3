"""The rules of key slots: whose they are, what a secret must be, how a station may be left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.errors import (
    KeysDamagedError,
    Problem,
    RefusedError,
    StoreBusyError,
    ValidationFailedError,
)
from station_app.domain.passphrases import problems_with_passphrase
from station_app.store.entering import keys_of
from station_app.store.vault.derivation import Cost, stretch
from station_app.store.vault.keyfile import MOST_SLOTS
from station_app.store.vault.origins import Origin, Way
from station_app.store.vault.slots import MOST_LABEL, Slot, SlotKind, new_salt, new_slot

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.domain.passphrases import PassphrasePolicy
    from station_app.store.home import StationHome
    from station_app.store.vault.keyfile import KeyFile
    from station_app.store.vault.keys import StationKey


@dataclass(frozen=True, slots=True)
class SetBy:
    """In which way a secret is set now, and by whom of the staff, if that is known."""

    how: Way
    who: str = ""

    def at(self, clock: Clock) -> Origin:
        """Return what its slot tells of it."""
        return Origin(at=clock.now().replace(microsecond=0), how=self.how, by=self.who)


class SlotMaker:
    """Makes slots at one cost, of the day it is."""

    def __init__(self, cost: Cost, clock: Clock) -> None:
        self._cost, self._clock = cost, clock

    def make(
        self,
        kind: SlotKind,
        secret: str,
        key: StationKey,
        *,
        owner: str = "",
        label: str = "",
        former: Slot | None = None,
        barred: int = 0,
        set_by: SetBy | None = None,
    ) -> Slot:
        """Return a slot in which *secret* opens *key*, to take the place of *former*.

        *set_by* tells how it came to be set; nobody asks that of a station's first.
        Raises :class:`RefusedError` if it is one of the last *barred* secrets of its owner.
        """
        # One salt for all passphrases of a person: so the new one is compared with the former
        # ones without being stretched for each of them.
        is_comparable = former is not None and former.cost == self._cost
        salt = former.salt if former is not None and is_comparable else new_salt()
        stretched = stretch(secret, salt=salt, cost=self._cost)
        digests = former.former_by(key) if former is not None and is_comparable else ()
        if stretched.digest in digests[:barred]:
            raise RefusedError("access.passphrase-used-before", count=barred)
        return new_slot(
            kind,
            stretched,
            key,
            salt=salt,
            cost=self._cost,
            since=self._clock.today(),
            owner=owner,
            label=label,
            former=digests,
            origin=None if set_by is None else set_by.at(self._clock),
        )


def sealed_by(home: StationHome, key: StationKey) -> KeyFile:
    """Return the slots, as whoever holds *key* has left them.

    Raises :class:`StoreBusyError` while others are coming in their place.
    """
    if home.coming_keys.exists():
        raise StoreBusyError(what="rotation")
    slots = keys_of(home)
    slots.make_sure_of(key)
    return slots


def person_of(slots: KeyFile, owner: str) -> str:
    """Return whom *owner* means: a person there is, or if empty the only one."""
    people = [person.id for person in slots.people()]
    if owner in people:
        return owner
    if owner or not people:
        raise RefusedError("access.nobody")
    if len(people) > 1:
        raise RefusedError("access.who")
    return people[0]


def slots_of(slots: KeyFile, owner: str) -> tuple[Slot, ...]:
    """Return the slot of the person *owner*."""
    slot = slots.slot_of(owner)
    return () if slot is None else (slot,)


def papers_of(slots: KeyFile) -> tuple[Slot, ...]:
    """Return the slot of the paper key."""
    return slots.of_kind(SlotKind.PAPER)


def judge(slots: KeyFile) -> None:
    """Make sure that a station may be left with *slots*."""
    if len(slots.slots) > MOST_SLOTS:
        raise RefusedError("access.too-many", most=MOST_SLOTS)
    if not slots.of_kind(SlotKind.SUPERVISOR):
        raise RefusedError("access.last-supervisor")
    if not papers_of(slots):
        raise RefusedError("access.no-paper-key")


def accept(passphrase: str, policy: PassphrasePolicy) -> None:
    """Make sure that *passphrase* is one as *policy* wants it."""
    if problems := problems_with_passphrase(passphrase, policy):
        raise ValidationFailedError(problems)


def accepted_name(name: str) -> str:
    """Return *name* as it is shown at the door."""
    tidied = name.strip()
    if len(tidied) > MOST_LABEL:
        raise ValidationFailedError((Problem("name", "too-long", {"length": MOST_LABEL}),))
    return tidied


def prove(key: StationKey, *opened: StationKey) -> None:
    """Make sure that what was written opens: a slot counts only after that."""
    if any(other != key for other in opened):
        raise KeysDamagedError(what="proof")
