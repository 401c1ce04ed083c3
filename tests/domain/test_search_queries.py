from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.folding import fold, fold_letters, fold_name, fold_number
from station_app.domain.search.queries import MOST_TOKENS, Shape, read_query


@pytest.mark.parametrize(
    ("text", "shape", "plain"),
    [
        ("曾小明", Shape.HAN, "曾小明"),
        ("ZengXiaoming", Shape.LETTERS, "zengxiaoming"),
        ("zēngxiǎomíng", Shape.LETTERS, "zengxiaoming"),
        ("lǚ", Shape.LETTERS, "lv"),
        ("lü", Shape.LETTERS, "lv"),
        ("LYU", Shape.LETTERS, "lv"),
        ("0013", Shape.DIGITS, "0013"),
        ("３３１", Shape.DIGITS, "331"),
        ("001X", Shape.CODE, "001x"),
        ("3-2-501", Shape.PLACE, "32501"),
        ("幸福里3幢501", Shape.PLACE, "幸福里3幢501"),
        ("张xm", Shape.MIXED, "张xm"),
        ("阿依古丽·买买提", Shape.HAN, "阿依古丽买买提"),
        ("𠮷", Shape.HAN, "𠮷"),
    ],
)
def test_a_word_is_read_by_what_it_is_written_in(text, shape, plain):
    (token,) = read_query(text).tokens
    assert (token.shape, token.plain) == (shape, plain)


@pytest.mark.parametrize("text", ["", "   ", "，。", "---", "·"])
def test_nothing_to_look_for_is_an_empty_query(text):
    assert read_query(text).is_empty


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("zeng xiao ming", "zengxiaoming"),
        ("张 三", "张三"),
        ("110000 19900101 0013", "110000199001010013"),
        ("138-0000-1111", "13800001111"),
        ("11000019900101001X", "11000019900101001x"),
    ],
)
def test_words_that_make_one_are_also_tried_as_one(text, whole):
    assert read_query(text).whole.plain == whole


def test_words_of_different_kinds_stay_apart():
    query = read_query("zhang 3-2-501")
    assert query.whole is None
    assert [token.shape for token in query.tokens] == [Shape.LETTERS, Shape.PLACE]
    assert query.tokens[1].place.numbers == ("3", "2", "501")


def test_only_the_last_word_is_still_being_typed():
    assert [token.is_open for token in read_query("幸福里 50").tokens] == [False, True]
    assert [token.is_open for token in read_query("幸福里 50 ").tokens] == [False, False]


def test_compatibility_forms_are_not_made_one():
    assert fold("高") != fold("髙")


def test_private_use_characters_can_be_looked_for():
    assert fold_name("王\ue5e5") == "王\ue5e5"


@pytest.mark.parametrize(
    ("number", "plain"),
    [("110000 1990", "1100001990"), ("幸社证〔2026〕00012号", "幸社证202600012号"), ("X", "x")],
)
def test_marks_in_numbers_do_not_matter(number, plain):
    assert fold_number(number) == plain


@pytest.mark.parametrize(
    ("typed", "kept"), [("lve", "lue"), ("nve", "nue"), ("lyu", "lv"), ("nyu", "nv")]
)
def test_each_syllable_has_one_spelling(typed, kept):
    assert fold_letters(typed) == kept


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_and_bounded(text):
    query = read_query(text)
    assert len(query.tokens) <= MOST_TOKENS
    assert all(token.plain for token in query.tokens)


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_every_token_says_something(text):
    assert all(token.plain for token in read_query(text).tokens)
