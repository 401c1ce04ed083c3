"""Make the tables of the first rooms."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
