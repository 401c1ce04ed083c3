from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.domain.sync.enrolment import (
    fingerprint_of,
    fits,
    presentable,
    problems_with_name,
)

SOME = Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g"}))
NONE = Scope(kind=ScopeKind.GRIDS)


def test_a_fingerprint_is_eight_groups_of_four_digits():
    groups = fingerprint_of(b"letter").split(" ")
    assert len(groups) == 8
    assert all(len(group) == 4 and group.isdecimal() for group in groups)


def test_letters_that_differ_by_a_bit_have_other_fingerprints():
    letter = bytes(200)
    others = {
        fingerprint_of(letter[:place] + bytes([1 << bit]) + letter[place + 1 :])
        for place in range(200)
        for bit in range(8)
    }
    assert len(others) == 1600
    assert fingerprint_of(letter) not in others


@pytest.mark.parametrize(
    ("kind", "scope", "right"),
    [
        (DeviceKind.LAPTOP, SOME, True),
        (DeviceKind.LAPTOP, Scope(), True),
        (DeviceKind.LAPTOP, NONE, False),
        (DeviceKind.DESK, Scope(), True),
        (DeviceKind.DESK, SOME, True),
        (DeviceKind.HUB, Scope(), True),
        (DeviceKind.HUB, SOME, False),
        (DeviceKind.DESK, Scope(kind=ScopeKind.OWN), False),
    ],
)
def test_what_a_device_may_hold_follows_from_its_kind(kind, scope, right):
    assert fits(kind, scope) is right


@pytest.mark.parametrize("name", ["窗口2", "𠮷野", "平板\u3000一", "a" * 60])
def test_a_name_is_one(name):
    assert problems_with_name(name) == ()
    assert presentable(name, otherwise="x") == name


@pytest.mark.parametrize(
    ("name", "code", "shown"),
    [
        ("", "missing", "x"),
        (" \t", "missing", "x"),
        ("a" * 61, "too-long", "a" * 60),
        ("窗口\n2", "not-printable", "窗口2"),
        ("a\u202eb", "not-printable", "ab"),
    ],
)
def test_a_name_that_is_none_is_shown_as_far_as_it_goes(name, code, shown):
    assert [problem.code for problem in problems_with_name(name)] == [code]
    assert presentable(name, otherwise="x") == shown


@given(st.text(max_size=90))
def test_whatever_a_letter_calls_a_device_it_is_shown_by_a_name(name):
    assert problems_with_name(presentable(name, otherwise="窗口")) == ()


@given(st.text(max_size=90))
def test_a_name_once_presentable_stays_as_it_is(name):
    shown = presentable(name, otherwise="窗口")
    assert presentable(shown, otherwise="平板") == shown
