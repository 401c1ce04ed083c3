"""Modules for later: loaded when asked for, and named twice alike."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from station_app.later import later, load

TOP = Path(__file__).parents[1]
SOURCES = [path for room in ("station_app", "ui") for path in (TOP / room).rglob("*.py")]


def _for_checkers(block):
    """Return the full names of the modules that *block* imports, by the names it gives them."""
    found = {}
    for node in block:
        for alias in getattr(node, "names", ()):
            inside = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            found[alias.asname or alias.name] = inside + alias.name
    return found


def _told_later():
    """Yield file, name, the module for later, and the module that checkers see."""
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.If) and node.orelse:
                seen = _for_checkers(node.body)
                for each in node.orelse:
                    if "later(" not in ast.unparse(each):
                        continue
                    name = each.targets[0].id
                    yield path.name, name, each.value.args[0].value, seen.get(name)


TOLD = sorted(_told_later())


@pytest.mark.parametrize(("file", "name", "module", "seen"), TOLD)
def test_a_module_for_later_is_the_one_that_checkers_see(file, name, module, seen):
    assert module == seen, f"{name} in {file}"
    assert find_spec(module) is not None


def test_there_are_modules_for_later():
    assert len(TOLD) > 20


def test_a_module_for_later_has_what_the_module_has():
    assert later("json").dumps([1]) == "[1]"
    with pytest.raises(AttributeError):
        _ = later("json").nothing


def test_a_module_for_later_is_loaded_when_asked_for_or_told_to():
    told = (
        "import sys; from station_app.later import later;"
        "first = later('colorsys');"
        "assert 'colorsys' not in sys.modules;"
        "first.rgb_to_hsv; assert 'colorsys' in sys.modules;"
    )
    assert subprocess.run([sys.executable, "-c", told], cwd=TOP, check=False).returncode == 0  # noqa: S603 - our own interpreter
    load(later("colorsys"))
    assert "colorsys" in sys.modules
