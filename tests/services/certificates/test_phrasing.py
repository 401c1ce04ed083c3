"""Templates are data: what is wrong with one is told with its place, before any paper."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from station_app.services.certificates.phrasing import (
    Fields,
    TemplateError,
    facts_of,
    read_template,
)


@dataclass(frozen=True, kw_only=True)
class Visit:
    name: str
    day: date
    note: str = ""


KNOWN = Fields.of(Visit, "weekday")


@pytest.fixture
def reading(tmp_path):
    def read(body=("{name}来访。",), form=(), **changed):
        told = {
            "title": "来访单",
            "basis": [{"document": "某办法", "says": "……"}],
            "source": "自拟",
            "valid_from": "2026-01-01",
            "valid_to": None,
            "phrases": {"body": [list(body)]},
            "form": [list(form)],
        }
        path = tmp_path / "visit.json"
        path.write_text(json.dumps(told | changed), encoding="utf-8")
        return read_template(path, KNOWN, sections=frozenset({"body"}), form=KNOWN)

    return read


def facts(**told):
    return facts_of(Visit(**({"name": "张三", "day": date(2026, 3, 1)} | told)))


def test_a_phrase_is_filled_with_the_facts(reading):
    template = reading(body=("{name}于{day}来访。",))

    assert template.say("body", facts()) == ("张三于2026年3月1日来访。",)


def test_a_piece_is_left_out_while_its_fact_is_empty(reading):
    template = reading(body=("{name}来访", {"text": "（{note}）", "needs": ["note"]}, "。"))

    assert template.say_one("body", facts()) == "张三来访。"
    assert template.say_one("body", facts(note="第二次")) == "张三来访（第二次）。"


def test_a_piece_stands_in_while_a_fact_is_lacking(reading):
    template = reading(body=({"text": "无备注", "lacks": ["note"]},))

    assert template.say("body", facts()) == ("无备注",)
    assert template.say("body", facts(note="有")) == ()


def test_a_form_gives_label_and_text_and_leaves_blank_what_is_empty(reading):
    template = reading(
        form=({"label": "姓名", "text": "{name}"}, {"label": "备注", "text": "{note}"})
    )

    assert template.fill_form(facts()) == ((("姓名", "张三"), ("备注", "")),)
    assert template.headings == ("姓名", "备注")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (("{nmae}来访",), "unknown field nmae"),
        (({"text": "来访", "needs": ["nmae"]},), "unknown field nmae"),
        (({"text": "来访", "lacks": ["nmae"]},), "unknown field nmae"),
        (("备注{note}",), "note may be empty"),
        (("{name.__class__}",), "not a field"),
        (("{name!r}",), "not a field"),
        (("{day:%Y}",), "not a field"),
        (("{}",), "not a field"),
        (("{name",), "expected '}'"),
        (({"text": "来访", "need": ["name"]},), "a piece has"),
        (({"needs": ["name"]},), "a piece has"),
    ],
)
def test_a_wrong_phrase_is_told_with_its_place(body, what, reading):
    with pytest.raises(TemplateError, match=what) as caught:
        reading(body=body)

    assert caught.value.place.startswith("visit.json: phrases.body[0]")


def test_an_unknown_field_of_a_form_is_told_with_its_label(reading):
    with pytest.raises(TemplateError, match=r"form\[0\] 姓名: unknown field nmae"):
        reading(form=({"label": "姓名", "text": "{nmae}"},))


@pytest.mark.parametrize("phrases", [{}, {"body": [], "boddy": []}])
def test_sections_missing_or_not_asked_for_are_told(phrases, reading):
    with pytest.raises(TemplateError, match=r"phrases\.bodd?y: missing or not asked for"):
        reading(phrases=phrases)


def test_the_days_a_template_holds_are_dates(reading):
    assert reading(valid_to="2027-12-31").valid_to == date(2027, 12, 31)
    with pytest.raises(ValueError, match="isoformat"):
        reading(valid_from="1. Januar")
