"""Orders pasted as text: forms are read line by line, plain words stay what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.counter.order_text import LABELS, PastedOrder, read_pasted

FORM = """工单编号：DH2026-0001
来电人：王建国
联系电话: 14200000001
诉求类型：投诉
【事发地址】：幸福里小区3幢
诉求内容：楼下商铺夜间施工，
时间：每天22时以后。
希望协调。
"""


def test_a_form_is_read_line_by_line_and_the_content_keeps_its_lines():
    assert read_pasted(FORM) == PastedOrder(
        number="DH2026-0001",
        caller="王建国",
        phone="14200000001",
        kind="投诉",
        place="幸福里小区3幢",
        content="楼下商铺夜间施工，\n时间：每天22时以后。\n希望协调。",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "楼下商铺夜间施工",
        "内容：只有内容",
        "工单编号：1\n来电人：王建国",
        "时间：每天\n原因：施工",
    ],
)
def test_plain_words_are_no_form(text):
    assert read_pasted(text) is None


VALUES = st.text("甲乙丙丁0123，。", min_size=1, max_size=12)


@given(st.fixed_dictionaries(dict.fromkeys(LABELS, VALUES)), st.randoms())
def test_whatever_name_a_field_is_called_by_its_value_is_read(values, chance):
    order = [field for field in LABELS if field != "content"]
    chance.shuffle(order)
    lines = [f"{chance.choice(LABELS[field])}：{values[field]}" for field in (*order, "content")]
    assert read_pasted("\n".join(lines)) == PastedOrder(**values)


@given(st.text(max_size=200))
def test_any_text_is_read_or_left_alone(text):
    found = read_pasted(text)
    assert found is None or found.content
