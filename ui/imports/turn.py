"""One job at a time: whoever begins anew, or leaves, hears no more of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from station_app.domain.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.jobs import Job

OutcomeT = TypeVar("OutcomeT")


class Turn:
    """Keeps a step from being told what belongs to a file that was left.

    A job stops at its next step only, and its outcome may be on the way already when
    somebody goes back and on again. What comes late must not become the file, the trial
    or the result of another import.
    """

    def __init__(self) -> None:
        self._number = 0
        self._job: Job | None = None

    def begin(self) -> None:
        """Begin a turn: stop the job of the one before, and hear nothing of it."""
        self._number += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def watch(self, job: Job) -> None:
        """Keep the *job* of this turn, so that the next one can stop it."""
        self._job = job

    def is_busy(self) -> bool:
        """Whether the job of this turn is still to end."""
        return self._job is not None

    def heard(self, slot: Callable[[OutcomeT], object]) -> Callable[[OutcomeT], None]:
        """Return *slot* as it is told while this turn lasts, for what a job ends with."""
        number = self._number

        def tell(outcome: OutcomeT) -> None:
            if number == self._number:
                self._job = None
                slot(outcome)

        return tell

    def told(
        self, slot: Callable[[Exception], object], otherwise: Callable[[Exception], object]
    ) -> Callable[[Exception], None]:
        """Return *slot* for a failure in this turn; *otherwise* hears one that comes late.

        That a job which nobody wants any more has stopped is told to nobody.
        """
        number = self._number

        def tell(error: Exception) -> None:
            if number == self._number:
                self._job = None
                slot(error)
            elif not isinstance(error, CancelledError):
                otherwise(error)

        return tell
