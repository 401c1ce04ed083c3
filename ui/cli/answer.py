"""What a command of the command line gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DONE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was done: ``values`` for scripts, ``lines`` for people, the exit code.

    ``values`` hold what JSON can tell; their names never change, since scripts rely on them.
    """

    values: Mapping[str, object]
    lines: Sequence[str]
    code: int = DONE
