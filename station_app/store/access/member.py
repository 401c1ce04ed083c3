"""One of the staff, made from what is kept: for the store, and for the first look into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState, StaffDraft, StaffId, StaffMember

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = ("name", "post", "qualification", "qualified_until", "until", "phone")


def member_from(row: Mapping[str, Any]) -> StaffMember:
    """Return what stands in *row*; a role that this program does not know gives no right."""
    known = {role.value for role in Role}
    return StaffMember(
        id=StaffId(row["id"]),
        version=row["version"],
        particulars=StaffDraft(
            **{name: row[name] for name in PLAIN},
            roles=frozenset(Role(name) for name in row["roles"].split() if name in known),
            grids=tuple(row["grids"].split()),
            desks=tuple(row["desks"].splitlines()),
        ),
        state=AccountState(row["state"]),
    )
