from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from ui.kit.paper_zoom import FARTHEST, NATURAL, NEAREST, Fit, Zoom

A4 = (210.0, 297.0)
ROOM = QSize(630, 594)


def test_at_first_the_paper_is_as_wide_as_there_is_room():
    assert Zoom().pixels_per_mm([A4], ROOM) == pytest.approx(3.0)


def test_a_whole_page_is_as_high_as_there_is_room():
    zoom = Zoom()
    zoom.fit = Fit.PAGE
    assert zoom.pixels_per_mm([A4], ROOM) == pytest.approx(2.0)


def test_a_page_lying_on_its_side_is_not_wider_than_the_room():
    zoom = Zoom()
    zoom.fit = Fit.PAGE
    assert zoom.pixels_per_mm([(297.0, 210.0)], ROOM) == pytest.approx(630 / 297)


def test_the_widest_page_decides():
    assert Zoom().pixels_per_mm([A4, (420.0, 297.0)], ROOM) == pytest.approx(1.5)


def test_on_a_wide_screen_letters_stay_smaller_than_headlines():
    assert Zoom().pixels_per_mm([A4], QSize(4000, 600)) == pytest.approx(2 * NATURAL)


def test_nearer_and_farther_come_back_to_the_same_size():
    zoom = Zoom()
    zoom.nearer(3.0)
    assert zoom.fit is Fit.FREE
    zoom.farther(zoom.pixels_per_mm([A4], ROOM))
    assert zoom.pixels_per_mm([A4], ROOM) == pytest.approx(3.0)


@pytest.mark.parametrize(("way", "end"), [("nearer", NEAREST), ("farther", FARTHEST)])
def test_there_is_an_end_to_coming_nearer_and_going_farther(way, end):
    zoom = Zoom()
    for _ in range(30):
        getattr(zoom, way)(zoom.pixels_per_mm([A4], ROOM))
    assert zoom.pixels_per_mm([A4], ROOM) == pytest.approx(end * NATURAL)


def test_without_room_there_is_a_size_all_the_same():
    assert Zoom().pixels_per_mm([A4], QSize(-20, -20)) > 0
