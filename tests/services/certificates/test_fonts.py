"""The fonts we ship hold what their index says, and together every name there is."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from installer.fonts import codepoints
from station_app.services.certificates.fonts import GlyphMissingError, Style, read_index
from station_app.shipped import RESOURCES

FONTS = RESOURCES / "fonts"
INDEX = read_index(FONTS)
MEGABYTE = 1_000_000
SPACES = {0x20, 0x3000}


def held(font):
    return {code for first, last in font.holds for code in range(first, last + 1)}


@pytest.fixture(scope="module")
def opened(chain):
    def open_font(font):
        return TTFont(io.BytesIO(chain.data(font.file)), lazy=True)

    return open_font


@pytest.mark.parametrize("font", INDEX, ids=lambda font: font.file)
def test_each_font_maps_just_the_characters_of_the_index(font, opened):
    with opened(font) as file:
        assert set(file.getBestCmap()) == held(font)


@pytest.mark.parametrize(
    "font", [font for font in INDEX if font.role != "screen"], ids=lambda font: font.file
)
def test_no_character_of_a_paper_font_is_drawn_empty(font, opened):
    with opened(font) as file:
        places = file["loca"].locations
        empty = {
            code
            for code, glyph in file.getBestCmap().items()
            if places[(number := file.getGlyphID(glyph))] == places[number + 1]
        }

    assert empty <= SPACES


def test_no_two_fonts_of_the_chain_hold_the_same_character():
    body = [held(font) for font in INDEX if font.role == "body"]

    assert len(set().union(*body)) == sum(map(len, body))


@pytest.mark.parametrize(
    ("block", "count"),
    [
        (codepoints.URO, 20_992),
        (codepoints.EXTENSION_A, 6_592),
        (codepoints.EXTENSIONS_B_TO_F, 60_331),
        (codepoints.gb2312(), 7_445),
    ],
    ids=["URO", "extension A", "extensions B to F", "GB 2312"],
)
def test_the_chain_holds_all_of(block, count, chain):
    assert len(block) == count
    assert chain.missing("".join(map(chr, sorted(block)))) == ()


@pytest.mark.parametrize(
    "character",
    [*"\u00a0\u00ad\u200b\u200d\u2060\ufeff\ufe00\u0301\ue000\uf8ff\t\n\x00", "\U000e0100"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_what_cannot_be_seen_is_missing(character, chain):
    assert chain.missing(f"张{character}三") == (character,)


def test_missing_characters_are_told_once_and_in_order(chain):
    assert chain.missing("李\U00031350张\ue000\U00031350") == ("\U00031350", "\ue000")


def test_a_text_is_cut_where_the_font_changes(chain):
    runs = chain.runs("张𠀁三")

    assert [text for _, text in runs] == ["张", "𠀁", "三"]
    assert runs[0][0] == runs[2][0] == "station-song.ttf"
    assert runs[1][0] == "station-ming-20.ttf.xz"


def test_titles_are_bold_and_fall_back_to_the_body(chain):
    assert [file for file, _ in chain.runs("居䶮", Style.TITLE)] == [
        "station-song-bold.ttf",
        "station-song.ttf",
    ]


def test_cutting_a_text_names_what_no_font_has(chain):
    with pytest.raises(GlyphMissingError) as caught:
        chain.runs("李\U00031350")

    assert caught.value.characters == ("\U00031350",)
    assert caught.value.code == "paper.glyph-missing"


def test_all_fonts_together_stay_within_what_the_repository_may_hold():
    files = [path for path in FONTS.iterdir() if path.is_file()]

    assert sum(path.stat().st_size for path in files) <= 45 * MEGABYTE


@pytest.mark.parametrize("font", INDEX, ids=lambda font: font.file)
def test_no_font_bears_a_reserved_name(font, opened):
    with opened(font) as file:
        names = " ".join(file["name"].getDebugName(number) or "" for number in (1, 3, 4, 6))

    assert names.startswith("Station ")
    assert not {"LXGW", "Hana", "Noto", "Source"} & set(names.replace("-", " ").split())


def test_every_font_has_its_licence_beside_it():
    licences = {path.name: path.read_text(encoding="utf-8") for path in FONTS.glob("OFL-*.txt")}

    assert len(licences) == 3
    for text in licences.values():
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert "Copyright" in text
