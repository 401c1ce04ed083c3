"""Our fonts inside a PDF, with a text layer that gives every character back.

ReportLab 5.1 writes the targets of ToUnicode as ``%04X``: a character beyond U+FFFF
gets five digits, and 𠮷 copied from the paper becomes another, valid character. The
targets have to be UTF-16BE, and a block may hold a hundred entries (ISO 32000-1,
9.10.3). Only the stream is put right, after ReportLab has made its objects.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

MOST_IN_BLOCK = 100
_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
"""
_TAIL = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Typeface(TTFont):  # type: ignore[misc]  # ReportLab has no hints
    """A TrueType font whose text layer is right beyond U+FFFF."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(name, io.BytesIO(data), asciiReadable=False, shapable=False)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # overrides ReportLab's
        """Add the font's objects to *doc*, each with our own ToUnicode."""
        subsets = self.state[doc].subsets if doc in self.state else []
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            # ReportLab names the object so, and writes it out only when the document is saved.
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """Return the ToUnicode CMap of *subset*: the code point at each single-byte code.

    Code 0 is the missing glyph and stands for no character.
    """
    entries = [f"<{place:02X}> <{_target(code)}>" for place, code in enumerate(subset) if code]
    blocks = (
        entries[start : start + MOST_IN_BLOCK] for start in range(0, len(entries), MOST_IN_BLOCK)
    )
    written = (
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return _HEAD.format(name=name) + "".join(written) + _TAIL


def _target(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
