"""Archives of the audit: which entries lie in a file of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from station_app.domain.audit.chain import Link

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """One archive: its file's name, the link its first entry follows, its last link.

    ``key`` opens it. It is its own and kept in the store, so that the archive is still read
    when the key of the store has been changed.
    """

    file: str
    start: Link
    end: Link
    key: bytes = field(repr=False)

    def told(self) -> dict[str, object]:
        """Return the archive as the entry about it tells it."""
        return {
            "file": self.file,
            "after": self.start.number,
            "former": self.start.digest.hex(),
            "upto": self.end.number,
            "digest": self.end.digest.hex(),
            "key": self.key.hex(),
        }

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> Archive:
        """Return the archive that *facts* tell of; raises ``KeyError`` and ``ValueError``."""
        return cls(
            file=str(facts["file"]),
            start=Link(int(facts["after"]), bytes.fromhex(facts["former"])),
            end=Link(int(facts["upto"]), bytes.fromhex(facts["digest"])),
            key=bytes.fromhex(facts["key"]),
        )
