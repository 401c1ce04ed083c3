"""Items in versions: which one holds, when its time ends, what keeps it from being accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.counter.checks import problems_with_item, problems_with_start, tidied
from station_app.domain.counter.contents import (
    item_from_text,
    item_from_values,
    text_of_item,
)
from station_app.domain.counter.differences import differences
from station_app.domain.counter.items import (
    Basis,
    Form,
    Item,
    ItemDraft,
    ItemVersion,
    Material,
    Origin,
    id_of_shipped,
    in_order,
)
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.domain.errors import Problem
from station_app.shipped import RESOURCES
from station_app.store.reference import Reference

CALENDAR = Reference(RESOURCES).calendar
TODAY = date(2026, 3, 2)
GOOD = ItemDraft(
    name="场地预约",
    line="culture",
    affair="mutual",
    responsible="社区服务站",
    who="居民",
    steps=("登记",),
    goes_to="本站办理",
)
working, calendar = Counted.WORKING, Counted.CALENDAR

texts = st.text(max_size=8)
limits = st.none() | st.builds(TimeLimit, st.integers(0, 365), st.sampled_from(Counted))
drafts = st.builds(
    ItemDraft,
    **dict.fromkeys(("name", "line", "affair", "who", "goes_to", "note"), texts),
    aliases=st.lists(texts, max_size=3).map(tuple),
    steps=st.lists(texts, max_size=3).map(tuple),
    materials=st.lists(
        st.builds(
            Material,
            name=texts,
            form=st.sampled_from(Form),
            quantity=st.integers(-3, 30),
            when=texts,
        ),
        max_size=3,
    ).map(tuple),
    basis=st.lists(
        st.builds(
            Basis,
            document=texts,
            number=texts,
            since=st.none() | st.dates(),
            verified=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    promised=limits,
    legal=limits,
    verified=st.booleans(),
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "materials", "basis", "promised", "days", "counted", "form"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def problems(draft):
    found = problems_with_item(draft, lines={"culture"}, affairs={"mutual"})
    return [(problem.field, problem.code) for problem in found]


def version(name, day, origin=Origin.STATION, order="", draft=GOOD):
    return ItemVersion(
        id=name, item_id="x", valid_from=day, particulars=draft, origin=origin, order=order
    )


@pytest.mark.parametrize(
    ("start", "limit", "day", "is_provisional"),
    [
        (date(2026, 2, 12), TimeLimit(3, working), date(2026, 2, 24), False),
        (date(2026, 9, 18), TimeLimit(5, working), date(2026, 9, 24), False),
        (date(2026, 1, 5), TimeLimit(30, working), date(2026, 2, 14), False),
        # a calendar limit that ends on a holiday rolls on, one in working days skips it
        (date(2026, 4, 21), TimeLimit(10, calendar), date(2026, 5, 6), False),
        (date(2026, 12, 30), TimeLimit(3, working), date(2027, 1, 5), True),
        (date(2026, 12, 30), TimeLimit(0, working), date(2026, 12, 30), False),
        # at once is at once, also on a day of rest
        (date(2026, 5, 1), TimeLimit(0, calendar), date(2026, 5, 1), False),
    ],
)
def test_a_time_limit_ends_on_its_day_and_says_when_that_may_change(
    start, limit, day, is_provisional
):
    assert limit.due(start, CALENDAR) == (day, is_provisional)


def test_the_version_that_holds_is_the_stations_own_before_the_shipped_one():
    shipped = version("s2", date(2026, 3, 1), Origin.SHIPPED)
    own = version("o1", date(2026, 2, 1))
    first = version("s1", date(2026, 1, 1), Origin.SHIPPED)
    to_come = version("o2", date(2026, 4, 1))
    item = Item(id="x", versions=in_order((first, own, shipped, to_come)))
    assert [each.id for each in item.versions] == ["o2", "s2", "o1", "s1"]
    held = {day: item.on(date(2026, *day)).id for day in ((1, 15), (2, 1), (3, 15), (4, 1))}
    assert held == {(1, 15): "s1", (2, 1): "o1", (3, 15): "o1", (4, 1): "o2"}


def test_before_the_first_version_the_earliest_holds():
    item = Item(id="x", versions=in_order((version("b", date(2026, 5, 1)), version("a", TODAY))))
    assert item.on(date(2020, 1, 1)).id == "a"


def test_of_two_versions_from_one_day_the_later_written_holds():
    versions = (version("z", TODAY, order="1"), version("a", TODAY, order="2"))
    assert Item(id="x", versions=in_order(versions)).on(TODAY).id == "a"


def test_a_retired_item_is_offered_until_that_day():
    item = Item(id="x", versions=(version("a", TODAY),), retired_on=date(2026, 3, 5))
    assert item.is_offered(date(2026, 3, 4))
    assert not item.is_offered(date(2026, 3, 5))


def test_a_shipped_item_has_the_same_key_at_every_device():
    assert id_of_shipped("residence") == id_of_shipped("residence") != id_of_shipped("noise")
    assert len(id_of_shipped("residence")) == 32


def test_a_good_item_has_no_problem():
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"name": ""}, ("name", "missing")),
        ({"name": "长" * 61}, ("name", "too-long")),
        ({"line": ""}, ("line", "missing")),
        ({"line": "kitchen"}, ("line", "unknown")),
        ({"affair": "seventh"}, ("affair", "unknown")),
        ({"responsible": ""}, ("responsible", "missing")),
        ({"who": ""}, ("who", "missing")),
        ({"goes_to": ""}, ("goes_to", "missing")),
        ({"steps": ()}, ("steps", "missing")),
        ({"materials": (Material(when="总是"),)}, ("materials.0.name", "missing")),
        ({"materials": (Material(name="其他材料"),)}, ("materials.0.name", "catch-all")),
        ({"materials": (Material(name="户口簿等材料"),)}, ("materials.0.name", "catch-all")),
        (
            {"materials": (Material(name="户口簿"), Material(name="户口簿", quantity=2))},
            ("materials.1.name", "twice"),
        ),
        (
            {"materials": (Material(name="a", quantity=0),)},
            ("materials.0.quantity", "out-of-range"),
        ),
        ({"basis": (Basis(number="1号"),)}, ("basis.0.document", "missing")),
        ({"legal": TimeLimit(366)}, ("legal", "out-of-range")),
        ({"promised": TimeLimit(-1)}, ("promised", "out-of-range")),
        ({"promised": TimeLimit(4), "legal": TimeLimit(3)}, ("promised", "longer-than-legal")),
        # six working days are eight calendar days
        (
            {"promised": TimeLimit(6), "legal": TimeLimit(5, calendar)},
            ("promised", "longer-than-legal"),
        ),
    ],
)
def test_what_is_wrong_is_told_by_field(change, problem):
    assert problems(replace(GOOD, **change)) == [problem]


def test_the_same_material_for_two_cases_is_no_double():
    twice = (Material(name="合同", when="租住"), Material(name="合同", when="借住"))
    assert problems(replace(GOOD, materials=twice, promised=TimeLimit(0))) == []


def test_tidying_takes_blanks_and_empty_rows_away():
    untidy = replace(
        GOOD,
        name=" 场地预约 ",
        aliases=("借场地", "", " 借场地"),
        materials=(Material(), Material(name=" 身份证 ")),
        basis=(Basis(),),
    )
    tidy = tidied(untidy)
    assert (tidy.name, tidy.aliases, tidy.basis) == ("场地预约", ("借场地",), ())
    assert tidy.materials == (Material(name="身份证"),)


def test_a_version_needs_a_day_not_before_the_latest_and_a_reason():
    held = (version("a", TODAY),)
    assert problems_with_start(TODAY, "新文件", held) == ()
    assert problems_with_start(None, " ", held) == (
        Problem("reason", "missing"),
        Problem("valid_from", "missing"),
    )
    assert problems_with_start(date(2026, 3, 1), "x", held) == (
        Problem("valid_from", "before-the-latest"),
    )


@given(drafts)
def test_an_item_is_kept_as_text_and_read_back(draft):
    assert item_from_text(text_of_item(draft)) == draft


@given(plain)
def test_reading_takes_whatever_stands_there(values):
    read = item_from_values(values)
    assert item_from_values({"name": read.name}).name == read.name


@given(st.text())
def test_reading_takes_any_text(text):
    assert isinstance(item_from_text(text), ItemDraft)


def test_differences_tell_of_lists_only_the_rows_that_differ():
    card, book = Material(name="身份证"), Material(name="户口簿")
    before = replace(GOOD, materials=(card, book), legal=TimeLimit(10))
    after = replace(GOOD, materials=(card, Material(name="相片")), legal=TimeLimit(5))
    told = {each.field: (each.gone, each.come) for each in differences(before, after)}
    assert told == {
        "materials": ((book,), (Material(name="相片"),)),
        "legal": ((TimeLimit(10),), (TimeLimit(5),)),
    }


def test_steps_that_changed_places_are_told_whole():
    before, after = replace(GOOD, steps=("a", "b")), replace(GOOD, steps=("b", "a"))
    (told,) = differences(before, after)
    assert (told.gone, told.come) == (("a", "b"), ("b", "a"))
    assert differences(before, before) == ()
