"""Whether the store is the one that was left here: asked before anything is written to it.

It is looked at through a connection that cannot write: closing one that can would
play a log into the file, and that may be the log of another day.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import (
    KeysForeignError,
    StoreDamagedError,
    StoreFileCutError,
    StoreFileEmptyError,
    StoreFileMissingError,
    StoreForeignError,
    StoreNotAsLeftError,
    StoreReadOnlyError,
    StoreUnavailableError,
)
from station_app.store.anchor import (
    SALT_BYTES,
    UNKNOWN,
    Anchor,
    AnchorState,
    read_moored,
    write_anchor,
    write_tide,
)
from station_app.store.checking import examine
from station_app.store.driver import open_keyed
from station_app.store.faults import told
from station_app.store.standing import HOW_FAR, judge, standing_of
from station_app.store.sync.clock import moment_of
from station_app.store.vault.seals import Seals, digest_of_chunks

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.store.anchor import Moored
    from station_app.store.home import StationHome

PAGE_BYTES = 4096
CHUNK = 1 << 20
AT_THE_DOOR = 128 << 20  # bytes that are digested in a tenth of a second; else after the start
NOT_A_DATABASE = "SQLITE_NOTADB"
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What a store was found to be, and what lay beside it.

    ``resting`` is the stamp of a file that nobody has written to since its anchor.
    """

    moored: Moored
    resting: Stamp | None = None


def guard(home: StationHome, key: bytes) -> Found:
    """Make sure that the store in *home* is whole at its ends and follows its anchor.

    Returns what it found. Raises the :class:`StoreDamagedError` or
    :class:`~station_app.domain.errors.StoreBehindError` that names what is wrong; in
    every case all files are as they were.
    """
    moored = read_moored(home, Seals(key))
    if not is_file_there(home, moored):
        return Found(moored)
    stamp, is_at_rest = stamp_of(home), is_log_empty(home)
    try:
        with closing(open_keyed(home.database, key, mode="ro")) as connection, told():
            standing = standing_of(connection, moored.anchor or Anchor(0))
    except StoreReadOnlyError:
        # a change that was cut short has to be taken back first, which only a writer can
        return Found(moored)
    except StoreDamagedError as error:
        raise named(home, moored, error) from error
    judge(moored, standing)
    anchor = moored.anchor
    if anchor is None or not is_at_rest or standing[0] != anchor.hlc:
        return Found(moored)
    if stamp[1] <= AT_THE_DOOR and anchor.content not in {UNKNOWN, content_of(home.database)}:
        look_over(home, key)  # what is damaged has its own name
        raise StoreNotAsLeftError(found=moment_of(anchor.hlc), last=moment_of(anchor.hlc))
    return Found(moored, stamp)


def moor(home: StationHome, key: bytes) -> None:
    """Let the database that was put into *home* on purpose be the one that was left there.

    What it holds is not digested: whoever opens it first still changes how its log is kept.
    Nobody may have it open. Raises :class:`StoreDamagedError` and :class:`OSError`.
    """
    moor_with(home, open_keyed(home.database, key, mode="ro"), Seals(key))


def moor_with(home: StationHome, connection: Any, seals: Seals) -> None:
    """Do as :func:`moor` does, through *connection*, which is closed."""
    with closing(connection), told():
        hlc, number, digest = connection.execute(HOW_FAR).fetchone()
    size, salt = home.database.stat().st_size, salt_of(home.database)
    write_anchor(home, Anchor(hlc, number, digest, size, salt), seals)
    write_tide(home, hlc, seals)


def loosen(home: StationHome, key: bytes) -> None:
    """Let the anchor say nothing of the bytes of a file that is changed at rest."""
    seals = Seals(key)
    anchor = read_moored(home, seals).anchor
    if anchor is not None:
        write_anchor(home, replace(anchor, content=UNKNOWN), seals)


def look_over(home: StationHome, key: bytes) -> Found:
    """Read the whole store through, to go on with it as it is.

    Raises :class:`StoreDamagedError` for one that is not sound, and leaves it as it was but
    for a change that was cut short, which is taken back.
    """
    moored = read_moored(home, Seals(key))
    if is_file_there(home, moored):
        try:
            faults = _faults_of(home, key)
        except StoreReadOnlyError:
            _take_back(home, key)
            faults = _faults_of(home, key)
        except StoreDamagedError as error:
            raise named(home, moored, error) from error
        if faults:
            raise StoreDamagedError(faults=faults)
    return Found(moored)


def _faults_of(home: StationHome, key: bytes) -> tuple[str, ...]:
    with closing(open_keyed(home.database, key, mode="ro")) as connection:
        return examine(connection, with_seals=is_log_empty(home)).faults


def _take_back(home: StationHome, key: bytes) -> None:
    """Let SQLite take back a change that was cut short: only a writer may."""
    with closing(open_keyed(home.database, key)) as connection, told():
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def stamp_of(home: StationHome) -> Stamp:
    """Return what changes whenever the database file is written."""
    file = home.database.stat()
    return file.st_mtime_ns, file.st_size


def is_log_empty(home: StationHome) -> bool:
    """Whether nothing stands in the log that is not in the file."""
    return not home.log.exists() or home.log.stat().st_size == 0


def is_file_there(home: StationHome, moored: Moored) -> bool:
    """Whether the database has content; raises what names a file that is gone or cut.

    An empty one is where a first run was stopped, if nothing else was ever made.
    """
    if not home.database.exists():
        raise StoreFileMissingError(missing=home.database.name)
    size = home.database.stat().st_size
    if size == 0:
        if moored.anchor or any(home.backups.glob("*.db")):
            raise StoreFileEmptyError(file=home.database.name)
        return False
    if size % PAGE_BYTES:
        raise StoreFileCutError(file=home.database.name, size=size)
    return True


def named(home: StationHome, moored: Moored, error: StoreDamagedError) -> StoreUnavailableError:
    """Return what *error*, met while opening, has to be called."""
    anchor = moored.anchor
    if anchor and home.database.stat().st_size < anchor.size:
        return StoreFileCutError(file=home.database.name, **error.facts)
    if error.facts.get("sqlite") != NOT_A_DATABASE:
        return error
    if moored.state is AnchorState.DAMAGED:
        return KeysForeignError(**error.facts)  # they open neither the one nor the other
    if anchor and salt_of(home.database) == anchor.salt:
        return error  # ours: its first page is damaged
    return StoreForeignError(**error.facts)


def content_of(path: Path) -> bytes:
    """Return the digest of a whole database. This process may not have it open."""
    with path.open("rb") as stream:
        return digest_of_chunks(iter(partial(stream.read, CHUNK), b""))


def salt_of(path: Path) -> bytes:
    """Return the first bytes of a database, which stay the same for as long as it lives."""
    with path.open("rb") as stream:
        return stream.read(SALT_BYTES)
