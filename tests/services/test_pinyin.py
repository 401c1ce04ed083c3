from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.search.entries import SearchEntry, terms_of, text_of
from station_app.services.pinyin import MOST_READINGS, PinyinReader
from station_app.shipped import RESOURCES
from station_app.store.reference import load_reference

READER = PinyinReader(lambda: load_reference(RESOURCES).surnames)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("曾小明", "zeng xiao ming"),
        ("单田芳", "shan tian fang"),
        ("仇英", "qiu ying"),
        ("解缙", "xie jin"),
        ("查理", "zha li"),
        ("盖叫天", "ge jiao tian"),
        ("尉迟恭", "yu chi gong"),
        ("朴正", "piao zheng"),
        ("区文", "ou wen"),
        ("任远", "ren yuan"),
        ("华山", "hua shan"),
        ("翟明", "zhai ming"),
        ("缪芳", "miao fang"),
        ("长孙皇", "zhang sun huang"),
        ("万俟雪", "mo qi xue"),
        ("令狐冲", "ling hu chong"),
        ("吕略", "lv lue"),
    ],
)
def test_a_surname_is_read_as_a_surname_first(name, first):
    assert READER.readings(name).full[0] == first


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("曾小明", "ceng xiao ming"),
        ("单田芳", "dan tian fang"),
        ("王乐", "wang yue"),
        ("王乐", "wang le"),
        ("李行长", "li hang chang"),
        ("李行长", "li xing zhang"),
        ("重阳", "zhong yang"),
        ("重阳", "chong yang"),
        ("尉迟恭", "wei chi gong"),
    ],
)
def test_every_other_reading_is_known_too(name, reading):
    assert reading in READER.readings(name).full


def test_rare_characters_are_read_beyond_the_basic_plane():
    assert READER.readings("王𬴊").full[0] == "wang lin"
    assert READER.readings("𠮷田").full[0] == "ji tian"


def test_what_cannot_be_read_keeps_its_place():
    assert READER.readings("王\U0002a6d0").full[0] == "wang -"
    assert READER.readings("阿依·古丽").full[0].split(" ")[2] == "-"


def test_latin_names_are_read_letter_by_letter():
    assert READER.readings("Li").full == ("l i",)


def test_an_entered_reading_comes_first():
    assert READER.readings("曾小明", "Ceng Xiaoming").full[0] == "ceng xiao ming"
    assert READER.readings("吕布", "LYU BU").full[0] == "lv bu"
    assert READER.readings("王\U0002a6d0", "wang qi").full[0] == "wang qi"


def test_an_entered_reading_of_another_length_is_kept_whole():
    assert READER.readings("买买提", "Memet").full[0] == "memet - -"


def test_names_sort_by_reading_and_tone_and_keep_a_surname_together():
    names = ["张伟", "章安", "曾一", "安平", "张安", "𪛐", "臧天", "陈一"]
    ordered = sorted(names, key=lambda name: READER.readings(name).sort_key)
    assert ordered == ["安平", "陈一", "臧天", "曾一", "张安", "张伟", "章安", "𪛐"]


def test_no_name_is_read_in_more_than_eight_ways():
    assert len(READER.readings("行行行行行行").full) == MOST_READINGS


@given(st.text(max_size=20))
def test_a_reading_has_a_syllable_for_each_character(name):
    for reading in READER.readings(name).full:
        assert len(reading.split(" ")) == len(name)


@given(st.text(min_size=1, max_size=20))
def test_any_name_can_be_indexed(name):
    entry = SearchEntry(seq=1, key="k", name=name, readings=READER.readings(name).full)
    assert all(len(term) > 1 for term in terms_of(entry))
    assert '"' not in text_of(entry)


def test_starting_the_program_loads_no_readings():
    code = (
        "import sys, station_app.services.search, station_app.services.pinyin as p;"
        "p.PinyinReader(lambda: 1/0);"
        "sys.exit('pypinyin' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", code], check=False, cwd=RESOURCES.parent
    )
    assert done.returncode == 0
