"""Keep the members of staff and what they may do."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
