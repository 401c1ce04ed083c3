"""The residents' table: a page within 100 ms, the main thread never blocked for 50.

The limits are the issue's (acceptance 5). The window is the real one, in a process
of its own; of three rounds the best counts. What the wall clock shows may be as
much longer as the machine was crowded when measured, which is printed; what the
main thread itself has worked may not.
"""

from __future__ import annotations

import json

import pytest

PAGE_MS = 100
BLOCKED_MS = 50
MOST_MB = 400


def _figures(process, station, *, rounds):
    return json.loads(process("scrolled", station.home.root, station.opened.root.hex(), rounds))


def _lines(found):
    crowding = found["crowding"]
    yield f"{found['people']:,} residents, {found['memory']} MB, machine crowded {crowding:.1f}x"
    yield f"{'ms':22}{'page':>8}{'of 100':>8}{'blocked':>9}{'of 50':>7}{'by itself':>11}"
    for act, (wall, own) in found["blocked"].items():
        page = found["painted"].get(act)
        painted = f"{page:8.0f}{page / PAGE_MS:8.2f}" if page else " " * 16
        yield f"{act:22}{painted}{wall:9.1f}{wall / BLOCKED_MS:7.2f}{own:11.1f}"


def _assert_smooth(found, *, room=1, own_room=1):
    """Hold *found* to the limits.

    *room* is left to clocks on the wall, *own_room* to a processor that is slower than the
    one whose figures are told: its host may have other guests.
    """
    room *= found["crowding"]
    late = {act: took for act, took in found["painted"].items() if took > PAGE_MS * room}
    stuck = {
        act: (wall, own)
        for act, (wall, own) in found["blocked"].items()
        if wall > BLOCKED_MS * room or own > BLOCKED_MS * own_room
    }
    assert (late, stuck) == ({}, {})
    assert found["memory"] <= MOST_MB


@pytest.mark.slow
def test_a_community_is_scrolled_without_a_hitch(process, community, say):
    found = _figures(process, community, rounds=1)
    say(*_lines(found))
    assert found["people"] >= 20_000
    _assert_smooth(found, room=5, own_room=2)  # one round, amid the other tests


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_city_is_scrolled_without_a_hitch(process, city, say):
    found = _figures(process, city, rounds=3)
    say(*_lines(found))
    assert found["people"] >= 1_000_000
    _assert_smooth(found)
