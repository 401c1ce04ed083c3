from __future__ import annotations

import itertools
from datetime import date

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.domain.access.staff import (
    FOLLOWING,
    Account,
    AccountEvent,
    AccountState,
    Hindrance,
    StaffDraft,
    StaffId,
    following,
    problems_with_staff,
)
from station_app.domain.errors import RefusedError

TODAY = date(2026, 3, 1)
EVERY_PAIR = tuple(itertools.product(AccountState, AccountEvent))
READ, ISSUE = Permission.RESIDENT_READ, Permission.CERTIFICATE_ISSUE


def an_account(**about):
    told = {"state": AccountState.ACTIVE, "roles": frozenset(), "permissions": {READ}}
    return Account(id=StaffId("a"), name="王芳", **{**told, **about})


def test_what_follows_is_told_for_every_pair_of_state_and_event():
    assert set(FOLLOWING) == set(EVERY_PAIR)


@pytest.mark.parametrize(("state", "event"), EVERY_PAIR)
def test_an_account_goes_on_as_the_table_says_or_is_refused(state, event):
    latter = FOLLOWING[state, event]
    if latter is None:
        with pytest.raises(RefusedError) as told:
            following(state, event)
        assert told.value.reason == "staff.not-in-this-state"
    else:
        assert following(state, event) is latter


def test_nobody_becomes_active_without_a_passphrase_of_his_own():
    ways = {pair for pair, latter in FOLLOWING.items() if latter is AccountState.ACTIVE}
    assert ways == {
        (AccountState.INVITED, AccountEvent.ACTIVATE),
        (AccountState.SUSPENDED, AccountEvent.RESUME),
    }


@pytest.mark.parametrize("state", set(AccountState) - {AccountState.ACTIVE})
def test_only_an_active_account_may_do_anything(state):
    assert an_account(state=state).hindrance(READ, today=TODAY) == Hindrance(state.value)
    assert an_account().hindrance(READ, today=TODAY) is None


def test_the_last_day_of_an_engagement_is_still_one_of_it():
    account = an_account(until=TODAY)
    assert account.hindrance(READ, today=TODAY) is None
    assert account.hindrance(READ, today=date(2026, 3, 2)) is Hindrance.EXPIRED


def test_what_no_role_gives_is_not_allowed():
    assert an_account().hindrance(ISSUE, today=TODAY) is Hindrance.ROLE


@pytest.mark.parametrize(
    ("roles", "scope"),
    [
        ({Role.GRID_WORKER}, frozenset({"g1", "g2"})),
        ({Role.GRID_WORKER, Role.CLERK}, None),
        ({Role.SUPERVISOR}, None),
    ],
)
def test_a_grid_worker_sees_his_grids_alone(roles, scope):
    assert an_account(roles=frozenset(roles), grids=("g1", "g2")).scope() == scope


def test_a_grid_worker_without_a_grid_sees_nobody():
    assert an_account(roles=frozenset({Role.GRID_WORKER})).scope() == frozenset()


@pytest.mark.parametrize(
    ("particulars", "field", "code"),
    [
        ({"name": " "}, "name", "missing"),
        ({"name": "张" * 51}, "name", "too-long"),
        ({"name": " 王芳 "}, "name", "name-taken"),
        ({"post": "岗" * 61}, "post", "too-long"),
        ({"roles": frozenset()}, "roles", "missing"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_by_field(particulars, field, code):
    draft = StaffDraft(**{"name": "张三", "roles": frozenset({Role.CLERK}), **particulars})
    (problem,) = problems_with_staff(draft, ["王芳"])
    assert (problem.field, problem.code) == (field, code)


def test_rules_add_up_and_tell_who_may():
    rules = RoleRules({role: frozenset() for role in Role} | {Role.CLERK: frozenset({READ})})
    assert rules.of([Role.CLERK, Role.AUDITOR]) == {READ}
    assert rules.of([]) == frozenset()
    assert rules.roles_with(READ) == (Role.CLERK,)
