from __future__ import annotations

import sys

import pytest

from installer import libraries


def test_nothing_missing_asks_for_nothing():
    assert libraries.missing_packages([], has_venv=True) == []


def test_each_library_is_asked_for_by_its_package():
    missing = ["libxcb-cursor.so.0", "libEGL.so.1"]
    assert libraries.missing_packages(missing, has_venv=True) == ["libegl1", "libxcb-cursor0"]


def test_a_python_that_makes_no_environments_is_helped():
    assert libraries.missing_packages([], has_venv=False) == ["python3-venv"]


def test_the_line_to_type_is_complete():
    assert libraries.line_to_type(["libegl1", "libgl1"]) == (
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libegl1 libgl1"
    )


def test_a_library_nobody_has_is_missing():
    assert not libraries.is_loadable("libstation-no-such-thing.so.0")


@pytest.mark.skipif(sys.platform != "linux", reason="asks the loader of Linux")
def test_the_library_python_rests_on_is_found():
    assert libraries.is_loadable("libc.so.6")


def test_what_cannot_be_installed_is_told_line_by_line(monkeypatch, capsys):
    monkeypatch.setattr(libraries, "missing_libraries", lambda: ["libEGL.so.1"])
    monkeypatch.setattr(libraries, "privilege", lambda: None)
    assert not libraries.provide()
    told = capsys.readouterr().out
    assert "libEGL.so.1" in told
    assert "sudo apt-get install --yes --no-install-recommends libegl1\n" in told
