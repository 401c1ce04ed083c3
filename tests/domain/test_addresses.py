from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.addresses import (
    AddressReading,
    DwellingParts,
    SameAs,
    address_fragments,
    floor_of,
    read_address,
    render,
)

ESTATES = ("幸福里小区", "和平新村", "石头城公寓", "康藏路18号院", "林口花园")

HOME = DwellingParts("幸福里小区", "3", "2", "5", "501")


@pytest.mark.parametrize(
    "text",
    [
        "幸福里小区3幢2单元501室",
        "幸福里小区3栋2单元501",
        "幸福里小区3-2-501",
        "幸福里小区 3号楼2单元501室",
        "幸福里3幢2单元501",
        "幸福里 3 2 501",
        "幸福里小区03幢02单元0501室",
        "幸福里小区三号楼二单元501室",
        "幸福里小区\uff13\uff0d\uff12\uff0d\uff15\uff10\uff11",
        "幸福里3#2-501",
        "幸福里小区3号楼2单元5层501室",
        "幸福里小区3—2—501",
        "幸福里3-2-5-501",
        "幸福里小区\u300003棟2單元501號房".replace("號", "号"),
        "江苏省南京市某区幸福里小区3幢2单元501室",
        "某街道幸福里小区3幢2单元501室",
    ],
)
def test_every_wording_of_one_home_reads_the_same(text):
    reading = read_address(text, ESTATES)
    assert reading.parts == HOME
    assert render(reading.parts) == "幸福里小区3幢2单元501室"
    assert reading.parts.is_dwelling


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("和平新村9栋4单元1502", "和平新村9幢4单元1502室"),
        ("石头城公寓10-2-401", "石头城公寓10幢2单元401室"),
        ("康藏路18号院 5号楼2单元1101室", "康藏路18号院5幢2单元1101室"),
        ("康藏路18号院5-2-1101", "康藏路18号院5幢2单元1101室"),
        ("康藏路18号3栋2单元501", "康藏路18号院3幢2单元501室"),
        ("康藏路20号3栋2单元501", "康藏路20号3幢2单元501室"),
        ("3-2-501", "3幢2单元501室"),
        ("3-501", "3幢501室"),
        ("二单元501", "2单元501室"),
        ("幸福里甲单元501", "幸福里小区甲单元501室"),
        ("万达A座1203", "万达A座1203室"),
        ("万达a3栋1203", "万达A3幢1203室"),
        ("幸福里十二号楼三单元501", "幸福里小区12幢3单元501室"),
        ("幸福里一百零二幢501", "幸福里小区102幢501室"),
        ("幸福里3幢地下室", "幸福里小区3幢地下1层"),
        ("幸福里3幢负一层12室", "幸福里小区3幢地下1层12室"),
        ("幸福里3幢B2层12", "幸福里小区3幢地下2层12室"),
        ("幸福里小区3幢2单元5层01室", "幸福里小区3幢2单元5层01室"),
        ("幸福里5楼301", "幸福里小区5幢301室"),
        ("幸福里5楼501", "幸福里小区501室"),
        ("幸福里3-501-2", "幸福里小区3幢501-2室"),
        ("幸福里3幢12号", "幸福里小区3幢12室"),
        ("虹桥路100弄3号501室", "虹桥路100弄3号501室"),
        ("后海胡同5号", "后海胡同5号"),
        ("石头巷12-1号", "石头巷12-1号"),
        ("某村3组12号", "某村3组12号"),
        ("小西门501", "小西门501室"),
        ("八一小区3幢2单元501", "八一小区3幢2单元501室"),
        ("十里堡1号院3号楼1单元201", "十里堡1号院3幢1单元201室"),
        ("城市花园3幢1单元101", "城市花园3幢1单元101室"),
        ("大幸福里小区3幢501", "大幸福里小区3幢501室"),
        ("", ""),
    ],
)
def test_address_is_rendered_in_one_way(text, rendered):
    reading = read_address(text, ESTATES)
    assert reading.text == rendered
    assert read_address(rendered, ESTATES) == reading


@pytest.mark.parametrize(
    ("text", "region", "estate"),
    [
        ("安徽省某县某镇某村", "安徽省某县某镇", "某村"),
        ("江苏省南京市某区康藏路18号院", "江苏省南京市某区", "康藏路18号院"),
        ("北京市某某区某街道幸福里3-2-501", "北京市某某区某街道", "幸福里小区"),
        ("内蒙古自治区呼和浩特市某区和平新村9-4-1502", "内蒙古自治区呼和浩特市某区", "和平新村"),
        ("安徽省", "", "安徽省"),
    ],
)
def test_region_is_set_apart(text, region, estate):
    reading = read_address(text, ESTATES)
    assert (reading.region, reading.parts.estate) == (region, estate)


def test_shortened_name_is_completed_only_if_it_is_clear():
    assert read_address("和平3幢501", ("和平新村", "和平里")).parts.estate == "和平"
    assert read_address("和平3幢501", ("和平新村",)).parts.estate == "和平新村"
    assert read_address("和3幢501", ("和平新村",)).parts.estate == "和"


def test_remark_in_brackets_is_no_part_of_the_address():
    reading = read_address("幸福里3-2-501（租住）", ESTATES)
    assert (reading.parts, reading.note) == (HOME, "租住")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("同现住址", SameAs.RESIDENCE),
        ("同居住地址", SameAs.RESIDENCE),
        ("与现住址一致", SameAs.RESIDENCE),
        ("同户籍", SameAs.HUKOU),
        ("同户籍地址", SameAs.HUKOU),
        ("同户口所在地", SameAs.HUKOU),
        ("同上", SameAs.ABOVE),
        (" 同 户主 ", SameAs.ABOVE),
    ],
)
def test_entry_may_point_to_another_address(text, same):
    assert read_address(text) == AddressReading(DwellingParts(), same_as=same)
    assert not read_address(text).is_empty


def test_place_that_begins_like_a_pointer_is_a_place():
    assert read_address("同心花园3-501").text == "同心花园3幢501室"


def test_empty_entry_is_told():
    assert read_address(" ").is_empty
    assert not read_address("幸福里").is_empty
    assert not read_address("幸福里").parts.is_dwelling
    assert read_address("后海胡同5号").parts.is_dwelling


@pytest.mark.parametrize(
    ("room", "floor"),
    [
        ("501", "5"),
        ("1301", "13"),
        ("0501", "5"),
        ("501A", "5"),
        ("501-2", "5"),
        ("12", ""),
        ("1200", ""),
        ("", ""),
        ("10101", ""),
    ],
)
def test_room_tells_its_floor_where_it_plausibly_can(room, floor):
    assert floor_of(room) == floor


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("3-2-501", ("3幢", "2单元", "501室")),
        ("3 2 501", ("3幢", "2单元", "501室")),
        ("幸福里3幢501", ("幸福里", "3幢", "501室")),
        ("501 幸福里", ("501", "幸福里")),
        ("幸福里 3-2-501", ("幸福里", "3幢", "2单元", "501室")),
        ("幸福里小区3幢2单元501室", ("幸福里小区", "3幢", "2单元", "501室")),
        ("后海胡同5号", ("后海胡同", "5号")),
        ("A座", ("A座",)),
        ("", ()),
    ],
)
def test_fragments_are_the_same_for_what_is_typed_and_what_is_kept(text, tokens):
    assert address_fragments(text) == tokens


WORDINGS = (
    "{e}{b}幢{u}单元{r}室",
    "{e} {b}号楼{u}单元{r}",
    "{e}{b}-{u}-{r}",
    "{e}{b}栋{u}单元{r}",
)


@given(st.sampled_from(ESTATES), st.integers(1, 99), st.integers(1, 9), st.integers(1, 33))
def test_all_wordings_lead_to_one_string(estate, building, unit, floor):
    room = f"{floor}02"
    texts = [wording.format(e=estate, b=building, u=unit, r=room) for wording in WORDINGS]
    rendered = {read_address(text, ESTATES).text for text in texts}
    assert rendered == {f"{estate}{building}幢{unit}单元{room}室"}


@given(st.text(alphabet="幸福里小区路村3125号0弄幢栋单元室层楼-A东 （）地下负二十", max_size=16))
def test_reading_the_rendered_address_again_changes_nothing(text):
    once = read_address(text, ESTATES)
    rendered = render(once.parts)
    assert render(read_address(rendered, ESTATES).parts) == rendered


@given(st.text(max_size=40))
def test_any_text_is_read_without_failing(text):
    assert isinstance(read_address(text, ESTATES).text, str)
    assert all(address_fragments(text))


@given(st.text(max_size=60))
def test_nothing_typed_as_an_address_is_too_odd_to_be_read(text):
    assert isinstance(read_address(text).text, str)
    assert all(address_fragments(text))
