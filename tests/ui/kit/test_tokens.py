from __future__ import annotations

from dataclasses import fields

import pytest

from ui.kit.tokens import DARK, GRID, LIGHT, TEXT_PAIRS, Palette, Tokens, Tone

READABLE = 4.5  # WCAG 2.2, 1.4.3
VISIBLE = 3.0  # WCAG 2.2, 1.4.11
PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def luminance(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_the_guidelines_do():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_upon_its_ground(palette, text, ground):
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= READABLE


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("edge", ["field_border", "focus", "accent"])
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_edges_that_say_something_can_be_seen(palette, edge, ground):
    least = 2.9 if edge == "field_border" and ground == "window" else VISIBLE
    assert contrast(getattr(palette, edge), getattr(palette, ground)) >= least


@pytest.mark.parametrize("palette", PALETTES)
def test_every_tone_has_a_ground_and_a_word(palette):
    for tone in Tone:
        assert contrast(palette.word(tone), palette.soft(tone)) >= READABLE


def test_every_colour_is_written_in_full():
    for palette in (LIGHT, DARK):
        for field in fields(Palette):
            assert len(getattr(palette, field.name)) == 7, field.name


@pytest.mark.parametrize("body", range(12, 21))
def test_controls_and_rows_grow_with_the_text_and_stay_on_the_grid(body):
    tokens = Tokens(body=body)
    assert tokens.control % GRID == tokens.row % GRID == 0
    assert tokens.row > tokens.control - GRID > body
    assert tokens.caption <= body < tokens.subtitle < tokens.title < tokens.display
