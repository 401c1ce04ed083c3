"""What an exchange asks of the store costs what has changed, not what is held."""

from __future__ import annotations

import pytest

from station_app.store.sync import placing, portioning
from station_app.store.sync.statements import Statements

HELD = 3_000
ASKED = (*placing.CHANGED, portioning.ROWS, portioning.CELLS)
FEW = 300  # steps of SQLite's machine: a walk through what is held takes thousands


@pytest.fixture
def driver(main):
    """A store in which everything was moved and sent long ago."""
    with main.station.store.transaction() as tx:
        sql = Statements(tx.session)
        names = [row[1] for row in sql.rows("PRAGMA table_info(sync_row)")]
        pattern = dict(zip(names, sql.one("SELECT * FROM sync_row"), strict=True))
        sql.run("DELETE FROM sync_cell")
        sql.run("DELETE FROM sync_row")
        sql.many(
            f"INSERT INTO sync_row ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608 - our own words
            [
                tuple((pattern | {"row": f"held-{n}", "lseq": n, "moved": n}).values())
                for n in range(1, HELD + 1)
            ],
        )
        for statement in placing.BEGIN:
            sql.run(statement)
        yield tx.session.connection().connection.driver_connection


def steps(driver, statement, mark):
    taken = []
    driver.set_progress_handler(lambda: taken.append(1), 1)
    driver.execute(statement, (mark,)).fetchall()
    driver.set_progress_handler(None, 0)
    return len(taken)


@pytest.mark.parametrize("statement", ASKED)
def test_only_what_came_after_the_mark_is_walked_through(driver, statement):
    assert steps(driver, statement, HELD - 1) < FEW


def test_a_walk_through_everything_would_be_seen(driver):
    assert steps(driver, "SELECT count(*) FROM sync_row WHERE +lseq > ?", HELD - 1) > HELD
