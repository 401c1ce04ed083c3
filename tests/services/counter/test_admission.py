"""The admission desk on a real encrypted store: what comes from above, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.admission.flow import TaskEvent, TaskState, WhyNot
from station_app.domain.counter.admission.papers import TaskPaperKind
from station_app.domain.counter.admission.registers import BurdenDraft, BurdenKind, Fate
from station_app.domain.counter.admission.tasks import (
    ListType,
    Owner,
    Point,
    TaskDraft,
    TaskFilter,
)
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from tests.authority import as_seen_by, employ
from tests.factories import TODAY
from tests.pdf_text import text_of
from tests.refusals import refused

DRAFT = TaskDraft(
    name="商户信息摸排",
    department="某某街道经济办",
    list_type=ListType.TEMPORARY,
    affair="temporary",
    owner=Owner.WORKSTATION,
    received_on=TODAY - timedelta(days=2),
    begins_on=TODAY,
    funding=120050,
    agreement="专项协议2026-3",
)


@pytest.fixture
def desk(station):
    return station.admission


def now(desk, key):
    return desk.page(key).task


def step(desk, key, method, *said, on=TODAY):
    return getattr(desk, method)(key, *said, on, version=now(desk, key).version)


def test_a_task_is_entered_asked_for_admitted_and_its_history_tells_it(desk):
    key = desk.enter(DRAFT).value
    step(desk, key, "ask")
    step(desk, key, "admit", "准字〔2026〕1号", "某某街道办事处")
    page = desk.page(key)
    assert (page.task.state, page.task.approval_no) == (TaskState.ADMITTED, "准字〔2026〕1号")
    assert [each.event for each in page.steps] == ["registered", "ask", "admit"]
    assert page.line.dues.is_late


def test_what_is_missing_is_named_and_nothing_is_kept(desk):
    with pytest.raises(ValidationFailedError) as error:
        desk.enter(TaskDraft(name="x"))
    assert {each.field for each in error.value.problems} >= {"department", "owner", "affair"}
    assert desk.register().total == 0


def test_every_step_can_be_taken_back_and_the_history_says_so(desk):
    key = desk.enter(DRAFT).value
    step(desk, key, "ask")
    done = step(desk, key, "refuse", "没有依据")
    again = done.revert()
    assert now(desk, key).state is TaskState.ASKED
    assert now(desk, key).ground == ""
    again.revert()
    assert now(desk, key).state is TaskState.REFUSED
    assert [each.event for each in desk.page(key).steps][-2:] == ["undone", "undone"]


def test_what_a_list_forbids_is_refused_with_its_reason(desk):
    key = desk.enter(replace(DRAFT, list_type=ListType.NEGATIVE)).value
    version = now(desk, key).version
    assert refused(desk.ask, key, TODAY, version=version) == WhyNot.ON_NEGATIVE_LIST
    told = desk.page(key).next
    assert told[TaskEvent.ADMIT] == WhyNot.ON_NEGATIVE_LIST
    assert told[TaskEvent.REFUSE] == ""


def test_an_admission_has_its_number_and_by_whom(desk):
    key = desk.enter(replace(DRAFT, list_type=ListType.OWN)).value
    with pytest.raises(ValidationFailedError) as error:
        step(desk, key, "admit", " ", "")
    assert {each.field for each in error.value.problems} == {"approval_no", "approved_by"}


def test_the_second_of_two_decisions_is_told_that_another_came_first(desk):
    key = desk.enter(DRAFT).value
    step(desk, key, "refuse", "没有依据")
    with pytest.raises(EditConflictError):
        desk.withdraw(key, "x", TODAY, version=1)


def test_hours_are_added_up_and_taken_back(desk):
    key = desk.enter(DRAFT).value
    desk.work(key, 90, TODAY, "走访12户", version=1)
    done = desk.work(key, 30, TODAY, version=1)
    assert now(desk, key).minutes == 120
    done.revert()
    assert now(desk, key).minutes == 90
    with pytest.raises(ValidationFailedError):
        desk.work(key, 0, TODAY, version=1)
    with pytest.raises(ValidationFailedError):
        desk.work(key, 5, TODAY + timedelta(days=1), version=1)


def test_the_five_points_that_have_not_come_are_named_once_it_is_admitted(desk):
    key = desk.enter(replace(DRAFT, people="1名协理员", work="每月一次")).value
    assert now(desk, key).open_points == ()
    step(desk, key, "ask")
    step(desk, key, "admit", "准字1号", "街道")
    assert now(desk, key).open_points == (Point.PROMISE, Point.APPRAISAL)
    assert desk.register(TaskFilter(is_amber=True)).lines[0].task.id == key
    draft = replace(now(desk, key).particulars, promise="承诺书", appraisal="联评")
    desk.correct(key, draft, version=now(desk, key).version)
    assert desk.register().counts.amber == 0


def test_counts_say_what_each_choice_would_leave(desk):
    desk.enter(DRAFT)
    desk.enter(replace(DRAFT, name="乙", list_type=ListType.OWN))
    found = desk.register(TaskFilter(lists=(ListType.OWN,)))
    assert len(found.lines) == 1
    assert found.counts.lists == {ListType.TEMPORARY: 1, ListType.OWN: 1}
    assert found.counts.states == {TaskState.RECEIVED: 1}
    assert found.counts.years == {2026: 1}


def test_what_was_entered_by_mistake_goes_into_the_bin_and_comes_back(desk):
    key = desk.enter(DRAFT).value
    done = desk.put_into_bin(key)
    assert desk.register().total == 0
    with pytest.raises(EditConflictError):
        desk.ask(key, TODAY, version=now(desk, key).version)
    done.revert()
    assert desk.register().total == 1


def test_a_clerk_registers_and_does_not_decide(station):
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳")).admission
    key = clerk.enter(replace(DRAFT, list_type=ListType.OWN)).value
    with pytest.raises(NotPermittedError):
        clerk.admit(key, "1", "街道", TODAY, version=1)
    assert clerk.page(key).next[TaskEvent.ADMIT] == NotPermittedError.code
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "李明")).admission
    with pytest.raises(NotPermittedError):
        worker.register()


def test_the_papers_tell_the_task_as_it_stands(station, desk):
    station.settings.change(name="幸福里社区服务站", phone="025-00008420")
    papers = station.task_papers
    key = desk.enter(DRAFT).value
    assert [each.kind for each in papers.offered(key)] == [
        TaskPaperKind.REQUEST,
        TaskPaperKind.APPROVAL,
    ]
    letter = text_of(papers.draw(key, TaskPaperKind.REQUEST).pdf)
    for words in ("某某街道经济办：", "商户信息摸排", "30个工作日", "15个工作日"):
        assert words in letter
    form = text_of(papers.draw(key, TaskPaperKind.APPROVAL).pdf)
    assert "1,200.50元" in form
    assert refused(papers.draw, key, TaskPaperKind.REFUSAL) == "task.no-such-paper"
    step(desk, key, "refuse", "没有法律法规或政策依据。")
    told = text_of(papers.draw(key, TaskPaperKind.REFUSAL).pdf)
    assert "理由：没有法律法规或政策依据。" in told
    assert "。。" not in told


def test_the_year_is_printed_and_given_out_with_the_year_before(station, desk, tmp_path):
    desk.enter(replace(DRAFT, received_on=TODAY - timedelta(days=360), begins_on=None))
    key = desk.enter(replace(DRAFT, name="=HYPERLINK(1)")).value
    desk.work(key, 90, TODAY, version=1)
    station.burdens.enter(BurdenDraft(name="居民台账", department="民政办"))
    paper = text_of(station.task_years.paper(2026).pdf)
    assert "本年度事项共1项（上年1项）" in paper
    path = tmp_path / "2026.xlsx"
    assert station.task_years.export(path, 2026).value == 1
    book = openpyxl.load_workbook(path)
    rows = list(book["事项清单"].iter_rows(values_only=True))
    assert rows[2][3] == "=HYPERLINK(1)"
    assert rows[2][-1] == "1.5"
    assert all(cell.data_type != "f" for row in book["事项清单"] for cell in row)
    compared = {row[0]: row[1:] for row in book["与上年对比"].iter_rows(values_only=True)}
    assert compared["全部事项"] == ("1", "1", "+0")
    assert book["台账牌子会议检查"]["B3"].value == "居民台账"
    with pytest.raises(RefusedError):
        station.task_years.export(tmp_path / "2026.csv", 2026)


def test_the_small_registers_keep_correct_and_discard(station):
    burdens = station.burdens
    key = burdens.enter(BurdenDraft(name=" 居民台账 ", department="民政办")).value
    (found,) = burdens.all()
    assert (found.particulars.name, found.particulars.fate) == ("居民台账", Fate.KEEP)
    done = burdens.correct(key, replace(found.particulars, fate=Fate.MERGE), version=found.version)
    assert burdens.all()[0].particulars.fate is Fate.MERGE
    done.revert()
    assert burdens.all()[0].particulars.fate is Fate.KEEP
    burdens.put_into_bin(key).revert()
    assert len(burdens.all()) == 1
    with pytest.raises(ValidationFailedError):
        burdens.enter(BurdenDraft(kind=BurdenKind.MEETING, name="例会", department="街道"))


def test_what_is_not_there_is_not_found(desk):
    with pytest.raises(NotFoundError):
        desk.page("none")
