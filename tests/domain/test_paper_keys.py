from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.paper_keys import (
    ALPHABET,
    LENGTH,
    POLYNOMIAL,
    MistypedPaperKeyError,
    PaperKey,
    new_paper_key,
    read_paper_key,
)

KEYS = st.binary(min_size=20, max_size=20).map(PaperKey)


def is_accepted(text):
    try:
        read_paper_key(text)
    except MistypedPaperKeyError:
        return False
    return True


@given(KEYS)
def test_what_is_printed_reads_back(key):
    assert read_paper_key(" - ".join(key.groups)) == key


@given(KEYS)
def test_a_key_is_nine_groups_of_four_from_the_alphabet(key):
    assert [len(group) for group in key.groups] == [4] * 9
    assert set(key.text()) <= set(ALPHABET)


def wide(text):
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() else sign for sign in text)


def test_small_full_width_and_mistaken_letters_are_taken_for_what_they_are():
    key = PaperKey(bytes(range(20)))
    text = key.text()
    assert {"0", "1"} <= set(text)
    for typed in (
        text.lower(),
        wide(text),
        text.replace("0", "O").replace("1", "I"),
        text.replace("0", "o").replace("1", "l"),
        "—".join(key.groups),
        "\u3000".join(key.groups) + "\r\n",
        "\u200b".join(key.groups),
    ):
        assert read_paper_key(typed) == key


def test_every_single_wrong_character_is_found():
    text = new_paper_key().text()
    wrong = [
        text[:place] + sign + text[place + 1 :]
        for place in range(LENGTH)
        for sign in ALPHABET
        if sign != text[place]
    ]
    assert len(wrong) == LENGTH * 31
    assert not any(map(is_accepted, wrong))


def test_every_swap_of_two_characters_is_found_however_far_apart():
    for _ in range(20):
        text = new_paper_key().text()
        for one, other in itertools.combinations(range(LENGTH), 2):
            signs = list(text)
            signs[one], signs[other] = signs[other], signs[one]
            if signs[one] != signs[other]:
                assert not is_accepted("".join(signs))


def test_the_polynomial_is_primitive():
    """Its order is the largest possible: that is why no swap escapes."""

    def power(exponent):
        result, base = 1, 2
        while exponent:
            result = times(result, base) if exponent & 1 else result
            base, exponent = times(base, base), exponent >> 1
        return result

    def times(one, other):
        product = 0
        while other:
            product ^= one if other & 1 else 0
            one, other = one << 1, other >> 1
            one ^= POLYNOMIAL if one >> 20 else 0
        return product

    order = (1 << 20) - 1
    assert power(order) == 1
    assert all(power(order // prime) != 1 for prime in (3, 5, 11, 31, 41))


@pytest.mark.parametrize("typed", ["", "A", "0" * 35, "0" * 37, "U" * 36, "0" * 36, "幸" * 36])
def test_what_is_no_key_is_told(typed):
    with pytest.raises(MistypedPaperKeyError) as told:
        read_paper_key(typed)
    assert told.value.facts == {"length": len(typed), "right": 36}


def test_one_group_typed_back_proves_the_copy():
    key = new_paper_key()
    for place, group in enumerate(key.groups):
        assert key.has_group(place, f" {group.lower()} ")
        assert not key.has_group(place, group[:3])
    assert not key.has_group(0, key.text())


def test_the_secret_is_not_shown_by_accident():
    key = PaperKey(b"\x07" * 20)
    assert "07" not in repr(key)
    assert new_paper_key() != new_paper_key()
