"""Keep the cases of the window, and every step of them."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
