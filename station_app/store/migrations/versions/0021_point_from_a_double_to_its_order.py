"""Let an order that was entered twice point at the one that is worked on."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
