from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.pinyin import (
    cuts,
    initials,
    joined,
    spelled,
    syllables_from,
    whole_syllables,
)

READING = "zeng xiao ming"
SYLLABLES = st.sampled_from(["zeng", "xiao", "ming", "a", "er", "lv", "zhuang", "xian", "ou"])


@pytest.mark.parametrize(
    ("letters", "places"),
    [
        ("zengxiaoming", (0, 1, 2)),
        ("zxm", (0, 1, 2)),
        ("zengxm", (0, 1, 2)),
        ("zxming", (0, 1, 2)),
        ("z", (0,)),
        ("xiaom", (1, 2)),
        ("ming", (2,)),
        ("zm", ()),
        ("zengxiaomingx", ()),
        ("ingm", ()),
    ],
)
def test_letters_stand_for_neighbouring_characters(letters, places):
    assert spelled(letters, READING) == places


def test_what_is_not_read_is_passed_over():
    assert spelled("aygl", "a yi gu - li") == (0, 1, 2, 4)
    assert joined("- tian") == "tian"
    assert initials("- tian") == "t"


def test_every_way_of_sharing_letters_out_is_tried():
    assert spelled("xian", "xi an") == (0, 1)
    assert spelled("xian", "xian") == (0,)
    assert spelled("shhan", "sh han") == (0, 1)


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("zhangwei", ("zhang", "wei")),
        ("lvlue", ("lv", "lue")),
        ("zxm", ()),
        ("zhangw", ()),
        ("", ()),
    ],
)
def test_whole_syllables_are_told_from_beginnings(letters, syllables):
    assert whole_syllables(letters) == syllables


def test_the_cut_with_fewest_pieces_comes_first():
    assert cuts("zengxm")[0] == ("zeng", "x", "m")
    assert ("zh", "x", "m") in cuts("zhxm")
    assert len(cuts("xianxianxianxian")) <= 8


def test_a_syllable_grows_once_it_has_a_vowel():
    assert {"zha", "zhai", "zhan", "zhang", "zhao"} <= set(syllables_from("zha"))
    assert syllables_from("zh") == []


@given(st.lists(SYLLABLES, min_size=1, max_size=4), st.data())
def test_any_beginnings_of_all_syllables_are_understood(syllables, data):
    lengths = [data.draw(st.integers(1, len(syllable))) for syllable in syllables]
    letters = "".join(
        syllable[:length] for syllable, length in zip(syllables, lengths, strict=True)
    )
    assert spelled(letters, " ".join(syllables))


@given(st.lists(SYLLABLES, min_size=1, max_size=4))
def test_the_full_reading_stands_for_the_whole_name(syllables):
    assert len(spelled("".join(syllables), " ".join(syllables))) >= 1
    assert whole_syllables("".join(syllables))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_cuts_put_together_again_are_what_was_typed(letters):
    assert all("".join(cut) == letters for cut in cuts(letters))


def test_letters_to_be_shared_out_in_a_million_ways_are_judged_at_once():
    assert spelled("a" * 30 + "b", " ".join(["aa"] * 30)) == ()
    assert spelled("a" * 30, " ".join(["aa"] * 30)) == tuple(range(15))
