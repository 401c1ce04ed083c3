"""Bundles packed and unpacked: everything comes back, and only what a bundle may say."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.domain.sync.bundle import (
    Bundle,
    CellBlock,
    RowBlock,
    Stamps,
    TableBlock,
    Version,
)
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync.arranging import arranged
from station_app.services.sync.payload import pack
from station_app.services.sync.soundness import UnsoundBundleError, check
from station_app.services.sync.strict import HIGHEST, LOWEST
from station_app.services.sync.unpacking import unpack
from tests.services.sync.bundles import CLOCK, KEYS, SITES, a_bundle, cells, stamps
from tests.services.sync.mutants import a_varied_bundle

TEXT = st.text(st.characters(codec="utf-8"), max_size=9)
KEY = st.one_of(
    st.binary(min_size=16, max_size=16).map(bytes.hex),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=9),
)
NAME = st.from_regex(r"[a-z][a-z0-9_]{0,40}", fullmatch=True)
COUNTED = st.integers(0, HIGHEST)
VALUE = st.one_of(st.none(), st.integers(LOWEST, HIGHEST), TEXT, st.binary(max_size=9))
SITES_OF = 3


@st.composite
def some_stamps(draw, count):
    lists = [
        draw(st.lists(part, min_size=count, max_size=count))
        for part in (st.integers(0, SITES_OF - 1), COUNTED, COUNTED, COUNTED)
    ]
    return Stamps(site=lists[0], ver=lists[1], hlc=lists[2], ctx=lists[3])


@st.composite
def some_rows(draw):
    keys = draw(st.lists(KEY, unique=True, max_size=8))
    values = st.lists(VALUE, min_size=len(keys), max_size=len(keys))
    version = st.builds(Version, st.integers(0, SITES_OF - 1), COUNTED, COUNTED, COUNTED)
    places = st.integers(0, max(0, len(keys) - 1))
    return RowBlock(
        keys=keys,
        life=draw(st.lists(st.integers(1, 9), min_size=len(keys), max_size=len(keys))),
        turns=draw(some_stamps(len(keys))),
        births=draw(st.dictionaries(places, version, max_size=3)) if keys else {},
        columns=draw(st.dictionaries(NAME, values, max_size=3)),
    )


@st.composite
def some_cells(draw, column):
    keys = draw(st.lists(KEY, unique=True, max_size=8))
    values = draw(st.lists(VALUE, min_size=len(keys), max_size=len(keys)))
    return CellBlock(column=column, keys=keys, values=values, stamps=draw(some_stamps(len(keys))))


@st.composite
def some_bundles(draw):
    tables = []
    for name in draw(st.lists(NAME, unique=True, max_size=3)):
        columns = draw(st.lists(NAME, unique=True, max_size=3))
        tables.append(
            TableBlock(
                table=name,
                rows=draw(st.none() | some_rows()),
                cells=[draw(some_cells(column)) for column in columns],
                evicted=draw(st.lists(KEY, unique=True, max_size=4)),
            )
        )
    base, top = sorted((draw(COUNTED), draw(COUNTED)))
    known = st.dictionaries(st.integers(0, SITES_OF - 1), COUNTED)
    return Bundle(
        schema=draw(st.integers(0, 99)),
        site=draw(st.integers(0, SITES_OF - 1)),
        sites=draw(st.lists(KEY, unique=True, min_size=SITES_OF, max_size=SITES_OF)),
        base=base,
        top=top,
        knowledge=draw(known),
        tables=tables,
    )


@settings(max_examples=150, deadline=None)
@given(some_bundles())
def test_bundles_come_back(bundle):
    check(bundle)
    back = unpack(pack(bundle))
    assert replace(back, contexts=(), conflicts=(), sums=()) == bundle
    assert [back.contexts, back.conflicts, back.sums] == [[], [], []]


@pytest.mark.parametrize("bundle", [a_bundle(), a_varied_bundle(), a_varied_bundle(2, 5)])
def test_everything_comes_back(bundle):
    assert in_lists(unpack(pack(bundle))) == in_lists(bundle)


def in_lists(part):
    """Return *part* with lists for all that is listed: which kind of list it is says nothing."""
    if dataclasses.is_dataclass(part):
        return {name: in_lists(getattr(part, name)) for name in part.__dataclass_fields__}
    if isinstance(part, dict):
        return {key: in_lists(value) for key, value in part.items()}
    return [*map(in_lists, part)] if isinstance(part, list | tuple) else part


def test_lines_are_put_in_order_of_their_keys():
    count = 40
    keys = [f"{place * 7919 % 97:032x}" for place in range(count)]
    rows = RowBlock(
        keys=keys,
        life=list(range(1, count + 1)),
        turns=stamps(count),
        births={5: Version(1, 2, 3, 4)},
        columns={"n": list(range(count))},
    )
    block = CellBlock(
        column="n", keys=keys, values=list(range(count)), stamps=stamps(count, ver=5)
    )
    bundle = a_bundle(tables=[TableBlock(table="t", rows=rows, cells=[block], evicted=["b", "a"])])

    (table,) = arranged(bundle).tables

    assert table.rows.keys == table.cells[0].keys == sorted(keys)
    assert table.evicted == ["a", "b"]
    for place, key in enumerate(table.rows.keys):
        was = keys.index(key)
        assert table.rows.life[place] == was + 1
        assert table.rows.columns["n"][place] == table.cells[0].values[place] == was
        assert table.rows.turns.ver[place] == was + 1
        assert table.cells[0].stamps.hlc[place] == block.stamps.hlc[was]
    assert table.rows.births == {table.rows.keys.index(keys[5]): Version(1, 2, 3, 4)}


def test_unknown_tables_and_columns_come_through():
    tables = [TableBlock(table="not_yet", cells=[cells("either", ["x"])], evicted=[])]
    assert unpack(pack(a_bundle(tables=tables))).tables == tables


def rows(**changes):
    block = RowBlock(keys=KEYS[:2], life=[1, 1], turns=stamps(2), births={}, columns={"a": [1, 2]})
    return a_bundle(tables=[TableBlock(table="resident", rows=replace(block, **changes))])


def column(**changes):
    block = replace(cells("note", ["a", "b"]), **changes)
    return a_bundle(tables=[TableBlock(table="resident", cells=[block])])


def line(**changes):
    return a_bundle(conflicts=[replace(a_bundle().conflicts[0], **changes)])


def total(**changes):
    return a_bundle(sums=[replace(a_bundle().sums[0], **changes)])


def versions(**changes):
    return replace(stamps(2), **changes)


UNSOUND = {
    "no site": a_bundle(sites=[]),
    "a site twice": a_bundle(sites=[SITES[0], SITES[0]]),
    "a site without a name": a_bundle(sites=["", SITES[0]]),
    "a site that is not listed": a_bundle(site=2),
    "a site below all": a_bundle(site=-1),
    "a top below the base": a_bundle(base=53),
    "a base below nothing": a_bundle(base=-1),
    "a top beyond 63 bits": a_bundle(top=HIGHEST + 1),
    "a schema below nothing": a_bundle(schema=-1),
    "less than nothing acknowledged": a_bundle(acked=-1),
    "a long name of a site": a_bundle(acked_site="a" * 65),
    "knowledge of a site not listed": a_bundle(knowledge={2: 1}),
    "knowledge below nothing": a_bundle(knowledge={0: -1}),
    "a context twice": a_bundle(contexts=[a_bundle().contexts[0]] * 2),
    "a context of no site": a_bundle(contexts=[replace(a_bundle().contexts[0], site=2)]),
    "a context below all": a_bundle(contexts=[replace(a_bundle().contexts[0], number=-1)]),
    "a context of no sites": a_bundle(contexts=[replace(a_bundle().contexts[0], known={2: 1})]),
    "a table twice": a_bundle(tables=[TableBlock(table="a"), TableBlock(table="a")]),
    "a name with a capital": a_bundle(tables=[TableBlock(table="Resident")]),
    "a name with a break": a_bundle(tables=[TableBlock(table="resident\n")]),
    "a name that is SQL": a_bundle(tables=[TableBlock(table='a"; drop table b')]),
    "a long name": a_bundle(tables=[TableBlock(table="a" * 42)]),
    "an empty name": a_bundle(tables=[TableBlock(table="")]),
    "a row twice": rows(keys=[KEYS[0], KEYS[0]]),
    "a row without a key": rows(keys=["", KEYS[0]]),
    "a long key": rows(keys=["a" * 65, KEYS[0]]),
    "lives too few": rows(life=[1]),
    "a row never born": rows(life=[0, 1]),
    "values too few": rows(columns={"a": [1]}),
    "a column that is SQL": rows(columns={"a = 1": [1, 2]}),
    "turns too few": rows(turns=stamps(1)),
    "a birth of no row": rows(births={2: Version(0, 1, 1, 1)}),
    "a birth below all rows": rows(births={-1: Version(0, 1, 1, 1)}),
    "a birth at no site": rows(births={0: Version(2, 1, 1, 1)}),
    "a birth before all time": rows(births={0: Version(0, 1, -1, 1)}),
    "a cell twice": column(keys=[KEYS[0], KEYS[0]]),
    "values of cells too few": column(values=["a"]),
    "stamps too few": column(stamps=stamps(1)),
    "lists of stamps unlike": column(stamps=versions(ctx=[1])),
    "a stamp of no site": column(stamps=versions(site=[0, 2])),
    "a ver below all": column(stamps=versions(ver=[0, -1])),
    "a clock below all": column(stamps=versions(hlc=[0, -1])),
    "a clock beyond 63 bits": column(stamps=versions(hlc=[0, HIGHEST + 1])),
    "a ctx below all": column(stamps=versions(ctx=[0, -1])),
    "a column twice": a_bundle(
        tables=[TableBlock(table="a", cells=[cells("a", [1]), cells("a", [2])])]
    ),
    "evicted twice": a_bundle(tables=[TableBlock(table="a", evicted=["a", "a"])]),
    "a conflict in no table": line(table=""),
    "a conflict in no column": line(column="A"),
    "a conflict without a key": line(key=""),
    "a conflict of no site": line(a=Version(2, 1, CLOCK, 1)),
    "a conflict before all time": line(b=Version(0, -1, CLOCK, 1)),
    "a sum of no table": total(table=""),
    "a sum with a long area": total(area="a" * 65),
    "a sum of less than nothing": total(count=-1),
    "a digest beyond 64 bits": total(digest=HIGHEST + 1),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_no_writer_may_say(name):
    with pytest.raises(UnsoundBundleError):
        check(UNSOUND[name])


@pytest.mark.parametrize("notes", [{"a": 1.5}, {"a": {1: 2}}, {"a": (1,)}, {"a": "\ud800"}])
def test_notes_are_what_a_reader_takes(notes):
    with pytest.raises(UnsoundBundleError):
        pack(a_bundle(notes=notes))


@pytest.mark.parametrize(
    "name",
    [name for name in UNSOUND if not name.endswith(("few", "unlike", "bits", "row", "rows"))],
)
def test_no_reader_takes(name):
    with pytest.raises(SyncFileRefusedError) as refused:
        unpack(pack(UNSOUND[name]))
    assert refused.value.reason is Refusal.MALFORMED


def changed(**changes):
    return cbor2.dumps({**cbor2.loads(pack(a_bundle())), **changes}, canonical=True)


@pytest.mark.parametrize(
    "data",
    [
        changed(more=1),
        changed(schema=True),
        changed(acked_site=None),
        changed(tables={}),
        changed(notes=[]),
        changed(tables=[1]),
        changed(tables=[[1, [0, [1, b"", [0, 0, b""]]], None, [], [0, [0, 0, b""]]]]),
        cbor2.dumps([]),
        cbor2.dumps({}),
        cbor2.dumps(dict(reversed(cbor2.loads(pack(a_bundle())).items()))),
    ],
)
def test_another_shape_is_refused(data):
    with pytest.raises(SyncFileRefusedError) as refused:
        unpack(data)
    assert refused.value.reason is Refusal.MALFORMED
