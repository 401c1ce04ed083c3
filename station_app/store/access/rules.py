"""Which role may do what, and which right a setting needs: ``resources/access``, checked."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.domain.settings import Settings
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Mapping
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


def read_setting_rights(path: Path) -> Mapping[str, Permission]:
    """Return the right it takes to change each setting, by the file at *path*.

    Every setting stands in it once. Raises
    :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, frozenset({"settings"}))
    known = {field.name for field in fields(Settings)}
    rights: dict[str, Permission] = {}
    for place in head.children("settings"):
        place.only(frozenset({"permission", "names"}))
        if (needed := place.text("permission")) not in set(Permission):
            raise place.wrong(f"unknown permission {needed}")
        for name in place.texts("names"):
            if name not in known or name in rights:
                raise place.wrong(f"unknown or repeated setting {name}")
            rights[name] = Permission(needed)
    if missing := known - rights.keys():
        raise head.wrong(f"no setting {min(missing)}")
    return rights


def _permissions(place: Place) -> frozenset[Permission]:
    names = place.texts("permissions")
    if unknown := [name for name in names if name not in set(Permission)]:
        raise place.wrong(f"unknown permission {unknown[0]}")
    if len(set(names)) < len(names):
        raise place.wrong("a permission stands twice")
    return frozenset(map(Permission, names))
