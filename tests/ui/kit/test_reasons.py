from __future__ import annotations

import ast
from pathlib import Path

import station_app
from station_app.domain.findings import refused
from ui.kit.reasons import REASONS, reason_of


def codes_of_refusals():
    found = set()
    for path in Path(station_app.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refused":
                found |= {word.value for word in node.args if isinstance(word, ast.Constant)}
    return found


def test_every_refusal_has_its_reason():
    assert codes_of_refusals() - set(REASONS) == set()


def test_facts_stand_in_the_reason():
    assert "row 7" in reason_of(refused("duplicate_in_file", row=7))


def test_missing_fact_leaves_an_ellipsis():
    assert "…" in reason_of(refused("duplicate_in_file"))
