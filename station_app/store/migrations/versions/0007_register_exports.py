"""Keep a register of the lists that were given out."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
