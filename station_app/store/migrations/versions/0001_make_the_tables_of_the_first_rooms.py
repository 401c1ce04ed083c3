"""Make the tables of the first rooms."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQL beside this file, a blank line between the statements
    statements = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
