"""Photographs and PDFs as people bring them, all invented."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

UPSIDE = 0x0112
MAKER, PLACE = 0x010F, 0x8825


def a_photo(width=60, height=40, *, form="JPEG", colour=(200, 30, 30), **more):
    """Return a picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, form, **more)
    return stream.getvalue()


def a_phone_photo(width=60, height=40, *, orientation=6, maker="显眼的相机"):
    """Return a photograph with what a telephone writes into it: where, when, by what."""
    exif = Image.Exif()
    exif[UPSIDE], exif[MAKER] = orientation, maker.encode().decode("latin-1")
    exif.get_ifd(PLACE).update({1: "N", 2: (30.0, 31.0, 12.5), 3: "E", 4: (114.0, 18.0, 1.5)})
    comment = f"GPS 显眼里小区 {maker}".encode()
    return a_photo(width, height, exif=exif.tobytes(), comment=comment)


def a_pdf(pages=1, *, text="家庭收入申报表", marks=(), packed=True):
    """Return a PDF of *pages* pages; *marks* are called with its canvas on each."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), pageCompression=int(packed))
    canvas.setTitle("显眼的标题")
    for number in range(pages):
        canvas.drawString(72, 700, f"{number + 1} {text}")
        for mark in marks:
            mark(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def noise(width, height):
    """Return a picture that no encoder makes small."""
    stream = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(stream, "JPEG", quality=95)
    return stream.getvalue()
