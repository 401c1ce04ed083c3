"""The lists of the window as workbooks: what stands in them, what is entered in the register."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.bad_ratings import MatterState
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.cases import CaseDraft, Channel
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.orders import OrderDraft
from station_app.domain.counter.ratings import Level
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.exports import ExportAsk, ExportFilter, ExportState
from station_app.services.progress import Silence
from tests.authority import as_seen_by, employ
from tests.factories import TODAY, an_ask

PHONE = "14200000001"
YEAR = str(TODAY.year)
DRAFT = OrderDraft(
    source="12345",
    number="DH-1",
    received_on=TODAY,
    kind="complaint",
    category="noise",
    content="楼下商铺夜间施工",
    caller="=王建国",
    phone=PHONE,
)


@pytest.fixture
def lists(station):
    return station.window_lists


@pytest.fixture
def entered(station):
    """Three orders: two about noise, one of them of nobody named; one about parking."""
    told = (
        {},
        {"number": "DH-2", "category": "parking"},
        {"number": "DH-3", "is_anonymous": True},
    )
    return [station.orders.enter(replace(DRAFT, **each)).value for each in told]


@pytest.fixture
def bad(station):
    """A case that was rated badly, and contacted."""
    cases = station.cases
    draft = CaseDraft(item_id=id_of_shipped("noise"), applicant="张三")
    key = cases.draft(draft).value
    for method, *said in (("accept",), ("close", "answered"), ("notify",)):
        more = {"promise": "无"} if method == "accept" else {}
        getattr(cases, method)(key, *said, version=cases.page(key).case.version, **more)
    turn = station.ratings.turn(key, version=cases.page(key).case.version)
    station.ratings.give(turn, 1, ["slow"])
    return key


def sheets_of(path):
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    }


def register(station):
    return station.export_register.lines(ExportFilter())


def test_the_orders_that_the_filters_leave_stand_in_the_file_in_their_order(
    station, lists, entered, tmp_path
):
    path = tmp_path / "工单.xlsx"
    chosen = CaseFilter(view=CaseView.OPEN, channel=Channel.ORDER)
    keys = [key for key in station.cases.keys(chosen) if key != entered[1]]
    columns = ("number", "category", "applicant", "state")
    done = lists.orders(path, Silence(), ask=an_ask(), keys=keys, columns=columns)
    (rows,) = sheets_of(path).values()
    mark, titles, *lines = rows
    assert done.value.number in mark[0]
    assert titles[:4] == ["来源编号", "问题", "来电人", "状态"]
    numbers = {entered[0]: "DH-1", entered[2]: "DH-3"}
    assert [line[0] for line in lines] == [numbers[key] for key in keys]
    assert {line[1] for line in lines} == {"噪声扰民"}
    assert {line[3] for line in lines} <= {"已收件", "已受理"}


def test_a_caller_who_stayed_unknown_stays_so_and_no_telephone_leaves(lists, entered, tmp_path):
    path = tmp_path / "a.xlsx"
    lists.orders(path, Silence(), ask=an_ask(), keys=entered)
    (rows,) = sheets_of(path).values()
    callers = [line[rows[1].index("来电人")] for line in rows[2:]]
    assert callers == ["=王建国", "=王建国", "（匿名）"]  # as a text, whatever it looks like
    assert PHONE not in str(rows)


def test_an_export_of_orders_is_asked_about_and_entered_in_the_register(
    station, lists, entered, tmp_path
):
    with pytest.raises(ValidationFailedError) as refused:
        lists.orders(tmp_path / "a.xlsx", Silence(), ask=ExportAsk(), keys=entered)
    assert {each.field for each in refused.value.problems} == {"recipient", "purpose", "ground"}
    assert register(station) == ()
    ask = an_ask(recipient="街道办", purpose="核对")
    done = lists.orders(tmp_path / "a.xlsx", Silence(), ask=ask, keys=entered)
    (line,) = register(station)
    assert (line.number, line.list_kind, line.people) == (done.value.number, "orders", 3)
    assert (line.recipient, line.purpose, line.state) == ("街道办", "核对", ExportState.GIVEN)
    assert "applicant" in line.columns


def test_above_the_limit_a_second_person_must_agree_to_orders_too(
    station, lists, entered, tmp_path
):
    station.settings.change(name="石桥社区", export_limit=2)
    with pytest.raises(RefusedError) as refused:
        lists.orders(tmp_path / "a.xlsx", Silence(), ask=an_ask(), keys=entered)
    assert refused.value.reason == "export.needs-second-person"
    assert not (tmp_path / "a.xlsx").exists()


def test_the_problems_of_a_period_are_those_of_today_until_a_list_is_drawn_up(
    station, lists, entered, tmp_path
):
    path = tmp_path / "问题.xlsx"
    lists.problems(path, YEAR)
    sheets = sheets_of(path)
    problems = sheets["一、重点问题"]
    assert problems[1][:3] == ["序号", "问题", "件数"]
    assert [line[1:3] for line in problems[2:]] == [["噪声扰民", "2"], ["停车", "1"]]
    assert set(sheets) == {"一、重点问题", "二、转办退回（按单位）", "三、来件退回（按来源）"}
    station.problems.draw_up(YEAR)
    station.orders.enter(replace(DRAFT, number="DH-9", category="parking"))
    lists.problems(path, YEAR)
    assert [line[2] for line in sheets_of(path)["一、重点问题"][2:]] == ["2", "1"]


def test_a_period_in_which_nothing_came_gives_no_file(station, lists, tmp_path):
    with pytest.raises(RefusedError) as refused:
        lists.problems(tmp_path / "a.xlsx", YEAR)
    assert refused.value.reason == "problem.nothing-counted"
    assert (register(station), list(tmp_path.glob("*.xlsx"))) == ((), [])


def test_the_figures_of_ratings_have_a_sheet_for_each_part(lists, bad, tmp_path):
    path = tmp_path / "评价.xlsx"
    lists.ratings(path, TODAY, TODAY)
    sheets = sheets_of(path)
    assert list(sheets) == ["一、总体", "二、各等级", "三、按事项", "四、按经办人", "五、按月"]
    assert ["评价数", "1"] in sheets["一、总体"]
    assert ["非常不满意", "1"] in sheets["二、各等级"]
    assert sheets["三、按事项"][2][1] == "1"


def test_bad_ratings_are_those_of_the_part_in_sight(station, lists, bad, tmp_path):
    path = tmp_path / "差评.xlsx"
    lists.bad_ratings(path, {MatterState.NEW})
    (rows,) = sheets_of(path).values()
    assert rows[1][:4] == ["事项", "评价", "评价日期", "状态"]
    assert rows[2][1:4] == ["非常不满意", TODAY.isoformat(), "待联系"]
    assert lists.bad_ratings(path, {MatterState.DONE}).value == 0
    assert "张三" not in str(rows)


def test_figures_stand_in_the_register_with_nobody_counted(station, lists, bad, tmp_path):
    lists.ratings(tmp_path / "a.xlsx", TODAY, TODAY)
    (line,) = register(station)
    assert (line.list_kind, line.people, line.ground) == ("ratings", 0, "duty")
    (first, *_) = sheets_of(tmp_path / "a.xlsx").values()
    assert line.number in first[0][0]


def test_another_ending_is_refused_before_anything_is_entered(station, lists, entered, tmp_path):
    for write in (
        lambda path: lists.orders(path, Silence(), ask=an_ask(), keys=entered),
        lambda path: lists.problems(path, YEAR),
        lambda path: lists.ratings(path, TODAY, TODAY),
        lambda path: lists.bad_ratings(path, {MatterState.NEW}),
    ):
        with pytest.raises(RefusedError) as refused:
            write(tmp_path / "a.csv")
        assert refused.value.reason == "export.kind"
    assert register(station) == ()


def test_a_clerk_gives_orders_out_and_no_figures(station, entered, tmp_path):
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳"))
    clerk.window_lists.orders(tmp_path / "a.xlsx", Silence(), ask=an_ask(), keys=entered)
    with pytest.raises(NotPermittedError):
        clerk.window_lists.problems(tmp_path / "b.xlsx", YEAR)
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "张工"))
    with pytest.raises(NotPermittedError):
        worker.window_lists.orders(tmp_path / "c.xlsx", Silence(), ask=an_ask(), keys=entered)


def test_every_state_and_level_has_its_word_in_the_files(lists):
    words = lists._words
    assert set(words["states"]) == set(CaseState)
    assert set(words["matter_states"]) == set(MatterState)
    assert set(words["levels"]) == {str(int(level)) for level in Level}
