"""Keys for what lies beside the database: drawn from its key, so they come and go with it.

The anchor is sealed (anybody may read it, nobody can change it unseen); drafts are
locked (nobody can read them).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.later import later
from station_app.store.vault.derivation import drawn

if TYPE_CHECKING:
    import secrets
    from collections.abc import Iterable

    from cryptography import exceptions
    from cryptography.hazmat.primitives import hashes, hmac
    from cryptography.hazmat.primitives.ciphers import aead
else:
    aead = later("cryptography.hazmat.primitives.ciphers.aead")
    exceptions = later("cryptography.exceptions")
    hashes = later("cryptography.hazmat.primitives.hashes")
    hmac = later("cryptography.hazmat.primitives.hmac")
    secrets = later("secrets")

SEAL_BYTES = 32
NONCE_BYTES = 12


class Seals:
    """Seals and locks under keys drawn from the key of the database."""

    def __init__(self, database_key: bytes) -> None:
        self._key = database_key

    def seal(self, content: bytes) -> bytes:
        """Return the HMAC-SHA256 over *content*."""
        return self._sealing(content).finalize()

    def has_sealed(self, content: bytes, seal: bytes) -> bool:
        """Whether *seal* is what :meth:`seal` returns for *content*."""
        try:
            self._sealing(content).verify(seal)
        except exceptions.InvalidSignature:
            return False
        return True

    def lock(self, content: bytes, about: bytes) -> bytes:
        """Return *content* encrypted (AES-256-GCM), bound to what it is *about*."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._lock.encrypt(nonce, content, about)

    def unlock(self, locked: bytes, about: bytes) -> bytes | None:
        """Return what :meth:`lock` was given; ``None`` for anything else."""
        try:
            return self._lock.decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], about)
        except (exceptions.InvalidTag, ValueError):
            return None

    @cached_property
    def _lock(self) -> aead.AESGCM:
        return aead.AESGCM(drawn(self._key, "drafts"))

    @cached_property
    def _seal_key(self) -> bytes:
        return drawn(self._key, "anchor")

    def _sealing(self, content: bytes) -> hmac.HMAC:
        sealing = hmac.HMAC(self._seal_key, hashes.SHA256())
        sealing.update(content)
        return sealing


def digest_of_chunks(chunks: Iterable[bytes]) -> bytes:
    """Return the SHA-256 over all *chunks*, one after the other."""
    digest = hashes.Hash(hashes.SHA256())
    for chunk in chunks:
        digest.update(chunk)
    return digest.finalize()
