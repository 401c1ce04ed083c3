"""Check digits by Damm's quasigroup.

They notice each wrong digit and each pair of neighbours changed about, also where the
check digit itself is one of the two.
"""

from __future__ import annotations

DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def check_digit(digits: str) -> str:
    """Return the digit that makes *digits* checkable."""
    interim = 0
    for digit in digits:
        interim = int(DAMM[interim][int(digit)])
    return str(interim)
