"""Keep restricted tags apart from all others, seen by the officers named for them."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
