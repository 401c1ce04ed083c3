"""Lists of people as they are pasted: one a line, from a table, numbered, with numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.certificate_batches import Batch, BatchId, Member, Wanted, wanted_in
from station_app.domain.certificate_requests import RequestId, Stage
from tests.factories import TODAY


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("张三", Wanted("张三")),
        ("  张三  ", Wanted("张三")),
        ("1. 张三", Wanted("张三")),
        ("12、张三 0013", Wanted("张三", "0013")),
        ("3\t张三\t110000199001010013\t一组", Wanted("张三", "110000199001010013")),
        ("张三，001x", Wanted("张三", "001X")),
        ("阿卜杜热伊木·买买提；0013", Wanted("阿卜杜热伊木·买买提", "0013")),
        ("Maria Santos 4821", Wanted("Maria Santos", "4821")),
        ("张三 志愿者 优秀", Wanted("张三")),
        ("张三 幸福里3幢", Wanted("张三")),
    ],
)
def test_a_line_names_somebody_and_perhaps_his_number(line, wanted):
    assert wanted_in(line) == (wanted,)


def test_lines_without_a_name_are_nobody():
    assert wanted_in("\n  \n1.\n13800000000\n张三\n") == (Wanted("张三"),)


@given(st.text())
def test_whatever_is_pasted_is_read_without_an_end_of_a_line_in_a_name(text):
    for wanted in wanted_in(text):
        assert wanted.name.strip()
        assert not set(wanted.name) & {"\n", "\t", "\r"}


def test_a_batch_knows_who_waits_who_has_a_number_and_whose_paper_is_not_printed():
    members = tuple(
        Member(
            request_id=RequestId(stage),
            holder="x",
            stage=stage,
            certificate_id="c",
            number="",
            version=1,
        )
        for stage in Stage
    )
    batch = Batch(
        id=BatchId("b"),
        version=1,
        kind="honour",
        occasion="x",
        drawn_up_on=TODAY,
        handled_by="x",
        approved_by="",
        approved_on=None,
        members=members,
    )
    assert [each.stage for each in batch.waiting] == [Stage.VERIFIED]
    assert [each.stage for each in batch.unprinted] == [Stage.APPROVED]
    assert {each.stage for each in batch.issued} == {
        *(Stage.APPROVED, Stage.PRINTED, Stage.COLLECTED, Stage.ARCHIVED)
    }
    assert [each.stage for each in batch.to_collect] == [Stage.PRINTED]
    assert [each.stage for each in batch.collected] == [Stage.COLLECTED, Stage.ARCHIVED]
