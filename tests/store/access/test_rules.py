from __future__ import annotations

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role
from station_app.shipped import RESOURCES
from station_app.store.access.rules import read_rules, read_setting_rights
from tests.refusals import changed, why_unread

FILE = RESOURCES / "access" / "roles.json"
SETTINGS = RESOURCES / "access" / "settings.json"


@pytest.fixture
def wrong(tmp_path):
    """Return a function that changes a copy of the file and tells why it is refused."""

    def told(change, file=FILE, read=read_rules):
        path = changed(file, lambda values: change(values[file.stem]), tmp_path)
        return why_unread(read, path)[1]

    return told


def take_everywhere(roles, permission):
    for role in roles:
        if permission in role["permissions"]:
            role["permissions"].remove(permission)


def test_the_shipped_rules_name_every_role():
    assert set(read_rules(FILE).permissions) == set(Role)


def test_business_administration_and_audit_are_kept_apart():
    rules = read_rules(FILE).permissions
    assert Permission.RESIDENT_READ not in rules[Role.ADMINISTRATOR] | rules[Role.AUDITOR]
    assert Permission.STAFF_MANAGE not in rules[Role.SUPERVISOR] | rules[Role.AUDITOR]
    assert Permission.AUDIT_READ not in rules[Role.ADMINISTRATOR] | rules[Role.CLERK]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda roles: roles[0].update(role="emperor"), "field role"),
        (lambda roles: roles[0].update(role=roles[1]["role"]), "field role"),
        (lambda roles: roles.pop(), "no role administrator"),
        (lambda roles: roles[0]["permissions"].append("x:y"), "unknown permission x:y"),
        (lambda roles: roles[0]["permissions"].append("file:read"), "a permission stands twice"),
        (lambda roles: roles[0].update(more=1), "unknown field more"),
        (lambda roles: take_everywhere(roles, "demo:fill"), "nobody has demo:fill"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_with_the_reason(wrong, change, reason):
    assert wrong(change) == reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda groups: groups[0].update(permission="x:y"), "unknown permission x:y"),
        (lambda groups: groups[0]["names"].append("colour"), "unknown or repeated setting colour"),
        (lambda groups: groups[1]["names"].append("name"), "unknown or repeated setting name"),
        (lambda groups: groups[0]["names"].remove("phone"), "no setting phone"),
        (lambda groups: groups[0].update(more=1), "unknown field more"),
    ],
)
def test_a_setting_without_one_right_is_refused_with_the_reason(wrong, change, reason):
    assert wrong(change, SETTINGS, read_setting_rights) == reason
