"""The catalogue on a real store: versions, undo, retiring, the paper, and other devices."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from station_app.domain.counter.items import ItemDraft, Material, Origin, id_of_shipped
from station_app.domain.counter.limits import TimeLimit
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.search.entries import Kind
from station_app.domain.sync.devices import DeviceKind
from station_app.services.counter.items import Start
from tests.factories import TODAY
from tests.stations import back_and_forth

DIBAO = id_of_shipped("minimum-living")
NOW = Start(valid_from=TODAY, reason="新文件")
OWN = ItemDraft(
    name="共享雨伞借用",
    aliases=("借伞",),
    line="culture",
    affair="mutual",
    responsible="社区服务站",
    who="居民",
    materials=(Material(name="身份证"),),
    steps=("登记", "归还"),
    goes_to="本站办理",
    promised=TimeLimit(0),
)


def told(station, key=DIBAO, day=TODAY):
    return station.items.item(key).on(day).particulars


def correct(station, start=NOW, key=DIBAO, **change):
    latest = station.items.item(key).versions[0]
    draft = replace(latest.particulars, **change)
    return station.items.correct(key, draft, start, seen=latest.id)


def acts(station):
    with station.store.reading() as tx:
        sql = "SELECT act FROM audit_entry WHERE act LIKE 'item:%' ORDER BY seq"
        return [act for (act,) in tx.session.connection().exec_driver_sql(sql)]


def test_the_catalogue_begins_with_what_was_shipped(station):
    items = station.items.catalogue()
    assert len(items) >= 30
    assert {item.on(TODAY).origin for item in items} == {Origin.SHIPPED}
    assert acts(station) == []


def test_a_correction_is_a_version_and_the_former_stays(station):
    before = told(station)
    correct(station, note="自本月起可网上申请")
    versions = station.items.item(DIBAO).versions
    assert told(station).note == "自本月起可网上申请"
    assert [each.origin for each in versions] == [Origin.STATION, Origin.SHIPPED]
    assert versions[1].particulars == before
    assert (versions[0].reason, versions[0].made_by) == ("新文件", "测试员")
    assert acts(station) == ["item:record:corrected"]


def test_a_version_for_a_day_to_come_holds_from_that_day(station):
    start = date(2026, 7, 1)
    correct(station, Start(valid_from=start, reason="七月起"), fee="五元")
    assert told(station, day=start - timedelta(days=1)).fee == "不收费"
    assert told(station, day=start).fee == "五元"


def test_an_undone_correction_holds_no_more_and_can_be_made_again(station):
    done = correct(station, fee="五元")
    undone = done.revert()
    assert told(station).fee == "不收费"
    undone.revert()
    assert told(station).fee == "五元"
    assert acts(station) == [
        "item:record:corrected",
        "item:record:taken-back",
        "item:record:restored",
    ]


def test_what_was_followed_by_another_version_is_not_undone(station):
    done = correct(station, fee="五元")
    correct(station, fee="六元")
    with pytest.raises(EditConflictError):
        done.revert()
    assert told(station).fee == "六元"


def test_two_who_correct_the_same_version_do_not_overwrite_one_another(station):
    latest = station.items.item(DIBAO).versions[0]
    correct(station, fee="五元")
    draft = replace(latest.particulars, fee="六元")
    with pytest.raises(EditConflictError):
        station.items.correct(DIBAO, draft, NOW, seen=latest.id)
    assert told(station).fee == "五元"


def test_a_correction_that_says_the_same_is_refused(station):
    with pytest.raises(RefusedError) as refused:
        correct(station)
    assert refused.value.reason == "item.unchanged"
    assert acts(station) == []


@pytest.mark.parametrize(
    ("start", "change", "field"),
    [
        (Start(valid_from=TODAY), {"fee": "一元"}, "reason"),
        (Start(reason="x"), {"fee": "一元"}, "valid_from"),
        (Start(valid_from=date(2025, 1, 1), reason="x"), {"fee": "一元"}, "valid_from"),
        (NOW, {"name": ""}, "name"),
        (NOW, {"line": "kitchen"}, "line"),
    ],
)
def test_what_cannot_be_is_told_by_field(station, start, change, field):
    with pytest.raises(ValidationFailedError) as failed:
        correct(station, start, **change)
    assert [problem.field for problem in failed.value.problems] == [field]
    assert len(station.items.item(DIBAO).versions) == 1


def test_an_item_of_the_stations_own_is_found_and_taken_back(station):
    done = station.items.add(OWN, NOW)
    assert list(station.items.find("jiesan"))[:1] == [done.value]
    undone = done.revert()
    assert done.value not in {item.id for item in station.items.catalogue()}
    with pytest.raises(NotFoundError):
        station.items.item(done.value)
    undone.revert()
    assert told(station, done.value) == OWN


def test_no_two_items_have_one_name(station):
    with pytest.raises(ValidationFailedError) as failed:
        station.items.add(replace(OWN, name="居住情况证明"), NOW)
    assert [(each.field, each.code) for each in failed.value.problems] == [("name", "twice")]


def test_a_retired_item_is_kept_and_brought_back(station):
    item = station.items.item(DIBAO)
    done = station.items.retire(DIBAO, "移交街道", version=item.version)
    item = station.items.item(DIBAO)
    assert (item.retired_on, item.retired_reason) == (TODAY, "移交街道")
    assert not item.is_offered(TODAY)
    undone = done.revert()
    assert station.items.item(DIBAO).is_offered(TODAY)
    undone.revert()
    item = station.items.item(DIBAO)
    assert item.retired_reason == "移交街道"
    station.items.bring_back(DIBAO, version=item.version)
    assert station.items.item(DIBAO).is_offered(TODAY)
    assert acts(station) == [
        "item:record:retired",
        "item:record:brought-back",
        "item:record:retired",
        "item:record:brought-back",
    ]


def test_retiring_needs_a_reason_and_the_item_as_it_stands(station):
    with pytest.raises(ValidationFailedError):
        station.items.retire(DIBAO, "  ", version=0)
    station.items.retire(DIBAO, "移交", version=0)
    with pytest.raises(EditConflictError):
        station.items.bring_back(DIBAO, version=1)


@pytest.mark.parametrize(
    "asked", ["低保", "dibao", "db", "最低生活", "zdshbz", "我要办低保", "吃低保"]
)
def test_an_item_is_found_by_whatever_people_call_it(station, asked):
    assert station.items.find(asked)[0] == DIBAO


def test_nothing_typed_means_all_and_nonsense_nothing(station):
    assert len(station.items.find("  ")) == len(station.items.catalogue())
    assert station.items.find("qqxxyy") == []


def test_the_box_of_everything_finds_items_that_are_offered(station):
    hits = [hit for hit in station.search.find("低保") if hit.kind is Kind.ITEM]
    assert (hits[0].key, hits[0].title) == (DIBAO, "最低生活保障申请协助")
    station.items.retire(DIBAO, "移交", version=0)
    assert DIBAO not in {hit.key for hit in station.search.find("低保")}


def test_a_corrected_name_is_found_at_once(station):
    correct(station, name="低保金申请", aliases=("保命钱",))
    assert station.items.find("baomingqian") == [DIBAO]


def test_what_a_case_rests_upon_is_kept_whatever_the_program_brings(station):
    """An old case keeps its version although the next version of the program has others."""
    shipped = station.items.item(DIBAO).versions[0]
    with station.store.transaction() as tx:
        tx.items.keep(shipped)
        tx.items.keep(shipped)
    newer = replace(
        shipped, id="f" * 32, particulars=replace(shipped.particulars, note="新版目录")
    )
    brought = {DIBAO: replace(station.items.item(DIBAO), versions=(newer,))}
    with station.store.reading() as tx:
        item = tx.items.item(DIBAO, brought)
    assert {each.id for each in item.versions} == {newer.id, shipped.id}
    assert station.items.version(shipped.id).particulars == shipped.particulars


def test_a_version_that_was_taken_back_is_still_there_for_what_rests_upon_it(station):
    done = correct(station, fee="五元")
    done.revert()
    assert station.items.version(done.value).particulars.fee == "五元"


@pytest.fixture
def pages(station):
    """Return the text of a guide sheet."""
    station.settings.change(name="石头城社区服务站", phone="010-00000000")

    def read(key):
        version = station.items.item(key).on(TODAY)
        paper = station.items.sheet(key, version.id)
        document = pypdfium2.PdfDocument(io.BytesIO(paper.pdf))
        texts = [page.get_textpage().get_text_bounded() for page in document]
        return "".join(texts).replace("\r\n", "")

    return read


def test_the_guide_sheet_tells_all_that_the_item_does(station, pages):
    text = pages(DIBAO)
    item = told(station)
    expected = [
        *(item.name, item.who, item.goes_to, item.result),
        *(material.name for material in item.materials),
        *item.steps,
        *("3个工作日", "30个工作日", "民发〔2021〕57号", "2021年7月1日"),
        *("石头城社区服务站", "尚未与本地规定逐项核对"),
    ]
    assert [each for each in expected if each not in text] == []


def test_a_guide_that_somebody_has_verified_does_not_warn(station, pages):
    correct(station, verified=True)
    assert "尚未与本地规定" not in pages(DIBAO)


def test_every_shipped_guide_can_be_drawn(station, pages):
    for item in station.items.catalogue():
        assert item.on(TODAY).particulars.name in pages(item.id)


def test_versions_travel_and_two_devices_keep_both_their_corrections(places, stick):
    one, other = places.make("站", DeviceKind.STATION), places.make("走访", DeviceKind.LAPTOP)
    places.acquaint(one, other, segment=1)
    back_and_forth(one, other, stick)
    correct(one, fee="五元")
    correct(other, note="上门办理")
    key = other.items.add(OWN, NOW).value
    one.items.retire(id_of_shipped("noise"), "归城管", version=0)
    back_and_forth(one, other, stick)
    for station in (one, other):
        versions = station.items.item(DIBAO).versions
        assert [each.origin for each in versions].count(Origin.STATION) == 2
        assert [each.origin for each in versions].count(Origin.SHIPPED) == 1
        assert told(station, key) == OWN
        assert not station.items.item(id_of_shipped("noise")).is_offered(TODAY)
    assert told(one) == told(other)
