"""Files looked at inside the program: pictures, papers, and what is neither."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from station_app.domain.residents.files import Attachment
from tests.ui.residents.hands import says
from ui.residents import viewer
from ui.residents.viewer import FileViewer, PageLabel

UNREADABLE = "This file cannot be shown here. Save a copy to open it elsewhere."


def a_picture(width=400, height=300):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(width, height, QImage.Format.Format_RGB32).save(buffer, "PNG")
    return bytes(buffer.data())


def a_paper(path, pages):
    canvas = Canvas(str(path), pagesize=(200, 300))
    for number in range(pages):
        canvas.drawString(20, 150, str(number))
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


@pytest.fixture
def look_at(qtbot, context):
    """Return a way to look at a file of some kind."""

    def look(content, media_type="image/png", name="合同.png"):
        file = Attachment(
            id="f",
            name=name,
            media_type=media_type,
            size=len(content),
            sha256="",
        )
        made = FileViewer(file, content, context)
        qtbot.addWidget(made)
        made.resize(500, 600)
        made.show()
        return made

    return look


def test_a_picture_is_one_page_under_its_name(qtbot, look_at):
    shown = look_at(a_picture())
    qtbot.waitUntil(lambda: len(shown.pages) == 1)
    assert shown.title.text() == "合同.png"
    assert not says(shown, "Reading the file…")


def test_every_page_of_a_paper_is_shown(qtbot, look_at, tmp_path):
    shown = look_at(a_paper(tmp_path / "a.pdf", 3), "application/pdf", "合同.pdf")
    qtbot.waitUntil(lambda: len(shown.pages) == 3)


def test_of_a_paper_without_end_the_first_pages_are_shown(qtbot, look_at, tmp_path, monkeypatch):
    monkeypatch.setattr(viewer, "MOST_PAGES", 2)
    shown = look_at(a_paper(tmp_path / "a.pdf", 4), "application/pdf")
    qtbot.waitUntil(lambda: bool(shown.pages))
    assert len(shown.pages) == 2


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"no picture", "image/png"), (b"", "image/jpeg"), (b"%PDF-no paper", "application/pdf")],
)
def test_what_cannot_be_read_says_what_to_do(qtbot, look_at, context, content, media_type):
    shown = look_at(content, media_type)
    qtbot.waitUntil(lambda: says(shown, UNREADABLE))
    assert shown.pages == []
    assert [said.text for said in context.notices.kept] == [UNREADABLE]


def test_a_viewer_closed_while_it_reads_says_nothing(qtbot, look_at, context, jobs):
    shown = look_at(b"no picture")
    shown.setParent(None)
    shiboken6.delete(shown)
    qtbot.waitUntil(lambda: not jobs._running)
    assert list(context.notices.kept) == []


@pytest.mark.parametrize(("width", "height"), [(200, 150), (400, 300), (800, 300), (1, 1)])
def test_a_page_is_as_wide_as_there_is_room_and_never_wider_than_it_is(qtbot, width, height):
    page = PageLabel(QImage(400, 300, QImage.Format.Format_RGB32), None)
    qtbot.addWidget(page)
    assert page.hasHeightForWidth()
    assert page.heightForWidth(width) == height
    page.resize(width, 400)
    page.show()
    assert page.pixmap().width() == min(width, 400)


def test_a_picture_of_nothing_takes_no_height(qtbot):
    page = PageLabel(QImage(), None)
    qtbot.addWidget(page)
    assert page.heightForWidth(300) == 0
