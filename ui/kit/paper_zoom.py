"""How large paper is shown: at a size somebody chose, or as there is room."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

MM_PER_INCH = 25.4
SCREEN_DPI = 96
NATURAL = SCREEN_DPI / MM_PER_INCH  # pixels of a millimetre at full size
STEP = 1.25
FARTHEST, NEAREST = 0.25, 4.0


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = auto()
    PAGE = auto()
    FREE = auto()


class Zoom:
    """Reckons pixels a millimetre; a size chosen stays between the farthest and the nearest."""

    def __init__(self) -> None:
        self.fit = Fit.WIDTH
        self._scale = 1.0

    def nearer(self, pixels_per_mm: float) -> None:
        """Choose a larger size than that in sight."""
        self._choose(pixels_per_mm * STEP)

    def farther(self, pixels_per_mm: float) -> None:
        """Choose a smaller size than that in sight."""
        self._choose(pixels_per_mm / STEP)

    def pixels_per_mm(self, sizes: Sequence[tuple[float, float]], room: QSize) -> float:
        """Return the size in force for pages of *sizes*, in millimetres, in *room*."""
        if self.fit is Fit.FREE or not sizes:
            return self._scale * NATURAL
        across = max(room.width(), Space.XXL) / max(width for width, _ in sizes)
        if self.fit is Fit.WIDTH:
            # on a wide screen letters would else be as large as headlines
            return min(across, 2 * NATURAL)
        return min(across, max(room.height(), Space.XXL) / sizes[0][1])

    def _choose(self, pixels_per_mm: float) -> None:
        self.fit = Fit.FREE
        self._scale = min(max(pixels_per_mm / NATURAL, FARTHEST), NEAREST)
