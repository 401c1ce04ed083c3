"""The design language as values: colours, spacing, type scale, radii.

Everything that paints takes its numbers from here; nothing else in ``ui``
names a colour. Who turns tokens into a palette and a style sheet is
:mod:`ui.kit.theme`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GRID = 4  # every distance is a multiple of this
SMALLEST_BODY, NORMAL_BODY, LARGEST_BODY = 12, 14, 20


class Space:
    """Distances in pixels, on the grid of four."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Tone(StrEnum):
    """What a colour says. Never alone: always with a word or an icon."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours, as ``#rrggbb``."""

    window: str
    surface: str
    subtle: str
    hover: str
    pressed: str
    border: str
    field_border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_text: str
    ok_soft: str
    ok_text: str
    warn_soft: str
    warn_text: str
    danger: str
    danger_hover: str
    on_danger: str
    danger_soft: str
    danger_text: str
    info_soft: str
    info_text: str
    neutral_soft: str
    neutral_text: str
    selected: str
    match: str
    match_text: str
    notice: str
    on_notice: str
    notice_action: str
    focus: str

    def soft(self, tone: Tone) -> str:
        """Return the background of a pill of *tone*."""
        return str(getattr(self, f"{tone}_soft"))

    def word(self, tone: Tone) -> str:
        """Return the colour of text and icon of *tone*."""
        return str(getattr(self, f"{tone}_text"))


LIGHT = Palette(
    window="#f3f5f6",
    surface="#ffffff",
    subtle="#f7f9fa",
    hover="#eef2f4",
    pressed="#e3e9ec",
    border="#dde3e6",
    field_border="#84929a",
    text="#1a2226",
    muted="#55636b",
    disabled="#7f8b92",
    accent="#0e7285",
    accent_hover="#0b6273",
    accent_pressed="#095261",
    on_accent="#ffffff",
    accent_soft="#dff1f4",
    accent_text="#0a5a69",
    ok_soft="#e0f3e7",
    ok_text="#14633a",
    warn_soft="#fdf0d5",
    warn_text="#754800",
    danger="#c12f45",
    danger_hover="#a92539",
    on_danger="#ffffff",
    danger_soft="#fce7ea",
    danger_text="#a11f37",
    info_soft="#e4edfb",
    info_text="#1d4c96",
    neutral_soft="#e9edef",
    neutral_text="#46535a",
    selected="#d9eef2",
    match="#ffe6a0",
    match_text="#1a2226",
    notice="#22303a",
    on_notice="#f3f7f9",
    notice_action="#7fd6e5",
    focus="#0e7285",
)

DARK = Palette(
    window="#13181b",
    surface="#1a2125",
    subtle="#1f272b",
    hover="#262f34",
    pressed="#2e393f",
    border="#2e393f",
    field_border="#74838b",
    text="#e7edf0",
    muted="#a2b0b7",
    disabled="#7b8990",
    accent="#46b8ca",
    accent_hover="#5fc6d6",
    accent_pressed="#37a4b6",
    on_accent="#04232a",
    accent_soft="#17383f",
    accent_text="#86dbe9",
    ok_soft="#17372a",
    ok_text="#84dcab",
    warn_soft="#3d2e10",
    warn_text="#f4c671",
    danger="#ef6c7e",
    danger_hover="#f48594",
    on_danger="#33060d",
    danger_soft="#42202a",
    danger_text="#ffa9b4",
    info_soft="#1b2f4c",
    info_text="#a6c8ff",
    neutral_soft="#2b353a",
    neutral_text="#c3ced3",
    selected="#1d3f47",
    match="#6a5208",
    match_text="#fff6dc",
    notice="#e7edf0",
    on_notice="#1a2226",
    notice_action="#0a5a69",
    focus="#5fc6d6",
)

TEXT_PAIRS = (
    ("text", "window"),
    ("text", "surface"),
    ("text", "subtle"),
    ("text", "hover"),
    ("text", "pressed"),
    ("text", "selected"),
    ("text", "accent_soft"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "subtle"),
    ("muted", "hover"),
    ("muted", "selected"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("accent_text", "accent_soft"),
    ("accent_text", "surface"),
    ("accent_text", "window"),
    ("accent_text", "hover"),
    ("accent_text", "selected"),
    ("ok_text", "ok_soft"),
    ("ok_text", "surface"),
    ("warn_text", "warn_soft"),
    ("warn_text", "surface"),
    ("danger_text", "danger_soft"),
    ("danger_text", "surface"),
    ("danger_text", "window"),
    ("info_text", "info_soft"),
    ("info_text", "surface"),
    ("neutral_text", "neutral_soft"),
    ("neutral_text", "surface"),
    ("match_text", "match"),
    ("on_notice", "notice"),
    ("notice_action", "notice"),
)
"""Which colour stands as text on which: a test holds each to 4.5 : 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """A palette together with the sizes that follow the chosen font size."""

    palette: Palette = LIGHT
    is_dark: bool = False
    body: int = NORMAL_BODY

    @property
    def caption(self) -> int:
        """Return the pixel size of notes and table headers."""
        return max(self.body - 2, 11)

    @property
    def subtitle(self) -> int:
        """Return the pixel size of headings of cards and sections."""
        return self.body + 1

    @property
    def title(self) -> int:
        """Return the pixel size of headings of pages."""
        return self.body + 6

    @property
    def display(self) -> int:
        """Return the pixel size of the greeting of an empty page."""
        return self.body + 12

    @property
    def control(self) -> int:
        """Return the height of fields and buttons."""
        return self._on_grid(self.body * 2.3)

    @property
    def row(self) -> int:
        """Return the height of a table's row."""
        return self._on_grid(self.body * 2.6)

    @property
    def icon(self) -> int:
        """Return the side of an icon beside body text."""
        return self.body + 4

    @property
    def radius(self) -> int:
        """Return the rounding of fields and buttons."""
        return 6

    @property
    def card_radius(self) -> int:
        """Return the rounding of cards and panels."""
        return 10

    @staticmethod
    def _on_grid(pixels: float) -> int:
        return round(pixels / GRID) * GRID
