from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

import station_app
from station_app.domain.actors import Actor
from station_app.domain.audit.chain import ORIGIN, Fault, FaultKind, verify
from station_app.store.audit.entries import TEXTS
from station_app.store.engine import open_engine
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.store.tampering import KINDS, tamper

ENTRIES = 40
USUAL, THOROUGH = 40, 1000
VALUES = "at, \"by\", act, record_id, facts, former, digest) VALUES ('t', 'w', 'a', '', '{}'"


class TakenBackError(Exception):
    """What was tried is not to stay."""


@pytest.fixture
def chain(store):
    """A store in whose audit a few things stand."""
    for number in range(ENTRIES // 4):
        with store.transaction() as tx:
            for part in range(4):
                tx.audit.add("resident:phone:shown", f"{number:032}", part=part, note="电话")
    return store


def verdict(store, **asked):
    with store.reading() as tx:
        return verify(tx.audit.entries(), is_guarded=tx.audit.is_guarded(), **asked)


def head(store):
    with store.reading() as tx:
        return tx.audit.head()


def test_entries_are_chained_in_the_order_they_were_added(chain):
    found = verdict(chain, anchor=head(chain))
    assert (found.count, found.head, found.fault) == (ENTRIES, head(chain), None)


def test_an_audit_without_entries_is_whole(store):
    assert (verdict(store).count, verdict(store).head) == (0, ORIGIN)
    assert verdict(store).is_whole


def test_a_block_that_fails_leaves_the_chain_where_it_was(chain):
    before = head(chain)
    with suppress(TakenBackError), chain.transaction() as tx:
        tx.audit.add("settings:station:changed")
        assert tx.audit.head().number == before.number + 1
        raise TakenBackError
    assert head(chain) == before
    with chain.transaction() as tx:
        tx.audit.add("settings:station:changed")
    assert verdict(chain, anchor=before).is_whole


def test_what_a_savepoint_takes_back_is_no_part_of_the_chain(chain):
    with chain.transaction() as tx:
        tx.audit.add("settings:station:changed")
        with suppress(TakenBackError), tx.session.begin_nested():
            tx.audit.add("place:grid:drawn")
            raise TakenBackError
        tx.audit.add("place:grid:binned")
    found = verdict(chain)
    assert (found.count, found.fault) == (ENTRIES + 2, None)


def test_two_programs_on_one_store_write_one_chain(chain, home, key, clock):
    engine = open_engine(home.database, key)
    stores = (
        chain,
        Store(
            engine, clock=clock, actor=Actor(name="张三", device="laptop"), authority=Everything()
        ),
    )

    def add(number):
        with stores[number % 2].transaction() as tx:
            tx.audit.add("settings:station:changed", number=number)
            tx.audit.add("place:grid:drawn", number=number)

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(add, range(40)))
    engine.dispose()
    found = verdict(chain)
    assert (found.count, found.fault) == (ENTRIES + 80, None)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_entry WHERE seq = 5",
        "UPDATE audit_entry SET act = 'x' WHERE seq = 5",
        f"INSERT INTO audit_entry ({VALUES}, x'', x'')",
        f"INSERT INTO audit_entry (seq, {VALUES}, x'', x'')".replace("('t'", "(41, 't'"),
        f"REPLACE INTO audit_entry (seq, {VALUES}, x'', x'')".replace("('t'", "(5, 't'"),
        f"INSERT OR IGNORE INTO audit_entry (seq, {VALUES}, x'', x'')".replace("('t'", "(50, 't'"),
    ],
)
def test_nothing_goes_round_the_chain(chain, statement):
    before = head(chain)
    with pytest.raises(IntegrityError), chain.transaction() as tx:
        tx.session.connection().exec_driver_sql(statement)
    assert verdict(chain, anchor=before).count == ENTRIES


@pytest.mark.parametrize("column", [*TEXTS, "former", "digest"])
def test_the_same_bytes_as_a_value_of_another_kind_are_a_change(chain, column):
    kind = "BLOB" if column in TEXTS else "TEXT"
    with chain.transaction() as tx:
        run = tx.session.connection().exec_driver_sql
        run("DROP TRIGGER audit_entry_no_update")
        run(f'UPDATE audit_entry SET "{column}" = CAST("{column}" AS {kind}) WHERE seq = 7')  # noqa: S608 - names of ours
        assert verify(tx.audit.entries()).fault == Fault(FaultKind.CHANGED, 7)


def test_nobody_but_the_audit_itself_names_its_table():
    """Whoever wrote into it by SQL of his own would write beside the chain."""
    house = Path(station_app.__file__).parent
    naming = {
        str(path.relative_to(house))
        for path in house.rglob("*.py")
        if "audit_entry" in path.read_text("utf-8") and "migrations" not in path.parts
    }
    # the anchor and the outline of a backup only read how far it has come
    naming -= {str(Path("store", name)) for name in ("standing.py", "outline.py")}
    assert {str(Path(name).parent) for name in naming} == {str(Path("store", "audit"))}


@pytest.mark.parametrize("name", ["follows", "no_update", "no_delete"])
def test_a_guard_that_is_gone_or_blunt_is_found(chain, name):
    with chain.transaction() as tx:
        tx.session.connection().exec_driver_sql(f"DROP TRIGGER audit_entry_{name}")
    assert verdict(chain).fault == Fault(FaultKind.UNGUARDED, ENTRIES)
    with chain.transaction() as tx:
        tx.session.connection().exec_driver_sql(
            f"CREATE TRIGGER audit_entry_{name} BEFORE UPDATE ON audit_entry BEGIN SELECT 1; END"
        )
    assert verdict(chain).fault == Fault(FaultKind.UNGUARDED, ENTRIES)


def test_a_table_that_was_taken_away_is_told_and_no_crash(chain):
    anchor = head(chain)
    with chain.transaction() as tx:
        tx.session.connection().exec_driver_sql("DROP TABLE audit_entry")
    assert verdict(chain).fault == Fault(FaultKind.UNGUARDED, 0)
    assert verdict(chain, anchor=anchor).fault == Fault(FaultKind.CUT, 1)


def assert_found(store, kind, rounds):
    """Tamper *rounds* times, each at another place, and be told of each by kind and place."""
    rng, anchor = random.Random(kind), head(store)
    missed = []
    for _ in range(rounds):
        with suppress(TakenBackError), store.transaction() as tx:
            fault = tamper(tx.session.connection(), kind, rng)
            found = verify(
                tx.audit.entries(), anchor=anchor, is_guarded=tx.audit.is_guarded()
            ).fault
            if found != fault:
                missed.append((fault, found))
            raise TakenBackError
    assert missed == []
    assert verdict(store, anchor=anchor).is_whole


@pytest.mark.parametrize("kind", KINDS)
def test_tampering_is_found_by_its_kind_and_place(chain, kind):
    assert_found(chain, kind, USUAL)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", KINDS)
def test_tampering_is_found_a_thousand_times(chain, kind):
    assert_found(chain, kind, THOROUGH)


@pytest.mark.parametrize("kind", KINDS)
def test_without_an_anchor_all_is_found_but_an_end_or_a_whole_made_anew(chain, kind):
    """What the chain alone cannot show is why its head is kept elsewhere."""
    unseen = {FaultKind.CUT, FaultKind.REPLACED}
    for seed in range(10):
        with suppress(TakenBackError), chain.transaction() as tx:
            fault = tamper(tx.session.connection(), kind, random.Random(seed))
            found = verify(tx.audit.entries()).fault
            assert found == (None if fault.kind in unseen else fault)
            raise TakenBackError
