"""Archives of the audit: old entries in files of their own, each encrypted with a key of its own.

An archive is a database under ``backups`` with one table like that of the store, which
keeps its key. It is read back before it gets its name, and never changed after.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from station_app.domain.audit.archives import Archive
from station_app.domain.audit.chain import Entry, Link, verify
from station_app.domain.errors import StoreDamagedError
from station_app.store.audit.entries import ENTRIES
from station_app.store.driver import open_keyed
from station_app.store.faults import told
from station_app.store.files import atomic_write, put_in_place, remove, temporary_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


KEY_BYTES = 32
NAME = "audit-{first:09d}-{last:09d}.staudit"
MAKE = (
    'CREATE TABLE audit_entry (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, "by" TEXT NOT NULL,'
    " act TEXT NOT NULL, record_id TEXT NOT NULL, facts TEXT NOT NULL,"
    " former BLOB NOT NULL, digest BLOB NOT NULL)"
)
FILL = "INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def write_archive(folder: Path, start: Link, entries: Iterable[Entry]) -> Archive:
    """Write *entries*, which follow *start*, into a file of *folder*; read it back.

    Raises :class:`StoreDamagedError` when what was read is not what was written.
    """
    temporary = temporary_beside(folder / NAME.format(first=start.number + 1, last=0))
    key = secrets.token_bytes(KEY_BYTES)
    # open_keyed() makes no files, and made so it is readable by its owner alone
    atomic_write(temporary, b"")
    try:
        last = _fill(open_keyed(temporary, key), entries)
        verdict = verify(entries_in(temporary, key), start=start, anchor=last)
        if not verdict.is_whole or verdict.head != last:
            raise StoreDamagedError(what="copy")
        name = NAME.format(first=start.number + 1, last=last.number)
        put_in_place(temporary, folder / name)
    finally:
        remove(temporary)
    return Archive(file=name, start=start, end=last, key=key)


def entries_in(path: Path, key: bytes) -> Iterator[Entry]:
    """Yield the entries of the archive at *path*, which *key* opens."""
    connection = open_keyed(path, key)
    try:
        with told():
            for number, at, by, act, record, facts, former, digest in connection.execute(ENTRIES):
                yield Entry(number, (at, by, act, record, facts), former, digest)
    finally:
        connection.close()


def _fill(connection: Any, entries: Iterable[Entry]) -> Link:
    last = Link(0, b"")
    try:
        with told():
            connection.execute("PRAGMA journal_mode = DELETE").close()  # one file, without a log
            connection.execute("PRAGMA synchronous = FULL").close()
            connection.execute("BEGIN").close()
            connection.execute(MAKE).close()
            for entry in entries:
                texts = (text.decode() for text in entry.texts)
                row = (entry.number, *texts, entry.former, entry.digest)
                connection.execute(FILL, row).close()
                last = Link(entry.number, entry.digest)
            connection.execute("COMMIT").close()
    finally:
        connection.close()
    return last
