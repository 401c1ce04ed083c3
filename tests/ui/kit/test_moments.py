"""Moments are written as days are in the forms."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from ui.kit.moments import day_words, moment_words

EVENING = datetime(2026, 3, 9, 17, 5, tzinfo=UTC)


@pytest.fixture
def beijing(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the system's there")
def test_a_moment_is_told_by_the_clock_on_the_wall(beijing):
    assert moment_words(EVENING) == "2026-03-10 01:05"
    assert day_words(EVENING) == "2026-03-10"
