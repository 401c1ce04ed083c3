"""Papers as pictures: for the preview on the screen and for printers.

What is shown and printed is the PDF itself, page by page; nothing is written to a file.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS_OF_INCH = 72.0
SCREEN_DPI = 96.0
_LONGEST_MARK = 128
MARKED = "parts that a form has are marked"
JPEG = b"\xff\xd8"
ENGINE = Lock()
"""PDFium may be entered by one thread at a time, in the whole process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as rows of pixels from the top: four bytes each, red, green, blue, 255."""

    width: int
    height: int
    pixels: bytes


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page of *pdf*, in millimetres."""
    with ENGINE, pypdfium2.PdfDocument(pdf) as document:
        inches = 25.4 / POINTS_OF_INCH
        return tuple(
            (width * inches, height * inches)
            for width, height in (document.get_page_size(page) for page in range(len(document)))
        )


@dataclass(frozen=True, slots=True)
class MarkedBox:
    """Something drawn: its mark, empty for none, and left, bottom, right, top in points."""

    mark: str
    box: tuple[float, float, float, float]


def has_form(pdf: bytes) -> bool:
    """Whether parts of *pdf* are marked as standing on a form already (套打)."""
    return b"/Subject (" + MARKED.encode("ascii") + b")" in pdf


def marked_boxes(pdf: bytes) -> tuple[tuple[MarkedBox, ...], ...]:
    """Return what is drawn on each page of *pdf*, with the mark it bears."""
    with ENGINE, pypdfium2.PdfDocument(pdf) as document:
        return tuple(
            tuple(MarkedBox(_mark_of(each), each.get_bounds()) for each in page.get_objects())
            for page in document
        )


def _mark_of(drawn: pypdfium2.PdfObject) -> str:
    if raw.FPDFPageObj_CountMarks(drawn) < 1:
        return ""
    mark, length = raw.FPDFPageObj_GetMark(drawn, 0), ctypes.c_ulong()
    name = ctypes.create_string_buffer(_LONGEST_MARK)
    letters = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFPageObjMark_GetName(mark, letters, _LONGEST_MARK, ctypes.byref(length))
    return name.raw[: max(0, length.value - 2)].decode("utf-16-le")


def turned(pdf: bytes, quarters: int) -> bytes:
    """Return *pdf* with every page turned clockwise by so many quarters of a full turn."""
    if not quarters % 4:
        return pdf
    with ENGINE, pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            page.set_rotation((page.get_rotation() + 90 * quarters) % 360)
        return _written(document)


def page_of(content: bytes, *, dpi: float) -> bytes:
    """Return a PDF of one page that is a picture (JPEG, PNG) with so many pixels an inch."""
    from PIL import Image  # noqa: PLC0415 - no first window shows pictures

    with ENGINE, pypdfium2.PdfDocument.new() as document:
        image = pypdfium2.PdfImage.new(document)
        if content.startswith(JPEG):
            image.load_jpeg(BytesIO(content), inline=True, autoclose=True)
        else:
            with Image.open(BytesIO(content), formats=["PNG"]) as picture:
                image.set_bitmap(pypdfium2.PdfBitmap.from_pil(picture))
        return _on_a_page(document, image, dpi)


def _on_a_page(document: Any, image: Any, dpi: float) -> bytes:
    width, height = (side * POINTS_OF_INCH / dpi for side in image.get_px_size())
    page = document.new_page(width, height)
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page.insert_obj(image)
    page.gen_content()
    return _written(document)


def _written(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def keywords_of(pdf: bytes) -> str:
    """Return the keywords of *pdf*, where our papers carry the digits of their code."""
    try:
        with ENGINE, pypdfium2.PdfDocument(pdf) as document:
            return str(document.get_metadata_value("Keywords"))
    except pypdfium2.PdfiumError:  # not a PDF after all, or one that is locked
        return ""


def pictures(pdf: bytes, *, dpi: float = SCREEN_DPI, for_print: bool = False) -> Iterator[Picture]:
    """Yield the pages of *pdf* as pictures at *dpi*, one at a time.

    A page at 600 dots per inch takes 139 MB; drop one before asking for the next.
    """
    for number in range(len(page_sizes(pdf))):
        yield picture(pdf, number, dpi=dpi, for_print=for_print)


def picture(pdf: bytes, number: int, *, dpi: float, for_print: bool = False) -> Picture:
    """Return page *number*, from 0, of *pdf* as a picture at *dpi*."""
    with ENGINE, pypdfium2.PdfDocument(pdf) as document:
        page = document[number]
        bitmap = page.render(
            scale=dpi / POINTS_OF_INCH,
            rev_byteorder=True,
            prefer_bgrx=True,
            optimize_mode="print" if for_print else None,
        )
        # Copied: PDFium takes the buffer back with the page.
        return Picture(width=bitmap.width, height=bitmap.height, pixels=bytes(bitmap.buffer))
