"""Finds words in the clear among all bytes that a program writes, to whatever file or pipe.

For journey tests: run a program that works with marked people under ``strace``
and look for the marks in every usual encoding. What is mapped into memory is not
seen; SQLite maps only its index of the log, which holds no content.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from typing import NamedTuple

import pytest

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
CALLS = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
WRITING = re.compile(r"^(?:\d+ +)?(\w+)\((\d+)(?:<(.*?)>(?:\(deleted\))?)?, (.*)$")
CALL = re.compile(r"^(?:\d+ +)?\w+\(")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
OVERLAP = 256  # bytes kept from one write to the next, so that a mark cut in two is found


class Leak(NamedTuple):
    """A mark found in the clear: which, in what encoding, where it was written to."""

    mark: str
    encoding: str
    place: str


def written_by(arguments, folder, *, stdin=None, **surroundings):
    """Run *arguments* to its end; yield ``(place, bytes)`` for each write it made.

    Skips the test where there is no ``strace`` that may be used.
    """
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("looking at what is written needs strace")
    trace = folder / "trace"
    command = [strace, "-f", "-y", "-xx", "-s", "16777216", "-e", f"trace={CALLS}", "-o", trace]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | surroundings
    done = subprocess.run(  # noqa: S603 - a program of ours
        [*command, *arguments], check=False, env=environment, input=stdin, capture_output=True
    )
    if b"PTRACE" in done.stderr and not trace.stat().st_size:
        pytest.skip("strace may not be used here")
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            call = WRITING.match(line)
            assert call or not CALL.match(line), f"a write that is not understood: {line[:200]}"
            if call is not None:
                place = _unescaped(call[3] or "") or f"descriptor {call[2]}"
                data = b"".join(
                    bytes.fromhex(part.replace("\\x", "")) for part in STRING.findall(call[4])
                )
                yield place, data


def leaks(writes, marks, *, allowed=()):
    """Return how often each mark was written in the clear, by place and encoding.

    A place whose name contains one of *allowed* does not count: a file the user
    has asked for, such as an export.
    """
    sought = [(mark, code, mark.encode(code)) for mark in marks for code in ENCODINGS]
    tails, found = defaultdict(bytes), Counter()
    for place, data in writes:
        if any(part in place for part in allowed):
            continue
        tail = tails[place]
        whole = tail + data
        for mark, encoding, needle in sought:
            if (count := whole.count(needle) - tail.count(needle)) > 0:
                found[Leak(mark, encoding, place)] += count
        tails[place] = whole[-OVERLAP:]
    return dict(found)


def _unescaped(text):
    return re.sub(r"(?:\\x[0-9a-f]{2})+", lambda part: _decoded(part[0]), text)


def _decoded(escapes):
    return bytes.fromhex(escapes.replace("\\x", "")).decode(errors="replace")
