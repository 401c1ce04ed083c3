"""A disk that may lose what was not synced: 512-byte sectors survive as chance has it.

Contents last from the sync of the file on. Names (made, moved, taken away) last
from the sync of the folder on; before that the first few of them may have
lasted, as file systems write their journal in order.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import Enum, auto

SECTOR = 512


class Survival(Enum):
    """What becomes of that which was not synced when the power goes."""

    CHANCE = auto()  # each sector by itself
    NOTHING = auto()
    EVERYTHING = auto()
    THE_FIRST = auto()  # whole writes up to some point


@dataclass(eq=False)
class File:
    """What one file holds for certain, and what was done to it since its last sync."""

    lasting: bytearray = field(default_factory=bytearray)
    pending: list = field(default_factory=list)

    def sync(self):
        for offset, data in self.pending:
            put(self.lasting, offset, data)
        self.pending.clear()

    def after_cut(self, survival, chance):
        content = bytearray(self.lasting)
        for offset, data in self._survivors(survival, chance):
            put(content, offset, data)
        return bytes(content)

    def _survivors(self, survival, chance):
        if survival is Survival.NOTHING:
            return []
        if survival is Survival.THE_FIRST:
            return self.pending[: chance.randint(0, len(self.pending))]
        if survival is Survival.EVERYTHING:
            return self.pending
        odds = chance.random()
        sectors = (piece for write in self.pending for piece in in_sectors(*write))
        return [sector for sector in sectors if chance.random() < odds]


class Disk:
    """The files below a folder, fed with events; ``seen`` follows ``confirmed`` lines."""

    def __init__(self, root, confirmations):
        self._root = os.fsencode(root)
        self._confirmations = os.fsencode(confirmations)
        self._open = {}
        self._names = {}
        self._lasting_names = {}
        self._pending_names = []
        self.confirmed = b""

    def apply(self, event):
        getattr(self, f"_{ACTS[event.op]}")(event)

    def after_cut(self, survival, chance):
        """Return what the disk holds by path if the power goes now."""
        names = dict(self._lasting_names)
        for change in self._names_that_last(survival, chance):
            rename(names, *change)
        return {
            os.fsdecode(path): file.after_cut(survival, chance) for path, file in names.items()
        }

    def _names_that_last(self, survival, chance):
        if survival is Survival.EVERYTHING:
            return self._pending_names
        if survival is Survival.NOTHING:
            return []
        return self._pending_names[: chance.randint(0, len(self._pending_names))]

    def _opened(self, event):
        path = event.first
        if path not in self._names and event.number & os.O_CREAT:
            self._names[path] = File()
            self._pending_names.append((None, path, self._names[path]))
        if event.number & os.O_TRUNC and path in self._names:
            self._names[path].pending.append((0, None))
        self._open[event.fd] = path, self._names.get(path)

    def _closed(self, event):
        self._open.pop(event.fd)

    def _written(self, event):
        path, file = self._open[event.fd]
        if path == self._confirmations:
            self.confirmed += event.first
        else:
            file.pending.append((event.number, event.first))

    def _truncated(self, event):
        self._open[event.fd][1].pending.append((event.number, None))

    def _synced(self, event):
        path, file = self._open[event.fd]
        if file is not None:
            file.sync()
            return
        self._pending_names = [
            change for change in self._pending_names if not self._settle(change, path)
        ]

    def _settle(self, change, folder):
        settled = os.path.dirname(change[1] or change[0]) == folder.rstrip(b"/")  # noqa: PTH120 - bytes
        if settled:
            rename(self._lasting_names, *change)
        return settled

    def _renamed(self, event):
        file = self._names.pop(event.first)
        self._names[event.second] = file
        self._pending_names.append((event.first, event.second, file))

    def _unlinked(self, event):
        file = self._names.pop(event.first)
        self._pending_names.append((event.first, None, file))


ACTS = {
    "O": "opened",
    "C": "closed",
    "W": "written",
    "T": "truncated",
    "S": "synced",
    "R": "renamed",
    "U": "unlinked",
}


def put(content, offset, data):
    """Write *data* at *offset*; ``None`` cuts or lengthens the content to *offset*."""
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


def in_sectors(offset, data):
    """Yield the pieces of one write as the disk takes them: each whole or not at all."""
    if data is None:
        yield offset, None
        return
    start = 0
    while start < len(data):
        end = min(len(data), start + SECTOR - (offset + start) % SECTOR)
        yield offset + start, data[start:end]
        start = end


def rename(names, former, latter, file):
    """Carry one change of names out: made (no former), moved, or taken away (no latter)."""
    if former is not None:
        names.pop(former, None)
    if latter is not None:
        names[latter] = file
