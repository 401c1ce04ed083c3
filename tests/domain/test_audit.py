from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.audit.chain import (
    HEAD,
    ORIGIN,
    Entry,
    Fault,
    FaultKind,
    Link,
    canonical,
    digest_of,
    following,
    verify,
)

NUMBERS = st.integers(-(2**63), 2**63 - 1)
TEXTS = st.tuples(*[st.binary(max_size=12)] * 5)
MANY = 8


def a_chain(count=MANY, start=ORIGIN):
    """Return *count* entries, each with something of its own in it."""
    entries, head = [], start
    for number in range(count):
        entry = following(head, (b"2026", b"a@b", b"x:y:z", b"", f"{number}".encode()))
        entries.append(entry)
        head = head_of(entries)
    return entries


def head_of(entries):
    return Link(entries[-1].number, entries[-1].digest)


def read_back(told):
    """Return what *told* stands for: that this can be done is why no two are alike."""
    number, *lengths = HEAD.unpack_from(told)
    ends = list(accumulate(lengths, initial=HEAD.size))
    assert ends[-1] == len(told)
    return number, tuple(told[a:b] for a, b in pairwise(ends))


@given(NUMBERS, TEXTS)
def test_the_bytes_of_an_entry_can_be_read_back(number, texts):
    assert read_back(canonical(number, texts)) == (number, texts)


@given(st.tuples(NUMBERS, TEXTS), st.tuples(NUMBERS, TEXTS))
def test_two_different_entries_never_have_the_same_bytes(one, other):
    assert (canonical(*one) == canonical(*other)) == (one == other)


@given(st.binary(max_size=24), st.integers(0, 24), st.integers(0, 24))
def test_where_one_text_ends_and_the_next_begins_makes_a_difference(text, here, there):
    one = canonical(1, (text[:here], text[here:], b"", b"", b""))
    other = canonical(1, (text[:there], text[there:], b"", b"", b""))
    assert (one == other) == (text[:here] == text[:there])


def test_the_digest_is_the_one_that_stands_in_the_field_already():
    """Whoever has to change this line breaks every chain there is."""
    texts = tuple(
        text.encode()
        for text in ("2026-03-01T08:00:00.000000Z", "王芳@desk", "a:b:c", "0" * 32, '{"n": 1}')
    )
    assert digest_of(ORIGIN.digest, 1, texts).hex() == (
        "d435861097a512c52d3daff5aef8b5b65e05e22a26a18d3f49061c3bf1a039ec"
    )


def test_a_chain_as_it_was_written_is_whole():
    entries = a_chain()
    verdict = verify(entries)
    assert (verdict.count, verdict.head, verdict.fault) == (MANY, head_of(entries), None)
    assert verdict.is_whole


def test_an_empty_chain_is_whole_and_ends_where_it_begins():
    assert verify([]).head == ORIGIN
    assert verify([]).is_whole


@pytest.mark.parametrize("number", range(1, MANY + 1))
def test_any_former_head_is_an_anchor(number):
    entries = a_chain()
    assert verify(entries, anchor=head_of(entries[:number])).is_whole


def test_a_chain_can_begin_at_a_start_that_was_kept():
    entries = a_chain()
    start, rest = head_of(entries[:3]), entries[3:]
    assert verify(rest, start=start).is_whole
    assert verify(rest, start=start, anchor=start).is_whole
    assert verify(rest).fault == Fault(FaultKind.MISSING, 1)
    assert verify(entries[2:], start=start).fault == Fault(FaultKind.DOUBLED, 3)
    other = Link(3, bytes(32))
    assert verify(rest, start=other).fault == Fault(FaultKind.BROKEN, 4)
    assert verify(rest, start=start, anchor=other).fault == Fault(FaultKind.REPLACED, 3)


def test_an_anchor_before_the_start_shows_nothing():
    with pytest.raises(ValueError, match="anchor"):
        verify([], start=Link(3, bytes(32)), anchor=Link(2, bytes(32)))


def test_only_the_first_fault_is_told_and_all_entries_are_counted():
    entries = a_chain()
    del entries[5]
    entries[2] = entries[2]._replace(former=bytes(32))
    verdict = verify(entries)
    assert (verdict.count, verdict.fault) == (MANY - 1, Fault(FaultKind.CHANGED, 3))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda e: e[:2] + e[3:], Fault(FaultKind.MISSING, 3)),
        (lambda e: e[:3] + e[2:], Fault(FaultKind.DOUBLED, 3)),
        (lambda e: [*e[:2], e[2]._replace(digest=b""), *e[3:]], Fault(FaultKind.CHANGED, 3)),
        (lambda e: e[:2] + a_chain(MANY, e[0])[2:], Fault(FaultKind.MISSING, 3)),
        (lambda e: [*e[:2], Entry(3, e[4].texts, e[4].former, e[4].digest), *e[3:]], None),
        (lambda e: e[:-1], Fault(FaultKind.CUT, MANY)),
        (lambda e: [], Fault(FaultKind.CUT, 1)),
    ],
)
def test_what_is_wrong_is_told_by_its_kind_and_place(change, fault):
    entries = a_chain()
    anchor = head_of(entries)
    assert verify(change(entries), anchor=anchor).fault == (fault or Fault(FaultKind.REORDERED, 3))


def test_a_whole_chain_that_is_not_the_one_of_the_anchor_was_put_in_its_place():
    other = [following(ORIGIN, (b"",) * 5)]
    assert verify(other).is_whole
    assert verify(other, anchor=Link(1, bytes(32))).fault == Fault(FaultKind.REPLACED, 1)


def test_a_chain_that_nothing_guards_is_told_once_all_else_is_well():
    entries = a_chain()
    assert verify(entries, is_guarded=False).fault == Fault(FaultKind.UNGUARDED, MANY)
    assert verify(entries[1:], is_guarded=False).fault == Fault(FaultKind.MISSING, 1)
