"""Chinese text broken into lines: what may begin one, what may end one, how it is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.services.certificates.drawing.lines import (
    CLOSING,
    MOST_STRETCH,
    NEVER_FIRST,
    NEVER_LAST,
    Line,
    broken,
    pieces,
    width_of,
)


def advance(character):
    """Give Han a whole em and ASCII a half, as our fonts nearly do."""
    return 0.5 if character.isascii() else 1.0


def texts(lines):
    return [line.text for line in lines]


def test_han_text_is_cut_at_the_width():
    assert texts(broken("一二三四五六七八九十", 4, advance)) == ["一二三四", "五六七八", "九十"]


def test_only_the_first_line_is_indented():
    lines = broken("一二三四五六七八九十", 4, advance, indent=2)

    assert texts(lines) == ["一二", "三四五六", "七八九十"]
    assert [line.indent for line in lines] == [2, 0, 0]


def test_a_closing_mark_takes_the_character_before_it_along():
    assert texts(broken("一二三四，、五六", 4, advance)) == ["一二三", "四，、五", "六"]


def test_a_closing_mark_at_the_end_may_take_half_its_width():
    assert texts(broken("一二三，四五六", 3.5, advance)) == ["一二三，", "四五六"]


def test_an_opening_mark_goes_over_with_what_it_opens():
    assert texts(broken("一二三（四五）", 4, advance)) == ["一二三", "（四五）"]


def test_a_long_dash_and_an_ellipsis_are_not_parted():
    assert texts(broken("一二三——四", 4, advance)) == ["一二", "三——四"]
    assert texts(broken("一二三……四", 4, advance)) == ["一二", "三……四"]


def test_a_western_word_stays_whole_and_its_blank_does_not_begin_a_line():
    assert texts(broken("Maria del Carmen", 6, advance)) == ["Maria del ", "Carmen"]


def test_figures_stay_with_the_word_that_counts_them():
    assert texts(broken("住址三幢501室", 6, advance)) == ["住址三幢", "501室"]


def test_a_citizens_number_is_parted_only_between_its_parts():
    lines = texts(broken("号码110000199001010013", 8, advance))

    assert lines == ["号码110000", "199001010013"]


def test_a_word_wider_than_the_line_is_parted_by_force():
    assert texts(broken("abcdefghij", 2, advance)) == ["abcd", "efgh", "ij"]


def test_an_empty_text_is_one_empty_line():
    assert broken("", 4, advance) == [Line("", 0.0, 0, is_last=True)]


@pytest.mark.parametrize(
    ("text", "width"),
    [("）（", 1.5), ("。”", 1.5), ("《“", 1.5), ("”，", 1.5), ("一（", 2), ("）一", 2)],
)
def test_marks_that_meet_share_a_space(text, width):
    assert width_of(text, advance) == width


CHARACTERS = st.text(
    alphabet="一二三四五六0123456789abc 。，、；：！？（）《》“”·—…号室年", max_size=80
)


@given(text=CHARACTERS, width=st.floats(6, 30))
def test_no_character_is_lost_but_blanks_at_a_turn(text, width):
    together = "".join(texts(broken(text, width, advance)))

    assert together.replace(" ", "") == text.replace(" ", "")


@given(text=CHARACTERS, width=st.floats(6, 30))
def test_no_line_is_wider_than_its_width(text, width):
    for line in broken(text, width, advance):
        shown = line.width - (0.5 if line.text and line.text[-1] in CLOSING else 0)
        assert shown <= width + 1e-6


@given(
    words=st.lists(
        st.sampled_from(["一二", "三", "（四）", "五，", "“六”。", "2026年"]), max_size=60
    )
)
def test_lines_begin_and_end_as_the_rules_of_punctuation_ask(words):
    lines = texts(broken("".join(words), 12, advance))

    assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]


@given(text=CHARACTERS.filter(bool), width=st.floats(6, 30))
def test_a_line_set_out_holds_its_characters_in_order_and_ends_within_its_width(text, width):
    for line in broken(text, width, advance):
        found = pieces(line, width, advance)
        assert "".join(piece.text for piece in found) == line.text
        assert all(piece.gap <= MOST_STRETCH for piece in found)
        assert [piece.x for piece in found] == sorted(piece.x for piece in found)


def test_a_full_line_is_stretched_to_the_margin():
    line = Line("一二三四五六七八九十", 0.0, 10.0, is_last=False)

    [piece] = pieces(line, 10.45, advance)

    assert piece.gap == pytest.approx(0.05)


@pytest.mark.parametrize(("width", "is_last"), [(10.45, True), (12, False)])
def test_the_last_line_and_a_line_far_too_short_stay_ragged(width, is_last):
    line = Line("一二三四五六七八九十", 0.0, 10.0, is_last=is_last)

    assert [piece.gap for piece in pieces(line, width, advance)] == [0.0]


def test_figures_are_not_spread():
    line = Line("一2026二", 0.0, 4.0, is_last=False)

    assert [(piece.text, piece.gap) for piece in pieces(line, 4.1, advance)] == [
        ("一2", pytest.approx(0.05)),
        ("026", 0.0),
        ("二", 0.0),
    ]
