from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.entries import (
    LONGEST_TERM,
    Field,
    Kind,
    SearchEntry,
    end_token,
    entry_of_certificate,
    entry_of_dwelling,
    entry_of_household,
    entry_of_person,
    name_tokens,
    target_of,
    terms_of,
    text_of,
)

ZENG = SearchEntry(
    seq=7,
    key="k",
    name="曾小明",
    readings=("zeng xiao ming", "ceng xiao ming"),
    aliases=("曾大明",),
    numbers=("11010519491231002X",),
    phones=("138-0000-1111",),
    address="幸福里小区3幢501室",
)


def a_person(**columns):
    return entry_of_person(
        {"name": "曾小明", **columns}, seq=7, key="k", readings=(), numbers=(), address=""
    )


def test_a_resident_keeps_his_line_as_his_number_in_the_index():
    assert ZENG.target == 7
    assert target_of(Kind.RESIDENT, 7) == 7


def test_no_two_records_of_different_kinds_share_a_number():
    lines = (0, 1, 10_000_000, (1 << 48) - 1)
    targets = [target_of(kind, seq) for kind in Kind for seq in lines]
    assert len(set(targets)) == len(targets)
    assert max(targets) < 1 << 63


def test_every_name_reading_number_and_phone_is_a_term():
    assert terms_of(ZENG) == {
        "n曾小明",
        "n曾大明",
        "pzengxiaoming",
        "pcengxiaoming",
        "izxm",
        "icxm",
        "d11010519491231002x",
        "ex20013219491501011",
        "t13800001111",
        "u11110000831",
    }


def test_a_name_nobody_can_read_has_no_term_that_begins_every_query():
    nothing = SearchEntry(
        seq=1, key="k", name="···", readings=("- -",), numbers=("",), phones=("-",)
    )
    assert terms_of(nothing) == set()
    assert not {each.value for each in Field} & terms_of(nothing)


def test_a_name_without_end_is_cut_to_what_the_index_takes():
    long = SearchEntry(seq=1, key="k", name="阿" * 200, readings=(" ".join(["a"] * 200),))
    assert {len(term) - 1 for term in terms_of(long) if term[0] in "np"} == {LONGEST_TERM}


def test_the_words_of_the_full_text_tell_where_they_come_from():
    words = text_of(ZENG).split()
    assert {"n曾", "n小", "n明", "n曾小", "n小明", "n大"} <= set(words)
    assert {"yzeng", "yceng", "yxiao", "yxiaoming", "xzx", "xzxm", "xxm"} <= set(words)
    assert {"zx200", "z1111"} <= set(words)
    assert "xz" not in words  # one initial stands in every third name


def test_a_given_name_of_one_character_is_found_by_its_syllable_and_initial():
    words = text_of(SearchEntry(seq=1, key="k", name="曾明", readings=("zeng ming",))).split()
    assert {"yzeng", "yming", "xm", "xzm"} <= set(words)


def test_what_is_not_read_leaves_no_initial():
    words = text_of(SearchEntry(seq=1, key="k", name="𠮷·小明", readings=("- xiao ming",))).split()
    assert {"yxiao", "yming", "xxm"} <= set(words)
    assert not any("-" in word for word in words)


@pytest.mark.parametrize(
    "entry",
    [
        entry_of_dwelling(seq=1, key="k", text="幸福里小区3幢501室"),
        entry_of_household(seq=1, key="k", number="000012345"),
        entry_of_certificate(
            seq=1, key="k", number="石社证字〔2026〕0012号", year=2026, serial=12, holder="曾小明"
        ),
    ],
)
def test_what_is_titled_by_a_number_or_an_address_is_not_found_by_its_letters(entry):
    assert not any(term.startswith("n") for term in terms_of(entry))
    assert not any(word.startswith("n") for word in text_of(entry).split())


def test_a_certificate_is_found_by_its_number_its_digits_and_its_year():
    entry = entry_of_certificate(
        seq=1, key="k", number="石社证字〔2026〕0012号", year=2026, serial=12, holder="曾小明"
    )
    assert entry.numbers == ("石社证字〔2026〕0012号", "20260012", "0012")
    assert (entry.name, entry.address) == (entry.numbers[0], "曾小明")


def test_two_telephones_in_one_field_are_found_each_by_its_beginning():
    entry = a_person(phone="025-84397406、13800005678", other_phone="13900000002")
    assert entry.phones == ("025-84397406", "13800005678", "13900000002")
    assert {"t02584397406", "t13800005678", "t13900000002"} <= terms_of(entry)


def test_what_is_not_known_of_a_person_is_left_out():
    entry = a_person(phone=None, former_name="", born=None)
    assert (entry.phones, entry.aliases, entry.born, entry.sex) == ((), (), "", "0")


def test_a_birthday_may_be_a_day_or_its_text():
    told = {a_person(born=born).born for born in ("1990-01-01", date(1990, 1, 1))}
    assert told == {"1990-01-01"}


@pytest.mark.parametrize(
    ("digits", "token"),
    [("13800001111", "z1111"), ("001X", "zx100"), ("12", "z21"), ("138-0000-11 11", "z1111")],
)
def test_the_end_of_a_number_is_written_backwards(digits, token):
    assert end_token(digits) == token


@given(st.text(min_size=1, max_size=30))
def test_a_piece_of_a_name_is_made_of_tokens_of_the_name(name):
    whole = set(name_tokens(name))
    for start in range(len(name)):
        assert set(name_tokens(name[start : start + 3])) <= whole


@given(
    st.text(max_size=20),
    st.lists(st.text(max_size=20), max_size=3),
    st.lists(st.text(max_size=20), max_size=3),
)
def test_whatever_was_entered_makes_terms_of_known_lists(name, numbers, phones):
    entry = SearchEntry(seq=1, key="k", name=name, numbers=tuple(numbers), phones=tuple(phones))
    assert all(len(term) > 1 and term[0] in set(Field) for term in terms_of(entry))
