from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from station_app.domain.errors import Problem
from station_app.domain.rights.requests import NEXT
from tests.factories import a_draft, a_resident
from ui.rights.words import Words

NUMBER = "110000199001010013"
NAMES = ("person", "requests", "telling")


def begin(qtbot, page, person, *, purpose="本人查询", check="", in_full=False):
    page.open_record("own-data-for", person.id)
    qtbot.waitUntil(lambda: page.own.person.value() == person.id)
    page.own.purpose.set_value(purpose)
    page.own.check.set_value(check)
    page.own.in_full.set_value(in_full)


def test_nothing_is_made_by_looking(qtbot, page, person, station):
    begin(qtbot, page, person)
    assert page.own.panel.handout() is None
    page.own.make.click()
    qtbot.waitUntil(lambda: page.own.panel.handout() is not None)
    assert page.own.panel.handout().title == "权查字〔2026〕第0001号"


def test_a_person_and_a_purpose_are_needed(qtbot, page, person):
    page.show_view("own")
    page.own.make.click()
    assert page.own.person.problem() == "Type a name or the end of a number, then choose."
    begin(qtbot, page, person, purpose="")
    page.own.make.click()
    qtbot.waitUntil(lambda: page.own.purpose.problem() == "What is it wanted for?")


def test_numbers_in_full_ask_for_the_check(qtbot, page, person):
    begin(qtbot, page, person, in_full=True)
    page.own.make.click()
    qtbot.waitUntil(lambda: page.own.check.problem() != "")
    assert page.own.panel.handout() is None
    page.own.check.set_value("original")
    page.own.make.click()
    qtbot.waitUntil(lambda: page.own.panel.handout() is not None)


def test_another_person_begins_with_masked_numbers(qtbot, page, person, station):
    begin(qtbot, page, person, check="original", in_full=True)
    other = a_resident(station, "李四", number="320000194001010028")
    page.own.show_person(other.id, "李四")
    assert not page.own.in_full.value()
    assert page.own.panel.handout() is None


def test_a_copy_is_saved_and_told_by_its_number(qtbot, page, person, saved, context):
    begin(qtbot, page, person)
    page.own.copy.click()
    qtbot.waitUntil(saved.exists)
    told = json.loads(saved.read_text(encoding="utf-8"))
    assert told["number"] == "权查字〔2026〕第0001号"
    assert NUMBER not in saved.read_text(encoding="utf-8")


def test_a_character_no_font_has_is_named_where_the_paper_would_be(qtbot, page, station):
    odd = a_resident(
        station,
        "李四",
        number="320000194001010028",
        particulars=a_draft("李四", note="\U0001f600"),
    )
    begin(qtbot, page, odd)
    page.own.make.click()
    qtbot.waitUntil(lambda: page.own.panel.empty.title.text() != "What is held about somebody")
    assert page.own.panel.handout() is None


def test_what_is_withheld_is_seen_only_with_a_reason(qtbot, page, person, withheld):
    page.open_record("withheld-of", person.id)
    card = page.own.withheld
    qtbot.waitUntil(lambda: page.own.person.value() == person.id)
    card.show_button.click()
    qtbot.waitUntil(lambda: card.reason.problem() != "")
    assert card.shown.text() == ""
    card.reason.set_value("信访核查")
    card.show_button.click()
    qtbot.waitUntil(lambda: card.shown.text() == "残疾人: 二级")
    card.show_person(person.id)
    assert card.shown.text() == ""


def test_what_is_withheld_is_used_again_and_not(
    qtbot, page, person, withheld, station, operations
):
    page.open_record("withheld-of", person.id)
    qtbot.waitUntil(lambda: page.own.person.value() == person.id)
    page.own.withheld.reason.set_value("误操作")
    page.own.withheld.release_button.click()
    qtbot.waitUntil(lambda: not station.residents.resident(person.id).withheld)
    qtbot.waitUntil(operations.can_undo)
    operations.undo()
    qtbot.waitUntil(lambda: bool(station.residents.resident(person.id).withheld))


def test_children_are_listed_until_nothing_is_missing(qtbot, page, station, doings):
    page.show_view("children")
    qtbot.waitUntil(page.children_view.empty.isVisible)
    assert page.children_view.empty.title.text() == "Nothing is missing"
    child = a_resident(
        station, "张小明", number="", particulars=a_draft("张小明", born=date(2018, 5, 1))
    )
    page.children_view.refresh()
    qtbot.waitUntil(lambda: page.children_view.model.rowCount() == 1)
    page.children_view.table.opened.emit(child.id)
    assert doings.opened == [("rights-of", child.id)]


def test_the_notice_is_addressed_to_whom_it_is_for(qtbot, page, person):
    page.open_record("privacy-notice-for", person.id)
    qtbot.waitUntil(lambda: page.notice.panel.handout() is not None)
    assert page.views.view() is page.notice
    assert page.notice.panel.handout().title == "个人信息处理告知书 张三"


def test_somebody_who_is_gone_is_told_to_the_shell(qtbot, page, doings):
    page.open_record("own-data-for", "nobody")
    qtbot.waitUntil(lambda: bool(doings.failures))


@pytest.mark.parametrize("event", sorted({event for _, event in NEXT}))
def test_every_step_has_its_word_in_the_history(page, station, event):
    assert event in Words(station, page).acts()


ROOT = Path(__file__).parents[3] / "station_app"
PROBLEM = re.compile(r"Problem\([^,]+, \"([a-z-]+)\"")
SOURCES = ("domain/rights/requests.py", *(f"services/rights/{name}.py" for name in NAMES))
CODES = {code for each in SOURCES for code in PROBLEM.findall((ROOT / each).read_text("utf-8"))}


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_problem_has_its_sentence(page, station, code):
    assert Words(station, page).problem(Problem("field", code, {"most": 9})) != ""
