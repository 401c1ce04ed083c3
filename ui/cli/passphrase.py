"""Who signs in, and the passphrase: that comes from the environment or a prompt only."""

from __future__ import annotations

import os
import sys
from getpass import getpass

from station_app.domain.errors import Problem, StationError, ValidationFailedError
from ui.cli.words import words

VARIABLE, PAPER_VARIABLE = "STATION_PASSPHRASE", "STATION_PAPER_KEY"
SECOND = "STATION_SECOND_PASSPHRASE"
USER = "STATION_USER"


class NoPassphraseError(StationError):
    """There is neither the variable nor anybody to ask."""

    code = "passphrase.missing"


def known_passphrase() -> str:
    """Return the passphrase that opens the station.

    Raises :class:`NoPassphraseError`.
    """
    # never an argument: those are read by everybody in the list of processes
    return os.environ.get(VARIABLE) or _asked("ask")


def second_passphrase() -> str:
    """Return the passphrase of the second person who agrees.

    Raises :class:`NoPassphraseError`.
    """
    return os.environ.get(SECOND) or _asked("ask-second", SECOND)


def known_paper_key() -> str:
    """Return what stands on the paper; raises as :func:`known_passphrase` does."""
    return os.environ.get(PAPER_VARIABLE) or _asked("ask-paper", PAPER_VARIABLE)


def known_user(given: str) -> str:
    """Return who signs in: *given*, or named by the environment; empty for the only one."""
    return given or os.environ.get(USER, "")


def new_passphrase() -> str:
    """Return the passphrase a station is to get; on a terminal it is asked for twice.

    Raises :class:`NoPassphraseError`, and :class:`ValidationFailedError` if the two
    differ.
    """
    given = os.environ.get(VARIABLE)
    # a script cannot mistype; only hands are asked twice
    if given:
        return given
    typed = _asked("ask-new")
    if _asked("ask-again") != typed:
        raise ValidationFailedError((Problem("passphrase", "differs"),))
    return typed


def _asked(question: str, variable: str = VARIABLE) -> str:
    # getpass would read it from the pipe, and echo a warning into the output
    if not sys.stdin.isatty():
        raise NoPassphraseError(variable=variable)
    return getpass(words(question))
