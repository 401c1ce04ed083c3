"""Whether whoever is signed in may do something: asked anew each time.

An account that was suspended in another window can do nothing from that moment on;
nothing is remembered here but who it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from station_app.domain.access.staff import Hindrance, NotPermittedError, account_of
from station_app.store.access.rows import StaffRow
from station_app.store.access.shelf import member_of
from station_app.store.faults import LANE, Lane

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from station_app.domain.access.permissions import Permission
    from station_app.domain.access.roles import RoleRules
    from station_app.domain.access.staff import Account, StaffId
    from station_app.domain.clock import Clock


class Authority(Protocol):
    """What use cases ask before they begin."""

    def require(self, permission: Permission) -> None:
        """Return if it is allowed; else raise :class:`NotPermittedError`."""

    def account(self) -> Account | None:
        """Return whoever is signed in, if there is such an account."""

    def scope(self) -> frozenset[str] | None:
        """Return the grids whose residents may be seen; None for all of them."""


class SignedIn:
    """The authority of the account *staff_id* in the store of *engine*."""

    def __init__(
        self, engine: Engine, staff_id: StaffId, *, rules: RoleRules, clock: Clock
    ) -> None:
        self._engine = engine.execution_options(**{LANE: Lane.READ})
        self._query = select(StaffRow.__table__).where(StaffRow.id == staff_id)
        self._rules, self._clock = rules, clock

    def require(self, permission: Permission) -> None:
        """Return if the account may use *permission*; else raise why not."""
        account = self.account()
        hindrance = (
            Hindrance.UNKNOWN
            if account is None
            else account.hindrance(permission, today=self._clock.today())
        )
        if hindrance is not None:
            roles = self._rules.roles_with(permission)
            raise NotPermittedError(permission=permission, why=hindrance, roles=roles)

    def account(self) -> Account | None:
        """Return the account as it stands now."""
        with self._engine.connect() as connection:
            row = connection.execute(self._query).one_or_none()
        return None if row is None else account_of(member_of(row), self._rules)

    def scope(self) -> frozenset[str] | None:
        """Return the grids whose residents the account may see; None for all."""
        account = self.account()
        return frozenset() if account is None else account.scope()
