"""The root key, and the keys for each purpose that are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.later import later

if TYPE_CHECKING:
    import secrets

    from cryptography import exceptions
    from cryptography.hazmat.primitives import hashes, hmac
    from cryptography.hazmat.primitives.kdf import hkdf
else:
    exceptions = later("cryptography.exceptions")
    hashes = later("cryptography.hazmat.primitives.hashes")
    hkdf = later("cryptography.hazmat.primitives.kdf.hkdf")
    hmac = later("cryptography.hazmat.primitives.hmac")  # Python's own loads a second OpenSSL
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
        return self._sealing(content).finalize().hex()

    def has_sealed(self, content: bytes, seal: str) -> bool:
        """Whether *seal* is what :meth:`seal_of_slots` returns for *content*."""
        try:
            self._sealing(content).verify(bytes.fromhex(seal))
        except (ValueError, exceptions.InvalidSignature):
            return False
        return True

    def _sealing(self, content: bytes) -> hmac.HMAC:
        sealing = hmac.HMAC(self._drawn("key-slots"), hashes.SHA256())
        sealing.update(content)
        return sealing

    def _drawn(self, purpose: str) -> bytes:
        info = f"station/{purpose}/1".encode()
        drawing = hkdf.HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info)
        return drawing.derive(self.root)


def new_station_key() -> StationKey:
    """Return a key nobody has had before."""
    return StationKey(secrets.token_bytes(KEY_BYTES))
