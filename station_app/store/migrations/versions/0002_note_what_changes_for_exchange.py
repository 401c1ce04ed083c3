"""Note what changes, for exchange; two devices may enter the same place, or give a number."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQL beside this file, a blank line between the statements
    statements = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
