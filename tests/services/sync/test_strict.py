"""CBOR is taken as we write it, and in no other way."""

from __future__ import annotations

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync import strict
from station_app.services.sync.strict import HIGHEST, LOWEST, NESTING, read
from station_app.services.sync.writing import is_writable, write

LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(LOWEST, HIGHEST),
    st.text(st.characters(codec="utf-8")),
    st.binary(),
)
TREE = st.recursive(
    LEAF, lambda part: st.lists(part) | st.dictionaries(st.text("abcdef", max_size=40), part)
)


def refusal(data):
    with pytest.raises(SyncFileRefusedError) as refused:
        read(data)
    return refused.value.reason


@settings(deadline=None)
@given(TREE)
def test_what_was_written_is_read(value):
    try:
        back = read(write(value))
    except SyncFileRefusedError as refused:
        assert refused.facts["where"] == "nesting"  # noqa: PT017 - the only reason there may be
    else:
        assert repr(back) == repr(cbor2.loads(write(value)))


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_what_is_read_was_written_so(data):
    try:
        value = read(data)
    except SyncFileRefusedError:
        return
    assert write(value) == data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "nothing"),
        ("1817", "a head that is too long"),
        ("190017", "a head that is too long"),
        ("1a0000ffff", "a head that is too long"),
        ("1b00000000ffffffff", "a head that is too long"),
        ("1b8000000000000000", "more than 63 bits"),
        ("3b8000000000000000", "more than 63 bits"),
        ("5800", "a head that is too long"),
        ("9f01ff", "an indefinite list"),
        ("bf616101ff", "an indefinite map"),
        ("5f4101ff", "indefinite bytes"),
        ("7f6161ff", "an indefinite text"),
        ("ff", "a break"),
        ("1c", "a reserved head"),
        ("f7", "undefined"),
        ("f0", "a simple value"),
        ("f820", "a simple value"),
        ("f90000", "a float"),
        ("fa00000000", "a float"),
        ("fb0000000000000000", "a float"),
        ("c001", "a tag"),
        ("d81c80", "a tag that shares"),
        ("c249010000000000000000", "a big number"),
        ("a2616101616102", "a key twice"),
        ("a2616201616102", "keys out of order"),
        ("a26261610161620 2".replace(" ", ""), "keys out of order"),
        ("a10101", "a key that is no text"),
        ("a1f601", "a key that is no text"),
        ("a1800 1".replace(" ", ""), "a key that is no text"),
        ("61ff", "no UTF-8"),
        ("63eda080", "half of a surrogate"),
        ("62c080", "UTF-8 that is too long"),
        ("0000", "what follows"),
        ("8201", "a list cut short"),
        ("4201", "bytes cut short"),
        ("9b7fffffffffffffff", "a list without end"),
        ("bb3fffffffffffffff", "a map without end"),
        ("5b7fffffffffffffff", "bytes without end"),
        ("81" * (NESTING + 1) + "01", "a list too deep"),
        ("a16161" * (NESTING + 1) + "01", "a map too deep"),
        ("81" * 100_000, "lists without bottom"),
    ],
)
def test_nothing_else_is_taken(data, why):
    assert refusal(bytes.fromhex(data)) is Refusal.MALFORMED, why


def test_as_deep_as_may_be_is_taken():
    assert read(bytes.fromhex("81" * NESTING + "01"))


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(strict, "PARTS", 100)
    assert refusal(write([[]] * 100)) is Refusal.TOO_LARGE


@pytest.mark.parametrize("value", [1.5, {1: 2}, (1,), "\ud800", 2**63, {1, 2}, object()])
def test_what_would_not_come_back_is_not_writable(value):
    assert not is_writable(value)
