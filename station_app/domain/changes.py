"""What an operation has touched, and how to take it back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

ValueT_co = TypeVar("ValueT_co", covariant=True)

UNDO_DEPTH = 20


class Topic(StrEnum):
    """A kind of record the user interface may be showing."""

    RESIDENTS = "residents"
    PLACES = "places"
    CERTIFICATES = "certificates"
    SETTINGS = "settings"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Done(Generic[ValueT_co]):
    """What a use case yields: its value, what it touched, what would revert it.

    Reverting is a use case of its own: checked, audited and synchronised like
    any other. It is refused when the record has changed since.
    """

    value: ValueT_co
    touched: frozenset[Topic]
    revert: Callable[[], Done[object]] | None = None


class UndoHistory:
    """The latest operations of this window that can be taken back."""

    def __init__(self) -> None:
        self._steps: deque[Callable[[], Done[object]]] = deque(maxlen=UNDO_DEPTH)

    def note(self, done: Done[object]) -> None:
        """Remember *done*, if it can be reverted."""
        if done.revert is not None:
            self._steps.append(done.revert)

    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._steps)

    def take(self) -> Callable[[], Done[object]]:
        """Return, and forget, what reverts the latest operation."""
        return self._steps.pop()
