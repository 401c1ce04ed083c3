"""Keep the pre-checks of 低保."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
