"""How values are told to whoever reviews conflicts."""

from __future__ import annotations

import pytest
from sqlalchemy import Boolean, Date

import station_app.store.migrations.tables  # noqa: F401 - the declaration is held against them
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.identity.documents import DocumentKind
from station_app.domain.sync.review import ASKED_ALWAYS, ValueKind
from station_app.services.sync.questions import OWNED_BY, PLACES
from station_app.services.sync.review_values import (
    CODES,
    NOT_TYPED,
    SUBJECTS,
    TYPED,
    ValueTeller,
    kind_of,
    may_be_typed,
)
from station_app.store.base import Base
from station_app.store.sync.declaration import ColumnKind, read_declaration

DECLARED = read_declaration()
COLUMNS = [
    (table, column)
    for table in DECLARED.tables
    for column in table.columns
    if column.kind is ColumnKind.PLAIN
]


@pytest.fixture
def teller(station):
    with station.store.reading() as tx:
        yield ValueTeller(tx, station.reference)


def tell(teller, table, column, value, **record):
    found = DECLARED.by_name[table]
    return teller.tell(found, found.by_name[column], value, record)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda each: each.name)
def test_kind_of_a_value_is_that_of_its_column(table, column):
    kept = Base.metadata.tables[table.name].columns[column.name]
    kind = kind_of(table, column)
    if isinstance(kept.type, Date):
        assert kind is ValueKind.DATE
    elif isinstance(kept.type, Boolean):
        assert kind is ValueKind.TRUTH
    elif kept.type.python_type is int:
        assert kind is ValueKind.COUNT
    elif kept.type.python_type is bytes:
        assert kind is ValueKind.FILE
    else:
        assert kind in {ValueKind.TEXT, ValueKind.CODE, ValueKind.REFERENCE}
        assert (kind is ValueKind.REFERENCE) == (column.name in table.parents)


def test_what_is_named_here_is_there():
    for table, column in {*CODES, *NOT_TYPED, *ASKED_ALWAYS, *OWNED_BY.items()}:
        found = DECLARED.by_name[table]
        assert column == found.key or column in found.by_name
    for table, column in SUBJECTS.items():
        found = DECLARED.by_name[table]
        assert column == found.key or column in found.by_name
    assert {*TYPED, *PLACES} <= DECLARED.by_name.keys()


def test_only_texts_and_days_are_typed():
    resident = DECLARED.by_name["resident"]
    assert may_be_typed(resident, resident.by_name["note"])
    assert may_be_typed(resident, resident.by_name["born"])
    for name in ("sex", "household_id", "lives_here"):
        assert not may_be_typed(resident, resident.by_name[name])
    certificate = DECLARED.by_name["certificate"]
    assert not may_be_typed(certificate, certificate.by_name["purpose"])


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("resident", "sex", "1", "男性"),
        ("resident", "sex", "", ""),
        ("resident", "note", None, ""),
        ("resident", "phone", "13800000000", "138****0000"),
        ("resident", "other_phone", "13800000000、13900000001", "138****0000、139****0001"),
        ("resident", "lives_here", 1, "1"),
        ("attachment_content", "content", b"12345", "5"),
        ("certificate", "facts", '{"number": "1101"}', "***"),
        ("resident_tag", "code", "disabled", "残疾人"),
        ("resident_tag", "code", "drug", "***"),
    ],
)
def test_codes_are_told_by_name_and_numbers_masked(teller, table, column, value, told):
    assert tell(teller, table, column, value) == told


def test_number_of_a_document_is_masked_by_its_kind(teller):
    told = tell(teller, "document", "number", "E12345678", kind=DocumentKind.CN_PASSPORT)
    assert told.startswith("E1")
    assert told.endswith("678")
    assert "*" in told


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("ticks", "[[true, 1, 2, false], [true, 0, 0, false]]", "{first} 原件1 复印件2"),
        ("stops", '[["2026-03-02", null, "supplement"]]', "2026-03-02至 补正材料"),
        (
            "told",
            '{"told_on": "2026-03-01", "until": "2026-03-20", "lacking": [{"name": "户口簿"}]}',
            "2026-03-01（2026-03-20前）：户口簿",
        ),
        *((column, "[7", "") for column in ("ticks", "stops", "told")),
    ],
)
def test_what_is_one_text_of_a_case_is_told_in_words(station, column, value, told):
    item = station.items.item(id_of_shipped("minimum-living")).versions[0]
    with station.store.transaction() as tx:
        tx.items.keep(item)
    with station.store.reading() as tx:
        teller = ValueTeller(tx, station.reference)
        found = tell(teller, "window_case", column, value, version_id=item.id)
        unknown = tell(teller, "window_case", "ticks", value, version_id="of another program")
    assert found == told.format(first=item.particulars.materials[0].name)
    assert unknown == ""


@pytest.mark.parametrize(
    ("table", "record", "told"),
    [
        ("document", {"kind": "resident_id", "number": "110101199003077897"}, "居民身份证 1101"),
        ("household", {"number": "7"}, "7"),
        ("resident", {"name": "曾小贤"}, ""),
        ("estate", {"name": "幸福里"}, "幸福里"),
        ("setting", {"key": "phone"}, "phone"),
        ("resident_tag", {"code": "drug"}, "***"),
        ("residence", {}, ""),
    ],
)
def test_records_of_a_table_are_told_apart(teller, table, record, told):
    assert teller.subject(DECLARED.by_name[table], record).startswith(told)
