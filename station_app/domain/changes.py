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
    EXCHANGE = "exchange"
    AUDIT = "audit"
    EXPORTS = "exports"
    STAFF = "staff"
    RIGHTS = "rights"
    ITEMS = "items"
    CASES = "cases"
    ASSISTANCE = "assistance"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Done(Generic[ValueT_co]):
    """What a use case yields: its value, what it touched, what would revert it.

    Reverting is a use case of its own: checked, audited and synchronised like
    any other. It is refused when the record has changed since.
    """

    value: ValueT_co
    touched: frozenset[Topic]
    revert: Callable[[], Done[object]] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class UndoStep:
    """One operation that can be taken back, and what the user calls it."""

    label: str
    revert: Callable[[], Done[object]]


class UndoHistory:
    """The latest operations of this window that can be taken back."""

    def __init__(self) -> None:
        self._steps: deque[UndoStep] = deque(maxlen=UNDO_DEPTH)

    def note(self, done: Done[object], label: str = "") -> UndoStep | None:
        """Remember *done*, if it can be reverted, and return the step kept."""
        if done.revert is None:
            return None
        step = UndoStep(label, done.revert)
        self._steps.append(step)
        return step

    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._steps)

    def latest(self) -> UndoStep | None:
        """Return the operation that would be taken back next."""
        return self._steps[-1] if self._steps else None

    def take(self, step: UndoStep | None = None) -> Callable[[], Done[object]]:
        """Return what reverts *step*, by default the latest, and forget it."""
        if step is None:
            return self._steps.pop().revert
        # It may have fallen off the end by now: its notice still takes it back.
        if step in self._steps:
            self._steps.remove(step)
        return step.revert
