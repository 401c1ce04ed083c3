"""Accounts and the key slots that go with them, handled together: plain work for jobs.

The account says what somebody may do, the slot lets him in. One without the other is told
on the page, and can be mended there.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.first_passphrase import first_passphrase
from station_app.domain.access.roles import Role
from station_app.domain.changes import Done
from station_app.services.key_standing import slots_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from station_app.bootstrap import Station
    from station_app.domain.access.staff import AccountEvent, StaffDraft, StaffId, StaffMember
    from station_app.services.access import AccessService, StationHome, StationKey
    from station_app.services.key_standing import SlotStanding

HELPING = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Whoever has one of these can set a new passphrase for others at the door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLine:
    """One of the staff, with what opens the station for him on this device."""

    member: StaffMember
    slot: SlotStanding | None
    last_session: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPicture:
    """All that the room shows."""

    lines: tuple[StaffLine, ...]
    slots: tuple[SlotStanding, ...]


@dataclass(frozen=True, slots=True)
class FirstPassphrase:
    """What somebody was given, to be shown this once."""

    owner: StaffId
    name: str
    passphrase: str


class Accounts:
    """The work behind the room; *key* gives the key of the station as it is open now."""

    def __init__(
        self,
        station: Station,
        access: AccessService,
        *,
        key: Callable[[], StationKey],
        rekeyed: Callable[[StationKey], object],
    ) -> None:
        self._station, self._access = station, access
        self._key, self._rekeyed = key, rekeyed

    def picture(self) -> StaffPicture:
        """Return everybody, with slots and sessions."""
        station = self._station
        policy = self._access.policy(self._home)
        slots = slots_at(self._home, policy, station.clock.today())
        owners = {slot.owner: slot for slot in slots if slot.owner}
        sessions = station.staff.last_sessions()
        lines = tuple(
            StaffLine(
                member=member, slot=owners.get(member.id), last_session=sessions.get(member.id)
            )
            for member in station.staff.staff()
        )
        return StaffPicture(lines=lines, slots=slots)

    def invite(self, draft: StaffDraft) -> Done[FirstPassphrase]:
        """Let somebody new in, with a passphrase to be handed over."""
        done = self._station.staff.invite(draft)
        given = self._give(done.value, draft)
        return Done(given, done.touched)

    def give_again(self, member: StaffMember) -> Done[FirstPassphrase]:
        """Give one of the staff another passphrase; the former opens nothing any more."""
        self._station.staff.note_reset(member.id)
        given = self._give(member.id, member.particulars)
        return Done(given, frozenset())

    def correct(self, member: StaffMember, draft: StaffDraft) -> Done[None]:
        """Replace particulars and roles, at the door too."""
        former = member.particulars
        done = self._station.staff.correct(member.id, draft, version=member.version)
        self._match(member.id, draft)

        def revert() -> Done[object]:
            taken_back = done.revert() if done.revert is not None else done
            self._match(member.id, former)
            return Done(None, taken_back.touched)

        return Done(None, done.touched, revert)

    def move_on(self, member: StaffMember, event: AccountEvent) -> Done[None]:
        """Let *event* happen; whoever comes back is invited anew, without a passphrase."""
        return self._station.staff.move_on(member.id, event)

    def dismiss(self, owner: str) -> None:
        """Take the passphrase of *owner* away and change the key of the station."""
        former = self._key()
        latter = self._access.dismiss(self._home, former, owner, store=self._station.store)
        self._rekeyed(latter)
        former.end()

    def _give(self, owner: StaffId, draft: StaffDraft) -> FirstPassphrase:
        given = first_passphrase(self._access.policy(self._home), secrets.choice)
        self._access.admit(
            self._home,
            self._key(),
            owner=owner,
            name=draft.name.strip(),
            passphrase=given,
            is_supervisor=bool(HELPING & draft.roles),
        )
        return FirstPassphrase(owner, draft.name.strip(), given)

    def _match(self, owner: StaffId, draft: StaffDraft) -> None:
        """Call somebody at the door as he is called, and let him help others if he may."""
        people = {person.id: person for person in self._access.people(self._home)}
        if owner not in people:
            return
        key = self._key()
        if people[owner].name != draft.name.strip():
            call = self._access.rename
            call(self._home, key, owner, draft.name)
        if HELPING & draft.roles:
            self._access.make_supervisor(self._home, key, owner)
        else:
            self._access.make_ordinary(self._home, key, owner)

    @property
    def _home(self) -> StationHome:
        return self._station.home
