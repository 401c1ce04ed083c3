"""Papers as pictures, for the screen and for the printer."""

from __future__ import annotations

import pytest

from station_app.services.certificates.preview import picture, pictures


@pytest.fixture(scope="module")
def pdf(desk, a_certificate):
    return desk.draw_residence(a_certificate()).pdf


def pixel(shown, x, y):
    place = (y * shown.width + x) * 4
    return tuple(shown.pixels[place : place + 4])


def test_a_page_is_as_large_as_its_resolution_asks(pdf):
    shown = picture(pdf, 0, dpi=96)

    assert (shown.width, shown.height) == pytest.approx((794, 1123), abs=1)
    assert len(shown.pixels) == shown.width * shown.height * 4


def test_paper_is_white_and_ink_is_black(pdf):
    shown = picture(pdf, 0, dpi=96)
    reds = shown.pixels[0::4]

    assert pixel(shown, 3, 3) == (255, 255, 255, 255)
    assert min(reds) < 40
    assert 0.01 < sum(red < 128 for red in reds) / len(reds) < 0.2


def test_the_draft_looks_different_from_the_paper(pdf, desk, a_certificate):
    draft = desk.draw_residence(a_certificate(number=None)).pdf

    assert picture(draft, 0, dpi=48) != picture(pdf, 0, dpi=48)


def test_all_pages_come_one_after_the_other(desk, a_certificate):
    long = desk.draw_residence(a_certificate(address="某路" * 700)).pdf

    assert len(list(pictures(long, dpi=30))) == 2


def test_printing_asks_for_what_the_printer_resolves(pdf):
    shown = picture(pdf, 0, dpi=300, for_print=True)

    assert (shown.width, shown.height) == pytest.approx((2480, 3508), abs=1)
