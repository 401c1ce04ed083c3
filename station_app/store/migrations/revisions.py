"""The revisions of the schema: which there are, and how a store is asked for its own."""

from __future__ import annotations

from pathlib import Path

SCRIPTS = Path(__file__).parent
SCHEMA = "SELECT count(*), count(*) FILTER (WHERE name = 'alembic_version') FROM sqlite_schema"
REVISION = "SELECT version_num FROM alembic_version"


def known_revisions(scripts: Path = SCRIPTS) -> list[str]:
    """Return the numbers of all steps, in order."""
    return sorted(path.name[:4] for path in scripts.glob("versions/[0-9][0-9][0-9][0-9]_*.py"))
