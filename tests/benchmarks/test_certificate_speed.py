"""A thousand certificates with code, stub and embedded fonts, against bare ReportLab.

Bare is a canvas with the same fonts that writes the same words on lines of fixed length and
fills the same modules of the code one by one: no measuring, no coverage, no stub.
"""

from __future__ import annotations

import io
import os
import sys
import time

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from station_app.services.certificates.drawing.codes import MODULE, modules
from station_app.services.certificates.drawing.desk import PaperDesk
from station_app.shipped import RESOURCES
from tests.services.certificates.of_any_kind import certificate

PAPERS = int(os.environ.get("STATION_BENCH_PAPERS", "1000"))
MOST = 1.5
ROOM_FOR_A_BUSY_MACHINE = 1.5
ON_A_LINE = 27
CODE = "861" + "7359216480" * 30
BODY = "station-song.ttf"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"


def told(template, number):
    name = SURNAMES[number % len(SURNAMES)] + chr(0x4E00 + number * 7 % 5000)
    facts = {
        "paper.number": f"石社证字〔2026〕第{number:04d}号",
        "paper.code": CODE[: -len(str(number))] + str(number),
        "holder.name": name,
    }
    return certificate(template, **facts)


def bare(letter):
    """Write the words of *letter* with as little as ReportLab needs."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1, initialFontName=BODY)
    y = 780
    for text in letter.texts():
        for start in range(0, len(text), ON_A_LINE):
            canvas.setFont(BODY, 12)
            canvas.drawString(60, y, text[start : start + ON_A_LINE])
            y -= 14
    side = MODULE * 72 / 25.4
    figure = canvas.beginPath()
    for row, line in enumerate(modules(letter.code)):
        for column, is_dark in enumerate(line):
            if is_dark:
                figure.rect(400 + column * side, 800 - row * side, side, side)
    canvas.drawPath(figure, stroke=0, fill=1)
    canvas.save()
    return written.getvalue()


def seconds(make, papers):
    begun = time.process_time()
    for each in papers:
        make(each)
    return time.process_time() - begun


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_thousand_certificates_take_little_more_than_bare_reportlab(capsys):
    desk = PaperDesk(RESOURCES)
    template = desk.templates["hardship"]
    papers = [told(template, number) for number in range(1, PAPERS + 1)]
    letters = [desk._certificates.letter(each) for each in papers]
    seconds(desk.draw_certificate, papers[:20])
    seconds(bare, letters[:20])
    ours, theirs = seconds(desk.draw_certificate, papers), seconds(bare, letters)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{PAPERS} certificates: {ours:.1f} s, bare ReportLab {theirs:.1f} s,"
            f" {ours / theirs:.2f} times; {ours / PAPERS * 1000:.1f} ms each\n"
        )
    assert ours / theirs <= MOST * ROOM_FOR_A_BUSY_MACHINE
