"""The format of the code, held fast: what was printed once is read for ever."""

from __future__ import annotations

import json
import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.errors import RefusedError
from station_app.domain.paper_code import cbor
from station_app.domain.paper_code.cbor import CodeMalformedError, read, written
from station_app.domain.paper_code.claims import (
    SIGNATURE,
    Claims,
    claims_of,
    fitted,
    taken_apart,
    to_sign,
)
from station_app.domain.paper_code.digits import (
    MOST_DIGITS,
    DigitsRefusedError,
    bytes_of,
    clean_digits,
    digits_of,
)
from station_app.domain.paper_code.trust import (
    KeyEntry,
    Revocation,
    TrustList,
    end_of_key,
    list_bytes,
)

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
WORDS = "幸福里小区3幢2单元501室社证字〔2026〕第0001号110000********001X".encode()
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)
DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2999, 12, 31))
CLAIMS = st.builds(
    Claims,
    kind=st.integers(0, 2**32 - 1),
    number=TEXT,
    issued_on=DAYS,
    valid_to=DAYS,
    document=TEXT,
    name=TEXT,
    facts=st.lists(TEXT, max_size=12).map(tuple),
)
ITEMS = st.recursive(
    st.integers(0, 2**32 - 1) | st.binary(max_size=40) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=30).map(tuple),
    max_leaves=40,
)


def depth_of(item):
    return 1 + max(map(depth_of, item), default=0) if isinstance(item, tuple) else 0


def as_lists(item):
    return [as_lists(each) for each in item] if isinstance(item, tuple) else item


@given(ITEMS.filter(lambda item: depth_of(item) <= cbor.DEEPEST))
def test_what_is_written_is_read_again_and_is_what_the_library_writes(item):
    data = written(item)
    assert read(data) == item
    assert data == cbor2.dumps(as_lists(item), canonical=True)


@given(st.binary(max_size=60))
def test_bytes_are_read_in_one_form_only(data):
    try:
        item = read(data)
    except CodeMalformedError:
        return
    assert written(item) == data


def test_what_lies_too_deep_is_neither_written_nor_read():
    deep = ((((),),),)
    with pytest.raises(CodeMalformedError):
        written(deep)
    with pytest.raises(CodeMalformedError):
        read(cbor2.dumps(as_lists(deep)))


@pytest.mark.parametrize("number", [-1, 2**32])
def test_numbers_beyond_four_bytes_are_not_written(number):
    with pytest.raises(CodeMalformedError):
        written(number)


@given(st.binary(min_size=73, max_size=470).map(lambda data: b"\x01" + data))
def test_digits_give_the_bytes_back(data):
    digits = digits_of(data)
    assert bytes_of(digits) == data
    assert bytes_of(" ".join(digits)) == data
    assert digits_of(bytes_of(digits)) == digits


@given(st.data(), st.binary(min_size=80, max_size=200).map(lambda data: b"\x01" + data))
def test_one_wrong_digit_is_told_from_a_forgery(data, content):
    digits = digits_of(content)
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([each for each in string.digits if each != digits[place]]))
    with pytest.raises(DigitsRefusedError):
        bytes_of(digits[:place] + other + digits[place + 1 :])


@given(st.data(), st.binary(min_size=80, max_size=200).map(lambda data: b"\x01" + data))
def test_two_neighbours_that_changed_places_are_told_from_a_forgery(data, content):
    digits = digits_of(content)
    place = data.draw(st.integers(0, len(digits) - 2))
    first, second = digits[place : place + 2]
    if first != second:
        with pytest.raises(DigitsRefusedError):
            bytes_of(digits[:place] + second + first + digits[place + 2 :])


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    try:
        data = bytes_of(text)
    except DigitsRefusedError:
        return
    assert digits_of(data) == clean_digits(text)


@given(CLAIMS)
def test_claims_come_back_as_they_were_signed(claims):
    signed = to_sign(claims, key_id="0a" * 6, dictionary=1, words=WORDS)
    try:
        data = bytes_of(digits_of(signed + bytes(SIGNATURE)))
    except DigitsRefusedError:
        return  # longer than a code may be; fitted() sees to that before
    parts = taken_apart(data)
    assert (parts.key_id, parts.dictionary, parts.signed) == ("0a" * 6, 1, signed)
    if len(written_of(claims)) <= 1024:
        assert claims_of(parts, {1: WORDS}) == claims


def written_of(claims):
    return written(
        (
            claims.kind,
            claims.number,
            0,
            0,
            claims.document,
            claims.name,
            claims.facts,
        )
    ) + bytes(8)


@given(
    st.lists(
        st.text(
            st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=60, max_size=60
        ),
        min_size=4,
        max_size=4,
    )
)
def test_the_longest_facts_are_cut_until_the_code_can_be_printed(facts):
    claims = replace(EXAMPLE, facts=tuple(facts))
    shorter = fitted(claims, dictionary=1, words=WORDS)
    signed = to_sign(shorter, key_id="00" * 6, dictionary=1, words=WORDS)
    assert len(digits_of(signed + bytes(SIGNATURE))) <= MOST_DIGITS
    for cut, whole in zip(shorter.facts, facts, strict=True):
        assert cut == whole or (cut.endswith("…") and whole.startswith(cut[:-1]))


def test_a_name_that_fills_the_code_by_itself_is_refused():
    name = "".join(chr(0x4E00 + 97 * place % 20_000) for place in range(300))
    with pytest.raises(RefusedError, match="refused"):
        fitted(replace(EXAMPLE, name=name), dictionary=1, words=WORDS)


EXAMPLE = Claims(
    kind=1,
    number="石社证字〔2026〕第0001号",
    issued_on=date(2026, 11, 23),
    valid_to=date(2026, 12, 23),
    document="110000********0013",
    name="张三",
    facts=("幸福里小区3幢2单元501室", "2021-03", "办理子女入学", ""),
)


def test_claims_do_not_show_themselves():
    assert "张三" not in repr(EXAMPLE)


def test_a_key_is_believed_for_thirty_days_of_the_next_year():
    assert end_of_key(date(2026, 3, 1)) == date(2027, 1, 30)


def test_the_order_of_entries_makes_no_other_list():
    keys = [
        KeyEntry(
            id=f"{number:012x}",
            public=bytes([number]) * 32,
            issuer="x",
            valid_from=date(2026, 1, 1),
            valid_to=date(2026, 2, 1),
        )
        for number in range(3)
    ]
    revoked = [Revocation(handle=f"{number:016x}", on=date(2026, 1, 2)) for number in range(3)]
    one = TrustList(day=date(2026, 1, 3), keys=tuple(keys), revoked=tuple(revoked))
    other = TrustList(
        day=date(2026, 1, 3), keys=tuple(reversed(keys)), revoked=tuple(reversed(revoked))
    )
    assert list_bytes(one) == list_bytes(other)
    assert one.sequence == 6


@pytest.mark.parametrize("vector", VECTORS["codes"], ids=lambda vector: vector["name"])
def test_codes_of_before_are_read_as_they_were(vector):
    parts = taken_apart(bytes_of(vector["digits"]))
    words = Path(__file__).parents[3] / "resources" / "verify" / "dictionary-1.txt"
    claims = claims_of(parts, {1: words.read_bytes()})
    assert (parts.key_id, parts.algorithm) == (vector["key"], 1)
    assert claims == Claims(
        kind=vector["kind"],
        number=vector["number"],
        issued_on=date.fromisoformat(vector["issued_on"]),
        valid_to=date.fromisoformat(vector["valid_to"]),
        document=vector["document"],
        name=vector["name"],
        facts=tuple(vector["facts"]),
    )


def test_a_list_is_written_as_it_was():
    told = VECTORS["list"]
    trust = TrustList(
        day=date.fromisoformat(told["day"]),
        keys=tuple(
            KeyEntry(
                id=each["id"],
                public=bytes.fromhex(each["public"]),
                issuer=each["issuer"],
                valid_from=date.fromisoformat(each["from"]),
                valid_to=date.fromisoformat(each["to"]),
                withdrawn_on=each["withdrawn"] and date.fromisoformat(each["withdrawn"]),
            )
            for each in told["keys"]
        ),
        revoked=tuple(
            Revocation(handle=each["handle"], on=date.fromisoformat(each["on"]))
            for each in told["revoked"]
        ),
        confirmed=frozenset(told["confirmed"]),
    )
    assert list_bytes(trust).hex() == told["bytes"]
