"""From which source each font is made, what it is called, and what it may cost.

The order of :data:`PRODUCTS` is the order of the chain: a font after the first
body font holds only what the earlier ones lack.
"""

from __future__ import annotations

from dataclasses import dataclass

from installer.fonts import codepoints


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A font of a Debian package, by its path below the unpacked package."""

    package: str
    path: str
    sha256: str
    face: int = 0
    """Which font of a collection (TTC)."""
    licence: str
    """The licence file that goes beside the product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One font to ship. ``file`` ends in ``.xz`` when it is kept compressed."""

    file: str
    family: str
    source: Source
    wanted: frozenset[int]
    role: str
    """``body`` (in the chain), ``title`` or ``screen``."""
    weight: int = 400
    to_truetype: bool = False


_NOTO = "usr/share/fonts/opentype/noto/"

SERIF = Source(
    package="fonts-noto-cjk 1:20220127+repack1-1",
    path=_NOTO + "NotoSerifCJK-Regular.ttc",
    sha256="a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481",
    face=2,
    licence="OFL-Noto-CJK.txt",
)
SERIF_BOLD = Source(
    package="fonts-noto-cjk 1:20220127+repack1-1",
    path=_NOTO + "NotoSerifCJK-Bold.ttc",
    sha256="a5d4b046c127da3d7c72f98b46c41489cd29bf52abfdf18aba920903e920d4ac",
    face=2,
    licence="OFL-Noto-CJK.txt",
)
SANS = Source(
    package="fonts-noto-cjk 1:20220127+repack1-1",
    path=_NOTO + "NotoSansCJK-Regular.ttc",
    sha256="b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    face=2,
    licence="OFL-Noto-CJK.txt",
)
SANS_BOLD = Source(
    package="fonts-noto-cjk 1:20220127+repack1-1",
    path=_NOTO + "NotoSansCJK-Bold.ttc",
    sha256="faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
    face=2,
    licence="OFL-Noto-CJK.txt",
)
MING_A = Source(
    package="fonts-hanazono 20170904-2.1",
    path="usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
    sha256="7ca87559414474848fc513a8d8eb42d5b0f8194c30c2abdfbfedff5398ec88d7",
    licence="OFL-Hanazono.txt",
)
MING_B = Source(
    package="fonts-hanazono 20170904-2.1",
    path="usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
    sha256="829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c",
    licence="OFL-Hanazono.txt",
)
KAI = Source(
    package="fonts-lxgw-wenkai 1.250+repack-1",
    path="usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
    sha256="bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
    licence="OFL-LXGW-WenKai.txt",
)

_RARE_BLOCKS = (
    (0x20000, 0x21FFF),
    (0x22000, 0x23FFF),
    (0x24000, 0x25FFF),
    (0x26000, 0x27FFF),
    (0x28000, 0x2A6DF),
    (0x2A700, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0x2CEB0, 0x2EBEF),
)
"""Extensions B to F, cut so that a rare name unpacks two megabytes and not thirty."""

PRODUCTS = (
    Product(
        file="station-song.ttf",
        family="Station Song",
        source=SERIF,
        wanted=codepoints.EVERYTHING,
        role="body",
        to_truetype=True,
    ),
    Product(
        file="station-ming-a.ttf.xz",
        family="Station Ming A",
        source=MING_A,
        wanted=codepoints.EVERYTHING,
        role="body",
    ),
    *(
        Product(
            file=f"station-ming-{first >> 12:x}.ttf.xz",
            family=f"Station Ming {first >> 12:X}",
            source=MING_B,
            wanted=codepoints.EVERYTHING & frozenset(range(first, last + 1)),
            role="body",
        )
        for first, last in _RARE_BLOCKS
    ),
    Product(
        file="station-kai.ttf.xz",
        family="Station Kai",
        source=KAI,
        wanted=codepoints.EVERYTHING,
        role="body",
    ),
    Product(
        file="station-song-bold.ttf",
        family="Station Song",
        source=SERIF_BOLD,
        wanted=codepoints.COMMON,
        role="title",
        weight=700,
        to_truetype=True,
    ),
    Product(
        file="station-hei.otf",
        family="Station Hei",
        source=SANS,
        wanted=codepoints.COMMON,
        role="screen",
    ),
    Product(
        file="station-hei-bold.otf",
        family="Station Hei",
        source=SANS_BOLD,
        wanted=codepoints.COMMON,
        role="screen",
        weight=700,
    ),
)
