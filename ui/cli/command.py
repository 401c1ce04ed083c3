"""What a command of the command line is given and gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from ui.cli.speaking import Speaker

DONE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was done: ``values`` for scripts, ``lines`` for people, the exit code."""

    values: Mapping[str, object]
    lines: Sequence[str]
    code: int = DONE


Command = Callable[["Namespace", "Speaker"], Answer]
"""Carries one command out: does what was asked, telling its progress to the speaker.

Raises what the services raise.
"""
