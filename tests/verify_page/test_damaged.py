"""Codes printed at 300 dots to the inch and damaged, read by the page, the program and others.

The page looks at a picture in its own ways, in a real browser, and so does the program; zxing-cpp
alone stands for the scanners and telephones that others have. 40 certificates a kind of damage,
each damaged by chance anew.
"""

from __future__ import annotations

import io
import random
import time
from collections import Counter
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from station_app.services.certificates.code_child import codes_in
from station_app.services.certificates.drawing.codes import MODULE, QUIET, modules
from station_app.services.certificates.drawing.desk import PaperDesk
from station_app.services.certificates.preview import picture
from station_app.services.certificates.verify_page import page_of
from station_app.shipped import RESOURCES
from tests.services.certificates.conftest import _certificate
from tests.verify_page import damaging
from tests.verify_page.chromium import Chromium, found_chromium
from tests.verify_page.conftest import CLAIMS, FOLDER, KINDS, code, signed_list

pytestmark = pytest.mark.slow

KINDS_OF_DAMAGE = {
    "200 dpi scan": lambda page, chance, where: damaging.scanned(page, chance),
    "150 dpi copy": lambda page, chance, where: damaging.copied(page, chance),
    "phone photo": damaging.photographed,
    "low toner": lambda page, chance, where: damaging.faint(page, chance),
    "creased": damaging.creased,
    "red seal over part": damaging.sealed,
}
LEAST = 0.95
NAMES = {"reader": "the page", "program": "the program", "scanner": "zxing-cpp alone"}
CORNER = (1100, 750)
"""Of the paper, in dots from its upper right: the code and the words beside it."""
EDGE, TOP = 7.0, 5.0
READ = """new Promise((done) => {
  (function look() {
    const digits = document.getElementById("digits").value;
    const hint = document.getElementById("hint").textContent;
    if (!digits && (!hint || hint.startsWith("正在"))) { setTimeout(look, 2); return; }
    done(digits);
  })();
})"""


def dots(millimetres):
    return round(millimetres / 25.4 * damaging.DPI)


def corners(number):
    """Yield the digits, the corner of the paper as printed, and where on it the code stands."""
    desk = PaperDesk(RESOURCES)
    for count in range(number):
        digits = code(replace(CLAIMS, name="张" + chr(0x4E00 + count * 37)))
        shot = picture(desk.draw_residence(_certificate(code=digits)).pdf, 0, dpi=damaging.DPI)
        page = Image.frombytes("RGBA", (shot.width, shot.height), shot.pixels).convert("RGB")
        width, height = CORNER
        side = dots(len(modules(digits)) * MODULE)
        right, top = width - dots(EDGE + QUIET * MODULE), dots(TOP + QUIET * MODULE)
        corner = damaging.printed(page.crop((page.width - width, 0, page.width, height)))
        yield digits, corner, (right - side, top, right, top + side)


def damaged(number):
    """Yield the kind of damage, the digits, and the picture, *number* of each kind."""
    for count, (digits, page, where) in enumerate(corners(number)):
        for kind, damage in KINDS_OF_DAMAGE.items():
            yield kind, digits, damage(page, random.Random(f"{kind}{count}"), where)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """Return what lets the page read a picture."""
    path = found_chromium()
    if path is None:
        pytest.skip("no Chromium is installed: CONTRIBUTING.md tells how to get one")
    folder = tmp_path_factory.mktemp("reader")
    file, shot = folder / "page.html", folder / "shot.png"
    file.write_bytes(page_of(FOLDER, signed_list(), KINDS))
    browser = Chromium(path, folder / "profile")
    browser.open(file)

    def read(seen):
        seen.save(shot, compress_level=1)
        browser.run("document.getElementById('clear').click()")
        browser.give("#picture", shot)
        return browser.run(READ)

    yield read
    browser.close()


@pytest.fixture(scope="module")
def scanner():
    """Return what lets zxing-cpp read a picture: as it is, and in red light."""

    def read(seen):
        for each in (seen, seen.getchannel("R")):
            found = zxingcpp.read_barcodes(each, formats=zxingcpp.BarcodeFormat.QRCode)
            if found:
                return found[0].text
        return ""

    return read


@pytest.fixture(scope="module")
def program():
    """Return what the program reads of a picture, without the process of its own."""

    def read(seen):
        file = io.BytesIO()
        seen.save(file, "PNG", compress_level=1)
        return "".join(codes_in(file.getvalue()))

    return read


def shares(read, number):
    """Return how many pictures were read, by kind of damage; none may be read as another."""
    found, took = Counter(), time.perf_counter()
    for kind, digits, seen in damaged(number):
        told = read(seen)
        assert told in {"", digits}, kind
        found[kind] += told == digits
    return found, time.perf_counter() - took


def told(who, found, number, took):
    rows = ", ".join(f"{kind} {found[kind]}" for kind in KINDS_OF_DAMAGE)
    share = found.total() / number / len(KINDS_OF_DAMAGE)
    return f"{who}, of {number} each: {rows}; {share:.1%} in all, {took:.0f} s"


def test_some_damaged_codes_are_read_by_the_page(reader, say):
    found, took = shares(reader, 3)
    say(told("the page", found, 3, took))
    assert found.total() >= 0.8 * 3 * len(KINDS_OF_DAMAGE)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("who", NAMES)
def test_nearly_all_damaged_codes_are_read(request, say, who):
    found, took = shares(request.getfixturevalue(who), 40)
    say(told(NAMES[who], found, 40, took))
    assert found.total() / 40 / len(KINDS_OF_DAMAGE) >= LEAST
