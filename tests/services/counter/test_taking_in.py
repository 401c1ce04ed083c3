"""A case taken in at the window in one go: all of it or nothing, and undone at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.cases import CaseDraft, Intake, Undo, is_whole
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from tests.factories import a_resident

DIBAO = id_of_shipped("minimum-living")
DRAFT = CaseDraft(item_id=DIBAO, applicant="王秀英")
ALL = CaseFilter(view=CaseView.ALL)
BROUGHT = (Tick(originals=9, copies=9),) * 7
E = CaseEvent


@pytest.fixture
def apart(station):
    """Return what takes the same steps as transactions of their own, as a measure."""

    def take(draft, intake, ticks=()):
        cases = station.cases
        key = cases.draft(draft).value

        def step(method, *said):
            getattr(cases, method)(key, *said, version=cases.page(key).case.version)

        if ticks:
            step("tick", ticks)
        for name in {
            Intake.DRAFT: (),
            Intake.RECEIVE: ("receive",),
            Intake.NOTICE: ("receive", "ask_for_more"),
            Intake.ACCEPT: ("accept",),
        }[intake]:
            step(name)
        return key

    return take


def told(station, key):
    """Return all that is kept of a case but what no two cases share."""
    page = station.cases.page(key)
    steps = [(each.event, each.before, each.after, each.reason) for each in page.steps]
    assert is_whole(page.steps)
    return replace(page.case, id="", number=bool(page.case.number)), steps, page.lacking


@pytest.mark.parametrize("intake", Intake)
@pytest.mark.parametrize("ticks", [(), BROUGHT])
def test_in_one_go_comes_to_the_same_as_step_by_step(station, apart, intake, ticks):
    lacks = not ticks
    if (intake is Intake.ACCEPT and lacks) or (intake is Intake.NOTICE and not lacks):
        return
    key = station.cases.take_in(DRAFT, intake, ticks).value
    assert told(station, key) == told(station, apart(DRAFT, intake, ticks))


def test_it_is_one_transaction(station):
    def transactions():
        with station.store.reading() as tx:
            rows = tx.session.connection().exec_driver_sql(
                "SELECT count(DISTINCT hlc) FROM sync_row WHERE tbl IN (30, 31)"
            )
            return rows.scalar()

    before = transactions()
    key = station.cases.take_in(DRAFT, Intake.ACCEPT, BROUGHT).value
    moments = {each.at for each in station.cases.page(key).steps}
    assert len(moments) == 1
    assert transactions() == before + 1


@pytest.mark.parametrize(
    ("intake", "ticks", "why"),
    [
        (Intake.ACCEPT, (), "case.materials-lack"),
        (Intake.NOTICE, BROUGHT, "case.nothing-lacks"),
    ],
)
def test_what_is_refused_on_its_way_leaves_nothing_behind(station, intake, ticks, why):
    with pytest.raises(RefusedError) as refused:
        station.cases.take_in(DRAFT, intake, ticks)
    assert refused.value.reason == why
    assert station.cases.keys(ALL) == []
    number = station.cases.take_in(DRAFT, Intake.RECEIVE).value
    assert station.cases.page(number).case.number.endswith("0001-5"), "no number was spent"


def test_wrong_ticks_leave_nothing_behind(station):
    with pytest.raises(ValidationFailedError):
        station.cases.take_in(DRAFT, Intake.ACCEPT, BROUGHT[:3])
    assert station.cases.keys(ALL) == []


def test_one_undo_makes_an_enquiry_of_it_again(station):
    done = station.cases.take_in(DRAFT, Intake.ACCEPT, BROUGHT)
    number = station.cases.page(done.value).case.number
    done.revert()
    page = station.cases.page(done.value)
    case = page.case
    assert case.state is CaseState.DRAFT
    assert (case.number, case.accepted_on, case.ticks) == (number, None, BROUGHT)
    assert [each.event for each in page.steps] == [Undo.DRAFTED, E.TICK, E.ACCEPT, Undo.UNDONE]


def test_an_enquiry_is_undone_into_the_bin(station):
    done = station.cases.take_in(DRAFT, Intake.DRAFT)
    undone = done.revert()
    assert station.cases.keys(ALL) == []
    undone.revert()
    assert station.cases.keys(ALL) == [done.value]


def test_what_somebody_has_gone_on_with_is_not_undone(station):
    done = station.cases.take_in(DRAFT, Intake.ACCEPT, BROUGHT)
    version = station.cases.page(done.value).case.version
    station.cases.begin(done.value, version=version)
    with pytest.raises(EditConflictError):
        done.revert()


def test_it_is_found_at_once_by_the_name_of_the_register(station):
    person = a_resident(station)
    draft = CaseDraft(item_id=DIBAO, resident_id=person.id)
    key = station.cases.take_in(draft, Intake.ACCEPT, BROUGHT).value
    assert station.cases.keys(CaseFilter(text="张三")) == [key]
