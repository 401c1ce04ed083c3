"""Keep what is asked of the community from above, and which lists hold here."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
