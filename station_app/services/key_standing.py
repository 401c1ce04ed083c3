"""How the key slots of a device stand: who has one, since when, and when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.store.entering import standing

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.passphrases import PassphrasePolicy
    from station_app.store.home import StationHome
    from station_app.store.vault.slots import SlotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotStanding:
    """One slot: ``days_left`` only where a person's passphrase opens it."""

    kind: SlotKind
    owner: str
    name: str
    since: date
    days_left: int | None


def slots_at(home: StationHome, policy: PassphrasePolicy, today: date) -> tuple[SlotStanding, ...]:
    """Return the slots of the station in *home*; no secret is needed for that.

    Raises :class:`~station_app.domain.errors.KeysDamagedError`.
    """
    return tuple(
        SlotStanding(
            kind=slot.kind,
            owner=slot.owner,
            name=slot.label,
            since=slot.since,
            days_left=policy.days_left(slot.since, today) if slot.owner else None,
        )
        for slot in standing(home).slots
    )
