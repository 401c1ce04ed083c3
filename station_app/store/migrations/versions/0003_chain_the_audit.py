"""Chain the entries of the audit, those that are there already in their order."""

from __future__ import annotations

from pathlib import Path

from alembic import op

# The digest is made as the program makes it: what it is made of never changes.
from station_app.domain.audit.chain import ORIGIN, Link, following

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FORMER = 'SELECT seq, at, "by", act, record_id, facts FROM audit_entry ORDER BY seq'
CHAINED = "INSERT INTO audit_chained VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
AT_ONCE = 1000


def upgrade() -> None:
    # SQL beside this file, a blank line between the statements
    statements = Path(__file__).with_suffix(".sql").read_text("utf-8")
    table, *others = statements.split("\n\n")
    connection = op.get_bind()
    connection.exec_driver_sql(table)
    head = ORIGIN
    for rows in connection.exec_driver_sql(FORMER).partitions(AT_ONCE):
        lines = []
        for seq, *texts in rows:
            at, by, act, record, facts = (text.encode() for text in texts)
            entry = following(Link(seq - 1, head.digest), (at, by, act, record, facts))
            lines.append((seq, *texts, entry.former, entry.digest))
            head = Link(seq, entry.digest)
        connection.exec_driver_sql(CHAINED, lines)
    for statement in others:
        connection.exec_driver_sql(statement)
