"""Rule packs at a station: chosen, brought in, in their time; what the guard makes of them."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from station_app.domain.pack_faults import PackInvalidError
from station_app.domain.rule_packs import LocalOffice, Standing
from station_app.store.rule_files import pack_in
from tests.authority import as_seen_by, employ
from tests.factories import TODAY
from tests.pdf_text import text_of

ITEM = {
    "id": "school_place",
    "number": 1,
    "title": "学位证明",
    "aliases": ["入学名额证明"],
    "offices": [{"name": "教育局"}],
}
PACK = {
    "area": "330000",
    "title": "某省清单",
    "source": "某部门",
    "doc_no": "某号",
    "valid_from": "2026-01-01",
    "valid_to": None,
    "verified": False,
    "dropped": ["dog"],
    "items": [ITEM],
}


@pytest.fixture
def bring(station, tmp_path):
    """Return what brings a pack in, and returns its key."""

    def act(**told):
        path = tmp_path / "清单.json"
        path.write_text(json.dumps({**PACK, **told}), encoding="utf-8")
        return station.rule_packs.bring_in(path).value

    return act


def standing(station, key):
    return next(each.standing for each in station.rule_packs.packs() if each.pack.id == key)


def titles(station, asked):
    return [each.title for each in station.refusals.matching(asked)]


def test_a_pack_that_is_brought_in_adds_and_drops(station, bring):
    assert titles(station, "养狗证明") == ["居民养犬证明"]
    bring()
    assert titles(station, "养狗证明") == []
    assert titles(station, "入学名额证明") == ["学位证明"]


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        (TODAY, TODAY, Standing.USED),
        (TODAY + timedelta(days=1), None, Standing.NOT_YET),
        (None, TODAY - timedelta(days=1), Standing.OVER),
    ],
)
def test_a_pack_is_used_in_its_time_only_and_says_so(station, bring, begins, ends, expected):
    days = {"valid_from": begins, "valid_to": ends}
    key = bring(**{name: day and day.isoformat() for name, day in days.items()})
    assert standing(station, key) is expected
    assert bool(titles(station, "学位证明")) == (expected is Standing.USED)


def test_a_list_of_another_province_is_used_once_it_is_chosen(station):
    lines = {each.pack.rules.area: each for each in station.rule_packs.packs()}
    hubei = lines["420000"]
    assert hubei.standing is Standing.ELSEWHERE
    done = station.rule_packs.choose(hubei.pack.id, chosen=True, version=0)
    assert standing(station, hubei.pack.id) is Standing.USED
    assert titles(station, "转学") == ["转学证明"]
    done.revert()
    assert standing(station, hubei.pack.id) is Standing.NOT_CHOSEN
    with pytest.raises(EditConflictError):
        station.rule_packs.choose(hubei.pack.id, chosen=True, version=0)


def test_the_same_list_is_taken_in_once_and_can_be_taken_out(station, bring):
    key = bring()
    with pytest.raises(RefusedError) as error:
        bring()
    assert error.value.reason == "pack.there-already"
    done = station.rule_packs.take_out(key)
    assert titles(station, "学位证明") == []
    done.revert()
    assert titles(station, "学位证明") == ["学位证明"]


def test_a_list_of_the_program_cannot_be_taken_out(station):
    key = station.rule_packs.packs()[0].pack.id
    with pytest.raises(RefusedError) as error:
        station.rule_packs.take_out(key)
    assert error.value.reason == "pack.comes-with-program"


@pytest.mark.parametrize(
    ("told", "place", "why", "field"),
    [
        ({"run": "x"}, "", "unknown-field", "run"),
        ({"area": "33"}, "", "field", "area"),
        ({"items": [{**ITEM, "offices": []}]}, "items[0]", "field", "offices"),
        ({"items": [{**ITEM, "id": "../x"}]}, "items[0]", "field", "id"),
        ({"items": [{**ITEM, "number": "1"}]}, "items[0]", "field", "number"),
        ({"items": [ITEM, ITEM]}, "", "twice", "items"),
        ({"items": [{**ITEM, "shell": "rm"}]}, "items[0]", "unknown-field", "shell"),
        ({"items": [], "dropped": []}, "", "empty", ""),
        ({"valid_to": "2025-01-01"}, "", "dates", "valid_to"),
        ({"valid_from": "soon"}, "", "field", "valid_from"),
        (
            {"tasks": [{"id": "a", "title": "x", "aliases": [], "list": "all"}]},
            "tasks[0]",
            "field",
            "list",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(bring, told, place, why, field):
    with pytest.raises(PackInvalidError) as error:
        bring(**told)
    facts = error.value.facts
    assert (facts["file"], facts["place"], facts["why"], facts["field"]) == (
        "清单.json",
        place,
        why,
        field,
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{", "not-json"),
        (b"\xff\xfe\x00", "not-json"),
        (b"[" * 100_000, "not-json"),
        (b"[]", "other"),
        (b" " * 1_000_001, "too-large"),
    ],
)
def test_a_file_of_another_kind_is_refused(station, tmp_path, content, why):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(PackInvalidError) as error:
        station.rule_packs.bring_in(path)
    assert error.value.facts["why"] == why
    with pytest.raises(PackInvalidError):
        station.rule_packs.bring_in(tmp_path / "none.json")


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner),
    max_leaves=6,
)


@given(field=some.sampled_from([*PACK, "tasks", "x"]), value=VALUES)
def test_whatever_stands_in_a_file_it_is_read_or_refused(field, value):
    text = json.dumps({**PACK, field: value})
    with suppress(PackInvalidError):
        assert pack_in("a.json", text).area


def test_a_clerk_looks_at_the_lists_and_does_not_choose(station):
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳")).rule_packs
    key = clerk.packs()[0].pack.id
    with pytest.raises(NotPermittedError):
        clerk.choose(key, chosen=False, version=0)


@pytest.mark.parametrize("asked", ["danshenzhengming", "dszm", "单身zm"])
def test_what_is_typed_by_its_sound_is_found(station, asked):
    assert titles(station, asked)[0] == "婚姻状况证明"


def test_what_is_ours_is_found_by_its_sound(station):
    assert station.refusals.legitimate("juzhuqingkuang")[0].id == "residence"


@pytest.mark.parametrize(
    ("asked", "listed", "list_type"),
    [
        ("招商引资指标", "not-investment", "negative"),
        ("zhaoshangyinzi", "not-investment", "negative"),
        ("人民调解", "own-mediation", "own"),
        ("治安巡逻", "assist-order", "assist"),
    ],
)
def test_work_that_is_handed_over_is_found_in_the_lists(station, asked, listed, list_type):
    found = station.refusals.work(asked)[0]
    assert (found.id, found.list_type) == (listed, list_type)


def test_where_an_office_is_here_stands_on_the_slip(station):
    (office,) = [each for each in station.rule_packs.offices() if each.name == "人民法院"]
    told = LocalOffice(
        name=office.name, local_name="某区人民法院", address="某路1号", phone="025-00000001"
    )
    done = station.rule_packs.keep_office(told)
    slip = text_of(station.refusals.preview("marriage", asked="单身证明").pdf)
    for words in ("某区人民法院", "某路1号", "025-00000001"):
        assert words in slip
    done.revert()
    assert "某路1号" not in text_of(station.refusals.preview("marriage", asked="单身证明").pdf)
    with pytest.raises(ValidationFailedError):
        station.rule_packs.keep_office(LocalOffice(name="人民法院", phone="1" * 61, version=2))


def test_refusals_are_counted_by_paper_and_month_and_given_out(station, tmp_path):
    refusals = station.refusals
    for asked in ("单身证明", "未婚证明"):
        refusals.slip("marriage", asked=asked)
    refusals.slip("dog", asked="养狗证明")
    lines = refusals.year(2026)
    assert [(line.title, line.total) for line in lines] == [
        ("婚姻状况证明", 2),
        ("居民养犬证明", 1),
    ]
    assert lines[0].months[TODAY.month - 1] == 2
    assert refusals.year(2025) == ()
    assert "共出具告知单3份" in text_of(refusals.year_paper(2026).pdf)
    path = tmp_path / "a.xlsx"
    assert refusals.export_year(path, 2026).value == 2
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert (rows[2][0], rows[2][-1]) == ("婚姻状况证明", "2")
