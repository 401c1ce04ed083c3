from __future__ import annotations

import uuid

import pytest

from station_app.domain import keys
from station_app.domain.keys import new_key


@pytest.fixture
def at(monkeypatch):
    """Return a way to set the moment at which keys are made."""
    return lambda milliseconds: monkeypatch.setattr(
        keys.time, "time_ns", lambda: milliseconds * 1_000_000
    )


def test_a_key_is_a_uuid_of_version_seven():
    made = uuid.UUID(hex=new_key())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_a_key_tells_the_moment_it_was_made_at(at):
    at(1_772_352_000_123)
    assert int(new_key()[:12], 16) == 1_772_352_000_123


def test_keys_stand_in_the_order_of_time(at):
    made = []
    for moment in (1, 0xFFF, 0x1000, 1_772_352_000_000, 1_772_352_000_001):
        at(moment)
        made.append(new_key())
    assert made == sorted(made)
    assert {len(key) for key in made} == {32}


def test_no_key_of_one_moment_is_made_twice(at):
    at(1_772_352_000_000)
    assert len({new_key() for _ in range(2_000)}) == 2_000


@pytest.mark.parametrize("chance", [0, (1 << keys.RANDOM_BITS) - 1])
def test_chance_never_touches_the_time_nor_the_version(monkeypatch, at, chance):
    at(5)
    monkeypatch.setattr(keys.secrets, "randbits", lambda bits: chance)
    key = new_key()
    assert key[:13] == "0000000000057"
    assert uuid.UUID(hex=key).variant == uuid.RFC_4122
