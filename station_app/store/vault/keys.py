"""The root key, and the keys for each purpose that are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.later import later
from station_app.store.vault.derivation import KEY_BYTES, drawn

if TYPE_CHECKING:
    import secrets

    from cryptography import exceptions
    from cryptography.hazmat.primitives import hashes, hmac
else:
    exceptions = later("cryptography.exceptions")
    hashes = later("cryptography.hazmat.primitives.hashes")
    hmac = later("cryptography.hazmat.primitives.hmac")  # Python's own loads a second OpenSSL
    secrets = later("secrets")


@dataclass(frozen=True, slots=True)
class StationKey:
    """What opens a station: 32 random bytes, never shown by ``repr``.

    They are used for nothing but drawing the keys below (HKDF-SHA256), so that a
    key given to one part of the program says nothing about the others. Besides it
    tells by whose slot it was opened (``owner`` is empty and ``kind`` is "paper" if by
    the paper key), in how many days that person's passphrase is to be changed, and
    whether it was given by another (``is_given``), so that one's own has to be chosen.
    Keys are equal if they open the same.
    """

    root: bytes | bytearray = field(repr=False)
    owner: str = field(default="", compare=False)
    kind: str = field(default="", compare=False)
    days_left: int | None = field(default=None, compare=False)
    is_given: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        # a copy of our own that can be overwritten
        object.__setattr__(self, "root", bytearray(self.root))

    @property
    def database(self) -> bytes:
        """The key of the database and of its copies (32 bytes)."""
        return self.drawn("database")

    def end(self) -> None:
        """Overwrite the key: it opens nothing any more."""
        root = self.root
        if isinstance(root, bytearray):
            root[:] = bytes(len(root))
            root.clear()

    def seal_of_slots(self, content: bytes) -> str:
        """Return the HMAC-SHA256 over the key slots, as hexadecimal digits."""
        return self._sealing("key-slots", content).finalize().hex()

    def has_sealed(self, content: bytes, seal: str) -> bool:
        """Whether *seal* is what :meth:`seal_of_slots` returns for *content*."""
        return self._is_right("key-slots", content, seal)

    def seal_of_handing_on(self, content: bytes) -> str:
        """Return the HMAC-SHA256 over key slots of another key that is to follow this one."""
        return self._sealing("handing-on", content).finalize().hex()

    def has_handed_on(self, content: bytes, seal: str) -> bool:
        """Whether *seal* is what :meth:`seal_of_handing_on` returns for *content*."""
        return self._is_right("handing-on", content, seal)

    def drawn(self, purpose: str) -> bytes:
        """Return the key for *purpose* (32 bytes)."""
        if len(self.root) != KEY_BYTES:
            raise ValueError("this key has ended")
        return drawn(self.root, purpose)

    def _is_right(self, purpose: str, content: bytes, seal: str) -> bool:
        try:
            self._sealing(purpose, content).verify(bytes.fromhex(seal))
        except (ValueError, exceptions.InvalidSignature):
            return False
        return True

    def _sealing(self, purpose: str, content: bytes) -> hmac.HMAC:
        sealing = hmac.HMAC(self.drawn(purpose), hashes.SHA256())
        sealing.update(content)
        return sealing


def new_station_key() -> StationKey:
    """Return a key nobody has had before."""
    return StationKey(secrets.token_bytes(KEY_BYTES))
