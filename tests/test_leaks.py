"""The look-out for words in the clear sees what it should, and the store shows it nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.leaks import Leak, leaks, written_by

ROOT = Path(__file__).parent.parent
MARK = "欧阳显眼"
PLAIN = """
import os, sys
handle = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
text = sys.stdin.read().encode(sys.argv[2])
os.write(handle, b"before " + text[:5])
os.write(handle, text[5:] + b" after")
"""
STORE = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from station_app.domain.actors import Actor
from station_app.store.backup import back_up
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.conftest import StoppedClock

home, key, mark = StationHome(Path(sys.argv[1])), os.urandom(32), sys.stdin.read()
home.make()
make_database(home, key)
engine = open_engine(home.database, key)
clock = StoppedClock(datetime(2026, 3, 1, tzinfo=UTC))
store = Store(
    engine, clock=clock, actor=Actor(name=mark, device="desk"), authority=Everything()
)
for number in range(40):
    with store.transaction() as tx:
        tx.settings.put({f"{mark}{number}": mark * 300})
        tx.audit.add("settings:station:changed", name=mark)
with engine.connect().execution_options(lane="bare") as connection:
    connection.exec_driver_sql(f"PRAGMA temp_store = {sys.argv[2]}")
    connection.exec_driver_sql("PRAGMA cache_size = 5")
    sorting = "SELECT a.value FROM setting a, setting b ORDER BY 1, a.key || b.key"
    assert len(connection.exec_driver_sql(sorting).all()) == 1_600
back_up(home, engine, clock.now())
store.close()
"""


def run(tmp_path, program, *arguments, stdin):
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return written_by(command, tmp_path, stdin=stdin.encode(), PYTHONPATH=str(ROOT))


def test_a_mark_cut_in_two_is_found_in_every_encoding(tmp_path):
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        target = tmp_path / f"石桥 {encoding}"
        found = leaks(run(tmp_path, PLAIN, target, encoding, stdin=MARK), [MARK, "absent"])
        assert found == {Leak(MARK, encoding, str(target)): 1}


def test_a_file_the_user_asked_for_may_hold_the_mark(tmp_path):
    writes = run(tmp_path, PLAIN, tmp_path / "export.csv", "utf-8", stdin=MARK)
    assert leaks(writes, [MARK], allowed=["export.csv"]) == {}


def test_the_store_writes_nothing_in_the_clear_not_even_when_sorting(tmp_path):
    writes = list(run(tmp_path, STORE, tmp_path / "home", 0, stdin=MARK))
    assert leaks(writes, [MARK]) == {}
    assert sum(len(data) for place, data in writes if "station.db" in place) > 100_000


def test_a_store_with_temporary_files_would_be_found_out(tmp_path):
    """The control: with ``temp_store = 1`` sorting writes in the clear (security.md 0.7)."""
    found = leaks(run(tmp_path, STORE, tmp_path / "home", 1, stdin=MARK), [MARK])
    assert sum(found.values()) > 100
    assert all("etilqs" in leak.place for leak in found)
