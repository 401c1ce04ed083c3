"""Chance that can be repeated: the same seed makes the same people."""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ItemT = TypeVar("ItemT")


class Weighted(Generic[ItemT]):
    """Things with the weights they are drawn by."""

    def __init__(self, weights: Mapping[ItemT, float]) -> None:
        self.items = tuple(weights)
        self._sums = tuple(accumulate(weights.values()))

    def at(self, share: float) -> ItemT:
        """Return the thing that stands at *share* (0 to below 1) of all weight."""
        return self.items[bisect(self._sums, share * self._sums[-1])]


class Chance:
    """Draws of all kinds from one seed."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random  # noqa: S311 - to be repeated, not to be secret

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in *share* of all cases."""
        return self._next() < share

    def between(self, least: int, most: int) -> int:
        """Return a whole number from *least* to *most*, both included."""
        return least + int(self._next() * (most - least + 1))

    def one_of(self, things: Sequence[ItemT]) -> ItemT:
        """Return one of *things*, each as likely."""
        return things[int(self._next() * len(things))]

    def drawn(self, weighted: Weighted[ItemT]) -> ItemT:
        """Return one of the *weighted* things."""
        return weighted.at(self._next())
