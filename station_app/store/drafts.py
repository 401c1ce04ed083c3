"""Forms not yet saved, each a locked file in the folder of drafts.

The name of a file is a seal over whose draft of what it is, so that the folder tells
nobody anything. A draft that cannot be unlocked (damaged, or of a former key) is none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from station_app.store.files import atomic_write, remove

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.store.vault.seals import Seals

ENDING = ".draft"
NAME_BYTES = 16
MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """What somebody typed: the ``key`` of the work, what it is called, when, and the record."""

    key: str
    title: str
    at: datetime
    record: Any


class Drafts:
    """The drafts of one person in *folder*."""

    def __init__(self, folder: Path, seals: Seals, owner: str) -> None:
        self._folder, self._seals, self._owner = folder, seals, owner

    def keep(self, draft: KeptDraft) -> None:
        """Keep *draft* in the place of an earlier one of the same key. Raises :class:`OSError`."""
        told = {
            "owner": self._owner,
            "key": draft.key,
            "title": draft.title,
            "at": draft.at.isoformat(),
            "record": draft.record,
        }
        path = self._path(draft.key)
        content = json.dumps(told, ensure_ascii=False).encode()
        atomic_write(path, self._seals.lock(content, path.name.encode()))

    def forget(self, key: str) -> None:
        """Keep nothing for *key*."""
        remove(self._path(key))

    def all(self) -> tuple[KeptDraft, ...]:
        """Return what is kept, the earliest first."""
        found = (self._read(path) for path in self._folder.glob(f"*{ENDING}"))
        return tuple(sorted((each for each in found if each), key=lambda each: each.at))

    def _read(self, path: Path) -> KeptDraft | None:
        with path.open("rb") as stream:
            locked = stream.read(MOST_BYTES)
        content = self._seals.unlock(locked, path.name.encode())
        told = None if content is None else json.loads(content)
        if told is None or told["owner"] != self._owner:
            return None
        at = datetime.fromisoformat(told["at"])
        return KeptDraft(key=told["key"], title=told["title"], at=at, record=told["record"])

    def _path(self, key: str) -> Path:
        name = self._seals.seal(f"draft\0{self._owner}\0{key}".encode())[:NAME_BYTES]
        return self._folder / f"{name.hex()}{ENDING}"
