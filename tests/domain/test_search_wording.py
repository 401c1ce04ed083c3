"""What is looked for in the full text, beside what stands in it: nobody may be missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.entries import SearchEntry, text_of
from station_app.domain.search.places import answers, asked_tokens, asked_words, place_tokens
from station_app.domain.search.queries import read_query
from station_app.domain.search.wording import either, spellings, ways_of

NAMES = st.text(alphabet="曾小明阿依古丽李大", min_size=1, max_size=6)


def token(typed):
    (found,) = read_query(typed).tokens
    return found


def lets_through(way, text):
    """Whether the expression *way* of FTS5, of nothing but AND, is met by *text*."""
    words = text.split()
    return all(
        any(word.startswith(asked[:-1]) for word in words)
        if asked.endswith("*")
        else asked in words
        for asked in way.split(" AND ")
    )


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("明", ["n明", "a明"]),
        ("小明", ["n小明", "a小明"]),
        ("曾小明", ["n曾小 AND n小明", "a曾小明"]),
        ("1111", ["z1111", "e1111"]),
        ("111 ", ["z111*", "e111"]),
        ("11 ", ["e11"]),
        ("3-501 ", ["b3x501", "q3x501"]),
        ("3幢501 ", ["b3x501", "q3x501"]),
        ("zengxiaoming ", ["yzengxiaoming", "yzeng AND yxiao AND yming"]),
    ],
)
def test_each_word_is_looked_for_by_what_is_rarest(typed, ways):
    assert ways_of(token(typed)) == ways


def test_a_syllable_being_typed_may_grow():
    assert {"yxi", "yxian", "yxing"} <= set(ways_of(token("xi")))
    assert ways_of(token("xi ")) == ["yxi"]


def test_a_number_being_typed_may_grow_until_it_is_a_whole_one():
    assert "p50" in ways_of(token("50"))
    assert "p5012" not in ways_of(token("5012"))


def test_a_single_digit_after_others_is_left_to_be_judged():
    """It stands in nearly every address: the index would read them all for nothing."""
    assert asked_tokens(asked_words("3 5"), is_open=True)[-1] == ["e3"]
    assert asked_tokens(asked_words("3 50"), is_open=True)[-1] == ["e3", "p50"]
    assert asked_tokens(asked_words("5"), is_open=True)[-1] == ["p5"]


def test_a_double_number_of_a_house_is_looked_for_as_it_was_kept():
    kept = place_tokens("人民路18-2号301").split()
    (way,) = asked_tokens(asked_words("人民路18-2号301"), is_open=False)
    assert set(way) <= set(kept)
    assert not any("-" in token for token in way)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("zengxm", "yzeng AND xzxm"),
        ("zxming", "xzxm"),
        ("xiaom", "yxiao AND xxm"),
    ],
)
def test_between_pinyin_and_initials_whole_syllables_are_looked_for(letters, expected):
    assert expected in spellings(letters)


def test_one_piece_is_no_spelling_and_several_are_few():
    assert spellings("z") == []
    assert 0 < len(spellings("anananananan")) <= 4


def test_either_of_several_ways_is_one_expression():
    assert either(["n小明", "a小 AND a明"]) == "((n小明) OR (a小 AND a明))"


@given(NAMES, st.data())
def test_whoever_has_the_characters_side_by_side_is_let_through(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    text = text_of(SearchEntry(seq=1, key="k", name=name))
    assert any(lets_through(way, text) for way in ways_of(token(name[start:end])))


@given(st.integers(0, 10**10 - 1), st.integers(3, 8))
def test_whoever_has_the_end_of_a_number_is_let_through(rest, length):
    number = f"1{rest:010d}"
    text = text_of(SearchEntry(seq=1, key="k", name="曾", phones=(number,)))
    assert any(lets_through(way, text) for way in ways_of(token(number[-length:] + " ")))


PARTS = st.tuples(
    st.sampled_from(["", "幸福里", "幸福里小区", "东方红新村"]),
    st.integers(1, 40),
    st.integers(0, 4),
    st.integers(100, 3001),
)


def written(parts):
    estate, building, unit, room = parts
    return f"{estate}{building}幢{f'{unit}单元' if unit else ''}{room}室"


@given(PARTS, PARTS, st.booleans(), st.integers(0, 3))
def test_every_address_that_answers_is_let_through(kept, asked, is_open, cut):
    """What comes from the index is judged afterwards; what does not come is never seen."""
    address = written(kept)
    typed = written(asked)[: -cut or None]
    said = asked_words(typed)
    if answers(address, said, is_open=is_open):
        words = place_tokens(address).split()
        ways = asked_tokens(said, is_open=is_open)
        assert any(set(way) <= set(words) for way in ways)


@given(PARTS, st.data())
def test_an_address_is_let_through_for_each_beginning_of_it(kept, data):
    address = written(kept)
    typed = address[: data.draw(st.integers(1, len(address)))]
    said = asked_words(typed)
    if answers(address, said, is_open=True):
        ways = asked_tokens(said, is_open=True)
        assert not ways or any(set(way) <= set(place_tokens(address).split()) for way in ways)
