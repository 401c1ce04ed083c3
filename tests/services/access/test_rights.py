"""Who may do what: every role, in every state of an account, with every method there is.

``rights.json`` is the table that was agreed upon: for the roles on the left, all methods
on the right. It is kept by hand; the methods are found by looking.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.domain.access.staff import AccountState, Hindrance, NotPermittedError
from station_app.domain.settings import Settings
from station_app.services.permissions import RULE
from tests.services.access.reached import (
    WITHOUT_A_STORE,
    classes_called_services,
    methods_of,
    services_of,
)

RIGHTS = json.loads(Path(__file__).with_name("rights.json").read_text(encoding="utf-8"))
EVERYBODY = "everybody"
ALLOWED = {
    (service, method): frozenset(map(Role, roles.split()))
    for roles, services in RIGHTS.items()
    if roles != EVERYBODY
    for service, methods in services.items()
    for method in methods
}
OPEN = {(service, method) for service, methods in RIGHTS[EVERYBODY].items() for method in methods}
SETTINGS = {
    name: frozenset(map(Role, roles.split()))
    for roles, names in json.loads(
        Path(__file__).with_name("settings.json").read_text(encoding="utf-8")
    ).items()
    for name in names
}
NOBODYS = "an argument that no method has"


@pytest.fixture
def rules(station):
    return station.reference.roles


def found(station):
    return {
        (name, method): getattr(type(service), method)
        for name, service in services_of(station).items()
        for method in methods_of(service)
    }


def permission_of(method):
    return getattr(method, RULE, "has no rule")


def table_by(rules, methods):
    """Return which roles may use each of *methods*, and change each setting, under *rules*."""
    return {
        place: frozenset(rules.roles_with(permission_of(method)))
        for place, method in methods.items()
        if permission_of(method) is not None
    }


def test_every_method_there_is_has_a_rule_and_stands_in_the_table(station):
    methods = found(station)
    assert [
        place for place, method in methods.items() if permission_of(method) == "has no rule"
    ] == []
    assert set(methods) == set(ALLOWED) | OPEN
    assert {place for place, method in methods.items() if permission_of(method) is None} == OPEN


def test_no_service_is_out_of_reach_of_these_tests(station):
    # PaperService is what the services of papers have in common, and has no method of its own
    reached = set(services_of(station)) | WITHOUT_A_STORE | {"PaperService"}
    assert classes_called_services() - reached == set()


def outcome(service, method):
    """Ask for something that cannot be done, and tell how far it came."""
    try:
        getattr(service, method)(**{NOBODYS: None})
    except NotPermittedError as error:
        return error.facts["why"]
    except TypeError:
        return "let in"
    return "done"


@pytest.mark.parametrize("state", AccountState)
@pytest.mark.parametrize("role", Role)
def test_every_cell_is_as_the_table_says(station, employ, entered, role, state):
    services = services_of(entered(employ(role, state=state)))
    wrong = {}
    for (service, method), roles in ALLOWED.items():
        expected = "let in" if role in roles else Hindrance.ROLE
        if state is not AccountState.ACTIVE:
            expected = Hindrance(state.value)
        told = outcome(services[service], method)
        if told != expected:
            wrong[service, method] = told
    assert wrong == {}


def test_every_setting_stands_in_the_table():
    assert set(SETTINGS) == {field.name for field in fields(Settings)}


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_each_setting_is_changed_by_those_in_the_table_only(station, employ, entered, role):
    station.settings.change(name="石桥社区")
    asked = entered(employ(role)).settings
    wrong = {}
    for name, roles in SETTINGS.items():
        before = station.settings.current()
        try:
            asked.change(**{name: other_than(getattr(before, name))})
            told = "done"
        except NotPermittedError as error:
            told = (error.facts["why"], error.facts["roles"])
        expected = "done" if role in roles else (Hindrance.ROLE, (Role.ADMINISTRATOR,))
        is_changed = station.settings.current() != before
        if told != expected or is_changed != (role in roles):
            wrong[name] = told
    assert wrong == {}


def other_than(value):
    """Return another value a setting may have."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}1"


def test_one_setting_that_is_not_ones_own_keeps_the_others_as_they_were(station, employ, entered):
    station.settings.change(name="石桥社区")
    with pytest.raises(NotPermittedError):
        entered(employ(Role.SUPERVISOR)).settings.change(phone="01000000001", lock_failures=9)
    assert station.settings.current().phone == ""


def test_whoever_has_no_account_may_do_nothing(entered):
    services = services_of(entered("nobody"))
    told = {outcome(services[service], method) for service, method in ALLOWED}
    assert told == {Hindrance.UNKNOWN}


def test_the_end_of_an_engagement_ends_all_rights(station, employ, entered):
    today = station.clock.today()
    last_day = entered(employ(Role.SUPERVISOR, until=today))
    assert outcome(services_of(last_day)["ResidentService"], "resident") == "let in"
    ended = entered(employ(Role.SUPERVISOR, until=today.replace(year=today.year - 1)))
    assert outcome(services_of(ended)["ResidentService"], "resident") == Hindrance.EXPIRED


def test_several_roles_may_what_any_of_them_may(station, employ, entered, rules):
    both = entered(employ(Role.CLERK, Role.AUDITOR)).store.authority.account()
    assert both.permissions == rules.permissions[Role.CLERK] | rules.permissions[Role.AUDITOR]


def test_a_role_the_program_does_not_know_gives_no_right(station, employ, entered):
    key = employ(Role.CLERK)
    with station.store.transaction() as tx:
        tx.bulk("UPDATE staff SET roles = 'emperor' WHERE id = ?", [(key,)])
    assert entered(key).store.authority.account().permissions == frozenset()


def test_rights_end_at_once_when_another_window_suspends_the_account(station, employ, entered):
    key = employ(Role.CLERK)
    clerk = services_of(entered(key))["ResidentService"]
    assert outcome(clerk, "resident") == "let in"
    with station.store.transaction() as tx:
        member = tx.staff.member(key)
        tx.staff.put_state(key, AccountState.SUSPENDED, version=member.version)
    assert outcome(clerk, "resident") == Hindrance.SUSPENDED


def test_who_may_is_told_with_the_refusal(employ, entered):
    clerk = entered(employ(Role.CLERK))
    with pytest.raises(NotPermittedError) as told:
        clerk.imports.fields()
    assert told.value.facts["permission"] is Permission.IMPORT_RUN
    assert told.value.facts["roles"] == (Role.SUPERVISOR,)


def test_any_line_taken_out_of_the_rules_would_be_found(station, rules):
    """Without one line, or with one too many, the table is another one."""
    methods = found(station)
    settings = station.reference.setting_rights

    def table(rules):
        return table_by(rules, methods), {
            name: frozenset(rules.roles_with(right)) for name, right in settings.items()
        }

    assert table(rules) == (ALLOWED, SETTINGS)
    unnoticed = []
    for role in Role:
        for permission in Permission:
            had = rules.permissions[role]
            other = RoleRules({**rules.permissions, role: had ^ {permission}})
            if table(other) == (ALLOWED, SETTINGS):
                unnoticed.append((role, permission))
    assert unnoticed == []
