"""The child process that looks for codes in a foreign picture or scan of a paper.

The file arrives on standard input; a list of what its codes say goes out as a line of JSON. A
picture is looked at in grey, then in red light, in which a red seal over the code is white. Of
a PDF the first pages are drawn as a scanner would give them. There are no keys here, and no file
is written.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from typing import TYPE_CHECKING, Final

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps

from station_app.services.certificates.code_limits import (
    MEMORY_BYTES,
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    PDF,
    SECONDS,
)
from station_app.services.confinement import confine_to

if TYPE_CHECKING:
    from collections.abc import Iterator

QR: Final = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
SIZES: Final = (1.5, 0.75)
ENOUGH: Final = 2_480
"""The shorter side of a photograph of a whole paper, in pixels: five of them a module."""
DRAWN: Final = 3_508
"""The longer side of a page that is drawn, in pixels: A4 at 300 to the inch."""
FORMATS: Final = ("JPEG", "PNG", "BMP", "TIFF", "WEBP", "GIF")


def codes_in(content: bytes) -> list[str]:
    """Return what the codes in *content* say, of the first page and light that has any."""
    for picture in _pages(content) if content.startswith(PDF) else _picture(content):
        for seen in _lights(picture):
            found = zxingcpp.read_barcodes(seen, formats=QR)
            if found:
                return sorted({each.text for each in found})
    return []


def _lights(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield *picture* in grey and in red light, then in other sizes: grain falls otherwise."""
    yield ImageOps.grayscale(picture)
    yield (red := picture.getchannel("R"))
    for factor in SIZES:
        if red.width * red.height * factor**2 <= MOST_PIXELS:
            yield ImageOps.scale(red, factor)


def _picture(content: bytes) -> Iterator[Image.Image]:
    Image.init()  # Pillow knows only some of the formats before
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        image.draft("RGB", (ENOUGH, ENOUGH))  # a large JPEG is decoded smaller, and sooner
        if image.width * image.height <= MOST_PIXELS:
            yield image.convert("RGB")


def _pages(content: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(content) as document:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            yield page.render(scale=DRAWN / max(page.get_size())).to_pil().convert("RGB")


def main() -> None:
    """Read standard input within the limits, answer on standard output."""
    confine_to(memory=MEMORY_BYTES, seconds=SECONDS)
    warnings.simplefilter("ignore")
    sys.stdout.write(json.dumps(codes_in(sys.stdin.buffer.read(MOST_BYTES))))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
