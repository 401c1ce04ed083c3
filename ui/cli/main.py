"""The program's front door: a command is carried out, without one the window opens.

Nothing is loaded here that one of the two has no use for: the key is computed
beside all that is loaded after it.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from station_app.later import later
from ui.cli.arguments import read_arguments

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ui import app
    from ui.cli import carrying
else:
    app = later("ui.app")
    carrying = later("ui.cli.carrying")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what *arguments* (those of the process by default) ask; return the exit code."""
    _speak_utf8()
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    if asked.act is None:
        return _open_window(asked)
    return carrying.carry_out(asked)


def _open_window(asked: Namespace) -> int:
    return app.main(home=asked.home, language=asked.lang, user=asked.user)


def _speak_utf8() -> None:
    """Let names of all kinds through, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a Chinese Windows console is GBK, and a rare name would end the command half-way
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
