"""The tables of the exchange. What they are for: docs/adr/0010-exchange.md.

``tbl`` and ``col`` are numbers of the declaration, ``row`` is a record's key, ``site`` the
line of :data:`sync_site`. ``lseq`` is the place in this store's own sequence:
what a receiver has not yet acknowledged is one range of it.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, text

from station_app.store.base import Base


def _number(name: str, *, key: bool = False, default: int | None = None) -> Column[Any]:
    return Column(
        name,
        Integer,
        primary_key=key,
        nullable=False,
        autoincrement=False,
        server_default=None if default is None else text(str(default)),
    )


def _text(name: str, *, key: bool = False, default: str | None = None) -> Column[Any]:
    return Column(
        name,
        Text,
        primary_key=key,
        nullable=False,
        server_default=None if default is None else text(f"'{default}'"),
    )


def _version(prefix: str = "") -> tuple[Column[Any], ...]:
    return tuple(_number(f"{prefix}{part}") for part in ("site", "ver", "hlc", "ctx"))


sync_clock: Final = Table(
    "sync_clock",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    _number("site"),
    _number("counter"),
    _number("hlc"),
    _number("ctx"),
    _number("hush"),
)
"""One line: who writes here, and the last number and moment given. ``hush`` keeps
the triggers silent while a file is merged."""

sync_own: Final = Table("sync_own", Base.metadata, _text("name", key=True), _text("value"))
"""What this device knows of itself."""

sync_site: Final = Table(
    "sync_site",
    Base.metadata,
    Column("n", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    _text("device", default=""),
)

sync_known: Final = Table(
    "sync_known",
    Base.metadata,
    _number("site", key=True),
    _number("ctx", key=True),
    _number("of", key=True),
    _number("ver"),
    sqlite_with_rowid=False,
)
"""The contexts: with context ``ctx``, ``site`` had seen the entries of ``of`` up to ``ver``."""

sync_vector: Final = Table("sync_vector", Base.metadata, _number("site", key=True), _number("ver"))
"""What has been seen here of other sites."""

sync_row: Final = Table(
    "sync_row",
    Base.metadata,
    _number("tbl", key=True),
    _text("row", key=True),
    _number("life"),
    *_version(),
    _number("lseq"),
    Column("bsite", Integer),
    Column("bver", Integer),
    Column("bhlc", Integer),
    Column("bctx", Integer),
    _number("area", default=0),
    _number("moved", default=0),
    Column("digest", Integer),
    Index("ix_sync_row_lseq", "lseq"),
    Index("ix_sync_row_area", "area", sqlite_where=text("area > 0")),
    Index("ix_sync_row_moved", "moved", sqlite_where=text("moved > 0")),
    sqlite_with_rowid=False,
)
"""One line a record: its life and the version of its last turn; the version of its last
birth where that is another. ``area`` is the line of its grid, ``moved`` the place in
the sequence where it came there, or into or out of its table, ``digest`` what its content
adds to the sums."""

sync_cell: Final = Table(
    "sync_cell",
    Base.metadata,
    _number("tbl", key=True),
    _text("row", key=True),
    _number("col", key=True),
    *_version(),
    _number("lseq"),
    Index("ix_sync_cell_lseq", "lseq"),
    sqlite_with_rowid=False,
)
"""Cells changed after their row was born; the others have the version of the birth."""

sync_aside: Final = Table(
    "sync_aside",
    Base.metadata,
    _number("tbl", key=True),
    _text("row", key=True),
    _text("record"),
    _number("waiting"),
    Index("ix_sync_aside_waiting", "tbl", "row", sqlite_where=text("waiting = 1")),
    sqlite_with_rowid=False,
)
"""Rows that do not lie in their table: deleted ones, and those waiting for what they refer to."""

sync_extra: Final = Table(
    "sync_extra",
    Base.metadata,
    _text("tbl", key=True),
    _text("row", key=True),
    _text("col", key=True),
    Column("value", LargeBinary),  # BLOB keeps whatever it is given as it is
    Column("life", Integer),
    *_version(),
    _number("lseq"),
    Index("ix_sync_extra_lseq", "lseq"),
    sqlite_with_rowid=False,
)
"""What a newer program has sent and this one does not know; ``col`` is empty for a row."""

sync_conflict: Final = Table(
    "sync_conflict",
    Base.metadata,
    _text("id", key=True),
    _number("tbl"),
    _text("row"),
    _number("col"),
    _number("is_deletion"),
    *_version("a_"),
    Column("a_value", LargeBinary),
    *_version("b_"),
    Column("b_value", LargeBinary),
    _number("lseq"),
    _number("closed", default=0),
    Index("ix_sync_conflict_row", "tbl", "row", "col"),
    Index("ix_sync_conflict_lseq", "lseq"),
    sqlite_with_rowid=False,
)

sync_area: Final = Table(
    "sync_area",
    Base.metadata,
    Column("n", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
)

sync_sum: Final = Table(
    "sync_sum",
    Base.metadata,
    _number("tbl", key=True),
    _number("area", key=True),
    _number("rows"),
    _number("digest"),
    sqlite_with_rowid=False,
)

sync_device: Final = Table(
    "sync_device",
    Base.metadata,
    _text("id", key=True),
    _text("name"),
    _text("kind"),
    Column("signing", LargeBinary, nullable=False),
    Column("sealing", LargeBinary, nullable=False),
    _text("scope"),
    _text("state"),
    _number("segment"),
    Column("enrolled_at", Text),
    Column("expires_on", Text),
)

sync_peer: Final = Table(
    "sync_peer",
    Base.metadata,
    _text("device", key=True),
    _number("site", default=0),
    _number("acked", default=0),
    _number("sent", default=0),
    _text("sent_sha256", default=""),
    Column("sent_at", Text),
    Column("sent_top", Integer),
    _number("got", default=0),
    _text("got_sha256", default=""),
    Column("got_at", Text),
    _number("told", default=0),
    _text("sums", default="[]"),
)
"""How far the exchange with a device has come; ``acked`` is the place in our sequence up
to which it has everything, ``told`` what we last acknowledged to it, ``sums`` what it
last said it holds."""

sync_peer_known: Final = Table(
    "sync_peer_known",
    Base.metadata,
    _text("device", key=True),
    _number("site", key=True),
    _number("ver"),
    sqlite_with_rowid=False,
)

sync_got: Final = Table("sync_got", Base.metadata, _number("site", key=True), _number("upto"))
"""How far the sequence of another site was taken in without a gap."""

sync_held: Final = Table(
    "sync_held",
    Base.metadata,
    _text("device", key=True),
    _number("tbl", key=True),
    _text("row", key=True),
    _number("since"),
    Column("until", Integer),
    sqlite_with_rowid=False,
)
"""Rows a partial copy was sent, and those it was told to let go."""

sync_evict: Final = Table(
    "sync_evict",
    Base.metadata,
    _number("tbl", key=True),
    _text("row", key=True),
    sqlite_with_rowid=False,
)
"""Rows to be let go as soon as what was entered here about them has arrived."""

sync_file: Final = Table(
    "sync_file",
    Base.metadata,
    _text("sha256", key=True),
    _text("direction"),
    _text("device"),
    _text("site"),
    _number("number"),
    _number("base"),
    _number("top"),
    _text("at"),
    _text("by"),
    _text("name"),
    _text("state"),
    _text("counts"),
    _number("lseq"),
    Index("ix_sync_file_number", "direction", "device", "site", "number"),
    Index("ix_sync_file_at", "at"),
)
"""Every file written and taken in; ``lseq`` is where ours stood after it."""

sync_taken: Final = Table(
    "sync_taken",
    Base.metadata,
    _text("sha256", key=True),
    _number("tbl", key=True),
    _text("row", key=True),
    Column("record", Text),
    sqlite_with_rowid=False,
)
"""What rows were before a file was taken in; nothing for those it has brought."""
