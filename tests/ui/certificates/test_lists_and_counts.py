"""Lists and offices, and the counts of slips, beside the question whose a paper is."""

from __future__ import annotations

import json
from dataclasses import replace

import openpyxl
import pytest

from station_app.domain.rule_packs import Standing
from tests.services.audit.task_acts import PACK
from tests.ui.certificates.test_asking import ask
from ui.shell.wording import sentence_of


@pytest.fixture
def asking(qtbot, page):
    """The view in which whose a paper is is asked."""
    page.show_view("ask")
    qtbot.waitUntil(lambda: bool(page.asking.answers.first_buttons))
    return page.asking


@pytest.fixture
def lists(qtbot, asking):
    asking.lists_button.click()
    view = asking.lists
    qtbot.waitUntil(lambda: view.packs.model().rowCount() > 2)
    return view


def written(tmp_path, **told):
    path = tmp_path / "某市.json"
    path.write_text(json.dumps({**PACK, **told}), encoding="utf-8")
    return path


def test_every_list_says_whether_it_is_used(lists):
    assert lists.line().standing is Standing.USED
    assert lists.switch.isVisible()
    assert not lists.take_out.isVisible()
    assert lists.told.text()


def test_a_list_is_brought_in_left_out_and_taken_out(qtbot, station, lists, tmp_path):
    path = written(tmp_path)
    lists._choose = lambda *_a, **_w: path
    before = lists.packs.model().rowCount()
    lists.bring.click()
    qtbot.waitUntil(lambda: lists.packs.model().rowCount() == before + 1)
    key = next(each.pack.id for each in station.rule_packs.packs() if not each.pack.is_shipped)
    assert lists.packs.go_to(str(key))
    qtbot.waitUntil(lambda: lists.side.title.text() == PACK["title"])
    assert lists.take_out.isVisible()
    lists.switch.click()
    qtbot.waitUntil(lambda: lists.line().standing is Standing.NOT_CHOSEN)
    lists.take_out.click()
    qtbot.waitUntil(lambda: lists.packs.model().rowCount() == before)


def test_a_file_that_is_no_list_is_refused_with_its_place(qtbot, station, lists, tmp_path):
    path = written(tmp_path, dropped="all")
    lists._choose = lambda *_a, **_w: path
    lists._context = _with_words(lists._context)
    lists.bring.click()
    qtbot.waitUntil(lists.refused.isVisible)
    assert "dropped" in lists.refused.text.text()
    assert len([each for each in station.rule_packs.packs() if not each.pack.is_shipped]) == 0


def test_where_an_office_is_is_typed_once_and_stands_with_the_answers(qtbot, page, lists):
    assert lists.offices.go_to("人民法院")
    qtbot.waitUntil(lists.form.isVisible)
    lists.form.fields["phone"].set_value("025-00000001")
    lists.form.save.click()
    qtbot.waitUntil(lambda: not lists.form.is_dirty())
    lists.back.click()
    answers = ask(qtbot, page, "单身")
    assert answers.local["人民法院"].phone == "025-00000001"


def test_work_that_is_handed_over_leads_to_the_admission_desk(qtbot, page, asking, doings):
    answers = ask(qtbot, page, "招商引资指标")
    assert [task.id for task in answers.work] == ["not-investment"]
    asking.answers.take_first()
    assert doings.opened == [("new-task", "招商引资指标")]


def test_what_is_done_at_the_window_is_an_answer_too(qtbot, page, asking, doings):
    answers = ask(qtbot, page, "最低生活保障")
    key = next(iter(answers.items))
    asking.answers.take_first()
    assert doings.opened[-1][0] in {"item", "new-task"}
    assert key


def test_slips_are_counted_by_month_and_given_out(qtbot, station, asking, tmp_path):
    for asked in ("单身证明", "未婚证明"):
        station.refusals.slip("marriage", asked=asked)
    path = tmp_path / "a.xlsx"
    asking.counts._choose = lambda *_a, **_w: path
    asking.counts_button.click()
    counts = asking.counts
    qtbot.waitUntil(lambda: counts.panel.handout() is not None, timeout=15_000)
    counts.save_button.click()
    qtbot.waitUntil(path.exists)
    assert openpyxl.load_workbook(path).active["A3"].value == "婚姻状况证明"
    counts.back.click()
    assert asking._stack.currentWidget() is asking._asking


def test_a_year_without_slips_says_so(qtbot, asking):
    asking.counts_button.click()
    qtbot.waitUntil(lambda: not asking.counts.save_button.isEnabled())
    assert asking.counts.save_button.toolTip()
    assert asking.counts.panel.handout() is None


def _with_words(context):
    return replace(context, words=sentence_of)
