"""Only the fields of a paper, to be printed on a form that has the rest (套打).

Taken out of the finished paper: what stands on a form is marked in it, and is left out.
The paper's own bytes stay as they are; what is added behind them (an incremental update)
says how its pages look on the form. Fields are shifted and scaled as the printer needs
it. The signed code goes along with them and keeps its size: its modules are measured in
dots (security 4.4).
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from station_app.domain.errors import RefusedError
from station_app.services.certificates.drawing.printing import Paper
from station_app.services.certificates.drawing.sheet import CODE, FIELD, FORM
from station_app.services.certificates.preview import marked_boxes, page_sizes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from station_app.domain.overprint import Alignment
    from station_app.services.certificates.preview import MarkedBox

_CONTENTS: Final = re.compile(rb"/Contents (\d+) 0 R")
_TRAILER: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_STREAM: Final = re.compile(rb"<<(.*?)>>\s*stream\r?\n", re.DOTALL)
_BLOCK: Final = re.compile(rb"/([A-Za-z.0-9_]+) BMC(?=\s)(.*?)(?<=\s)EMC(?=\s|\Z)", re.DOTALL)
_POINTS: Final = 72 / 25.4
_HAIR: Final = 0.2
"""Millimetres: a line may lie on the very edge."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where points go: scaled, then shifted; in points from the lower left corner."""

    scale: float
    right: float
    up: float

    def written(self) -> bytes:
        numbers = (self.scale, 0, 0, self.scale, self.right, self.up)
        return " ".join(f"{each:.6g}" for each in numbers).encode("ascii") + b" cm"

    def box(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        left, bottom, right, top = (each * self.scale for each in box)
        return left + self.right, bottom + self.up, right + self.right, top + self.up


def only_fields(pdf: bytes, alignment: Alignment) -> Paper:
    """Return what of *pdf* is printed on a form, set right as *alignment* has it.

    Raises :class:`RefusedError`: ``paper.no-form`` for a paper in which nothing is marked,
    ``paper.off-the-page``, naming the field that would not be on the paper any more.
    """
    boxes, sizes = marked_boxes(pdf), page_sizes(pdf)
    if not any(box.mark == FORM or box.mark.startswith(FIELD) for page in boxes for box in page):
        raise RefusedError("paper.no-form")
    contents = [int(found[1]) for found in _CONTENTS.finditer(pdf)]
    changed = {}
    for object_number, page, (width, height) in zip(contents, boxes, sizes, strict=True):
        moved = _moved(alignment, height)
        code = _moved_code(page, moved)
        _refuse_off_page(page, moved, code, (width, height))
        changed[object_number] = _without_form(_stream_of(pdf, object_number), moved, code)
    return Paper(pdf=_updated(pdf, changed), pages=len(sizes))


def _moved(alignment: Alignment, height: float) -> _Moved:
    """Return where points go: the scale is counted from the top left corner."""
    scale = alignment.scale / 100
    up = height * (1 - scale) - alignment.down
    return _Moved(scale, alignment.right * _POINTS, up * _POINTS)


def _moved_code(page: Iterable[MarkedBox], moved: _Moved) -> _Moved:
    """Return where the code goes: as its middle does, as large as it is."""
    for each in page:
        if each.mark == FIELD + CODE:
            left, bottom, right, top = each.box
            x, y = (left + right) / 2, (bottom + top) / 2
            grown = moved.scale - 1
            return _Moved(1.0, moved.right + x * grown, moved.up + y * grown)
    return moved


def _refuse_off_page(
    page: Iterable[MarkedBox], moved: _Moved, code: _Moved, size: tuple[float, float]
) -> None:
    width, height = size[0] * _POINTS, size[1] * _POINTS
    hair = _HAIR * _POINTS
    for each in page:
        if each.mark == FORM:
            continue
        left, bottom, right, top = (code if each.mark == FIELD + CODE else moved).box(each.box)
        is_on = left >= -hair and bottom >= -hair and right <= width + hair
        if not (is_on and top <= height + hair):
            raise RefusedError("paper.off-the-page", part=each.mark.removeprefix(FIELD))


def _without_form(content: bytes, moved: _Moved, code: _Moved) -> bytes:
    """Return *content* without what a form has, everything else moved."""

    def kept(found: re.Match[bytes]) -> bytes:
        mark = found[1].decode("ascii")
        if mark == FORM:
            return b""
        if mark != FIELD + CODE:
            return found[0]
        return b"Q q " + code.written() + b"\n" + found[0] + b"\nQ q " + moved.written()

    return b"q " + moved.written() + b"\n" + _BLOCK.sub(kept, content) + b"\nQ"


def _stream_of(pdf: bytes, number: int) -> bytes:
    """Return what the stream *number* of a paper of ours holds."""
    start = re.search(rb"(?:\A|[\r\n])%d 0 obj\s" % number, pdf)
    head = _STREAM.match(pdf, start.end()) if start else None
    if head is None:
        raise RefusedError("paper.no-form")
    told = head[1]
    length = re.search(rb"/Length (\d+)", told)
    data = pdf[head.end() : head.end() + int(length[1] if length else 0)]
    if b"ASCII85Decode" in told:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    return zlib.decompress(data) if b"FlateDecode" in told else data


def _updated(pdf: bytes, streams: Mapping[int, bytes]) -> bytes:
    """Return *pdf* with *streams* in the place of its own, written behind it."""
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        raise RefusedError("paper.no-form")
    written = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = bytearray(b"xref\n")
    for number, at in _written(streams, written):
        table += b"%d 1\n%010d 00000 n \n" % (number, at)
    start = len(written)
    told = re.sub(rb"/Prev \d+", b"", trailer[1]).strip()
    written += table + b"trailer\n<<\n" + told + b"\n/Prev " + trailer[2] + b"\n>>\n"
    written += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(written)


def _written(streams: Mapping[int, bytes], written: bytearray) -> Iterator[tuple[int, int]]:
    """Write *streams* to the end of *written*; yield where each begins."""
    for number, content in sorted(streams.items()):
        packed = zlib.compress(content)
        at = len(written)
        head = b"%d 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n"
        written += head % (number, len(packed)) + packed + b"\nendstream\nendobj\n"
        yield number, at
