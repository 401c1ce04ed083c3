"""Staff (工作人员): who works at the station, in what post and role, and since when not.

An account is the part of it that may sign in: its state and its roles. What opens
the store for somebody is a key slot of the device, which is no part of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from station_app.domain.access.roles import Role
from station_app.domain.errors import Problem, RefusedError, StationError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from station_app.domain.access.permissions import Permission
    from station_app.domain.access.roles import RoleRules

StaffId = NewType("StaffId", str)

MOST_NAME = 50
MOST_TEXT = 60


class NotPermittedError(StationError):
    """Whoever acts may not do this.

    Facts: ``permission``; ``why``, a :class:`Hindrance`; ``roles``, those that may.
    """

    code = "access.not-permitted"


class Hindrance(StrEnum):
    """Why somebody may not do something."""

    ROLE = "role"  # none of his roles has it
    INVITED = "invited"  # has not chosen a passphrase of his own yet
    SUSPENDED = "suspended"
    LEFT = "left"
    EXPIRED = "expired"  # the engagement ended (PIPL 21: a contractor's)
    UNKNOWN = "unknown"  # no account of the station
    SCOPE = "scope"  # outside the grids he looks after


class AccountState(StrEnum):
    """How an account stands; only an active one may do anything."""

    INVITED = "invited"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEFT = "left"


class AccountEvent(StrEnum):
    """What happens to an account."""

    ACTIVATE = "activate"  # chose a passphrase of his own
    SUSPEND = "suspend"
    RESUME = "resume"
    LEAVE = "leave"
    RETURN = "return"
    RESET = "reset"  # came in by a passphrase that another has given him


_STATES, _EVENTS = AccountState, AccountEvent
FOLLOWING: dict[tuple[AccountState, AccountEvent], AccountState | None] = {
    (_STATES.INVITED, _EVENTS.ACTIVATE): _STATES.ACTIVE,
    (_STATES.INVITED, _EVENTS.SUSPEND): _STATES.SUSPENDED,
    (_STATES.INVITED, _EVENTS.RESUME): None,
    (_STATES.INVITED, _EVENTS.LEAVE): _STATES.LEFT,
    (_STATES.INVITED, _EVENTS.RETURN): None,
    (_STATES.INVITED, _EVENTS.RESET): None,
    (_STATES.ACTIVE, _EVENTS.ACTIVATE): None,
    (_STATES.ACTIVE, _EVENTS.SUSPEND): _STATES.SUSPENDED,
    (_STATES.ACTIVE, _EVENTS.RESUME): None,
    (_STATES.ACTIVE, _EVENTS.LEAVE): _STATES.LEFT,
    (_STATES.ACTIVE, _EVENTS.RETURN): None,
    # as when he was invited: nothing until he has chosen one of his own
    (_STATES.ACTIVE, _EVENTS.RESET): _STATES.INVITED,
    (_STATES.SUSPENDED, _EVENTS.ACTIVATE): None,
    (_STATES.SUSPENDED, _EVENTS.SUSPEND): None,
    (_STATES.SUSPENDED, _EVENTS.RESUME): _STATES.ACTIVE,
    (_STATES.SUSPENDED, _EVENTS.LEAVE): _STATES.LEFT,
    (_STATES.SUSPENDED, _EVENTS.RETURN): None,
    (_STATES.SUSPENDED, _EVENTS.RESET): None,
    (_STATES.LEFT, _EVENTS.ACTIVATE): None,
    (_STATES.LEFT, _EVENTS.SUSPEND): None,
    (_STATES.LEFT, _EVENTS.RESUME): None,
    (_STATES.LEFT, _EVENTS.LEAVE): None,
    # comes back as somebody new: with a passphrase that he has yet to choose
    (_STATES.LEFT, _EVENTS.RETURN): _STATES.INVITED,
    (_STATES.LEFT, _EVENTS.RESET): None,
}
"""What state follows each event; None: it cannot happen then."""


def following(state: AccountState, event: AccountEvent) -> AccountState:
    """Return the state after *event*.

    Raises :class:`RefusedError` ``staff.not-in-this-state`` when it cannot happen.
    """
    latter = FOLLOWING[state, event]
    if latter is None:
        raise RefusedError("staff.not-in-this-state", state=state, event=event)
    return latter


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDraft:
    """A member of staff as entered.

    ``post`` is the post (岗位, such as 低保专干), ``qualification`` a professional one
    (助理社工师) that lasts until ``qualified_until``, ``until`` the last day of an
    engagement that ends, ``grids`` the keys of the grids and ``desks`` the windows
    he works at.
    """

    name: str
    post: str = ""
    qualification: str = ""
    qualified_until: date | None = None
    until: date | None = None
    phone: str = ""
    roles: frozenset[Role] = frozenset()
    grids: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A member of staff as kept."""

    id: StaffId
    version: int
    particulars: StaffDraft
    state: AccountState


def problems_with_staff(draft: StaffDraft, names: Iterable[str]) -> tuple[Problem, ...]:
    """Return what keeps *draft* from being accepted beside the *names* of the others."""
    found = []
    name = draft.name.strip()
    if not name:
        found.append(Problem("name", "missing"))
    elif len(name) > MOST_NAME:
        found.append(Problem("name", "too-long", {"length": MOST_NAME}))
    elif name in set(names):
        # who did what is told by the name
        found.append(Problem("name", "name-taken"))
    found += [
        Problem(field, "too-long", {"length": MOST_TEXT})
        for field in ("post", "qualification", "phone")
        if len(getattr(draft, field).strip()) > MOST_TEXT
    ]
    if not draft.roles:
        found.append(Problem("roles", "missing"))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whoever is signed in, as his account stands at this moment."""

    id: StaffId
    name: str
    state: AccountState
    roles: frozenset[Role]
    permissions: frozenset[Permission]
    grids: tuple[str, ...] = ()
    until: date | None = None

    def hindrance(self, permission: Permission, *, today: date) -> Hindrance | None:
        """Return what keeps the account from using *permission*, if anything does."""
        if self.state is not AccountState.ACTIVE:
            return Hindrance(self.state.value)
        if self.until is not None and today > self.until:
            return Hindrance.EXPIRED
        return None if permission in self.permissions else Hindrance.ROLE

    def scope(self) -> frozenset[str] | None:
        """Return the grids whose residents may be seen; None for all of them.

        A grid worker sees his own grids, unless another role of his sees all.
        """
        return frozenset(self.grids) if self.roles == {Role.GRID_WORKER} else None


def account_of(member: StaffMember, rules: RoleRules) -> Account:
    """Return the account of *member* under *rules*."""
    particulars = member.particulars
    return Account(
        id=member.id,
        name=particulars.name,
        state=member.state,
        roles=particulars.roles,
        permissions=rules.of(particulars.roles),
        grids=particulars.grids,
        until=particulars.until,
    )
