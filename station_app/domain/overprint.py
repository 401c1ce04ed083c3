"""Printing on forms that were printed before (套打): how a printer is set right.

No two printers feed paper alike: each has a shift and a scale of its own, found with a
test sheet. Measures are millimetres from the top left corner of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from station_app.domain.errors import Problem

FURTHEST: Final = 20.0
"""How far a page may be shifted, either way."""
SMALLEST, LARGEST = 98.0, 102.0
"""The scale in per cent; a printer that is out by more is out of order."""
NAME_LENGTH: Final = 120

CROSS: Final = (40.0, 40.0)
"""Where the cross of the test sheet lies, from the left and from the top."""
STRETCH: Final = 120.0
"""How long its measured line is, from the cross to the right."""
_MISREAD: Final = 30.0
"""Whoever measures more than so much beside the truth has taken another line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How a printer is set right: shifts in millimetres, the scale in per cent.

    ``right`` and ``down`` may be negative. The scale is counted from the top left corner.
    """

    right: float = 0.0
    down: float = 0.0
    scale: float = 100.0


AS_IT_IS: Final = Alignment()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A printer of this device, and how it is set right."""

    name: str
    alignment: Alignment = AS_IT_IS


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a ruler says of a printed test sheet, in millimetres.

    ``left`` and ``top`` are from the edges of the paper to the cross, ``line`` is the
    length of the line that begins at it.
    """

    left: float
    top: float
    line: float


def problems_with(alignment: Alignment) -> tuple[Problem, ...]:
    """Return all that keeps *alignment* from being kept."""
    limits = {"right": (-FURTHEST, FURTHEST), "down": (-FURTHEST, FURTHEST)}
    limits["scale"] = (SMALLEST, LARGEST)
    return tuple(
        Problem(name, "out-of-range", {"least": f"{least:g}", "most": f"{most:g}"})
        for name, (least, most) in limits.items()
        if not least <= getattr(alignment, name) <= most
    )


def problems_with_measures(measured: Measured) -> tuple[Problem, ...]:
    """Return all that keeps *measured* from being a measure of the test sheet."""
    drawn = Measured(left=CROSS[0], top=CROSS[1], line=STRETCH)
    found = []
    for field in fields(measured):
        true = getattr(drawn, field.name)
        if not abs(getattr(measured, field.name) - true) <= _MISREAD:
            limits = {"least": f"{true - _MISREAD:g}", "most": f"{true + _MISREAD:g}"}
            found.append(Problem(field.name, "out-of-range", limits))
    return tuple(found)


def reckoned(measured: Measured, now: Alignment) -> Alignment:
    """Return what sets a printer right whose sheet, printed as *now*, was *measured*.

    A printer puts what is meant for x at p·x + e; the sheet tells both.
    """
    share = now.scale / 100
    stretched = measured.line / (share * STRETCH)
    meant = (share * CROSS[0] + now.right, share * CROSS[1] + now.down)
    off = (measured.left - stretched * meant[0], measured.top - stretched * meant[1])
    right, down = (-each / stretched for each in off)
    # no ruler tells more than a tenth; zero is written without a sign
    return Alignment(
        right=round(right, 1) + 0.0, down=round(down, 1) + 0.0, scale=round(100 / stretched, 2)
    )
