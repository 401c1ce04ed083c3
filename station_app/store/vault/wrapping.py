"""Wrapping of keys: under a key one has, or for somebody whose secret is not there.

The second is what lets a root key be changed for everybody at once: the new one is
wrapped to each slot's public half (X25519). Anybody could do that who can write the
file, so the wrapping key is drawn from the slot's ``anchor`` as well: 32 bytes known
to the owner of the slot, and to whoever holds the root key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.later import later, load
from station_app.store.vault.derivation import KEY_BYTES, drawn

if TYPE_CHECKING:
    import secrets

    from cryptography import exceptions
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import x25519
    from cryptography.hazmat.primitives.ciphers import aead
    from cryptography.hazmat.primitives.kdf import hkdf
else:
    aead = later("cryptography.hazmat.primitives.ciphers.aead")
    exceptions = later("cryptography.exceptions")
    hashes = later("cryptography.hazmat.primitives.hashes")
    hkdf = later("cryptography.hazmat.primitives.kdf.hkdf")
    secrets = later("secrets")
    x25519 = later("cryptography.hazmat.primitives.asymmetric.x25519")

NONCE_BYTES = 12
TAG_BYTES = 16
PUBLIC_BYTES = 32
SEALED_BYTES = KEY_BYTES + TAG_BYTES


def load_ciphers() -> None:
    """Load what unwraps a key: to be done beside computing one."""
    load(aead, exceptions, hashes, hkdf, x25519)
    # the first key of this kind brings in a part of the package by itself
    x25519.X25519PrivateKey.from_private_bytes(bytes(KEY_BYTES))


@dataclass(frozen=True, slots=True)
class Half:
    """What the secret of a slot opens: the private half of its keys, and its anchor."""

    private: bytes = field(repr=False)
    anchor: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half."""
        private = x25519.X25519PrivateKey.from_private_bytes(self.private)
        return private.public_key().public_bytes_raw()

    def joined(self) -> bytes:
        """Return both as they are wrapped."""
        return self.private + self.anchor

    def receive(self, ephemeral: bytes, sealed: bytes, header: bytes) -> bytes | None:
        """Return the root key that :func:`hand` wrapped; ``None`` if it did not."""
        private = x25519.X25519PrivateKey.from_private_bytes(self.private)
        try:
            shared = private.exchange(x25519.X25519PublicKey.from_public_bytes(ephemeral))
        except ValueError:  # a point of small order: all zeros would come of it
            return None
        key = _agreed(shared, ephemeral + self.public, self.anchor)
        return opened(key, sealed, header)


def new_half() -> Half:
    """Return a pair of keys nobody has had before, and its anchor."""
    private = x25519.X25519PrivateKey.generate().private_bytes_raw()
    return Half(private, secrets.token_bytes(KEY_BYTES))


def hand(root: bytes, public: bytes, anchor: bytes, header: bytes) -> tuple[bytes, bytes]:
    """Wrap *root* for the holder of *public* and *anchor*.

    Returns the ephemeral public key and what was wrapped, both for *header* only.
    """
    ours = x25519.X25519PrivateKey.generate()
    ephemeral = ours.public_key().public_bytes_raw()
    shared = ours.exchange(x25519.X25519PublicKey.from_public_bytes(public))
    return ephemeral, sealed(_agreed(shared, ephemeral + public, anchor), root, header)


def sealed(key: bytes, content: bytes, header: bytes) -> bytes:
    """Return *content* under *key* (AES-256-GCM), a random nonce before it."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + aead.AESGCM(key).encrypt(nonce, content, header)


def opened(key: bytes, content: bytes, header: bytes) -> bytes | None:
    """Return what :func:`sealed` was given; ``None`` if key, content or header are others."""
    nonce, rest = content[:NONCE_BYTES], content[NONCE_BYTES:]
    try:
        return aead.AESGCM(key).decrypt(nonce, rest, header)
    except exceptions.InvalidTag:
        return None


def _agreed(shared: bytes, halves: bytes, anchor: bytes) -> bytes:
    return drawn(shared + halves, "root", salt=anchor)
