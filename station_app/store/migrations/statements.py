"""The SQL of a step that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from alembic import op


def run_beside(step: str) -> None:
    """Run what stands in the ``.sql`` file beside the file *step*, a blank line between two."""
    statements = Path(step).with_suffix(".sql").read_text("utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
