"""Roles (角色): what a member of staff may do by his post. Which may what is data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from station_app.domain.access.permissions import Permission


class Role(StrEnum):
    """A role; business, administration and audit are kept apart (等保2.0, GB/T 22239-2019)."""

    CLERK = "clerk"  # 窗口人员
    GRID_WORKER = "grid-worker"  # 网格员
    SUPERVISOR = "supervisor"  # 站长、督导
    AUDITOR = "auditor"  # 安全审计员
    ADMINISTRATOR = "administrator"  # 系统管理员


FOUNDER = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""The roles of whoever founds a station: somebody has to let the others in."""


@dataclass(frozen=True, slots=True)
class RoleRules:
    """What each role may do."""

    permissions: Mapping[Role, frozenset[Permission]]

    def of(self, roles: Iterable[Role]) -> frozenset[Permission]:
        """Return what somebody with all of *roles* may do."""
        return frozenset().union(*(self.permissions[role] for role in roles))

    def roles_with(self, permission: Permission) -> tuple[Role, ...]:
        """Return the roles that have *permission*."""
        return tuple(role for role in Role if permission in self.permissions[role])
