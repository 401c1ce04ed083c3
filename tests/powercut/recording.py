"""Runs a program and records, in order, all that it does to the files below a folder."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
HEAD = struct.Struct("<ciqii")


class Event(NamedTuple):
    """One act: ``op`` is Open, Close, Write, Truncate, Sync, Rename or Unlink.

    ``number`` is an offset, a size or flags; ``path`` and ``data`` as they apply.
    """

    op: str
    fd: int
    number: int
    first: bytes
    second: bytes


def build_logger(folder):
    """Compile the logger into *folder* and return its path; skip without a compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("recording the disk needs Linux and a C compiler")
    library = folder / "disklog.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", library, HERE / "disklog.c", "-ldl"]
    subprocess.run(command, check=True)  # noqa: S603 - the compiler of this machine
    return library


def record(logger, folder, *arguments, module="workload"):
    """Run *module* with *arguments* on *folder*; return the events, the earliest first."""
    log = folder.with_suffix(".disklog")
    surroundings = os.environ | {
        "LD_PRELOAD": str(logger),
        "DISKLOG_FILE": str(log),
        "DISKLOG_ROOT": f"{folder}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", f"tests.powercut.{module}", str(folder), *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=surroundings)  # noqa: S603 - our own program
    return list(_events(log.read_bytes()))


def _events(data):
    place = 0
    while place < len(data):
        op, fd, number, first, second = HEAD.unpack_from(data, place)
        place += HEAD.size
        parts = data[place : place + first], data[place + first : place + first + second]
        place += first + second
        yield Event(op.decode(), fd, number, *parts)
