"""Draft the next migration step from the difference between the tables and the steps.

Run from the root as ``python -m installer.draft_migration "Make the tables"``. The
first step is plain SQL beside a few lines of Python. A later one is a start:
read it, correct it, write its test with data. Triggers and full-text indexes,
which Alembic does not see, are written into it as SQL.
"""

from __future__ import annotations

import re
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.operations.ops import ExecuteSQLOp

from station_app.store.engine import open_engine
from station_app.store.files import atomic_write
from station_app.store.home import StationHome
from station_app.store.migrations.revisions import SCRIPTS, known_revisions
from station_app.store.migrations.runner import upgrade
from station_app.store.migrations.steps import configuration
from station_app.store.migrations.tables import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Engine

VERSIONS = SCRIPTS / "versions"
SCHEMA = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND {which} ORDER BY rowid"
ALL_BUT_SHADOWS = (
    "name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') "
    "AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
)
UNSEEN_BY_ALEMBIC = (
    "(type = 'trigger' OR name IN (SELECT name FROM pragma_table_list WHERE type = 'virtual'))"
)
FIRST_STEP = '''"""{words}."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQL beside this file, a blank line between the statements
    statements = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in statements.split("\\n\\n"):
        op.get_bind().exec_driver_sql(statement)
'''


def draft(words: str) -> Path:
    """Write the draft of the next step and return its path."""
    with tempfile.TemporaryDirectory() as folder:
        made = _store(Path(folder) / "made")
        METADATA.create_all(made)
        if known_revisions():
            stepped = _store(Path(folder) / "stepped")
            upgrade(StationHome(Path(folder) / "stepped"), stepped)
            path = _next_step(words, made, stepped)
            stepped.dispose()
        else:
            path = _first_step(words, made)
        made.dispose()
    for check in (["check", "-q", "--fix"], ["format", "-q"]):
        subprocess.run([sys.executable, "-m", "ruff", *check, str(path)], check=False)
    return path


def _first_step(words: str, made: Engine) -> Path:
    path = VERSIONS / f"0001_{_file_name(words)}.py"
    statements = "\n\n".join(_schema(made, ALL_BUT_SHADOWS)) + "\n"
    atomic_write(path.with_suffix(".sql"), statements.encode())
    atomic_write(path, FIRST_STEP.format(words=words).encode())
    return path


def _next_step(words: str, made: Engine, stepped: Engine) -> Path:
    number = f"{len(known_revisions()) + 1:04d}"
    there = set(_schema(stepped, UNSEEN_BY_ALEMBIC))
    missing = [sql for sql in _schema(made, UNSEEN_BY_ALEMBIC) if sql not in there]

    def add(_context: object, _revision: object, directives: list[Any]) -> None:
        plain = [ExecuteSQLOp(re.sub(r"\s+", " ", statement)) for statement in missing]
        directives[0].upgrade_ops.ops.extend(plain)

    with stepped.connect() as connection:
        config = configuration(connection, SCRIPTS)
        config.attributes["on_draft"] = add
        command.revision(config, words, autogenerate=True, rev_id=number)
    return next(VERSIONS.glob(f"{number}_*.py"))


def _store(root: Path) -> Engine:
    home = StationHome(root)
    home.make()
    return open_engine(home.database, secrets.token_bytes(32), create=True)


def _schema(engine: Engine, which: str) -> list[str]:
    with engine.connect() as connection:
        statements = connection.exec_driver_sql(SCHEMA.format(which=which)).scalars()
        return [
            re.sub(r"[ \t]*\n[ \t]*(?=\S)", "\n    ", sql).replace("\n    )", "\n)")
            for sql in statements
        ]


def _file_name(words: str) -> str:
    return re.sub(r"\W+", "_", words.lower())[:40].strip("_")


if __name__ == "__main__":
    print(draft(" ".join(sys.argv[1:]) or "Change the tables"))
