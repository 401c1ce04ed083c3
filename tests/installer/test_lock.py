from __future__ import annotations

import tomllib

import pytest

from installer.lock import RUN_LOCK, TEST_LOCK, TOP, pins

LOCKS = [RUN_LOCK, TEST_LOCK]
HASHED = f"--hash=sha256:{'0' * 64}"


def read(lock):
    return lock.read_text(encoding="utf-8")


def wanted():
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    names = project["project"]["dependencies"]
    return [name.split(";")[0].split(">")[0].strip().lower() for name in names]


def test_a_pin_is_read_with_its_marker_and_hashes():
    one = f"one==1.0 \\\n    {HASHED} \\\n    {HASHED}\n"
    two = f"two==2 ; sys_platform == 'win32' \\\n    {HASHED}\n"
    text = f"# head\n{one}{two}"
    found = pins(text)
    assert (found["one"].version, found["one"].marker, found["one"].hashes) == ("1.0", "", 2)
    assert (found["two"].version, found["two"].marker) == ("2", "sys_platform == 'win32'")


def test_a_requirement_without_a_version_is_no_pin():
    assert pins("one>=1.0\n") == {}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_with_hashes(lock):
    entries = [line for line in read(lock).splitlines() if line and line[0] not in "# "]
    found = pins(read(lock))
    assert len(entries) == len(found)
    assert all(pin.hashes > 0 for pin in found.values())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_address_stands_in_a_lock(lock):
    assert "://" not in read(lock)
    assert "index" not in read(lock)
    assert "find-links" not in read(lock)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_qt_is_the_last_for_old_systems(lock):
    assert pins(read(lock))["pyside6-essentials"].version == "6.9.3"
    assert pins(read(lock))["shiboken6"].version == "6.9.3"


def test_what_only_windows_needs_is_kept_for_it():
    assert pins(read(RUN_LOCK))["tzdata"].marker == "sys_platform == 'win32'"
    assert pins(read(TEST_LOCK))["colorama"].marker == "sys_platform == 'win32'"


def test_the_program_gets_all_it_asks_for():
    assert set(wanted()) <= set(pins(read(RUN_LOCK)))


def test_the_tests_run_with_the_very_packages_of_the_program():
    tested = pins(read(TEST_LOCK))
    assert all(tested[name] == pin for name, pin in pins(read(RUN_LOCK)).items())


def test_the_program_needs_no_test_packages():
    assert "pytest" in pins(read(TEST_LOCK))
    assert "pytest" not in pins(read(RUN_LOCK))
