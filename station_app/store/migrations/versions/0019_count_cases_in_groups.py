"""Count cases along an index in groups, and list them all in the order of another."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
