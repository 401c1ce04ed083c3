"""Keep what people say of their cases, and what becomes of bad ratings."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
