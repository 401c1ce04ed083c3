from __future__ import annotations

import os

import pytest

from installer import environment
from installer.environment import Environment
from installer.lock import RUN_LOCK, TEST_LOCK


@pytest.fixture
def made(tmp_path):
    """An environment that looks made, with everything in the run lock."""
    found = Environment(tmp_path)
    found.python.parent.mkdir()
    found.python.write_bytes(b"")
    found._stamp({RUN_LOCK.name: environment.digest(RUN_LOCK)})
    return found


def test_what_is_in_place_is_not_made_again(made):
    assert made.holds(RUN_LOCK)
    assert made.provide(RUN_LOCK)


def test_the_tests_packages_are_not_there_with_the_programs(made):
    assert not made.holds(TEST_LOCK)


def test_the_programs_packages_are_there_with_the_tests():
    assert environment.COVERS[TEST_LOCK] == (TEST_LOCK, RUN_LOCK)


def test_a_changed_lock_is_noticed(made):
    made._stamp({RUN_LOCK.name: "another"})
    assert not made.holds(RUN_LOCK)
    assert made.held() is not None


def test_an_environment_that_was_cut_short_is_made_anew(made):
    (made.folder / environment.STAMP).unlink()
    assert made.held() is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"foundation": "3.11"}'])
def test_a_spoilt_stamp_means_made_anew(made, text):
    (made.folder / environment.STAMP).write_text(text, encoding="utf-8")
    assert made.held() is None


def test_another_python_means_made_anew(made, monkeypatch):
    monkeypatch.setattr(environment, "foundation", lambda: "3.12.1 x86_64 /usr")
    assert made.held() is None


def test_an_environment_without_its_python_is_made_anew(made):
    made.python.unlink()
    assert made.held() is None


def test_packages_that_cannot_be_fetched_leave_no_stamp(made, monkeypatch, capsys):
    monkeypatch.setattr(made, "_install", lambda lock: False)
    assert not made.provide(TEST_LOCK)
    assert made.held() is None
    assert "start again" in capsys.readouterr().out


def test_adding_the_tests_packages_keeps_the_programs(made, monkeypatch):
    monkeypatch.setattr(made, "_install", lambda lock: True)
    assert made.provide(TEST_LOCK)
    assert made.holds(TEST_LOCK)
    assert made.holds(RUN_LOCK)


def test_line_ends_do_not_change_a_lock(tmp_path):
    (tmp_path / "unix").write_bytes(b"one==1\ntwo==2\n")
    (tmp_path / "windows").write_bytes(b"one==1\r\ntwo==2\r\n")
    assert environment.digest(tmp_path / "unix") == environment.digest(tmp_path / "windows")


@pytest.mark.skipif(os.name == "nt", reason="looks at the files of Linux")
def test_the_program_can_be_started_by_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(environment.venv, "create", lambda folder, **_: (folder / "bin").mkdir())
    found = Environment(tmp_path)
    found._make()
    starter = tmp_path / "bin" / "station"
    assert os.access(starter, os.X_OK)
    assert "-m station_app" in starter.read_text(encoding="ascii")
