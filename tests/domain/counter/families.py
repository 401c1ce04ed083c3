"""Families to judge, of which everything is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from station_app.domain.counter.assistance.draft import CheckDraft
from station_app.domain.counter.assistance.judging import judge
from station_app.domain.counter.assistance.members import (
    Amount,
    Member,
    Tie,
)
from station_app.shipped import RESOURCES
from station_app.store.reference import Reference

REFERENCE = Reference(RESOURCES)
RULES = REFERENCE.assistance
TODAY = date(2026, 3, 2)
STANDARD = 900_00
GROWN, YOUNG = date(1980, 1, 1), date(2015, 1, 1)
SURE = replace(RULES, limits=tuple(replace(each, verified=True) for each in RULES.limits))


def a_member(tie=Tie.DUTY, wage=0, **more):
    """Somebody who lives along and has told of all he has."""
    told = {"name": "某", "born": GROWN, "lives_along": True, "incomes_told": True, **more}
    if wage and "incomes" not in told:
        told["incomes"] = (Amount(kind="wage", fen=wage, is_proved=True),)
    return Member(tie=tie, **told)


def a_family(*members, wage=0, **more):
    """A family of which everything is known, its applicant with *wage*."""
    told = {
        "received_on": TODAY,
        "standard": STANDARD,
        "standard_source": "某市民政局公告",
        "is_registered_here": True,
        "has_staff_relative": False,
        "is_authorised": True,
        "assets_told": True,
        "members": (a_member(Tie.APPLICANT, wage=wage, name="甲"), *members),
        **more,
    }
    return CheckDraft(**told)


def judged(draft, rules=RULES, today=TODAY):
    return judge(draft, rules, today)


def missing(judgement, *, decides=True):
    return [each.code for each in judgement.missing if each.decides is decides]
