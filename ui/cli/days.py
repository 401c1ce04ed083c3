"""Days as they are typed at the command line."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date


def day(text: str) -> date:
    """Return the day that *text* is; wrong usage otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"a day such as 2026-03-09 is wanted, not {text!r}") from None
