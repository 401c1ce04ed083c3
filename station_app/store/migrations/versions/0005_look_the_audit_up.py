"""Keep heads of audits, find entries by what they tell, let archived ones go."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQL beside this file, a blank line between the statements
    statements = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
