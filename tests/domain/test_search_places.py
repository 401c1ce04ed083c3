from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.places import (
    PlaceWords,
    answers,
    asked_words,
    marked_in,
    place_tokens,
    place_words,
)

ADDRESS = "幸福里小区3幢2单元501室"


@pytest.mark.parametrize(
    "typed",
    [
        "3-2-501",
        "幸福里3幢501",
        "幸福里 3 2 501",
        "3号楼2单元501室",
        "三幢二单元501",
        "幸福里小区",
        "幸福里",
        "福里",
        "３幢５０１",
        "3#501",
    ],
)
def test_every_wording_of_an_address_is_understood(typed):
    assert answers(ADDRESS, asked_words(typed), is_open=False)


@pytest.mark.parametrize("typed", ["2-3-501", "501-3", "幸福村", "3-2-50", "4幢"])
def test_another_address_is_not_taken_for_it(typed):
    assert not answers(ADDRESS, asked_words(typed), is_open=False)


def test_a_number_being_typed_may_be_a_beginning():
    assert answers(ADDRESS, asked_words("3-2-5"), is_open=True)
    assert not answers(ADDRESS, asked_words("3-2-5"), is_open=False)
    assert not answers(ADDRESS, asked_words("3-2-6"), is_open=True)


def test_letters_and_double_numbers_of_houses_are_kept():
    assert place_words("人民路18-2号301").numbers == ("18-2", "301")
    assert place_words("A座1201").numbers == ("a", "1201")


def test_words_and_numbers_are_marked_where_they_stand():
    asked = asked_words("501 幸福里")
    assert [ADDRESS[at : at + length] for at, length in marked_in(ADDRESS, asked)] == [
        "幸福里",
        "501",
    ]


def test_a_number_is_not_marked_inside_another():
    asked = PlaceWords(numbers=("1",))
    assert marked_in("和平路21幢1单元", asked) == [(6, 1)]


@given(st.text(max_size=60))
def test_tokens_are_words_the_full_text_index_can_take(text):
    tokens = place_tokens(text)
    assert '"' not in tokens
    assert all(token[0] in "abepq" for token in tokens.split(" ") if token)


@given(st.text(max_size=40))
def test_an_address_answers_to_its_own_words(text):
    said = place_words(text)
    assert answers(text, said, is_open=False)


def test_what_does_not_stand_in_the_address_is_not_marked():
    assert marked_in(ADDRESS, PlaceWords(("幸福里",), ("9", "501"))) == [(0, 3), (10, 3)]


def test_marks_stand_right_in_a_text_that_folding_would_shorten():
    text = "Cafe\u0301 3幢501"
    assert marked_in(text, PlaceWords((), ("3", "501"))) == [(6, 1), (8, 3)]
