"""A key from something a person knows: Argon2id, with its cost written beside it."""

from __future__ import annotations

from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from station_app.domain.passphrases import folded

ALGORITHM = "argon2id"
KEY_BYTES = 32
SALT_BYTES = 16
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
