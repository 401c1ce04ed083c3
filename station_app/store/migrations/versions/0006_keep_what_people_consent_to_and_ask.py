"""Keep what people were told, consent to and ask, and what is withheld."""

from __future__ import annotations

from station_app.store.migrations.statements import run_beside

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__)
