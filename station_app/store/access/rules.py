"""Which role may do what: ``resources/access/roles.json``, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.store.data_files import Place


def read_rules(path: Path) -> RoleRules:
    """Return the rules in the file at *path*.

    Every role stands in it once, and every permission is had by one role at least. Raises
    :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, frozenset({"roles"}))
    rules: dict[Role, frozenset[Permission]] = {}
    for place in head.children("roles"):
        place.only(frozenset({"role", "permissions"}))
        role = place.text("role")
        if role not in set(Role) or role in rules:
            raise place.wrong("field role")
        rules[Role(role)] = _permissions(place)
    if missing := [role for role in Role if role not in rules]:
        raise head.wrong(f"no role {missing[0]}")
    idle = set(Permission).difference(*rules.values())
    if idle:
        raise head.wrong(f"nobody has {min(idle)}")
    return RoleRules(rules)


def _permissions(place: Place) -> frozenset[Permission]:
    names = place.texts("permissions")
    if unknown := [name for name in names if name not in set(Permission)]:
        raise place.wrong(f"unknown permission {unknown[0]}")
    if len(set(names)) < len(names):
        raise place.wrong("a permission stands twice")
    return frozenset(map(Permission, names))
