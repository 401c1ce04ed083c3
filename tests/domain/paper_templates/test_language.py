"""The language of templates: what is written is what is meant, and nothing else passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.paper_templates.facts import judge
from station_app.domain.paper_templates.language import (
    Choice,
    Field,
    TextWrongError,
    Words,
    fields_in,
    filled,
    parsed,
    words_in,
    written,
)

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,6}(\.[a-z][a-z0-9_]{0,6})?", fullmatch=True)
FACTS = st.text(max_size=12)


def without_places(text):
    return tuple(
        Choice(part.name, without_places(part.there), without_places(part.lacking))
        if isinstance(part, Choice)
        else Field(part.name)
        if isinstance(part, Field)
        else part
        for part in text
    )


def joined(parts):
    """Return *parts* as the parser gives them: neighbouring words are one."""
    found = []
    for part in parts:
        if isinstance(part, Words) and found and isinstance(found[-1], Words):
            found[-1] = Words(found[-1].text + part.text)
        else:
            found.append(part)
    return tuple(found)


def texts(depth=3):
    simple = st.one_of(
        st.text(alphabet=st.one_of(st.sampled_from("{}:?/证明"), st.characters()), min_size=1).map(
            Words
        ),
        NAMES.map(Field),
    )
    if not depth:
        return st.lists(simple, max_size=3).map(joined)
    inner = texts(depth - 1)
    part = st.one_of(simple, st.builds(Choice, NAMES, inner, inner))
    return st.lists(part, max_size=4).map(joined)


@given(texts())
def test_what_is_written_is_read_back_as_it_was_meant(text):
    assert without_places(parsed(written(text))) == text


@given(st.text(alphabet="{}?:/ab._证 ", max_size=40))
def test_any_text_is_read_or_refused_at_a_character_of_it(text):
    refused_at = None
    try:
        parts = parsed(text)
    except TextWrongError as error:
        refused_at = error.at
    if refused_at is None:
        assert without_places(parsed(written(parts))) == without_places(parts)
    else:
        assert 1 <= refused_at <= len(text) + 1


@given(st.text(max_size=40))
def test_words_with_their_braces_twice_say_themselves(text):
    parts = parsed(text.replace("{", "{{").replace("}", "}}"))
    assert filled(parts, {}) == text
    assert words_in(parts) == text


@given(FACTS, FACTS)
def test_a_fact_is_never_read_as_a_field(name, secret):
    facts = {"holder.name": name, "secret": secret}
    assert filled(parsed("证明{holder.name}。"), facts) == f"证明{name}。"


@given(texts(), st.data())
def test_a_judged_text_is_filled_from_the_facts_it_names_alone(text, data):
    known = frozenset(field.name for field, _ in fields_in(text))
    judge(text, known=known)
    facts = {name: data.draw(FACTS) for name in known}
    assert isinstance(filled(text, facts), str)


def test_a_condition_says_one_thing_or_the_other():
    text = parsed("{?since}自{since}起{:}现{/}在本社区居住")
    assert filled(text, {"since": "2021年3月"}) == "自2021年3月起在本社区居住"
    assert filled(text, {"since": ""}) == "现在本社区居住"


def test_conditions_stand_within_conditions():
    text = parsed("{?a}甲{?b}乙{:}丙{/}{/}丁")
    said = {(a, b): filled(text, {"a": a, "b": b}) for a in ("", "1") for b in ("", "1")}
    assert said == {("", ""): "丁", ("", "1"): "丁", ("1", ""): "甲丙丁", ("1", "1"): "甲乙丁"}


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ("证明{name", 3, "a brace that stands alone"),
        ("证明}", 3, "a brace that stands alone"),
        ("证明{}", 3, "not a field"),
        ("{name.__class__}", 1, "not a field"),
        ("{name!r}", 1, "not a field"),
        ("{name:>9}", 1, "not a field"),
        ("{姓名}", 1, "not a field"),
        ("{?}甲{/}", 1, "not a field"),
        ("甲{?a}乙", 2, "the condition {?a} is not closed"),
        ("甲{?a}乙{:}丙", 2, "is not closed"),
        ("{?a}甲{:}乙{:}丙{/}", 1, "is not closed"),
        ("{?a}{?b}甲{/}", 1, "{?a} is not closed"),
        ("甲{/}", 2, "{/} closes nothing"),
        ("甲{:}乙", 2, "{:} closes nothing"),
        ("{?a}" * 9 + "{/}" * 9, 33, "too many conditions"),
    ],
)
def test_what_is_wrong_is_told_with_its_character(text, at, what):
    with pytest.raises(TextWrongError) as refused:
        parsed(text)
    assert (refused.value.at, what in refused.value.what) == (at, True)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{nmae}", "unknown field {nmae}"),
        ("{?nmae}甲{/}", "unknown field {nmae}"),
        ("{note}", "{note} may be empty"),
        ("{?name}{note}{/}", "{note} may be empty"),
        ("{?note}甲{:}{note}{/}", "{note} may be empty"),
    ],
)
def test_a_field_nobody_knows_or_that_may_be_empty_is_refused(text, what):
    with pytest.raises(TextWrongError, match="character") as refused:
        judge(parsed(text), known=frozenset({"name", "note"}), sure=frozenset({"name"}))
    assert what in refused.value.what


def test_a_field_that_may_be_empty_stands_in_a_condition_or_in_a_form():
    known = frozenset({"name", "note"})
    judge(parsed("{name}{?note}（{note}）{/}"), known=known, sure=frozenset({"name"}))
    judge(parsed("{note}"), known=known)
