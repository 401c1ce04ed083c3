"""Judging by itself: which entries answer what is typed, how well, and what is marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.entries import (
    SearchEntry,
    entry_of_certificate,
    entry_of_dwelling,
    entry_of_household,
)
from station_app.domain.search.hits import Mark, Part, Rank, judge, place_in_order
from station_app.domain.search.queries import Query, read_query

ZENG = SearchEntry(
    seq=7,
    key="k",
    name="曾小明",
    readings=("zeng xiao ming",),
    aliases=("曾大明",),
    numbers=("11010519491231002X", "C0001234"),
    phones=("13800001111", "025-84397406"),
    address="幸福里小区3幢2单元501室",
    born="1949-12-31",
    sex="1",
)
PAPER = entry_of_certificate(
    seq=1, key="c", number="石社证字〔2026〕0012号", year=2026, serial=12, holder="曾小明"
)


def hit(typed, entry=ZENG):
    return judge(read_query(typed), entry)


def marked(found):
    """Return the stretches that are marked, by the text they lie in."""
    texts = {Part.TITLE: found.title, Part.SUBTITLE: found.subtitle}
    return [
        texts[each.part][each.start : each.start + each.length]
        for each in found.marks
        if each.part in texts
    ]


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        ("曾小明", Rank.NAME),
        ("曾小", Rank.NAME_START),
        ("zengxiaoming", Rank.PINYIN),
        ("zengxiao", Rank.PINYIN_START),
        ("zxm", Rank.INITIALS),
        ("zx", Rank.INITIALS),
        ("小明", Rank.NAME_INSIDE),
        ("zengxm", Rank.SPELLED),
        ("xiaoming", Rank.SPELLED),
        ("11010519491231002X", Rank.NUMBER),
        ("002x", Rank.NUMBER_END),
        ("110105", Rank.NUMBER_START),
        ("13800001111", Rank.NUMBER),
        ("1111", Rank.NUMBER_END),
        ("84397406", Rank.NUMBER_END),
        ("025-84397406", Rank.NUMBER),
        ("3-2-501", Rank.ADDRESS),
        ("幸福里", Rank.ADDRESS),
    ],
)
def test_each_way_of_asking_has_its_rank(typed, rank):
    assert hit(typed).rank is rank


@pytest.mark.parametrize(
    "typed",
    ["", "明曾", "李四", "wang", "zm", "11", "9999", "3-1-501", "曾小明 李四", "zeng 9999"],
)
def test_who_does_not_answer_is_no_hit(typed):
    assert hit(typed) is None


@pytest.mark.parametrize(
    ("typed", "letters", "is_found"),
    [("曾xm", "zengxm", True), ("小m", "xiaom", True), ("增xm", "zengxm", False)],
)
def test_of_a_name_half_typed_the_characters_must_stand_in_it_too(typed, letters, is_found):
    (token,) = read_query(typed).tokens
    query = Query(typed, (replace(token, letters=(letters,)),))
    assert (judge(query, ZENG) is not None) is is_found


def test_two_digits_stand_in_every_number_and_find_nobody_by_it():
    assert hit("11", replace(ZENG, phones=("13800000011",), address="")) is None
    assert hit("011", replace(ZENG, phones=("13800000011",), address="")).rank is Rank.NUMBER_END


def test_a_name_typed_with_blanks_is_one_name():
    assert hit("zeng xiao ming").rank is Rank.PINYIN
    assert hit("曾 小 明").rank is Rank.NAME


def test_every_word_must_be_answered_in_any_order():
    for typed in ("曾小明 501", "501 曾小明", "zxm 幸福里", "1111 小明"):
        assert hit(typed) is not None
    assert hit("曾小明 502") is None


def test_several_words_rank_by_the_best_of_them():
    assert hit("501 曾小明 ").rank is Rank.NAME
    assert hit("幸福里 1111").rank is Rank.NUMBER_END


def test_of_an_address_in_another_building_the_room_alone_counts_less():
    elsewhere = replace(ZENG, address="幸福里小区5幢3单元501室")
    assert hit("3幢501").rank is Rank.ADDRESS
    assert hit("3幢501", elsewhere).rank is Rank.ADDRESS_ALIKE
    assert hit("幸福里 3幢501", elsewhere).rank is Rank.ADDRESS_ALIKE


def test_a_former_name_answers_but_leaves_no_mark_on_the_present_one():
    found = hit("曾大明")
    assert (found.title, found.rank, found.marks) == ("曾小明", Rank.NAME, ())


@pytest.mark.parametrize(
    ("typed", "stretches"),
    [
        ("小明", ["小明"]),
        ("xiaom", ["小明"]),
        ("zxm", ["曾小明"]),
        ("幸福里 501", ["幸福里", "501"]),
        ("501 小明", ["501", "小明"]),
    ],
)
def test_what_answered_is_marked(typed, stretches):
    assert marked(hit(typed)) == stretches


def test_marks_pass_over_the_dot_in_a_name():
    found = hit("古丽买", replace(ZENG, name="阿依古丽·买买提", readings=()))
    assert found.marks == (Mark(Part.TITLE, 2, 2), Mark(Part.TITLE, 5, 1))


def test_marks_pass_over_the_hyphen_in_a_phone():
    assert hit("2584397406").marks == (Mark(Part.PHONE, 1, 2), Mark(Part.PHONE, 4, 8))


def test_the_number_that_answered_is_the_one_shown():
    assert hit("C0001234").number != hit("曾小明").number
    assert hit("84397406").phone.endswith("7406")
    assert hit("曾小明").phone.endswith("1111")


def test_numbers_of_people_stay_masked():
    for typed in ("曾小明", "11010519491231002X", "13800001111", "C0001234"):
        told = repr(hit(typed))
        assert not any(whole in told for whole in (*ZENG.numbers, *ZENG.phones))


def test_somebody_without_numbers_shows_none():
    bare = replace(ZENG, numbers=(), phones=())
    assert (hit("曾小明", bare).number, hit("曾小明", bare).phone) == ("", "")


@pytest.mark.parametrize("typed", ["石社证字〔2026〕0012号", "20260012", "0012", "石社证字2026"])
def test_a_certificate_is_found_by_its_number_however_it_is_typed(typed):
    assert hit(typed, PAPER) is not None


def test_a_certificate_is_marked_in_its_title_and_not_masked():
    found = hit("石社证字〔2026〕0012号", PAPER)
    assert found.number == PAPER.name
    assert {mark.part for mark in found.marks} == {Part.TITLE}


def test_a_certificate_is_found_by_its_holder_after_everybody_of_the_name():
    found = hit("曾小明", PAPER)
    assert found.rank > hit("曾小明").rank
    assert found.marks == (Mark(Part.SUBTITLE, 0, 3),)


def test_a_dwelling_is_marked_in_its_title():
    dwelling = entry_of_dwelling(seq=1, key="d", text="幸福里小区3幢501室")
    assert marked(hit("3-501", dwelling)) == ["3", "501"]
    assert {mark.part for mark in hit("3-501", dwelling).marks} == {Part.TITLE}


def test_a_household_is_found_by_either_end_of_its_number():
    household = entry_of_household(seq=1, key="h", number="000012345")
    assert hit("2345", household).rank is Rank.NUMBER_END
    assert hit("0000", household).rank is Rank.NUMBER_START
    assert hit("000012345", household).marks == (Mark(Part.TITLE, 0, 9),)


def test_hits_of_one_rank_stand_in_the_order_of_their_readings():
    people = [
        replace(ZENG, seq=seq, name=name, readings=readings)
        for seq, (name, readings) in enumerate(
            [("章明", ("zhang ming",)), ("𠮷明", ()), ("曾明", ("zeng ming",))], start=1
        )
    ]
    hits = sorted((place_in_order(hit("明", each), each), each.name) for each in people)
    assert [name for _, name in hits] == ["曾明", "章明", "𠮷明"]


def test_of_two_of_the_same_name_the_one_entered_first_comes_first():
    first, second = (replace(ZENG, seq=seq) for seq in (3, 4))
    found = hit("曾小明", first), hit("曾小明", second)
    assert place_in_order(found[0], first) < place_in_order(found[1], second)


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
def test_marks_lie_within_what_they_mark(name, typed):
    entry = replace(ZENG, name=name, readings=(), address=name + "3幢501")
    found = judge(read_query(typed), entry)
    if found is not None:
        lengths = {
            Part.TITLE: len(found.title),
            Part.SUBTITLE: len(found.subtitle),
            Part.NUMBER: max(map(len, entry.numbers)),
            Part.PHONE: max(map(len, entry.phones)),
        }
        assert all(mark.start >= 0 and mark.length > 0 for mark in found.marks)
        assert all(mark.start + mark.length <= lengths[mark.part] for mark in found.marks)


@given(st.text(alphabet="曾小明阿依古丽·李 ", min_size=1, max_size=8))
def test_everybody_answers_to_his_own_name(name):
    found = judge(read_query(name), replace(ZENG, name=name))
    assert read_query(name).is_empty or found.rank is Rank.NAME
