"""Files that mean harm: damaged on the way, made by a device gone bad, or asking for the moon.

The long runs print their figures; docs/sync-format.md and the issue say what they are to be.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import cbor2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_app.domain.sync.files import SyncFileRefusedError
from station_app.services.sync import child, reading
from station_app.services.sync.inside import deflate, inflate, read_inside
from station_app.services.sync.payload import pack
from station_app.services.sync.sealing import read_header
from tests.services.sync import bombed, bombs, mutants
from tests.services.sync.bundles import a_bundle, a_header

ROOT = Path(__file__).parents[3]
MEGABYTES, SECONDS = 512, 30

PLAIN = pack(a_bundle())
TREE = cbor2.loads(PLAIN)
PATHS = list(mutants.paths_of(TREE))
LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from(mutants.NUMBERS),
    st.binary(max_size=40),
    st.text(st.characters(codec="utf-8"), max_size=20),
)
PACKED = st.one_of(
    st.tuples(st.integers(0, 3), st.sampled_from(mutants.NUMBERS), st.binary(max_size=24)),
    st.tuples(st.integers(0, 8), st.binary(max_size=24)),
    st.tuples(st.integers(0, 5), LEAF),
).map(list)
GRAFT = st.recursive(
    LEAF | PACKED,
    lambda part: st.lists(part, max_size=9) | st.dictionaries(st.text("abc"), part, max_size=4),
    max_leaves=20,
)


def test_no_damage_on_the_way_is_taken_in():
    outcomes = mutants.run("outer", 3000, 0)["outcomes"]
    assert {"accepted", "unhandled"}.isdisjoint(outcomes)
    assert sum(outcomes.values()) == 3000


def test_no_payload_of_a_hostile_device_breaks_the_limits():
    outcomes = mutants.run("inner", 1500, 0)["outcomes"]
    assert {"accepted", "unhandled", "beyond limits"}.isdisjoint(outcomes)
    assert outcomes["well-formed"] > 0


@pytest.mark.parametrize(
    ("kind", "taken"), [("outer", "accepted"), ("inner", "accepted"), ("inner", "beyond limits")]
)
def test_the_count_would_tell(kind, taken, monkeypatch):
    monkeypatch.setattr(mutants, "open_sealed", lambda *_, **__: (None, a_bundle()))
    monkeypatch.setattr(mutants, "read_inside", lambda *_: a_bundle(schema=1))
    monkeypatch.setattr(mutants, "is_within_limits", lambda _: taken != "beyond limits")
    monkeypatch.setattr(mutants.Inner, "_header", lambda *_: taken)
    assert mutants.run(kind, 60, 0)["outcomes"][taken] > 0


def taken_or_refused(data):
    """Open the payload *data*, which a device that may send has sealed."""
    try:
        bundle = read_inside(a_header(a_bundle()), data)
    except SyncFileRefusedError:
        return
    assert mutants.is_within_limits(bundle)


def structures(examples):
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]

    @settings(max_examples=examples, deadline=None, suppress_health_check=quiet, database=None)
    @given(st.lists(st.tuples(st.sampled_from(PATHS), GRAFT), min_size=1, max_size=3))
    def try_them(grafts):
        tree = TREE
        for path, graft in grafts:
            tree = _grafted(tree, path, graft)
        taken_or_refused(deflate(cbor2.dumps(tree, canonical=True)))

    try_them()


def _grafted(tree, path, graft):
    """Return *tree* with *graft* at *path*, if a former graft has left that there."""
    try:
        return mutants._with(tree, path, graft)
    except (AttributeError, IndexError, KeyError, TypeError):
        return tree


def test_no_structure_is_unhandled():
    structures(150)


@pytest.fixture(scope="module")
def sealed_bombs():
    """The payloads by name, deflated."""
    return bombed.sealed_bombs()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_sixty_bombs_are_refused(sealed_bombs):
    for name, packed in sealed_bombs.items():
        begun = time.monotonic()
        assert child.taste(packed).keys() == {"refused", "where"}, name
        assert time.monotonic() - begun < SECONDS, name
    framed = bombs.framed_bombs()
    for data in framed.values():
        with pytest.raises(SyncFileRefusedError):
            read_header(data)
    assert len(sealed_bombs) + len(framed) >= 60


def test_whatever_is_well_formed_inflates_to_what_it_was():
    assert inflate(deflate(PLAIN)) == PLAIN


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", ["outer", "inner"])
def test_a_million_mutants(kind, say):
    found = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tests.services.sync.mutants", kind, "1000000"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    figures = json.loads(found)
    outcomes = figures["outcomes"]
    say(f"{kind}: {figures}")
    assert {"accepted", "unhandled", "beyond limits"}.isdisjoint(outcomes)
    assert sum(outcomes.values()) == 1_000_000
    assert figures["megabytes"] <= MEGABYTES
    assert figures["slowest"] <= SECONDS


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_twenty_thousand_structures():
    structures(20_000)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.skipif(sys.platform == "win32", reason="ceilings are counted by Linux")
def test_bombs_stay_within_the_ceilings(tmp_path, say):
    found = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tests.services.sync.bombed", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    figures = json.loads(found)
    say(f"bombs: {figures}")
    assert figures["unlike"] == []
    assert figures["megabytes"] <= MEGABYTES
    assert figures["slowest"][1] <= SECONDS
    assert reading.SECONDS == SECONDS
