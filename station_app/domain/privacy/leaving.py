"""The guard at every way out: nothing that leaves is run, and no control character leaves.

Workbooks, text tables, the clipboard, papers, codes on papers and the terminal all go
through here (security paper 3.8).
"""

from __future__ import annotations

from typing import Final

# the wide ones too: Chinese and Japanese office programs take them for the narrow
DANGEROUS: Final = tuple("=+-@\t\r＝＋－＠")
CONTROLS: Final = dict.fromkeys(
    [
        *range(9),
        *range(11, 32),
        *range(0x7F, 0xA0),  # among them what begins the commands of a terminal
        *range(0xD800, 0xE000),  # halves of characters: no encoding can write them
        *(0x2028, 0x2029, 0xFFFE, 0xFFFF),
    ]
)
"""What never travels: control characters but tab and line feed, and what is no character."""

LONG_NUMBER: Final = 12  # digits; office programs round longer ones
QUOTE: Final = "'"


def without_controls(text: str) -> str:
    """Return *text* without control characters; tabs and line ends stay."""
    return text.translate(CONTROLS)


def on_one_line(text: str) -> str:
    """Return *text* without control characters, every stretch of blanks made one."""
    return " ".join(without_controls(text).split())


def harmless(text: str) -> str:
    """Return *text* so that no office program takes it for a formula.

    Programs run what begins so (CSV injection, OWASP).
    """
    plain = without_controls(text)
    return f"{QUOTE}{plain}" if plain.startswith(DANGEROUS) else plain


def harmless_cell(text: str) -> str:
    """Return *text* for a cell of a text table: harmless, and long numbers whole.

    A long number is led in by a tab, so that office programs do not round it.
    """
    safe = harmless(text)
    return f"\t{safe}" if len(safe) >= LONG_NUMBER and safe[:-1].isdigit() else safe
