"""What is exchanged is decided for every table and every column, and all of it is noted."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Boolean, Integer

from station_app.store.migrations.tables import METADATA
from station_app.store.sync.capture import TRIGGERS, triggers_of
from station_app.store.sync.declaration import ColumnKind, TableScope, read_declaration
from station_app.store.sync.declared import FILE, digest_of
from station_app.store.sync.settling import settle_exchange
from tests.refusals import changed, why_unread

DECLARATION = read_declaration()
OWN_ROOMS = ("audit_", "import_", "search_", "sync_")
NOT_EXCHANGED = {
    # rights do not come with a file: who works at a device is told there
    "staff",
    # each device's own account of who did what there, which nobody else may write
    "audit_entry",
    # heads of chains, each device's own testimony
    "audit_head",
    # undoing an import is a matter of the desk where it was made
    *("import_batch", "import_item", "import_layout"),
    # who may see what is this device's own to say
    "tag_officer",
    # who signs with them is the device that made them
    "signing_secret",
    # who stands for a root is a matter of the device whose root it is
    "root_voucher",
    # no two printers feed paper alike, and each stands beside one device
    "printer_alignment",
    # serials come from blocks of each device
    "number_series",
    # made again from what has come
    *("search_entry", "search_term"),
    # how far the exchange has come; it is carried out with these
    *("sync_area", "sync_aside", "sync_cell", "sync_clock", "sync_conflict", "sync_device"),
    *("sync_evict", "sync_extra", "sync_file", "sync_got", "sync_held", "sync_known"),
    *("sync_own", "sync_peer", "sync_peer_known", "sync_row", "sync_site", "sync_sum"),
    *("sync_taken", "sync_vector"),
}
DERIVED = {
    "dwelling": {"text", "text_key"},
    "resident": {"name_key", "standing"},
}
COUNTED = {"seq", "version"}


@pytest.fixture
def wrong(tmp_path):
    """Return a function that changes a copy of the declaration and tells why it is refused."""

    def told(change):
        def among(values):
            change({table["table"]: table for table in values["tables"]}, values["tables"])

        return why_unread(read_declaration.__wrapped__, changed(FILE, among, tmp_path))

    return told


def rows(store, sql, *values):
    with store.reading() as tx:
        return [tuple(row) for row in tx.session.connection().exec_driver_sql(sql, values)]


def run(store, sql, *values):
    with store.transaction() as tx:
        tx.session.connection().exec_driver_sql(sql, values)


def enter_estate(store, key):
    run(
        store,
        "INSERT INTO estate (id, name, version, created_at, created_by, changed_at, changed_by)"
        " VALUES (?, ?, 1, 't', 'w', 't', 'w')",
        key,
        f"小区{key}",
    )


def triggers(store):
    return {name for (name,) in rows(store, TRIGGERS)}


def forget_the_digest(store):
    run(store, "UPDATE sync_own SET value = 'of before' WHERE name = 'declaration'")


def test_of_every_table_it_is_decided_whether_it_is_exchanged():
    assert set(METADATA.tables) == set(DECLARATION.by_name) | NOT_EXCHANGED


def test_no_table_is_both_exchanged_and_kept_back():
    assert not set(DECLARATION.by_name) & NOT_EXCHANGED


def test_nothing_of_accounts_imports_search_and_exchange_itself_travels():
    assert not [name for name in DECLARATION.by_name if name.startswith(OWN_ROOMS)]


@pytest.mark.parametrize("table", DECLARATION.tables, ids=lambda table: table.name)
def test_of_every_column_it_is_decided_whether_it_is_exchanged(table):
    kept = set(METADATA.tables[table.name].columns.keys())
    assert {table.key, *table.names} | table.local == kept
    assert table.local <= COUNTED | DERIVED.get(table.name, set())


@pytest.mark.parametrize("table", DECLARATION.tables, ids=lambda table: table.name)
def test_a_record_is_looked_up_by_the_key_it_goes_by(table):
    kept = METADATA.tables[table.name]
    key = kept.columns[table.key]
    indexed = [index.columns.keys() for index in kept.indexes]
    assert key.primary_key or key.unique or [table.key] in indexed
    assert not isinstance(key.type, Integer | Boolean)


def test_no_number_is_given_twice():
    assert max(Counter(table.number for table in DECLARATION.tables).values()) == 1
    for table in DECLARATION.tables:
        assert max(Counter(column.number for column in table.columns).values()) == 1


def test_parents_come_before_their_children():
    place = {table.name: n for n, table in enumerate(DECLARATION.tables)}
    for table in DECLARATION.tables:
        for _, parent in table.references:
            assert place[parent] <= place[table.name]


def test_every_reference_of_the_store_that_is_exchanged_is_known():
    for table in DECLARATION.tables:
        foreign = {
            (key.parent.name, key.column.table.name)
            for key in METADATA.tables[table.name].foreign_keys
        }
        assert set(table.references) == foreign


@pytest.mark.parametrize("table", DECLARATION.tables, ids=lambda table: table.name)
def test_what_the_program_writes_and_the_bin_are_known_for_what_they_are(table):
    kinds = {column.name: column.kind for column in table.columns}
    for name in ("created_at", "created_by", "changed_at", "changed_by"):
        assert kinds.get(name, ColumnKind.MACHINE) is ColumnKind.MACHINE
    assert kinds.get("deleted_at", ColumnKind.BIN) is ColumnKind.BIN
    assert (table.bin_column is not None) == ("deleted_at" in kinds)
    assert table.has_version == ("version" in METADATA.tables[table.name].columns)


def test_children_know_their_parents_and_parents_their_children():
    children = {(table.name, column) for table, column in DECLARATION.children["dwelling"]}
    assert {("resident", "dwelling_id"), ("household", "dwelling_id")} <= children
    assert DECLARATION.by_name["resident"].parents["dwelling_id"] == "dwelling"


def test_papers_stay_with_full_copies_and_places_go_to_everyone():
    scopes = {table.name: table.scope for table in DECLARATION.tables}
    assert scopes["certificate_paper"] is TableScope.STATION
    assert scopes["resident"] is TableScope.GRIDS
    assert {scopes[name] for name in ("setting", "grid", "estate", "building")} == {
        TableScope.EVERYONE
    }


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda by, _: by["grid"].update(colour=1), "tables[1]", "unknown field colour"),
        (lambda by, _: by["grid"]["columns"].pop("name"), "tables[1]", "columns are not"),
        (lambda by, _: by["grid"]["columns"].update(hue=99), "tables[1]", "columns are not"),
        (lambda by, _: by["grid"]["local"].append("hue"), "tables[1]", "columns are not"),
        (lambda by, _: by["grid"]["columns"].update(name=1), "tables[1]", "stands twice"),
        (lambda by, _: by["estate"].update(number=2), "tables", "a number stands twice"),
        (lambda by, _: by["estate"].update(number="3"), "tables[2]", "field number"),
        (lambda by, _: by["estate"].update(table="street"), "tables[2]", "no such table"),
        (lambda by, _: by["estate"].pop("columns"), "tables[2]", "no such table, or no"),
        (lambda by, _: by["estate"].pop("key"), "tables[2]", "field key"),
        (lambda by, _: by["estate"].pop("scope"), "tables[2]", "field scope"),
    ],
)
def test_a_wrong_declaration_is_refused_with_the_place(wrong, change, place, reason):
    told, why = wrong(change)
    assert told == place
    assert reason in why


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda by, _: by["grid"].update(scope="nobody"), "tables[1]", "field scope"),
        (lambda by, _: by["grid"].update(bin="binned_at"), "tables[1]", "field bin"),
        (lambda by, _: by["grid"]["machine"].append("hue"), "tables[1]", "field machine"),
        (lambda by, _: by["estate"]["derives"].append("hue"), "tables[2]", "field derives"),
        (lambda by, _: by["dwelling"].update(placed_by=["door"]), "tables[4]", "field placed_by"),
        (lambda by, _: by["grid"]["columns"].update(name="2"), "tables[1]", "field columns"),
        (lambda _, tables: tables.insert(1, tables.pop(3)), "tables[1]", "building before estate"),
        (
            lambda by, tables: tables.append({**by["grid"], "number": 99}),
            f"tables[{len(DECLARATION.tables)}]",
            "grid stands",
        ),
    ],
)
def test_what_is_named_and_not_there_is_refused_with_the_place(wrong, change, place, reason):
    told, why = wrong(change)
    assert told == place
    assert reason in why


def test_line_ends_of_a_check_out_make_no_other_declaration(tmp_path):
    path = tmp_path / "tables.json"
    path.write_bytes(FILE.read_bytes().replace(b"\n", b"\r\n"))
    assert digest_of(path) == DECLARATION.digest
    path.write_bytes(FILE.read_bytes() + b" ")
    assert digest_of(path) != DECLARATION.digest


def test_a_store_notes_all_that_is_declared(store):
    expected = sum(len(list(triggers_of(table))) for table in DECLARATION.tables)
    assert len(triggers(store)) == expected
    for table in DECLARATION.tables:
        wanted = {f"sync_{table.name}_{what}" for what in ("born", "died", "key")}
        wanted |= {f"sync_{table.name}_of_{name}" for name in table.names}
        assert wanted <= triggers(store)


def test_with_the_same_declaration_triggers_stay_as_they_are(store, engine, home):
    settle_exchange(home, engine)
    run(store, "DROP TRIGGER sync_estate_born")

    settle_exchange(home, engine)

    assert "sync_estate_born" not in triggers(store)


def test_triggers_are_made_anew_when_the_declaration_is_another(store, engine, home):
    settled = triggers(store)
    run(store, "DROP TRIGGER sync_estate_born")
    run(
        store,
        "CREATE TRIGGER sync_estate_of_colour AFTER UPDATE OF name ON estate BEGIN SELECT 1; END",
    )
    forget_the_digest(store)

    settle_exchange(home, engine)

    assert triggers(store) == settled
    ((digest,),) = rows(store, "SELECT value FROM sync_own WHERE name = 'declaration'")
    assert digest == DECLARATION.digest


def test_rows_of_before_get_an_entry_each_in_the_order_of_their_keys(store, engine, home):
    settle_exchange(home, engine)
    run(store, "DROP TRIGGER sync_estate_born")
    for key in ("c", "a", "b"):
        enter_estate(store, key)
    ((before,),) = rows(store, "SELECT counter FROM sync_clock")
    forget_the_digest(store)

    settle_exchange(home, engine)

    estate = DECLARATION.by_name["estate"].number
    found = rows(
        store, "SELECT row, life, ver, lseq FROM sync_row WHERE tbl = ? ORDER BY lseq", estate
    )
    assert found == [(key, 1, before + n, before + n) for n, key in enumerate("abc", 1)]
    enter_estate(store, "d")
    ((latest,),) = rows(store, "SELECT max(ver) FROM sync_row")
    assert latest == before + 4


def test_rows_that_have_an_entry_keep_it(store, engine, home):
    settle_exchange(home, engine)
    enter_estate(store, "a")
    before = rows(store, "SELECT * FROM sync_row")
    forget_the_digest(store)

    settle_exchange(home, engine)

    assert rows(store, "SELECT * FROM sync_row") == before


def test_of_settings_of_before_only_those_that_travel_get_an_entry(store, engine, home):
    settle_exchange(home, engine)
    run(store, "DROP TRIGGER sync_setting_born")
    for key in ("name", "theme"):
        run(store, "INSERT INTO setting (key, value) VALUES (?, 'x')", key)
    forget_the_digest(store)

    settle_exchange(home, engine)

    assert rows(store, "SELECT row FROM sync_row") == [("name",)]
