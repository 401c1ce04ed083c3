"""Alembic's environment: run by Alembic itself, never imported.

Alembic is given a connection inside a transaction that is not its own.
"""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from station_app.store.migrations.tables import METADATA


def _only_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out full-text indexes: no model stands for them."""
    return kind != "table" or name not in VIRTUAL


def _plainly(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our own types as what they are in the file: steps must not change with them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


connection = context.config.attributes["connection"]
VIRTUAL = {
    row[0]
    for row in connection.exec_driver_sql(
        "SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow')"
    )
}
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    include_name=_only_ours,
    render_item=_plainly,
    process_revision_directives=context.config.attributes.get("on_draft"),
)
with context.begin_transaction():
    context.run_migrations()
