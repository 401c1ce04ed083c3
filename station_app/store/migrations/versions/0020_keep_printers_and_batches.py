"""Keep how printers are set right, and certificates that are given out as one batch."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
