"""A spreadsheet file as neutral sheets, read by a child process with limits.

The file is opened here and handed over already open; what comes back is JSON of
strings, numbers and dates. A child that dies, hangs or grows is a refused file,
never a broken program.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from station_app.domain.errors import RefusedError
from station_app.services.imports.confinement import (
    COLUMNS,
    FILE_BYTES,
    READER_FLAG,
    ROWS,
    SECONDS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.services.progress import Progress

PACKAGE_ROOT = Path(__file__).resolve().parents[3]
STARTER = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from station_app.services.imports.child import main; main()"
)
LOOK_EVERY = 0.05  # seconds
ANSWER_BYTES = 400 * 1024 * 1024

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
    rows: Sequence[Sequence[Cell]]
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
    try:
        if path.stat().st_size > FILE_BYTES:
            raise RefusedError("file-too-large", megabytes=FILE_BYTES >> 20, rows=ROWS)
        with path.open("rb") as stream:
            answer = _ask_child(stream, progress)
    except OSError as error:
        raise RefusedError("file-missing", name=path.name) from error
    if "refused" in answer:
        raise RefusedError(
            str(answer["refused"]), megabytes=FILE_BYTES >> 20, rows=ROWS, columns=COLUMNS
        )
    return SpreadsheetFile(
        name=path.name,
        kind=answer["kind"],
        sheets=tuple(_sheet(about) for about in answer["sheets"]),
    )


def reader_command() -> list[str]:
    """Return the command that starts the child.

    A frozen program, or one started by an executable of its own, has no
    interpreter to call: it starts itself with a flag, and its entry point calls
    :func:`station_app.services.imports.child.main` on it.
    """
    frozen = getattr(sys, "frozen", False)
    if frozen or not Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, READER_FLAG]
    return [sys.executable, "-I", "-c", STARTER, str(PACKAGE_ROOT)]


def _ask_child(stream: IO[bytes], progress: Progress) -> Mapping[str, Any]:
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    child = subprocess.Popen(  # noqa: S603 - our own program, no word of it from outside
        reader_command(),
        stdin=stream,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
    )
    answer = _Answer(child)
    try:
        answer.wait(progress)
    finally:
        child.kill()
        child.wait()
        answer.join()
    return answer.content()


class _Answer:
    """What the child says, gathered beside the waiting."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child
        self._pieces: list[bytes] = []
        self._gatherer = threading.Thread(target=self._gather, daemon=True)
        self._gatherer.start()
        self._late = False

    def wait(self, progress: Progress) -> None:
        """Wait until the child has spoken, or too long."""
        end = time.monotonic() + SECONDS
        while self._gatherer.is_alive() and not self._late:
            progress.step(0, 0)
            self._gatherer.join(LOOK_EVERY)
            self._late = time.monotonic() > end
        if not self._late:
            self._child.wait(timeout=LOOK_EVERY * 100)

    def join(self) -> None:
        """Let go of the pipe: the child has ended."""
        self._gatherer.join()
        if self._child.stdout is not None:
            self._child.stdout.close()

    def content(self) -> Mapping[str, Any]:
        """Return what was said, or why there is nothing."""
        if self._late:
            return {"refused": "reading-took-too-long"}
        if self._child.returncode < 0 or sum(map(len, self._pieces)) > ANSWER_BYTES:
            return {"refused": "file-too-large"}
        if self._child.returncode:
            return {"refused": "file-damaged"}
        content: Mapping[str, Any] = json.loads(b"".join(self._pieces))
        return content

    def _gather(self) -> None:
        size = 0
        stream = self._child.stdout
        while stream is not None and size <= ANSWER_BYTES and (piece := stream.read(1 << 20)):
            size += len(piece)
            self._pieces.append(piece)


def _sheet(about: Mapping[str, Any]) -> Sheet:
    return Sheet(
        name=about["name"],
        hidden=about["hidden"],
        first_row=about["first_row"],
        rows=about["rows"],
        merged=tuple(tuple(merge) for merge in about["merged"]),
        hidden_columns=frozenset(about["hidden_columns"]),
        hidden_rows=about["hidden_rows"],
    )
