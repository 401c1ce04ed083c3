"""What is said to a child process and what it answers: bytes each way, within a time limit.

A child that dies, hangs or grows is an answer that did not come, never a broken program.
"""

from __future__ import annotations

import subprocess
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.progress import Progress

LOOK_EVERY = 0.05  # seconds


class Heard(NamedTuple):
    """What a child has said; ``is_over`` when it was ended by a limit of time or memory."""

    answer: bytes
    is_over: bool


def ask_child(
    command: Sequence[str], told: bytes, progress: Progress, *, seconds: float, most: int
) -> Heard:
    """Tell a child *told* and return the first *most* bytes of its answer.

    What :meth:`Progress.step` raises ends the child.
    """
    child = subprocess.Popen(  # noqa: S603 - our own program, no word of it from outside
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A traceback of the child would hold values of the file.
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    talk = _Talk(child, told, most)
    try:
        talk.wait(progress, seconds)
    finally:
        # always: it has answered, or will not; nothing it holds is needed any more
        child.kill()
        child.wait()
        talk.let_go()
    # Ended from outside: by a ceiling on memory or on computing time, or by us.
    return Heard(b"" if talk.is_late else talk.answer, talk.is_late or child.returncode < 0)


class _Talk:
    """Both directions, each in a thread of its own."""

    def __init__(self, child: subprocess.Popen[bytes], told: bytes, most: int) -> None:
        self.answer = b""
        self.is_late = False
        self._child, self._told, self._most = child, told, most
        self._threads = [
            threading.Thread(target=part, daemon=True) for part in (self._say, self._hear)
        ]
        for thread in self._threads:
            thread.start()

    def wait(self, progress: Progress, seconds: float) -> None:
        """Wait until the child has answered, or too long."""
        end = time.monotonic() + seconds
        while self._threads[1].is_alive() and time.monotonic() < end:
            progress.step(0, 0, "reading")
            self._threads[1].join(LOOK_EVERY)
        self.is_late = self._threads[1].is_alive()
        if not self.is_late:
            # Killed children are told from others by how they have ended.
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(timeout=LOOK_EVERY * 20)

    def let_go(self) -> None:
        """Let go of the pipes: the child has ended."""
        for thread in self._threads:
            thread.join()

    def _say(self) -> None:
        if self._child.stdin is not None:
            # The child may have ended before it has heard all.
            with suppress(OSError), self._child.stdin as stream:
                stream.write(self._told)

    def _hear(self) -> None:
        if self._child.stdout is not None:
            with self._child.stdout as stream:
                self.answer = stream.read(self._most)
