"""The rules of the pre-check are whole and honest, and wrong ones are refused by their place."""

from __future__ import annotations

import pytest

from station_app.domain.counter.assistance.rules import Counts
from station_app.shipped import RESOURCES
from station_app.store.counter.standards import read_assistance
from station_app.store.reference import Reference
from tests.refusals import changed, why_unread

FILE = RESOURCES / "counter" / "assistance.json"
REFERENCE = Reference(RESOURCES)
RULES = REFERENCE.assistance


def test_nothing_is_called_verified_that_nobody_has_compared():
    assert not any(each.verified for each in (*RULES.standards, *RULES.limits))
    assert [each.code for each in RULES.grounds.values() if each.verified] == ["law"]


def test_all_that_the_law_leaves_out_is_left_out():
    left_out = {each.code for each in RULES.incomes.values() if each.counts is Counts.NO}
    assert left_out == {
        *("base-pension", "preferential", "family-planning"),
        *("scholarship", "bravery", "relief"),
    }


def test_every_disability_of_the_mind_is_a_tag():
    for code in ("disabled_mind", "disabled_psyche"):
        assert REFERENCE.tag(code) is not None


@pytest.fixture
def wrong(tmp_path):
    """Return a function that changes a copy of the file and tells why it is refused."""

    def told(change):
        return why_unread(
            read_assistance,
            changed(FILE, change, tmp_path),
            relations=REFERENCE.table("relation"),
            occupations=REFERENCE.table("occupation"),
        )

    return told


def put(part, field, value):
    return lambda values: values[part][0].update({field: value})


def twice(part):
    return lambda values: values[part].append(values[part][0])


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda values: values.update(edge_percent=100), "", "field edge_percent"),
        (lambda values: values.update(ground="moon"), "", "ground moon is unknown"),
        (lambda values: values.update(colour=1), "", "unknown field colour"),
        (lambda values: values.update(papers=[]), "", "no papers"),
        (twice("incomes"), "incomes[18]", "field code: twice"),
        (twice("standards"), "standards[2]", "field valid_from: twice"),
        (put("standards", "fen", 0), "standards[0]", "field fen"),
        (put("standards", "fen", 900.5), "standards[0]", "field fen"),
        (put("standards", "valid_from", None), "standards[0]", "field valid_from"),
        (put("standards", "valid_to", "2025-01-01"), "standards[0]", "field valid_from"),
        (put("standards", "source", ""), "standards[0]", "field source"),
        (put("incomes", "group", "gold"), "incomes[0]", "field group"),
        (put("incomes", "counts", "often"), "incomes[0]", "field counts"),
        (put("incomes", "ground", "moon"), "", "ground moon is unknown"),
        (put("deductions", "colour", 1), "deductions[0]", "unknown field colour"),
        (put("assets", "unit", "kilo"), "assets[0]", "field unit"),
        (put("limits", "kinds", []), "limits[0]", "field kinds"),
        (put("limits", "kinds", ["yacht"]), "", "kinds yacht is unknown"),
        (put("limits", "most", -1), "limits[0]", "field most"),
        (put("limits", "measure", "feet"), "limits[0]", "field measure"),
        (put("steps", "days", 0), "steps[0]", "field days"),
        (put("steps", "days", 400), "steps[0]", "field days"),
        (put("steps", "after", "decision"), "", "after decision is unknown"),
        (put("papers", "when", "raining"), "", "when raining is unknown"),
        (put("papers", "when", "asset:yacht"), "", "when asset:yacht is unknown"),
        (
            lambda values: values["relations"].update(duty=["10"]),
            "relations",
            "field duty: 10",
        ),
        (
            lambda values: values["relations"].update(cousin=["91"]),
            "relations",
            "unknown field cousin",
        ),
        (
            lambda values: values["occupations"].update(student=["no"]),
            "occupations",
            "field student: no",
        ),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_place(wrong, change, place, reason):
    assert wrong(change) == (place, reason)
