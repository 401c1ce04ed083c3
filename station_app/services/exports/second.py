"""The second person who agrees to a large export (双人审批)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import account_of
from station_app.domain.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.access.roles import RoleRules
    from station_app.domain.clock import Clock
    from station_app.store.transaction import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Approver:
    """Somebody who may agree to exports."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who is said to agree, and the passphrase that he proves it with."""

    key: str
    passphrase: str = field(repr=False)


class SecondPerson(Protocol):
    """Knows who may agree to exports, and finds out whether it is he."""

    def people(self) -> Sequence[Approver]:
        """Return who may agree: everybody with the permission but whoever is signed in."""

    def confirm(self, approval: Approval) -> Approver:
        """Return who has agreed.

        Raises :class:`~station_app.domain.errors.StationError` when the passphrase is not
        his, and :class:`RefusedError` ``export.may-not-approve``.
        """


class OtherStaff:
    """The others at this station who may give numbers out in full themselves.

    *prove* raises when the passphrase does not open the key slot of the account.
    """

    def __init__(
        self,
        store: Store,
        rules: Callable[[], RoleRules],
        clock: Clock,
        *,
        prove: Callable[[str, str], object],
    ) -> None:
        self._store, self._rules, self._clock = store, rules, clock
        self._prove = prove

    def people(self) -> Sequence[Approver]:
        """Return them in the order they came."""
        me = self._store.authority.account()
        with self._store.reading() as tx:
            accounts = [account_of(member, self._rules()) for member in tx.staff.all()]
        today = self._clock.today()
        return tuple(
            Approver(key=each.id, name=each.name)
            for each in accounts
            if each.hindrance(Permission.EXPORT_FULL, today=today) is None
            and (me is None or each.id != me.id)
        )

    def confirm(self, approval: Approval) -> Approver:
        """Return who has agreed, once the passphrase has opened his own slot."""
        found = next((each for each in self.people() if each.key == approval.key), None)
        if found is None:
            raise RefusedError("export.may-not-approve")
        self._prove(approval.key, approval.passphrase)
        return found


class NobodyElse:
    """The second person of a station where there is one passphrase for all."""

    def people(self) -> Sequence[Approver]:
        """Return nobody."""
        return ()

    def confirm(self, approval: Approval) -> Approver:
        """Refuse, whoever it is said to be."""
        del approval
        raise RefusedError("export.may-not-approve")
