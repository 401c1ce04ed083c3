"""The code on the paper: where it stands, how large, and that it can be read back."""

from __future__ import annotations

import base64
from dataclasses import replace

import pypdfium2
import pytest

from station_app.domain.paper_code.claims import fitted
from station_app.domain.paper_code.digits import MOST_DIGITS
from station_app.services.certificates.drawing.codes import MODULE, QUIET, modules
from station_app.services.certificates.drawing.desk import PaperDesk
from station_app.services.certificates.preview import keywords_of, picture
from station_app.shipped import RESOURCES
from tests.services.certificates.conftest import _certificate
from tests.verify_page.conftest import CLAIMS, KINDS, code

LONG = fitted(
    replace(
        CLAIMS,
        facts=tuple(
            "".join(chr(start + 29 * n) for n in range(60))
            for start in (0x5000, 0x6000, 0x7000, 0x8000)
        ),
    ),
    dictionary=1,
    words=KINDS.dictionaries[1],
)
CODES = {"usual": code(), "longest": code(LONG)}
A4_HEIGHT, SEAM, TITLE_LEFT, TITLE_RIGHT = 297.0, 218.0, 82.0, 130.0


@pytest.fixture(scope="module")
def papers():
    desk = PaperDesk(RESOURCES)
    return {name: desk.draw_residence(_certificate(code=each)) for name, each in CODES.items()}


def grey(shot):
    """Return the red of each pixel, row by row."""
    return [
        shot.pixels[line * shot.width * 4 : (line + 1) * shot.width * 4 : 4]
        for line in range(shot.height)
    ]


def asked(shot):
    return {
        "picture": base64.b64encode(shot.pixels).decode("ascii"),
        "width": shot.width,
        "height": shot.height,
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "dpi"),
    # the longest at 150 is read only where it is looked at larger, as the page does
    [("usual", 150), ("usual", 200), ("usual", 300), ("longest", 200), ("longest", 300)],
)
def test_what_is_printed_is_read_back_by_the_page(page, papers, name, dpi):
    [told] = page([asked(picture(papers[name].pdf, 0, dpi=dpi))])
    assert told["data"] == CODES[name]


def test_a_module_is_five_dots_of_a_printer_of_three_hundred(papers):
    assert pytest.approx(5 / 300 * 25.4) == MODULE
    rows = grey(picture(papers["usual"].pdf, 0, dpi=300))
    side, wide = len(modules(CODES["usual"])), 2480
    top = next(line for line, row in enumerate(rows) if min(row) < 128)
    first = rows[top + 2]
    left = next(at for at in range(1600, wide) if first[at] < 128)
    # the upper edge of the finder pattern: seven modules, then a white one
    assert all(first[left + at] < 128 for at in range(1, 34))
    assert first[left + 37] > 128
    right = max(at for at in range(wide) if first[at] < 128)
    assert right - left + 1 == pytest.approx(side * 5, abs=1)


@pytest.mark.parametrize("name", CODES)
def test_it_stands_at_the_top_right_with_its_quiet_zone(papers, name):
    left, bottom, right, top = dark_of_code(papers[name].pdf, CODES[name])
    assert QUIET * MODULE <= A4_HEIGHT - top <= 10
    assert 5 <= 210 - right <= 12
    # neither the title nor, far below, the seal comes near it
    assert left - QUIET * MODULE > TITLE_RIGHT
    assert A4_HEIGHT - bottom < 52


def dark_of_code(pdf, digits):
    """Return what the figure of the code takes, in millimetres from the lower left."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        boxes = [each.get_bounds() for each in page.get_objects() if each.type == 2]
        side = len(modules(digits)) * MODULE
        found = [
            tuple(edge / 72 * 25.4 for edge in box)
            for box in boxes
            if abs((box[2] - box[0]) / 72 * 25.4 - side) < 0.5
        ]
        page.close()
    [code_box] = found
    return code_box


def test_the_longest_code_is_within_what_is_read():
    assert len(CODES["longest"]) <= MOST_DIGITS
    assert (len(modules(CODES["longest"])) - 17) // 4 <= 20


@pytest.mark.parametrize("name", CODES)
def test_the_digits_stand_in_the_file_too(papers, name):
    assert keywords_of(papers[name].pdf) == CODES[name]


def test_the_paper_says_how_it_is_verified(papers):
    with pypdfium2.PdfDocument(papers["usual"].pdf) as document:
        words = document[0].get_textpage().get_text_bounded()
    assert "核验网页" in words
    assert "微信" in words


def test_the_same_paper_has_the_same_bytes(papers):
    desk = PaperDesk(RESOURCES)
    assert desk.draw_residence(_certificate(code=CODES["usual"])).pdf == papers["usual"].pdf
