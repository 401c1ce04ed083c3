"""Keep photographs and scans of cases."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
