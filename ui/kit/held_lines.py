"""The lines of a short table, all at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KeyT = TypeVar("KeyT")
LineT = TypeVar("LineT")


class HeldLines(Generic[KeyT, LineT]):
    """What a table of few lines asks: whoever reads them puts all of them here."""

    def __init__(self) -> None:
        self.held: Mapping[KeyT, LineT] = {}

    def lines(self, keys: Sequence[KeyT]) -> Mapping[KeyT, LineT]:
        """Return the lines of *keys*."""
        return {key: self.held[key] for key in keys if key in self.held}
