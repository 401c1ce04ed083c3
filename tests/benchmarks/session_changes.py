"""The changes of :mod:`tests.benchmarks.field_changes` as SQLite's session extension writes them.

A process of its own: apsw brings a SQLite library, and a process is to have one only.
Prints the bytes of the changeset, plain and after zstd.
"""

from __future__ import annotations

import sys

import apsw
import zstandard

from tests.benchmarks.field_changes import COLUMNS, edits


def main():
    made = edits()
    database = apsw.Connection(":memory:")
    columns = ", ".join(f"{name} TEXT" for name in COLUMNS)
    database.execute(f"CREATE TABLE resident (id TEXT PRIMARY KEY, {columns}) WITHOUT ROWID")
    with database:
        for edit in made:
            names = ", ".join(edit.before)
            marks = ", ".join("?" * len(edit.before))
            database.execute(
                f"INSERT INTO resident (id, {names}) VALUES (?, {marks})",  # noqa: S608 - our names
                (edit.key, *edit.before.values()),
            )
    session = apsw.Session(database, "main")
    session.attach()
    with database:
        for edit in made:
            names = ", ".join(f"{name} = ?" for name in edit.after)
            database.execute(
                f"UPDATE resident SET {names} WHERE id = ?",  # noqa: S608 - our names
                (*edit.after.values(), edit.key),
            )
    changes = session.changeset()
    sys.stdout.write(f"{len(changes)} {len(zstandard.compress(changes))}\n")


if __name__ == "__main__":
    main()
