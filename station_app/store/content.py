"""One hash over all that a station keeps, for telling whether two stores say the same.

What only records how the records came to be (audit, history, imports) and what
is derived (the search) is left out, and so are line numbers.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from station_app.store.base import Base

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LEFT_OUT = ("audit_", "history", "import_", "search_", "setting", "sync_")
LINE = "seq"


def content_hash(session: Session) -> str:
    """Return the SHA-256 of every record, table by table, in the order of keys."""
    digest = hashlib.sha256()
    connection = session.connection()
    for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
        if table.name.startswith(LEFT_OUT):
            continue
        columns = [column.name for column in table.columns if column.name != LINE]
        keys = ["id"] if "id" in columns else [column.name for column in table.primary_key]
        order = ", ".join(f'"{key}"' for key in keys)
        listed = ", ".join(f'"{column}"' for column in columns)
        digest.update(table.name.encode())
        sql = f'SELECT {listed} FROM "{table.name}" ORDER BY {order}'  # noqa: S608 - our own tables
        for row in connection.exec_driver_sql(sql):
            digest.update(json.dumps(list(row), default=_short).encode())
    return digest.hexdigest()


def _short(content: bytes) -> str:
    """Return what stands for the bytes of a file."""
    return hashlib.sha256(content).hexdigest()
