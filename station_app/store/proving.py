"""Reading a copy of a store from the first byte to the last, apart from the store itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from station_app.domain.errors import StoreDamagedError
from station_app.store.checking import check_store
from station_app.store.content import content_hash
from station_app.store.engine import open_engine
from station_app.store.faults import LANE, Lane
from station_app.store.files import atomic_write, make_folder
from station_app.store.outline import figures_of

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.domain.backups import Backup, Figures


def prove(backup: Backup, key: bytes, scratch: Path) -> Figures:
    """Open a copy of *backup* in the folder *scratch* with its database *key*; read it all.

    Raises :class:`StoreDamagedError` unless every count and the hash of all records are
    those that were noted beside it when it was made.
    """
    make_folder(scratch)
    try:
        copy = scratch / backup.path.name
        atomic_write(copy, backup.path.read_bytes())
        return _compared(copy, key, backup)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _compared(copy: Path, key: bytes, backup: Backup) -> Figures:
    engine = open_engine(copy, key)
    try:
        check = check_store(engine)
        with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
            content = content_hash(Session(bind=connection))
            figures = figures_of(connection.connection.driver_connection)
    finally:
        engine.dispose()
    note = backup.note
    is_same = note is not None and check.counts == note.counts and content == note.content
    if check.faults or figures is None or not is_same:
        raise StoreDamagedError(what="drill", faults=check.faults)
    return figures
