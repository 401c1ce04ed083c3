"""The process is killed at any moment: all that was confirmed is there when it begins again.

This tells less than the power cuts, for what was written survives a kill; but it is what
happens most often, and many lives follow one another on the same files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.powercut.killing import TOO_EARLY

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")


def lives(folder, kills, *arguments, seed=1):
    """Kill a station *kills* times; return how it was found and how much it had confirmed."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.powercut.killing", folder, str(kills), str(seed)]
    told = subprocess.run(  # noqa: S603 - our own program
        [*command, *arguments], check=True, cwd=ROOT, capture_output=True, text=True
    )
    counts = json.loads(told.stdout)
    return Counter(counts["found"]), Counter(counts["acts"])


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_nothing_confirmed_is_lost_when_the_process_is_killed(memory_disk):
    found, acts = lives(memory_disk / "station", 25)
    assert found == {"well": 25}
    # a change of keys takes long: in so few lives none may come to its end
    assert min(count for act, count in acts.items() if act != "rotation") > 0


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_nothing_confirmed_is_lost_in_two_thousand_lives(memory_disk, say):
    found, acts = Counter(), Counter()
    for seed in range(20):
        for sum_of, more in zip(
            (found, acts), lives(memory_disk / f"{seed}", 100, seed=seed), strict=True
        ):
            sum_of.update(more)
    say(f"kill -9: {dict(found)}; confirmed before: {dict(acts)}")
    assert found == {"well": 2000}
    assert min(acts.values()) > 0


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_what_is_confirmed_too_early_is_found_lost(memory_disk):
    """The control: a test of kills that cannot fail would prove nothing."""
    found, _ = lives(memory_disk / "station", 30, TOO_EARLY)
    assert found["lost"] > 0, found
