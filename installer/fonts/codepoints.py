"""Which characters each shipped font is asked to hold."""

from __future__ import annotations

from itertools import chain

LATIN = frozenset(
    chain(
        range(0x20, 0x7F),
        range(0xA1, 0xAD),
        range(0xAE, 0x250),
        [0x251, 0x261],
        range(0x1E00, 0x1F00),
    )
)
"""ASCII and the accented letters of European names and of pinyin.

The no-break space and the soft hyphen are left out: what cannot be seen is not printed.
"""

PUNCTUATION = frozenset(
    chain(
        range(0x2010, 0x2028),
        range(0x2030, 0x205F),
        range(0x3000, 0x302A),
        range(0x3030, 0x303E),
        range(0xFF01, 0xFFA0),
        range(0xFFE0, 0xFFE7),
    )
)
"""General and CJK punctuation, and the full-width forms; no marks that combine."""

SIGNS = frozenset(
    chain(
        [0x20AC, 0x2103, 0x2116, 0x2121],
        range(0x2160, 0x2189),
        range(0x2190, 0x219A),
        range(0x2200, 0x22C0),
        range(0x2460, 0x2500),
        range(0x2500, 0x2580),
        range(0x25A0, 0x2600),
        range(0x2605, 0x2643),
        [0x2713, 0x2717],
    )
)
"""Numerals, arrows, boxes and circled figures as forms use them."""

LETTERS = frozenset(
    chain(
        range(0x391, 0x3CA),
        range(0x401, 0x452),
        range(0x3041, 0x3097),
        range(0x309B, 0x3130),
        range(0x31A0, 0x31F0),
    )
)
"""Greek, Cyrillic, kana, bopomofo and the CJK strokes."""

ENCLOSED = frozenset(range(0x3200, 0x3400))
"""Enclosed and squared CJK: ㈠, ㎡, ㏑."""

RADICALS = frozenset(range(0x2E80, 0x2FE0))
"""Radicals, which some sources type instead of the character."""

URO = frozenset(range(0x4E00, 0xA000))
EXTENSION_A = frozenset(range(0x3400, 0x4DC0))
EXTENSIONS_B_TO_F = frozenset(
    chain(
        range(0x20000, 0x2A6E0),
        range(0x2A700, 0x2B73A),
        range(0x2B740, 0x2B81E),
        range(0x2B820, 0x2CEA2),
        range(0x2CEB0, 0x2EBE1),
    )
)
EXTENSIONS_G_TO_I = frozenset(chain(range(0x2EBF0, 0x2EE5E), range(0x30000, 0x323B0)))
COMPATIBILITY = frozenset(range(0xF900, 0xFB00))
"""Twelve of these are characters in their own right (U+FA0E …); old files hold the others."""


def gb2312() -> frozenset[int]:
    """Return the 6,763 characters of GB/T 2312-1980 with its signs and letters."""
    return frozenset(
        ord(character)
        for first in range(0xA1, 0xF8)
        for second in range(0xA1, 0xFF)
        for character in bytes([first, second]).decode("gb2312", "ignore")
    )


HAN = URO | EXTENSION_A | EXTENSIONS_B_TO_F | EXTENSIONS_G_TO_I | COMPATIBILITY
TEXT = LATIN | PUNCTUATION | SIGNS | LETTERS | ENCLOSED | RADICALS
EVERYTHING = HAN | TEXT | gb2312()
COMMON = gb2312() | LATIN | PUNCTUATION
"""What titles and the window are set in."""
