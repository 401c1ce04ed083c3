"""What was answered to what a template asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.paper_templates.answers import on_paper, problems_with, rows_of
from station_app.domain.paper_templates.template import (
    Ask,
    AskKind,
    Demands,
    Page,
    PaperTemplate,
    Source,
)

ASKS = {
    "text": Ask(name="x", label="x", most=5),
    "count": Ask(name="x", label="x", kind=AskKind.COUNT, most=20),
    "hours": Ask(name="x", label="x", kind=AskKind.HOURS, most=100),
    "day": Ask(name="x", label="x", kind=AskKind.DAY),
    "choice": Ask(name="x", label="x", kind=AskKind.CHOICE, choices=("同意", "指定")),
    "rows": Ask(
        name="x", label="x", kind=AskKind.ROWS, most=2, columns=(("day", "日期"), ("work", "内容"))
    ),
    "open": Ask(name="x", label="x", is_required=False),
}


def a_template(*asks):
    return PaperTemplate(
        kind="some",
        title="某证明",
        origin=Source(source="", doc_no="", basis=(), valid_from=None, valid_to=None),
        page=Page(),
        demands=Demands(),
        validity_days=None,
        needs_purpose=True,
        asks=asks,
        sections={},
        stub=(),
        code=(),
    )


@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [
        ("text", "", "missing"),
        ("text", "  ", "missing"),
        ("text", "一二三四五", None),
        ("text", "一二三四五六", "too-long"),
        ("count", "0", "out-of-range"),
        ("count", "20", None),
        ("count", "21", "out-of-range"),
        ("count", "三", "not-a-number"),
        ("count", "-1", "not-a-number"),
        ("count", "9" * 5000, "not-a-number"),
        ("hours", "12.5", None),
        ("hours", "12.3", "not-hours"),
        ("hours", "0", "out-of-range"),
        ("hours", "100.5", "out-of-range"),
        ("day", "2026-07-10", None),
        ("day", "2026-02-30", "not-a-day"),
        ("choice", "同意", None),
        ("choice", "反对", "not-offered"),
        ("rows", "2026-07-01；打扫", None),
        ("rows", "2026-07-01\t打扫\n\n2026-07-02|打扫", None),
        ("rows", "2026-07-01", "columns"),
        ("rows", "a;b;c", "columns"),
        ("rows", "a;b\n" * 3, "too-many-rows"),
        ("rows", "a;" + "b" * 61, "cell-too-long"),
        ("open", "", None),
    ],
)
def test_each_kind_of_answer_is_judged(kind, answer, code):
    problems = problems_with(a_template(ASKS[kind]), {"x": answer})
    assert [(each.field, each.code) for each in problems] == ([("asked.x", code)] if code else [])


def test_what_was_not_answered_at_all_is_missing():
    assert [each.code for each in problems_with(a_template(ASKS["day"]), {})] == ["missing"]


def test_answers_stand_on_paper_as_papers_write_them():
    template = a_template(
        Ask(name="day", label="日期", kind=AskKind.DAY), Ask(name="why", label="原因")
    )
    told = on_paper(template, {"day": "2026-07-05", "why": " 因病\n支出较大。 "})
    assert told == {"asked.day": "2026年7月5日", "asked.why": "因病 支出较大"}


def test_rows_have_a_text_for_each_of_their_columns():
    rows = rows_of(ASKS["rows"], "2026-07-01；打扫\n2026-07-02")
    assert rows == (
        {"row.day": "2026-07-01", "row.work": "打扫"},
        {"row.day": "2026-07-02", "row.work": ""},
    )


def test_a_day_that_is_none_stands_as_it_was_typed_until_it_is_mended():
    template = a_template(Ask(name="day", label="日期", kind=AskKind.DAY))
    assert on_paper(template, {"day": "昨天"}) == {"asked.day": "昨天"}
    assert on_paper(template, {}) == {"asked.day": ""}


def test_what_is_not_asked_for_is_a_fault():
    template = a_template(Ask(name="why", label="原因"))
    assert template.ask("why").label == "原因"
    with pytest.raises(KeyError):
        template.ask("day")


@pytest.mark.parametrize(
    ("begins", "ends", "holds"),
    [
        (None, None, True),
        (date(2026, 3, 1), date(2026, 3, 1), True),
        (date(2026, 3, 2), None, False),
        (None, date(2026, 2, 28), False),
    ],
)
def test_a_template_holds_from_its_first_day_to_its_last(begins, ends, holds):
    origin = Source(source="", doc_no="", basis=(), valid_from=begins, valid_to=ends)
    template = replace(a_template(), origin=origin)
    assert template.holds_on(date(2026, 3, 1)) is holds
