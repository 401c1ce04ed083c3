"""The root key, and the keys for each purpose that are drawn from it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from station_app.later import later

if TYPE_CHECKING:
    import secrets

    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf import hkdf
else:
    hashes = later("cryptography.hazmat.primitives.hashes")
    hkdf = later("cryptography.hazmat.primitives.kdf.hkdf")
    secrets = later("secrets")

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class StationKey:
    """What opens a station: 32 random bytes, never shown by ``repr``.

    They are used for nothing but drawing the keys below (HKDF-SHA256), so that a
    key given to one part of the program says nothing about the others.
    """

    root: bytes = field(repr=False)

    @property
    def database(self) -> bytes:
        """The key of the database and of its copies (32 bytes)."""
        return self._drawn("database")

    def seal_of_slots(self, content: bytes) -> str:
        """Return the HMAC-SHA256 over the key slots, as hexadecimal digits."""
        return hmac.new(self._drawn("key-slots"), content, sha256).hexdigest()

    def _drawn(self, purpose: str) -> bytes:
        info = f"station/{purpose}/1".encode()
        drawing = hkdf.HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info)
        return drawing.derive(self.root)


def new_station_key() -> StationKey:
    """Return a key nobody has had before."""
    return StationKey(secrets.token_bytes(KEY_BYTES))
