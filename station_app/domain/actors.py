"""Who acts. Accounts and roles come with the room ``access``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The member of staff (经办人) and the device that every record is signed with."""

    name: str
    device: str

    def signature(self) -> str:
        """Return what stands in ``created_by`` and ``changed_by``."""
        return f"{self.name}@{self.device}"
