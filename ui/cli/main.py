"""The program's front door: a command is carried out, without one the window opens."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station_app.domain.errors import StationError
from ui.cli.arguments import read_arguments
from ui.cli.speaking import Speaker
from ui.kit.languages import Languages
from ui.shell.faults import report_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from ui.cli.answer import Answer

    Command = Callable[[Namespace, Speaker], Answer]

INTERRUPTED = 130
UNHEARD = 141
FAULT = 1
NAME = "station"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what *arguments* (those of the process by default) ask; return the exit code."""
    _speak_utf8()
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    if asked.act is None:
        return _open_window(asked)
    # the window has its own; a script must get neither traceback nor values
    sys.excepthook = _tell_fault
    if not asked.needs_window:  # which makes an application of its own kind
        # without a screen: a command has to work over ssh and in a scheduled task
        app = QCoreApplication.instance() or QCoreApplication([NAME])
        Languages(app).speak(asked.lang)
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


def _open_window(asked: Namespace) -> int:
    from ui.app import main as open_window  # noqa: PLC0415 - a command needs no window

    return open_window(home=asked.home, language=asked.lang)


def _speak_utf8() -> None:
    """Let names of all kinds through, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a Chinese Windows console is GBK, and a rare name would end the command half-way
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _tell_fault(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Tell a fault of the program without messages and values: they may be somebody's data."""
    print(report_of(error), file=sys.stderr)
