from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DatabaseError

from station_app.domain.actors import Actor
from station_app.domain.audit.chain import verify
from station_app.domain.backups import Why
from station_app.domain.errors import StoreDamagedError, StoreTooNewError
from station_app.store.backup_notes import read_note
from station_app.store.checking import check_store
from station_app.store.engine import open_engine
from station_app.store.faults import LANE, Lane
from station_app.store.migrations.revisions import SCRIPTS, known_revisions
from station_app.store.migrations.runner import revision_of, upgrade
from station_app.store.migrations.steps import take_steps
from station_app.store.migrations.tables import METADATA
from station_app.store.transaction import Store
from tests.authority import Everything

SCHEMA = (
    "SELECT type, name, tbl_name, CASE type WHEN 'trigger' THEN sql END FROM sqlite_schema "
    "WHERE name != 'alembic_version' AND name NOT LIKE 'sqlite_autoindex_alembic%'"
    " AND NOT (type = 'trigger' AND name LIKE 'sync_%')"  # made from the declaration
)
STEP = """
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{number}", "{former}", None, None


def upgrade() -> None:
{body}
"""
ADD_COLUMN = """
    with op.batch_alter_table("estate", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.String(20), server_default="green"))
"""
HALF_WAY = """
    op.execute("DELETE FROM estate")
    op.execute("SELECT nothing FROM nowhere")
"""
ORPHANS = """
    op.execute("DELETE FROM estate")
"""
INSERT_ESTATE = (
    "INSERT INTO estate (id, name, version, created_at, created_by, changed_at, changed_by) "
    "VALUES ('e1', '幸福里', 1, 't', 'w', 't', 'w')"
)
INSERT_BUILDING = (
    "INSERT INTO building (id, estate_id, name, version, created_at, created_by, changed_at, "
    "changed_by) VALUES ('b1', 'e1', '3幢', 1, 't', 'w', 't', 'w')"
)
A_NUMBER = {
    "number": "x",
    "word": "x",
    "year": 2026,
    "serial": 1,
    "resident_id": "r1",
    "issued_on": "2026-03-01",
}


def put(connection, table, values):
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - names of ours
        tuple(values.values()),
    )


def defaults_of(table):
    """Return something for every column of *table* that must not be empty."""
    return {
        column.name: 0 if column.type.python_type in {int, bool} else ""
        for column in METADATA.tables[table].columns
        if not column.nullable and column.name not in {"seq", "id"}
    }


@pytest.fixture
def scripts(tmp_path):
    """The steps of the house in a copy, to which a test adds one of its own."""
    copy = tmp_path / "100% steps"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.fixture
def with_data(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql(INSERT_ESTATE)
        connection.exec_driver_sql(INSERT_BUILDING)
    return engine


def add_step(scripts, body):
    known = known_revisions(scripts)
    number = f"{int(known[-1]) + 1:04d}"
    text = STEP.format(number=number, former=known[-1], body=body.strip("\n"))
    (scripts / "versions" / f"{number}_test.py").write_text(text, "utf-8")
    return number


def rows(engine, statement):
    with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
        return connection.exec_driver_sql(statement).all()


def schema(engine):
    return {tuple(re.sub(r"\s+", " ", text or "") for text in row) for row in rows(engine, SCHEMA)}


def test_the_steps_end_in_the_tables_that_the_program_has(engine):
    with engine.connect() as connection:
        virtual = set(
            connection.exec_driver_sql(
                "SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow')"
            ).scalars()
        )
        options = {"include_name": lambda name, kind, _: kind != "table" or name not in virtual}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_triggers_indexes_and_full_text_tables_are_those_of_the_program(engine, tmp_path):
    made = open_engine(tmp_path / "made.db", os.urandom(32), create=True)
    METADATA.create_all(made)
    assert schema(engine) == schema(made)
    made.dispose()


def test_the_steps_are_one_chain_in_the_order_of_their_numbers():
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    script = ScriptDirectory.from_config(config)
    chain = [step.revision for step in script.walk_revisions()][::-1]
    assert chain == known_revisions()
    assert script.get_heads() == [chain[-1]]


def test_a_store_that_is_up_to_date_is_left_alone(home, engine):
    before = home.database.stat().st_mtime_ns
    upgrade(home, engine)
    assert home.database.stat().st_mtime_ns == before
    assert list(home.backups.iterdir()) == []


def test_opening_an_up_to_date_store_does_not_load_alembic(home, engine, key):
    engine.dispose()
    program = (
        "import sys; from pathlib import Path;"
        "from station_app.store.home import StationHome;"
        "from station_app.store.engine import open_engine;"
        "from station_app.store.migrations.runner import upgrade;"
        "home = StationHome(Path(sys.argv[1]));"
        "upgrade(home, open_engine(home.database, bytes.fromhex(sys.stdin.read())));"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(home.root)], input=key.hex(), text=True, check=True
    )


def test_a_step_keeps_the_data_and_a_copy_from_before(home, with_data, key, scripts):
    number = add_step(scripts, ADD_COLUMN)
    upgrade(home, with_data, scripts=scripts)
    assert rows(with_data, "SELECT name, colour FROM estate") == [("幸福里", "green")]
    assert rows(with_data, "SELECT estate_id FROM building") == [("e1",)]
    assert revision_of(with_data) == number
    assert check_store(with_data).faults == ()
    (copy,) = home.backups.glob("station-*.db")
    assert read_note(copy).why is Why.MIGRATION
    before = open_engine(copy, key)
    assert rows(before, "SELECT name FROM estate") == [("幸福里",)]
    assert revision_of(before) == known_revisions()[-1]
    before.dispose()


def test_certificates_and_what_refers_to_them_outlive_the_step_that_rebuilds_them(home, key):
    home.make()
    engine = open_engine(home.database, key, create=True)
    take_steps(home, engine, found=None, target="0001", scripts=SCRIPTS)
    someone = {**defaults_of("resident"), "id": "r1", "name": "何平"}
    paper = {**defaults_of("certificate"), **A_NUMBER, "id": "c1"}
    with engine.begin() as connection:
        put(connection, "resident", someone)
        put(connection, "certificate", paper)
        put(connection, "certificate_paper", {"certificate_id": "c1", "pdf": b"%PDF"})
    before = rows(engine, "SELECT * FROM certificate"), rows(engine, "SELECT * FROM resident")
    upgrade(home, engine)
    after = rows(engine, "SELECT * FROM certificate"), rows(engine, "SELECT * FROM resident")
    assert before == after
    assert rows(engine, "SELECT pdf FROM certificate_paper") == [(b"%PDF",)]
    with engine.begin() as connection:
        put(connection, "certificate", {**paper, "id": "c2"})
    assert rows(engine, "SELECT count(*) FROM certificate WHERE number = 'x'") == [(2,)]
    engine.dispose()


def test_entries_of_the_audit_are_chained_as_they_stood(home, key, clock):
    home.make()
    engine = open_engine(home.database, key, create=True)
    take_steps(home, engine, found=None, target="0002", scripts=SCRIPTS)
    noted = [
        {
            "at": f"2026-03-0{day}T08:00:00.000000Z",
            "by": "王芳@desk",
            "act": "settings:station:changed",
        }
        for day in (1, 3, 2)
    ]
    with engine.begin() as connection:
        for number, entry in enumerate(noted):
            told = {"record_id": "r" * number, "facts": '{"note": "电话"}'}
            put(
                connection, "audit_entry", {**{f'"{name}"': entry[name] for name in entry}, **told}
            )
    columns = 'SELECT seq, at, "by", act, record_id, facts FROM audit_entry ORDER BY seq'
    before = rows(engine, columns)
    upgrade(home, engine)
    assert rows(engine, columns) == before
    store = Store(
        engine, clock=clock, actor=Actor(name="测试员", device="desk"), authority=Everything()
    )
    with store.transaction() as tx:
        anchor = tx.audit.head()
        tx.audit.add("place:grid:drawn")
        found = verify(tx.audit.entries(), anchor=anchor, is_guarded=tx.audit.is_guarded())
    assert (anchor.number, found.count, found.fault) == (3, 4, None)
    engine.dispose()


def test_references_are_guarded_again_after_a_step(home, with_data, scripts):
    add_step(scripts, ADD_COLUMN)
    upgrade(home, with_data, scripts=scripts)
    for _ in range(3):
        with pytest.raises(DatabaseError), with_data.begin() as connection:
            connection.exec_driver_sql("DELETE FROM estate")


def test_a_step_that_fails_half_way_leaves_the_store_as_it_was(home, with_data, scripts):
    add_step(scripts, HALF_WAY)
    before = schema(with_data)
    with pytest.raises(DatabaseError):
        upgrade(home, with_data, scripts=scripts)
    assert rows(with_data, "SELECT name FROM estate") == [("幸福里",)]
    assert schema(with_data) == before
    assert revision_of(with_data) == known_revisions()[-1]


def test_a_step_that_leaves_orphans_is_not_taken(home, with_data, scripts):
    add_step(scripts, ORPHANS)
    with pytest.raises(StoreDamagedError) as told:
        upgrade(home, with_data, scripts=scripts)
    assert told.value.facts == {"what": "references", "tables": ["building"]}
    assert rows(with_data, "SELECT name FROM estate") == [("幸福里",)]


def test_a_failed_check_after_the_steps_puts_the_copy_back(home, with_data, scripts, key):
    """The step plants an index that does not agree with its table: only the check sees it."""
    add_step(
        scripts,
        """
    op.execute("CREATE TABLE planted (a, b)")
    op.execute("CREATE INDEX ix_planted ON planted (a)")
    op.execute("INSERT INTO planted VALUES (1, 2)")
    op.execute("PRAGMA writable_schema = ON")
    op.execute("UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_planted ON planted (b)' "
               "WHERE name = 'ix_planted'")
    op.execute("PRAGMA writable_schema = RESET")
""",
    )
    with pytest.raises(StoreDamagedError) as told:
        upgrade(home, with_data, scripts=scripts)
    assert told.value.facts["what"] == "migration"
    again = open_engine(home.database, key)
    assert revision_of(again) == known_revisions()[-1]
    assert rows(again, "SELECT name FROM estate") == [("幸福里",)]
    assert rows(again, "SELECT count(*) FROM sqlite_schema WHERE name = 'planted'") == [(0,)]
    again.dispose()


def test_a_store_of_a_newer_program_is_refused_untouched(home, with_data, scripts):
    number = add_step(scripts, ADD_COLUMN)
    upgrade(home, with_data, scripts=scripts)
    with pytest.raises(StoreTooNewError) as told:
        upgrade(home, with_data)
    assert told.value.facts == {"found": number, "known": known_revisions()[-1]}
    assert rows(with_data, "SELECT colour FROM estate") == [("green",)]


def test_tables_without_a_revision_are_not_ours(home, key):
    home.make()
    engine = open_engine(home.database, key, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE somebody (elses)")
    with pytest.raises(StoreDamagedError):
        upgrade(home, engine)
    engine.dispose()


def test_a_first_opening_that_was_cut_short_is_made_good(home, key):
    home.make()
    home.database.write_bytes(b"")
    engine = open_engine(home.database, key)
    upgrade(home, engine)
    assert revision_of(engine) == known_revisions()[-1]
    engine.dispose()
