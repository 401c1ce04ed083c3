"""Carrying a command out: it answers, or is refused with its exit code."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station_app.domain.errors import StationError
from ui.cli.speaking import Speaker
from ui.kit.languages import Languages
from ui.shell.faults import report_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from types import TracebackType

    from ui.cli.answer import Answer

    Command = Callable[[Namespace, Speaker], Answer]

INTERRUPTED = 130
UNHEARD = 141
NAME = "station"


def carry_out(asked: Namespace) -> int:
    """Do what the command *asked* for says; return the exit code."""
    # the window has its own; a script must get neither traceback nor values
    sys.excepthook = _tell_fault
    if not asked.needs_window:  # which makes an application of its own kind
        # without a screen: a command has to work over ssh and in a scheduled task
        app = QCoreApplication.instance() or QCoreApplication([NAME])
        Languages.of(app).speak(asked.lang)
    speaker = Speaker(is_json=asked.json)
    try:
        return speaker.tell(_command(asked.act)(asked, speaker))
    except StationError as error:
        return speaker.refuse(error)
    except KeyboardInterrupt:
        # as shells count it: 128 and the signal's number
        return INTERRUPTED
    except BrokenPipeError:
        # whoever listened has gone, as ``| head`` does; left open, Python complains at its end
        with suppress(BrokenPipeError):
            sys.stdout.close()
        return UNHEARD


def _command(act: str) -> Command:
    """Return the command called *act*; loaded by itself, so that each starts quickly.

    ``people.find`` is the function ``find`` of :mod:`ui.cli.people`.
    """
    module, _, name = act.partition(".")
    command: Command = getattr(import_module(f"ui.cli.{module}"), name)
    return command


def _tell_fault(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Tell a fault of the program without messages and values: they may be somebody's data."""
    print(report_of(error), file=sys.stderr)
