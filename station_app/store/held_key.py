"""The key of an open store, where it can be changed and overwritten.

Python keeps what is passed as ``bytes`` for as long as anybody may want it. Here is the
one place that lasts; the copies made from it live as long as opening a file takes.
"""

from __future__ import annotations

from station_app.store.turnstile import Turn


class HeldKey:
    """A database key. ``turn`` is taken by whoever opens the file, or exchanges it."""

    def __init__(self, key: bytes) -> None:
        self.turn = Turn()
        self._key = bytearray(key)

    @property
    def has_ended(self) -> bool:
        """Whether the key has been overwritten."""
        return not self._key

    def value(self) -> bytes:
        """Return the key, to be used at once."""
        return bytes(self._key)

    def change(self, key: bytes) -> None:
        """Hold *key* from now on."""
        self.end()
        self._key.extend(key)

    def end(self) -> None:
        """Overwrite the key."""
        self._key[:] = bytes(len(self._key))
        self._key.clear()
