"""Reduce, convert, rename and write one font."""

from __future__ import annotations

import hashlib
import io
import lzma
from typing import TYPE_CHECKING, Any

from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

if TYPE_CHECKING:
    from pathlib import Path

    from installer.fonts.recipe import Product, Source

_SPACES = frozenset([0x20, 0x3000])
_DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "FFTM", "prop", "DSIG", "gasp"]
_KEPT_NAMES = frozenset([0, 11, 13, 14])
"""Copyright, maker's address, licence and its address stay as they were."""
_MAXIMA = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentElements",
    "maxComponentDepth",
)


class WrongSourceError(Exception):
    """The file is not the one that the recipe was written for."""


def opened(source: Source, root: Path) -> TTFont:
    """Open *source* below *root*, if it is the very file of the recipe."""
    path = root / source.path
    if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
        raise WrongSourceError(path.name)
    return TTFont(path, fontNumber=source.face, lazy=True, recalcTimestamp=False)


def drawn(font: TTFont, wanted: frozenset[int]) -> frozenset[int]:
    """Return those of *wanted* for which *font* has ink, or that are spaces.

    Some fonts name a character in their table and draw nothing for it.
    """
    glyphs = font.getGlyphSet()
    held = font.getBestCmap()
    found = []
    for code in wanted & held.keys():
        pen = ControlBoundsPen(glyphs)
        if code not in _SPACES:
            glyphs[held[code]].draw(pen)
        if code in _SPACES or pen.bounds is not None:
            found.append(code)
    return frozenset(found)


def made(product: Product, font: TTFont, codes: frozenset[int]) -> bytes:
    """Return the file of *product*, made from *font* reduced to *codes*."""
    _reduce(font, codes)
    if product.to_truetype:
        _to_quadratic(font)
    _rename(font, product)
    font["head"].modified = timestampFromString("Sun Nov 22 00:00:00 2026")
    font["OS/2"].usWeightClass = product.weight
    written = io.BytesIO()
    font.save(written, reorderTables=True)
    if product.file.endswith(".xz"):
        return lzma.compress(written.getvalue(), preset=9 | lzma.PRESET_EXTREME)
    return written.getvalue()


def _reduce(font: TTFont, codes: frozenset[int]) -> None:
    options = Options()
    options.layout_features = []
    options.drop_tables += _DROPPED
    options.hinting = False
    options.name_IDs = ["*"]
    options.name_legacy = True
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_bounds = True
    options.bidi_closure = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _to_quadratic(font: TTFont, *, furthest: float = 1.0) -> None:
    """Turn cubic (CFF) outlines into TrueType ones, at most *furthest* units away."""
    names = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    outlines: dict[str, Any] = {}
    for name in names:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, furthest, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder = names
    table.glyphs = outlines
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"
    highest = font["maxp"]
    highest.tableVersion = 0x00010000
    highest.maxZones = 1
    for field in _MAXIMA:
        setattr(highest, field, 0)
    font["post"].formatType = 3.0


def _rename(font: TTFont, product: Product) -> None:
    """Name *font* as ours: licences reserve the names of the originals."""
    table = font["name"]
    former = table.getDebugName(4)
    table.names = [
        record for record in table.names if record.nameID in _KEPT_NAMES and record.platformID == 3
    ]
    style = "Bold" if product.weight > 400 else "Regular"
    words = {
        1: product.family,
        2: style,
        3: f"{product.family} {style} 1.0",
        4: f"{product.family} {style}",
        5: "Version 1.000",
        6: f"{product.family.replace(' ', '')}-{style}",
        10: f"A subset, partly converted, of {former} ({product.source.package}).",
    }
    for number, text in words.items():
        table.setName(text, number, 3, 1, 0x409)
