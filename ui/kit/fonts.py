"""The interface's typeface: the system's Chinese one, else the one we ship.

Shipped faces for rare characters are loaded only when a text needs them: they
are large, and nine names in ten do without.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from station_app.shipped import RESOURCES

PREFERRED = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
SHIPPED = ("StationSans-Regular.otf", "StationSans-Bold.otf")
FONT_FILES = (".otf", ".ttf")
FIRST_RARE = "\u3400"  # extension A: from here on a common face may have gaps
LAST_RARE_BMP = "\u4dbf"
FIRST_BEYOND_BMP = "\U00020000"


def interface_font(body: int) -> QFont:
    """Return the face of the whole program, *body* pixels high."""
    font = QFont(list(_families()))
    font.setPixelSize(body)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def needs_rare_face(text: str) -> bool:
    """Whether *text* has characters that common faces lack."""
    return bool(text) and (
        max(text) >= FIRST_BEYOND_BMP or any(FIRST_RARE <= c <= LAST_RARE_BMP for c in text)
    )


@cache
def load_rare_faces() -> tuple[str, ...]:
    """Load every shipped face once, and return their families."""
    return tuple(
        family
        for path in sorted((RESOURCES / "fonts").glob("*"))
        if path.suffix.lower() in FONT_FILES and path.name not in SHIPPED
        for family in _load(path.name)
    )


@cache
def _families() -> tuple[str, ...]:
    for family in PREFERRED:
        if QFontDatabase.hasFamily(family):
            return (family,)
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return (QFont().family(),)
    shipped = [family for name in SHIPPED for family in _load(name)]
    return tuple(dict.fromkeys(shipped)) or (QFont().family(),)


def _load(name: str) -> list[str]:
    path = RESOURCES / "fonts" / name
    if not path.exists():
        return []
    number = QFontDatabase.addApplicationFont(str(path))
    return QFontDatabase.applicationFontFamilies(number)
