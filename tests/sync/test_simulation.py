"""Histories of five devices, weighted so that they go wrong where programs go wrong."""

from __future__ import annotations

import pytest

from station_app.store.sync import portioning
from tests.sync.simulation import simulate

STEPS = 200
MANY = 100_000


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_devices_agree_and_nothing_is_lost(tmp_path):
    counts = simulate(tmp_path, seed=7, steps=STEPS)

    assert counts["writes"] > 40
    assert counts["deliveries"] > 200


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_files_in_many_parts_end_in_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(portioning, "MOST_ENTRIES", 3)

    counts = simulate(tmp_path, seed=8, steps=STEPS // 3, is_told=False)

    assert counts["deliveries"] > 60


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", [1])
def test_many_histories_end_in_the_same(tmp_path, seed, capsys):
    counts = simulate(tmp_path, seed=seed, steps=MANY)

    with capsys.disabled():
        told = ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))
        print(f"\n{told}; divergences 0, lost edits 0")  # noqa: T201 - what was counted
    assert counts["steps"] >= MANY


@pytest.mark.long
@pytest.mark.timeout(0)
def test_many_histories_in_parts_end_in_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(portioning, "MOST_ENTRIES", 3)

    counts = simulate(tmp_path, seed=2, steps=MANY // 10, is_told=False)

    assert counts["steps"] >= MANY // 10
