"""Where the data files that ship with the program lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, such as ``resource("images", "x.svg")``."""
    return ROOT.joinpath(*parts)
