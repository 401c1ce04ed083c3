"""Who reads a store that is looked into without being opened, by a bare connection."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import Account, AccountState, StaffId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.access.roles import RoleRules

TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'staff'"
# told in one row: for every row a thread would wait its turn
STAFF = """
    SELECT json_group_array(json_object(
        'id', id, 'name', name, 'state', state, 'roles', roles, 'grids', grids, 'until', until
    )) FROM staff
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks (empty: the only one there is), under which rules, and when."""

    rules: RoleRules
    owner: str
    today: date

    def account(self, staff: Sequence[Mapping[str, str]]) -> Account | None:
        """Return the account of whoever looks, if he may read of residents today."""
        meant = [each for each in staff if each["id"] == self.owner or not self.owner]
        if len(meant) != 1:
            return None
        (found,) = meant
        known = {role.value for role in Role}
        roles = frozenset(Role(name) for name in found["roles"].split() if name in known)
        account = Account(
            id=StaffId(found["id"]),
            name=found["name"],
            state=AccountState(found["state"]),
            roles=roles,
            permissions=self.rules.of(roles),
            grids=tuple(found["grids"].split()),
            until=date.fromisoformat(found["until"]) if found["until"] else None,
        )
        is_hindered = account.hindrance(Permission.RESIDENT_READ, today=self.today)
        return None if is_hindered else account

    def sees_all(self, connection: Any) -> bool:
        """Whether he may read of all residents in the store behind *connection*."""
        if connection.execute(TABLE).fetchone() is None:
            return True  # of before there were accounts
        staff = staff_in(connection)
        account = self.account(staff)
        # a store without staff is opened by its founder
        return not staff if account is None else account.scope() is None


def staff_in(connection: Any) -> Sequence[Mapping[str, str]]:
    """Return the accounts in the store behind *connection*."""
    (text,) = connection.execute(STAFF).fetchone()
    found: Sequence[Mapping[str, str]] = json.loads(text)
    return found
