"""Keep what the station itself says of the items of its window."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
