"""A key from something a person knows: Argon2id, with its cost written beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argon2.low_level import Type, hash_secret_raw

from station_app.domain.passphrases import folded
from station_app.later import later

if TYPE_CHECKING:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf import hkdf
else:
    hashes = later("cryptography.hazmat.primitives.hashes")
    hkdf = later("cryptography.hazmat.primitives.kdf.hkdf")

ALGORITHM = "argon2id"
KEY_BYTES = 32
SALT_BYTES = 16
DIGEST_BYTES = 16
MEMORY_RANGE = range(64, (1 << 20) + 1)  # KiB: a hostile file must not ask for a terabyte
PASSES_RANGE = range(1, 17)
LANES_RANGE = range(1, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess costs: 64 MiB, three passes, four lanes take 0.3 to 0.6 s."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4

    def is_bearable(self) -> bool:
        """Whether the figures lie in the range we are ready to compute."""
        return (
            self.memory_kib in MEMORY_RANGE
            and self.passes in PASSES_RANGE
            and self.lanes in LANES_RANGE
            # Argon2 (RFC 9106, 3.1) asks for 8 KiB a lane.
            and self.memory_kib >= 8 * self.lanes
        )


DEFAULT_COST = Cost()


@dataclass(frozen=True, slots=True)
class Stretched:
    """What Argon2id makes of a secret. Whoever holds it need not compute again."""

    key: bytes = field(repr=False)

    @property
    def wrapping(self) -> bytes:
        """The key that wraps the private half of a slot."""
        return drawn(self.key, "slot")

    @property
    def digest(self) -> bytes:
        """What tells the secret from others later, without helping to find it."""
        return drawn(self.key, "former", length=DIGEST_BYTES)


def stretch(secret: str, *, salt: bytes, cost: Cost) -> Stretched:
    """Return what *secret* yields with *salt*: the work that makes guessing dear."""
    return Stretched(derive(secret, salt=salt, cost=cost))


def derive(secret: str, *, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key that *secret*, folded to NFKC, yields with *salt*."""
    return hash_secret_raw(
        folded(secret).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def drawn(
    key: bytes | bytearray, purpose: str, *, length: int = KEY_BYTES, salt: bytes | None = None
) -> bytes:
    """Return the key for *purpose* that is drawn from *key* (HKDF-SHA256)."""
    info = f"station/{purpose}/1".encode()
    drawing = hkdf.HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info)
    return drawing.derive(key)
