"""Rosters of many layouts, each counted exactly as its faults were planted."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.imports import rosters
from tests.services.imports.conftest import ROOT

DATA = ROOT.parent / "shared" / "data"


@pytest.mark.parametrize("name", ["station", "street"])
def test_real_roster_is_counted_as_its_answers_say(understand, name):
    path = DATA / f"roster-{name}.xlsx"
    if not path.exists():
        pytest.skip("the rosters lie beside the tree, not in it")
    answers = json.loads((DATA / f"roster-{name}.answers.json").read_text(encoding="utf-8"))
    seen = understand(path)
    assert seen.counts == (
        answers["ok"] + sum(answers["warn"].values()),
        answers["warn"],
        answers["refuse"],
        answers["households"],
    )
    assert len(seen.roster.rows) == answers["people"]
    by_sheet = {table.sheet.name: len(table.lines) for table in seen.tables}
    assert by_sheet == answers["sheets"]


def test_layout_of_a_station_is_found(understand, tmp_path):
    rows = rosters.people()
    path = rosters.xlsx(tmp_path / "a.xlsx", {"东片": rosters.station_layout(rows)})
    assert understand(path).counts == rosters.expected(rows)


def test_layout_of_a_street_with_split_addresses_is_found(understand, tmp_path):
    rows = rosters.people(seed=8)
    path = rosters.xlsx(tmp_path / "a.xlsx", {"居民": rosters.street_layout(rows)})
    seen = understand(path)
    assert seen.counts == rosters.expected(rows)
    first = next(row for row in seen.roster.taken())
    planted = next(one for one in rows if one.label in {"ok", *rosters.LABELS[:3]})
    assert first.person.address.text == planted.address()


def test_old_binary_workbook_is_read_like_the_new_one(understand, tmp_path):
    rows = rosters.people(seed=9)
    path = rosters.xls(tmp_path / "a.xls", {"一": rosters.station_layout(rows)})
    assert understand(path).counts == rosters.expected(rows)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_tables_of_all_encodings_and_delimiters(understand, tmp_path, encoding, delimiter):
    rows = rosters.people(households=12, seed=3, text_only=True)
    table = rosters.station_layout(rows)["rows"]
    path = rosters.text_table(tmp_path / "a.csv", table, encoding=encoding, delimiter=delimiter)
    assert understand(path).counts == rosters.expected(rows)


def test_households_without_numbers_begin_with_their_heads(understand, tmp_path):
    rows = rosters.people(seed=5)
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": rosters.numberless_layout(rows)})
    taken, warned, refused, households = rosters.expected(rows)
    refused.pop("duplicate_in_file")
    assert understand(path).counts == (taken, warned, refused, households)


def test_several_sheets_with_a_cover_and_a_hidden_copy(understand, tmp_path):
    first, second = rosters.people(seed=1), rosters.people(seed=2)
    path = rosters.xlsx(
        tmp_path / "a.xlsx",
        {
            "封面": {
                "rows": [["某街道人口信息汇总"], ["社区", "户数", "人数"], ["某社区", 60, 150]]
            },
            "一网格": rosters.station_layout(first),
            "二网格": rosters.street_layout(second),
            "旧": {**rosters.station_layout(first), "hidden": True},
            "空": {"rows": []},
        },
    )
    seen = understand(path)
    one, two = rosters.expected(first), rosters.expected(second)
    assert seen.counts[0] == one[0] + two[0]
    assert seen.counts[3] == one[3] + two[3]
    assert {(left.sheet, left.reason) for left in seen.left_out} == {
        ("封面", "no-header"),
        ("旧", "hidden"),
        ("空", "empty"),
    }


def test_columns_in_any_order_make_no_difference(understand, tmp_path):
    rows = rosters.people(seed=6)
    table = rosters.street_layout(rows)["rows"]
    order = list(range(len(table[0])))
    random.Random(4).shuffle(order)
    shuffled = [[row[place] for place in order] for row in table]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": shuffled}})
    assert understand(path).counts == rosters.expected(rows)


def test_two_rosters_below_one_another_keep_their_own_columns(understand, tmp_path):
    one, two = rosters.people(households=10, seed=1), rosters.people(households=10, seed=2)
    above, below = rosters.numberless_layout(one)["rows"], rosters.street_layout(two)["rows"]
    gap = [[""] * 12, ["第二部分"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": [*above, *gap, *below]}})
    seen = understand(path)
    assert [len(table.lines) for table in seen.tables] == [len(one) - 1, len(two)]


def test_table_without_a_header_tells_its_columns_by_content(understand, tmp_path):
    rows = rosters.people(households=20, seed=3)
    table = rosters.numberless_layout(rows)["rows"][1:]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": table}})
    taken, warned, refused, _ = rosters.expected(rows)
    refused.pop("duplicate_in_file")
    assert understand(path).counts[:3] == (taken, warned, refused)


def test_groups_of_a_header_tell_two_addresses_apart(understand, tmp_path):
    table = [
        ["姓名", "公民身份号码", "现住址", "", "", "户籍信息", ""],
        ["", "", "小区", "楼号", "室号", "省市", "详细地址"],
        ["张三", "110000199001010013", "幸福里小区", 3, 501, "安徽省某市", "某县某镇1号"],
        ["李四", "310000198502280022", "幸福里小区", 4, 502, "江苏省某市", "某县某镇2号"],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 6)]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": table, "merged": merged}})
    first = understand(path).roster.rows[0].person
    assert first.address.text == "幸福里小区3幢501室"
    assert first.values["hukou_address"] == "安徽省某市某县某镇1号"


@settings(max_examples=25)
@given(
    above=st.lists(
        st.lists(st.sampled_from(["", "说明", "某社区", "2026年", "1"]), max_size=9), max_size=6
    ),
    seed=st.integers(1, 10_000),
    spaced=st.booleans(),
)
def test_header_is_found_under_whatever_stands_above_it(vocabulary, above, seed, spaced):
    rows = rosters.people(households=6, seed=seed)
    table = rosters.street_layout(rows)["rows"]
    if spaced:
        table[0] = [" ".join(str(title)) for title in table[0]]
    sheet = rosters.a_sheet([*above, *table])
    (found, *more) = rosters.tables_of(sheet, vocabulary)
    assert not more
    assert found.lines[0] > len(above)
    assert len(found.lines) == len(rows)
