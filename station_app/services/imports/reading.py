"""A spreadsheet file as neutral sheets, read by a child process with limits.

The file is opened here and handed over already open; what comes back are lines of
JSON with strings, numbers and dates. A child that dies, hangs or grows is a refused file,
never a broken program.
"""

from __future__ import annotations

import json
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from station_app.domain.errors import RefusedError
from station_app.services.confinement import child_command, starter_of
from station_app.services.imports.confinement import (
    COLUMNS,
    FILE_BYTES,
    READER_FLAG,
    ROWS,
    SECONDS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from station_app.services.progress import Progress

STARTER = starter_of("station_app.services.imports.child")
LOOK_EVERY = 0.05  # seconds
LAST_BREATH = 2.0  # seconds to end in, once everything is said
LINE_BYTES = 256 * 1024 * 1024

Cell = str | float | int | bool | list[int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a file, cut to the area in use.

    ``rows`` are cells as kept (dates as ``[year, month, day]``), ``first_row``
    is the number the office program shows beside the first of them. ``merged``
    are ``(top, left, bottom, right)`` counted from 0 within ``rows``.
    """

    name: str
    hidden: bool
    first_row: int
    rows: list[list[Cell]]
    merged: Sequence[tuple[int, int, int, int]]
    hidden_columns: frozenset[int]
    hidden_rows: int

    def width(self) -> int:
        """Return the number of columns in use."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetFile:
    """A file as read: its kind (``xlsx``, ``xls``, ``csv``) and its sheets."""

    name: str
    kind: str
    sheets: tuple[Sheet, ...]


def read_spreadsheet(path: Path, progress: Progress) -> SpreadsheetFile:
    """Return the sheets of the file at *path*.

    Raises :class:`RefusedError` with one of the codes ``file-missing``,
    ``file-empty``, ``file-too-large``, ``file-kind``, ``file-encoding``,
    ``file-encrypted``, ``file-damaged``, ``file-unsafe``,
    ``reading-took-too-long``; what :meth:`Progress.step` raises ends the child.
    """
    limits = {"megabytes": FILE_BYTES >> 20, "rows": ROWS, "columns": COLUMNS}
    try:
        if path.stat().st_size > FILE_BYTES:
            raise RefusedError("file-too-large", **limits)
        with path.open("rb") as stream:
            answer = _ask_child(stream, progress)
    except OSError as error:
        raise RefusedError("file-missing", name=path.name) from error
    if refused := answer.refused():
        raise RefusedError(refused, **limits)
    return SpreadsheetFile(name=path.name, kind=answer.kind, sheets=tuple(answer.sheets))


def reader_command() -> list[str]:
    """Return the command that starts the child, which goes to its ``main``."""
    return child_command(READER_FLAG, STARTER)


def _ask_child(stream: IO[bytes], progress: Progress) -> _Answer:
    child = subprocess.Popen(  # noqa: S603 - our own program, no word of it from outside
        reader_command(),
        stdin=stream,
        stdout=subprocess.PIPE,
        # A traceback of the child would hold cells of the file.
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    answer = _Answer(child)
    try:
        answer.wait(progress)
    finally:
        child.kill()
        child.wait()
        answer.let_go()
    return answer


class _Answer:
    """What the child says, put together beside the waiting."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self.kind = ""
        self.sheets: list[Sheet] = []
        self._child = child
        self._refused = ""
        self._is_whole = False
        self._is_late = False
        self._rows = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def wait(self, progress: Progress) -> None:
        """Wait until the child has spoken, or too long."""
        end = time.monotonic() + SECONDS
        while self._listener.is_alive() and not self._is_late:
            progress.step(self._rows, 0, "reading")
            self._listener.join(LOOK_EVERY)
            self._is_late = time.monotonic() > end
        if not self._is_late:
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(timeout=LAST_BREATH)

    def let_go(self) -> None:
        """Let go of the pipe: the child has ended."""
        self._listener.join()
        if self._child.stdout is not None:
            self._child.stdout.close()

    def refused(self) -> str:
        """Return the code the file is refused with, or an empty string."""
        if self._is_late:
            return "reading-took-too-long"
        if self._refused or self._is_whole:
            return self._refused
        # Killed from outside: by a ceiling on memory or on computing time.
        return "file-too-large" if self._child.returncode < 0 else "file-damaged"

    def _listen(self) -> None:
        stream = self._child.stdout
        while stream is not None and (line := stream.readline(LINE_BYTES)):
            # The child was ended in the middle of a word.
            if not line.endswith(b"\n"):
                return
            self._hear(json.loads(line))

    def _hear(self, message: Mapping[str, Any]) -> None:
        if "rows" in message:
            self._rows += len(message["rows"])
            self.sheets[-1].rows.extend(message["rows"])
        elif "sheet" in message:
            self.sheets.append(_sheet(message["sheet"]))
        self.kind = message.get("kind", self.kind)
        self._refused = message.get("refused", "")
        self._is_whole = "end" in message


def _sheet(about: Mapping[str, Any]) -> Sheet:
    return Sheet(
        name=about["name"],
        hidden=about["hidden"],
        first_row=about["first_row"],
        rows=[],
        merged=tuple(tuple(merge) for merge in about["merged"]),
        hidden_columns=frozenset(about["hidden_columns"]),
        hidden_rows=about["hidden_rows"],
    )
