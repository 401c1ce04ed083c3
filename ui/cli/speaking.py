"""Telling what was done: one JSON object for scripts, sentences for people."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from station_app.domain.errors import (
    NotFoundError,
    RefusedError,
    StationError,
    StoreUnavailableError,
    ValidationFailedError,
)
from ui.cli.passphrase import NoPassphraseError
from ui.cli.usage import WrongUsageError
from ui.cli.words import words
from ui.shell.wording import phase_words, sentence_of

if TYPE_CHECKING:
    from ui.cli.answer import Answer

WRONG_USAGE, REFUSED, NOT_FOUND, NO_STORE = 2, 3, 4, 5
ABSENT = frozenset({"file-missing", "file-not-written"})
WIDTH = 72


class Speaker:
    """Speaks to whoever typed the command. Personal data go to standard output only.

    Errors and progress go to standard error, which is what ends up in logs. With JSON
    there is exactly one object on standard output, whatever happens.
    """

    def __init__(self, *, is_json: bool) -> None:
        self._is_json = is_json
        self._phase = ""
        self._told = ""

    def tell(self, answer: Answer) -> int:
        """Tell what was done and return the exit code."""
        self._clear()
        if self._is_json:
            print(json.dumps(answer.values, ensure_ascii=False))
        else:
            for line in answer.lines:
                print(line)
        return answer.code

    def refuse(self, error: StationError) -> int:
        """Tell why nothing was done and return the exit code."""
        self._clear()
        say, reason = _sentence(error), _reason(error)
        if self._is_json:
            # scripts tell a rule of the station from a station that cannot be used
            kind = "refused" if _code(error) == REFUSED else "error"
            problems = _problems(error)
            print(json.dumps({kind: reason, "say": say, **problems}, ensure_ascii=False))
        else:
            print(say, file=sys.stderr)
            for problem in _problems(error).get("problems", ()):
                print(f"  {problem['field']}: {problem['code']}", file=sys.stderr)
        return _code(error)

    def step(self, done: int, total: int, phase: str = "") -> None:
        """Show how far the work is, on a terminal only."""
        # a phase is named once and holds until the next
        self._phase = phase_words(phase) or self._phase
        # a file or a pipe would be filled with thousands of half lines
        if self._is_json or not sys.stderr.isatty() or not total:
            return
        told = f"{self._phase} {done * 100 // total} %"
        # a hundred thousand rows, a hundred different lines
        if told != self._told:
            self._told = told
            print(f"\r{told:<{WIDTH}}", end="", file=sys.stderr, flush=True)

    def _clear(self) -> None:
        if self._told:
            print(f"\r{'':<{WIDTH}}\r", end="", file=sys.stderr, flush=True)
            self._told = ""


def _sentence(error: StationError) -> str:
    # the window has no such sentence: it always asks
    if isinstance(error, NoPassphraseError):
        return words("no-passphrase", **error.facts)
    if isinstance(error, WrongUsageError):
        return words(error.say, **error.facts)
    return sentence_of(error)


def _code(error: StationError) -> int:
    if isinstance(error, StoreUnavailableError):
        return NO_STORE
    if isinstance(error, (NoPassphraseError, WrongUsageError)):
        return WRONG_USAGE
    if isinstance(error, NotFoundError) or _reason(error) in ABSENT:
        return NOT_FOUND
    return REFUSED


def _reason(error: StationError) -> str:
    return str(error.reason) if isinstance(error, RefusedError) else error.code


def _problems(error: StationError) -> dict[str, list[dict[str, str]]]:
    if not isinstance(error, ValidationFailedError):
        return {}
    found = [{"field": problem.field, "code": problem.code} for problem in error.problems]
    return {"problems": found}
