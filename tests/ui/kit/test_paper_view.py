from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from ui.kit.paper_view import PaperView
from ui.kit.paper_zoom import Fit

A4 = (595.28, 841.89)


def paper(*, pages=1, size=A4, text="x"):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=True)
    for number in range(pages):
        canvas.drawString(100, 700, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def view(qtbot, jobs):
    view = PaperView(jobs)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    return view


def test_pages_are_drawn_as_sharp_as_the_screen(qtbot, view):
    view.show_pdf(paper())
    qtbot.waitUntil(view.is_sharp)
    (sheet,) = view.sheets
    assert not sheet.is_blank()
    assert sheet.drawn_for[1] == round((sheet.width() - 2) * view.devicePixelRatioF())


def test_a_sheet_keeps_the_shape_of_its_page(qtbot, view):
    view.show_pdf(paper(size=(841.89, 595.28)))
    qtbot.waitUntil(view.is_sharp)
    (sheet,) = view.sheets
    assert abs(sheet.width() / sheet.height() - 297 / 210) < 0.01


def test_only_pages_in_sight_are_drawn(qtbot, view):
    view.show_pdf(paper(pages=12))
    qtbot.waitUntil(lambda: len(view.sheets) == 12)
    qtbot.waitUntil(view.is_sharp)
    assert not view.sheets[0].is_blank()
    assert view.sheets[-1].is_blank()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not view.sheets[-1].is_blank())


def test_another_text_keeps_the_place_and_the_former_picture_meanwhile(qtbot, view):
    view.show_pdf(paper(pages=3))
    qtbot.waitUntil(view.is_sharp)
    view.verticalScrollBar().setValue(300)
    first = view.sheets[0]
    view.show_pdf(paper(pages=3, text="y"))
    assert not first.is_blank()
    qtbot.waitUntil(view.is_sharp)
    assert view.sheets[0] is first
    assert view.verticalScrollBar().value() == 300


def test_nothing_clears_the_view(qtbot, view):
    view.show_pdf(paper())
    qtbot.waitUntil(view.is_sharp)
    view.show_pdf(b"")
    assert view.sheets == []


def test_a_paper_that_comes_too_late_is_not_shown(qtbot, view):
    view.show_pdf(paper(pages=5))
    view.show_pdf(paper(pages=2))
    qtbot.waitUntil(view.is_sharp)
    assert len(view.sheets) == 2


def test_keys_zoom_and_fit(qtbot, view):
    view.show_pdf(paper())
    qtbot.waitUntil(view.is_sharp)
    across = view.sheets[0].width()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.sheets[0].width() > across
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.sheets[0].width() < across
    qtbot.keyClick(view, Qt.Key.Key_9)
    assert view.fitting() is Fit.PAGE
    assert view.sheets[0].height() <= view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.sheets[0].width() == across


def test_keys_go_to_the_ends(qtbot, view):
    view.show_pdf(paper(pages=4))
    qtbot.waitUntil(view.is_sharp)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_wider_view_shows_a_wider_page(qtbot, view):
    view.show_pdf(paper())
    qtbot.waitUntil(view.is_sharp)
    former = view.sheets[0].width()
    view.resize(900, 500)
    qtbot.waitUntil(lambda: view.sheets[0].width() > former)
    qtbot.waitUntil(view.is_sharp)
