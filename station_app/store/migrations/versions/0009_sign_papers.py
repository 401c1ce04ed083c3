"""Keep the keys that sign papers, and what was revoked."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
