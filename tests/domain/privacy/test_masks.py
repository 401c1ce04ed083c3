"""What each mask leaves of a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.privacy.masks import (
    WITHHELD,
    Mask,
    mask_address,
    mask_name,
    masked,
)


@pytest.mark.parametrize(
    ("mask", "value", "left"),
    [
        (Mask.NONE, "张三", "张三"),
        (Mask.NUMBER, "110000199001010013", "110000********0013"),
        (Mask.PHONE, "13800005678", "138****5678"),
        (Mask.PHONE, "13800005678、025-84397406", "138****5678、025-****7406"),
        (Mask.TAIL, "6222020200112345678", "***************5678"),
        (Mask.TAIL, "5678", "****"),
        (Mask.CONTENT, "whatever", WITHHELD),
        (Mask.CONTENT, "", ""),
        (Mask.NAME, "张三", "张*"),
        (Mask.BUILDING, "幸福里小区3幢2单元501室", "幸福里小区3幢"),
        (Mask.YEAR, "1990-01-01", "1990"),
        (Mask.YEAR, "unknown", "*******"),
        (Mask.HIDDEN, "严重精神障碍", ""),
    ],
)
def test_each_mask_leaves_what_it_says(mask, value, left):
    assert masked(mask, value) == left


def test_a_number_is_masked_after_its_kind():
    assert masked(Mask.NUMBER, "E12345678", kind="cn_passport") == "E1****678"
    assert masked(Mask.NUMBER, "E12345678", kind="of a newer program") == "E1****678"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("张三丰", "张*丰"),
        ("张三", "张*"),
        ("张", "张"),
        ("欧阳显眼", "欧**眼"),
        ("阿里木·买买提", "阿*****提"),
        ("", ""),
    ],
)
def test_of_a_name_the_middle_is_hidden(name, left):
    assert mask_name(name) == left


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("幸福里小区 10号楼1单元1301室", "幸福里小区10幢"),
        ("幸福里10-1-1301", "幸福里10幢"),
        ("江苏省南京市鼓楼区幸福里小区A座1301", "幸福里小区A座"),
        ("平安路18号", "平安路"),
        ("石桥村张家院子", WITHHELD),
        ("501室", WITHHELD),
        ("", ""),
    ],
)
def test_of_an_address_only_estate_and_building_are_left(address, left):
    assert mask_address(address) == left


FORMS = (
    "{estate}{building}幢{unit}单元{room}室",
    "{estate} {building}号楼{unit}单元{room}",
    "{estate}{building}-{unit}-{room}",
)


@given(
    st.text(alphabet="幸福里园苑", min_size=2, max_size=6),
    st.integers(1, 99),
    st.integers(1, 9),
    st.integers(1001, 3999),
    st.sampled_from(FORMS),
)
def test_no_room_is_left_of_any_address(estate, building, unit, room, form):
    address = form.format(estate=estate, building=building, unit=unit, room=room)
    assert mask_address(address) == f"{estate}{building}幢"


@given(st.text(min_size=2, max_size=30))
def test_of_every_name_of_two_or_more_something_is_hidden(name):
    left = mask_name(name)
    assert len(left) == len(name)
    assert "*" in left
