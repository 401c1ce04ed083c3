"""The three tables of the search: entries, terms, and the full-text index.

All of it can be made again from the records. ``target`` is the record's number in
the index (:func:`station_app.domain.search.entries.target_of`). Terms lie in the
order in which they are looked up, so that a query reads neighbours and stops.
The full-text index keeps no text (contentless) and no positions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, Integer, Table, Text, event

from station_app.store.base import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection

CREATE_SEARCH_TEXT: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5("
    "words, content='', contentless_delete=1, detail=none, tokenize='ascii')"
)
DROP_SEARCH_TEXT: Final = "DROP TABLE IF EXISTS search_text"

search_entry = Table(
    "search_entry",
    Base.metadata,
    Column("target", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("readings", Text, nullable=False),
    Column("aliases", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("phones", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("sex", Text, nullable=False),
    Column("born", Text, nullable=False),
)

search_term = Table(
    "search_term",
    Base.metadata,
    Column("term", Text, primary_key=True),
    Column("target", Integer, primary_key=True),
    sqlite_with_rowid=False,
)


@event.listens_for(search_entry, "after_create")
def _create_text(_table: Table, connection: Connection, **_facts: object) -> None:
    connection.exec_driver_sql(CREATE_SEARCH_TEXT)


@event.listens_for(search_entry, "after_drop")
def _drop_text(_table: Table, connection: Connection, **_facts: object) -> None:
    connection.exec_driver_sql(DROP_SEARCH_TEXT)
