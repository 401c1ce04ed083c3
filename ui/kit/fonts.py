"""The interface's typeface: the system's Chinese one, else the one we ship.

Faces for rare characters stand behind it; :mod:`ui.kit.rare_faces` loads them
when they are needed.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from station_app.shipped import RESOURCES

# what Windows, macOS and the Linux desktops ship, their own face first
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
SHIPPED = "Station Hei"
SHIPPED_FILES = ("station-hei.otf", "station-hei-bold.otf")
RARE_FAMILIES = (
    "Station Song",
    "Station Ming A",
    "Station Ming 20",
    "Station Ming 22",
    "Station Ming 24",
    "Station Ming 26",
    "Station Ming 28",
    "Station Ming 2A",
    "Station Ming 2B",
    "Station Ming 2C",
    "Station Kai",
)


def interface_font(body: int) -> QFont:
    """Return the face of the whole program, *body* pixels high."""
    font = QFont([_family(), *RARE_FAMILIES])
    # pixels, not points: the scale is Qt's business and would be counted twice
    font.setPixelSize(body)
    # full hinting bends the strokes of Chinese at small sizes
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


@cache
def _family() -> str:
    """Return a family of the system that has Chinese, else load ours."""
    there = set(QFontDatabase.families())
    for family in PREFERRED:
        if family in there:
            return family
    # some face of the system has Chinese: it knows which
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return QFont().family()
    # loaded only here: most devices do without it
    for name in SHIPPED_FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
    return SHIPPED
