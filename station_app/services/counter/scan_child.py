"""The child process: one foreign photograph or PDF comes in, a clean one goes out.

A line of JSON and then the file arrive on standard input; a line of JSON and then what is
to be kept go out. A picture is decoded to its pixels and written anew: smaller, upright, and
without whatever else lay in the file, such as the place where it was taken. Of a PDF the
pages are copied into a new one, after all that could be filled in or clicked has become
part of the page; every page is drawn once, so that none is kept that cannot be.

There are no keys here, and no file is written. Whatever goes wrong unforeseen ends this
process without an answer, which is a refusal, too.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from typing import Any, Final

from station_app.services.confinement import confine_to

READER_FLAG: Final = "--read-scan"  # a frozen program starts itself with it
SECONDS: Final = 30
MEMORY_BYTES: Final = 1 << 30
MOST_LINE: Final = 1000
ORIENTATION: Final = 0x0112
DRAWN: Final = 1000  # pixels of the longer side while a page is tried
LONGEST: Final = 14_400  # points: the side of the largest page that the format knows
LESS: Final = 25  # so much of the quality is given up where a picture is still too large
PASSWORD: Final = 4


class Unfit(Exception):  # noqa: N818 - it never leaves this process
    """The file is not taken, for a reason of :class:`FileWhy`."""


def clean(told: dict[str, Any], content: bytes) -> tuple[dict[str, object], bytes]:
    """Return what is said of *content*, and what is kept of it: or a small picture of it."""
    if told.get("small"):
        return _small(told, content)
    if told["kind"] == "pdf":
        return _clean_pdf(told, content)
    return _clean_picture(told, content)


def _clean_picture(told: dict[str, Any], content: bytes) -> tuple[dict[str, object], bytes]:
    from PIL import Image  # noqa: PLC0415 - a PDF needs it not, and the child starts faster

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    kind = str(told["kind"])
    with Image.open(io.BytesIO(content), formats=[kind.upper()]) as image:
        if image.width * image.height > told["pixels"]:
            raise Unfit("case-file.too-many-pixels")
        turned = _TURNS.get(image.getexif().get(ORIENTATION, 1))
        edge = int(told["edge"])
        if kind == "jpeg":
            image.draft("RGB", (edge, edge))  # decoded smaller where that loses nothing
        image.load()
        plain = _plain(image)
    plain.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    if turned is not None:
        plain = plain.transpose(Image.Transpose(turned))
    kept, data = _written(plain, kind, told)
    return {"kind": kept, "width": plain.width, "height": plain.height, "pages": 1}, data


def _small(told: dict[str, Any], content: bytes) -> tuple[dict[str, object], bytes]:
    """Return a picture of *content*, its first page, that is no larger than ``small``."""
    edge = int(told["small"])
    if told["kind"] == "pdf":
        import pypdfium2  # noqa: PLC0415 - see below

        page = pypdfium2.PdfDocument(content)[0]
        # drawn twice as large and shrunk: lines of text stay a grey that is seen
        plain = page.render(scale=2 * edge / max(page.get_size())).to_pil().convert("RGB")
    else:
        from PIL import Image  # noqa: PLC0415 - see below

        with Image.open(io.BytesIO(content), formats=[str(told["kind"]).upper()]) as image:
            if image.width * image.height > told["pixels"]:
                raise Unfit("case-file.too-many-pixels")
            image.draft("RGB", (2 * edge, 2 * edge))
            plain = _plain(image)
    plain.thumbnail((edge, edge))
    data = _encoded(plain, "PNG", optimize=True)
    return {"kind": "png", "width": plain.width, "height": plain.height, "pages": 1}, data


_TURNS: Final = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""Which of ``Image.Transpose`` sets a picture upright, by what its camera has noted."""


def _plain(image: Any) -> Any:
    """Return the pixels of *image* and nothing else, in grey or in colours, on white."""
    from PIL import Image  # noqa: PLC0415 - see above

    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256, "L")
    if image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info:
        above = image.convert("RGBA")
        plain = Image.new("RGB", image.size, "white")
        plain.paste(above, mask=above.getchannel("A"))
        return plain
    mode = "L" if image.mode in {"1", "L"} else "RGB"
    plain = Image.new(mode, image.size)
    plain.paste(image.convert(mode))
    return plain


def _written(plain: Any, kind: str, told: dict[str, Any]) -> tuple[str, bytes]:
    """Return *plain* as a file; what came without loss stays so where that takes less room."""
    quality = int(told["quality"])
    jpeg = _encoded(plain, "JPEG", quality=quality, optimize=True)
    if kind == "png":
        png = _encoded(plain, "PNG", optimize=True)
        if len(png) <= min(len(jpeg), told["kept"]):
            return "png", png
    if len(jpeg) > told["kept"]:
        jpeg = _encoded(plain, "JPEG", quality=quality - LESS, optimize=True)
    return "jpeg", jpeg


def _encoded(plain: Any, form: str, **how: object) -> bytes:
    stream = io.BytesIO()
    plain.save(stream, form, **how)
    return stream.getvalue()


def _clean_pdf(told: dict[str, Any], content: bytes) -> tuple[dict[str, object], bytes]:
    import pypdfium2  # noqa: PLC0415 - see above

    if b"%%EOF" not in content[-1024:]:
        raise Unfit("case-file.damaged")
    try:
        source = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", 0) == PASSWORD
        raise Unfit("case-file.locked" if is_locked else "case-file.damaged") from None
    count = len(source)
    if not count:
        raise Unfit("case-file.damaged")
    if count > told["pages"]:
        raise Unfit("case-file.too-many-pages")
    for number in range(count):
        _settle(source[number])
    made = pypdfium2.PdfDocument.new()
    made.import_pages(source)
    stream = io.BytesIO()
    made.save(stream)
    data = stream.getvalue()
    written = pypdfium2.PdfDocument(data)
    for number in range(count):
        _try(written[number])
    return {"kind": "pdf", "width": 0, "height": 0, "pages": len(written)}, data


def _settle(page: Any) -> None:
    """Let all that lies upon *page* become part of it, and nothing remain that acts."""
    from pypdfium2 import raw  # noqa: PLC0415 - see above

    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    while raw.FPDFPage_GetAnnotCount(page.raw) > 0:
        if not raw.FPDFPage_RemoveAnnot(page.raw, 0):
            raise Unfit("case-file.damaged")


def _try(page: Any) -> None:
    """Draw *page*, small: what cannot be drawn is of no use to whoever looks at it."""
    longer = max(page.get_size())
    if not 1 <= min(page.get_size()) <= longer <= LONGEST:
        raise Unfit("case-file.damaged")
    page.render(scale=DRAWN / longer)


def main() -> None:
    """Read standard input within the limits, answer on standard output."""
    confine_to(memory=MEMORY_BYTES, seconds=SECONDS)
    warnings.simplefilter("ignore")
    told = json.loads(sys.stdin.buffer.readline(MOST_LINE))
    content = sys.stdin.buffer.read(told["given"] + 1)
    data = b""
    try:
        answer, data = clean(told, content)
    except Unfit as unfit:
        answer = {"refused": str(unfit)}
    except MemoryError:
        answer = {"refused": "case-file.too-hard"}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
