"""Note what changes, for exchange; two devices may enter the same place, or give a number."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
