from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.names import NameReading, SplitName, Surnames, clean_name, is_han

han = st.sampled_from("张三丰曾单尉迟㛃䶮龘𠮷𬎆𪚥")
SURNAMES = Surnames({"曾": ("zeng",), "尉迟": ("yu chi",)}, frozenset({"尉迟", "欧阳"}))


def codes(reading: NameReading) -> list[str]:
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "欧阳娜娜",
        "㛃䶮",
        "𠮷野𬎆",
        "𪚥𫖮𬴊",
        "\U0002ebf0\U00031350\U000323af",
        "﨑山",
        "〇一",
        "迪丽热巴·努尔买买提",
        "John Smith",
        "Anne-Marie O'Neill",
        "É. Dupont",
        "བསྟན་འཛིན",
        "Ким Чен",
        "阿" * 50,
        "阿" * 60,
    ],
)
def test_real_name_is_kept_as_it_is(name):
    assert clean_name(name) == NameReading(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("何\u3000旭", "何旭"),
        (" 何 旭\n", "何旭"),
        ("\u3000张三\u00a0", "张三"),
        ("迪丽热巴\u2022努尔", "迪丽热巴·努尔"),
        ("迪丽热巴\u30fb努尔", "迪丽热巴·努尔"),
        ("迪丽热巴\uff0e努尔", "迪丽热巴·努尔"),
        ("迪丽热巴\u2027努尔", "迪丽热巴·努尔"),
        ("迪丽热巴.努尔", "迪丽热巴·努尔"),
        ("迪丽热巴 · 努尔", "迪丽热巴·努尔"),
        ("𠮷\u2022𬎆", "𠮷·𬎆"),
        ("John   Smith", "John Smith"),
        ("\uff2aohn", "John"),
        ("\u2f00龙", "一龙"),
        ("E\u0301mile", "\u00c9mile"),
        ("\uf90a", "金"),
        ("\ufb01n", "fin"),
    ],
)
def test_mess_is_cleaned_and_told_once(typed, name):
    reading = clean_name(typed)
    assert reading.name == name
    assert codes(reading) == ["name_cleaned"]
    assert reading.problems[0].facts == {"before": typed, "after": name}
    assert reading.is_acceptable


@pytest.mark.parametrize(
    ("typed", "code_point"),
    [
        ("张\u200b三", "U+200B"),
        ("张\u202e三", "U+202E"),
        ("张\ue000", "U+E000"),
        ("张\U000f0000", "U+F0000"),
        ("张\ufe00三", "U+FE00"),
        ("葛\U000e0100城", "U+E0100"),
        ("张\x07三", "U+0007"),
        ("张\ufeff三", "U+FEFF"),
        ("张\ud800", "U+D800"),
        ("张\u0378", "U+0378"),
        ("张\u034f三", "U+034F"),
    ],
)
def test_character_nobody_can_see_is_refused_by_code_point(typed, code_point):
    reading = clean_name(typed)
    assert codes(reading) == ["name_character"]
    assert reading.problems[0].facts["code_point"] == code_point
    assert not reading.is_acceptable


@pytest.mark.parametrize("typed", ["张三2", "张三（户主）", "张三?", "\u2e80三"])
def test_unusual_character_is_warned_of(typed):
    reading = clean_name(typed)
    assert set(codes(reading)) == {"name_unusual"}
    assert reading.is_acceptable


def test_name_of_sixty_one_characters_is_refused():
    assert codes(clean_name("𠮷" * 60)) == []
    assert codes(clean_name("𠮷" * 61)) == ["name_length"]


@pytest.mark.parametrize("typed", ["", " ", "\u3000\n"])
def test_missing_name_is_refused(typed):
    assert codes(clean_name(typed))[0] == "name_missing"


@given(st.text(max_size=70))
def test_cleaning_a_clean_name_changes_nothing(text):
    once = clean_name(text)
    again = clean_name(once.name)
    assert again.name == once.name
    assert again.is_acceptable == once.is_acceptable
    assert "name_cleaned" not in codes(again)


@given(st.lists(han, min_size=1, max_size=60).map("".join))
def test_no_han_character_is_ever_changed(name):
    assert clean_name(name) == NameReading(name)


@given(st.characters(min_codepoint=0x20000, max_codepoint=0x2FA1D))
def test_character_beyond_the_basic_plane_is_kept_but_for_its_canonical_form(character):
    assert clean_name(character).name == unicodedata.normalize("NFC", character)


def test_han_characters_are_told_from_others():
    assert all(is_han(character) for character in "张㛃𠮷〇\U000323af")
    assert not any(is_han(character) for character in "aア·\u2f00")


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("曾小三", "曾", "小三"),
        ("尉迟三", "尉迟", "三"),
        ("尉迟", "尉", "迟"),
        ("欧阳小三", "欧阳", "小三"),
        ("迪丽热巴·努尔", "", "迪丽热巴·努尔"),
        ("John", "", "John"),
        ("曾", "", "曾"),
    ],
)
def test_name_is_split_into_surname_and_given_name(name, surname, given):
    assert SURNAMES.split(name) == SplitName(surname, given)


def test_surname_read_regularly_has_no_readings_here():
    assert SURNAMES.readings_of("曾") == ("zeng",)
    assert SURNAMES.readings_of("张") == ()
