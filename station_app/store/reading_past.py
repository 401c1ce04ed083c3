"""The bytes of a database, read past SQLite while it has the file open.

Through one handle that is closed after all connections: closing another would take
SQLite's locks away (POSIX; sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from station_app.store.vault.seals import digest_of_chunks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import RawIOBase
    from pathlib import Path

CHUNK = 1 << 20


class ReadPast:
    """Reads the file at *path*; opened when first asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = Lock()
        self._handle: RawIOBase | None = None

    def content(self) -> bytes:
        """Return the digest of the whole file."""
        with self._turn:
            return digest_of_chunks(self._chunks(CHUNK))

    def beginning(self, size: int) -> bytes:
        """Return the first *size* bytes."""
        with self._turn:
            return next(self._chunks(size), b"")

    def close(self) -> None:
        """Let go of the file. No connection of this process may be open any more."""
        with self._turn:
            handle, self._handle = self._handle, None
            if handle is not None:
                handle.close()

    def _chunks(self, size: int) -> Iterator[bytes]:
        if self._handle is None:
            # no buffer: it would hold what stood there before the last change
            self._handle = self.path.open("rb", buffering=0)
        self._handle.seek(0)
        while chunk := self._handle.read(size):
            yield chunk
