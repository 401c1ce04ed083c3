"""Keep orders of 12345 and others beside their cases, and the problems that are taken up."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
