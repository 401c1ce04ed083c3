from __future__ import annotations

import re
from pathlib import Path

import pytest

from station_app.domain.errors import Problem
from ui.residents.problem_words import MILD, ProblemWords

DOMAIN = Path(__file__).parents[3] / "station_app" / "domain"
SOURCES = ("identity/id_card.py", "identity/documents.py", "identity/phones.py", "names.py")
FINDING = re.compile(r"(refused|warned|noted)\(\s*\"([a-z_]+)\"")
PROBLEM = re.compile(r"Problem\([^,]+, \"([a-z-]+)\"")


def findings():
    for name in SOURCES:
        yield from FINDING.findall((DOMAIN / name).read_text("utf-8"))


def problems():
    people = (DOMAIN / "residents" / "people.py").read_text("utf-8")
    yield from PROBLEM.findall(people)
    services = DOMAIN.parent / "services" / "residents"
    for path in services.glob("*.py"):
        yield from PROBLEM.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("code", sorted({code for _, code in findings()} | set(problems())))
def test_each_problem_has_its_sentence(qtbot, code):
    assert ProblemWords().sentence(Problem("field", code)) != ""


def test_exactly_what_only_warns_is_mild():
    refusing = {code for weight, code in findings() if weight == "refused"}
    assert {code for _, code in findings()} - refusing == MILD


def test_facts_fill_the_sentence(qtbot):
    problem = Problem("name", "name_length", {"limit": 60, "length": 61})
    assert ProblemWords().sentence(problem) == "A name has at most 60 characters; this has 61."
