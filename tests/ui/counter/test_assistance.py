"""The pre-check in the window: begun, judged while it is typed, kept, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.assistance.checks import problems_with_check
from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.judging import ALONE as WHY_ALONE
from station_app.domain.counter.assistance.members import WHYS as ALL_WHYS
from station_app.domain.counter.assistance.members import Amount, Member, Per, Tie
from station_app.domain.counter.assistance.telling import MISSING as ALL_MISSING
from station_app.domain.counter.assistance.telling import REASONS as ALL_REASONS
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import Problem
from station_app.domain.residents.households import HouseholdDraft
from station_app.services.draft_records import draft_from
from tests.factories import TODAY, a_draft, a_resident
from tests.ui.fitting import complaints
from ui.counter import assistance_words as words
from ui.counter.assistance_view import CHECKS, AssistanceView
from ui.counter.money_field import MoneyField
from ui.counter.page import CounterPage
from ui.kit.drafts import DraftBox
from ui.kit.handing_out import Outlets


@pytest.fixture
def family(station):
    """Return the key of a head of a household, whose wife lives with him."""

    def one(name, relation, **more):
        told = a_draft(name, sex="1", born=date(1970, 1, 1), **more)
        return a_resident(
            station,
            name,
            number="",
            address="幸福里3幢1单元101",
            particulars=told,
            relation=relation,
        )

    head, wife = one("韩立", "02", occupation="70"), one("孟芳", "10")
    key = station.households.found(head.id, HouseholdDraft(number="1"), version=head.version).value
    station.households.join(wife.id, key, "10", version=wife.version)
    return head.id


@pytest.fixture
def saved(tmp_path):
    return tmp_path / "dossier.pdf"


@pytest.fixture
def view(qtbot, station, context, saved):
    outlets = Outlets(lambda *_a, **_w: None, lambda *_a, **_w: saved)
    made = AssistanceView(station, context, outlets)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive()
    return made


def begin(qtbot, view, resident):
    view.open_record("assistance-for", resident)
    qtbot.waitUntil(view.is_editing)
    return view.form


def told(view):
    return "\n".join(each.text() for each in view.verdict.findChildren(QLabel))


def says(qtbot, view, verdict):
    qtbot.waitUntil(lambda: view.verdict.title.text() == verdict)


def fill_in(form):
    """Tell everything: nobody has anything."""
    for section in form.members:
        section.incomes_told.set_value(value=True)
    form.assets_told.set_value(value=True)
    form.standard.set_fen(900_00)
    form.source.set_value("某市公告")


def keep(qtbot, view):
    view.form.submitted.emit()
    qtbot.waitUntil(view.verdict.dossier.isEnabled)


def test_a_check_begins_with_what_the_register_has(qtbot, view, family):
    form = begin(qtbot, view, family)
    assert [section.name.value() for section in form.members] == ["韩立", "孟芳"]
    assert [section.tie.value() for section in form.members] == ["applicant", "spouse"]
    hints = [each.text() for each in form.members[0].findChildren(QLabel)]
    assert "In the register: 无业人员" in hints
    says(qtbot, view, "Cannot be said yet")
    assert "The standard of this place: the one shown is only an example" in told(view)
    assert not form.is_dirty()


def test_the_verdict_follows_what_is_typed(qtbot, view, family):
    form = begin(qtbot, view, family)
    fill_in(form)
    says(qtbot, view, "Likely within the conditions")
    form.incomes.add_row()
    form.incomes.rows[0][1].set_value("wage")
    form.incomes.rows[0][2].line.setText("1,800")
    says(qtbot, view, "Likely on the edge")
    form.incomes.rows[0][2].line.setText("2700")
    says(qtbot, view, "Likely above the conditions")


def test_what_is_kept_is_in_the_list_and_opens_again(qtbot, view, station, family):
    form = begin(qtbot, view, family)
    fill_in(form)
    keep(qtbot, view)
    [line] = station.assistance.lines()
    assert line.check.particulars.standard == 900_00
    view.form.left.emit()
    qtbot.waitUntil(lambda: view.list.model.rowCount() == 1)
    view.list.opened.emit(line.check.id)
    qtbot.waitUntil(view.is_editing)
    assert view.form.draft() == line.check.particulars


def test_what_the_register_says_stays_in_sight_when_the_check_is_kept(qtbot, view, family):
    form = begin(qtbot, view, family)
    keep(qtbot, view)
    hints = [each.text() for each in form.members[0].findChildren(QLabel)]
    assert "In the register: 无业人员" in hints


def test_members_stand_in_two_columns_where_there_is_room(qtbot, view, family):
    form = begin(qtbot, view, family)
    member = form.members[0]
    qtbot.waitUntil(lambda: member.name.y() == member.tie.y() != member.born.y())


def test_a_correction_is_kept_over_the_former(qtbot, view, station, family):
    form = begin(qtbot, view, family)
    keep(qtbot, view)
    form.note_field.set_value("改")
    view.form.submitted.emit()
    qtbot.waitUntil(lambda: station.assistance.lines()[0].check.particulars.note == "改")
    assert len(station.assistance.lines()) == 1


def test_papers_are_drawn_of_what_is_kept_alone(qtbot, view, family, saved):
    form = begin(qtbot, view, family)
    qtbot.waitUntil(lambda: not view.verdict.dossier.isEnabled())
    assert view.verdict.dossier.toolTip() == "Keep the check first"
    keep(qtbot, view)
    view.verdict.dossier.click()
    qtbot.waitUntil(lambda: view.paper.handout() is not None, timeout=20000)
    assert view.paper.handout().title == "低保申请预审材料 韩立"
    view.paper.save()
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes() == view.paper.handout().pdf
    form.note_field.set_value("改")
    qtbot.waitUntil(lambda: not view.verdict.dossier.isEnabled())


def test_a_slip_of_the_finger_is_told_beside_its_field(qtbot, view, family):
    form = begin(qtbot, view, family)
    form.incomes.add_row()
    form.incomes.add_row()
    form.incomes.rows[1][0].set_value("1")
    form.incomes.rows[1][2].line.setText("100")
    form.submitted.emit()
    qtbot.waitUntil(lambda: bool(form.incomes.rows[1][1].problem()))
    assert form.incomes.rows[1][1].problem() == "This is needed."


def test_a_row_of_nothing_but_its_time_is_no_row(qtbot, view, station, family):
    form = begin(qtbot, view, family)
    form.incomes.add_row()
    form.incomes.rows[0][3].set_value("year")
    keep(qtbot, view)
    assert station.assistance.lines()[0].check.particulars.members[0].incomes == ()


def test_money_that_cannot_be_read_is_not_kept(qtbot, view, station, family):
    form = begin(qtbot, view, family)
    form.standard.line.setText("很多")
    form.submitted.emit()
    assert form.standard.problem() == "Type yuan, such as 1200 or 1200.50."
    assert station.assistance.lines() == []


def test_a_member_is_added_and_taken_out_with_his_money(qtbot, view, family):
    form = begin(qtbot, view, family)
    form.add_member.click()
    form.members[2].name.set_value("韩小")
    form.incomes.show_rows(
        [("1", "wage", "100", "month", False), ("2", "rent", "5", "year", True)]
    )
    form.members[1].removed.emit()
    draft = form.draft()
    assert [each.name for each in draft.members] == ["韩立", "韩小"]
    assert [each.incomes for each in draft.members] == [
        (),
        (Amount(kind="rent", fen=500, per=Per.YEAR, is_proved=True),),
    ]


def test_whoever_applies_cannot_be_taken_out(qtbot, view, family):
    form = begin(qtbot, view, family)
    assert [section.remove.isVisible() for section in form.members] == [False, True]


def test_what_was_left_without_saving_can_be_gone_on_with(qtbot, view, context, family):
    form = begin(qtbot, view, family)
    form.note_field.set_value("未存")
    assert view.has_unsaved()
    form.left.emit()
    assert not view.is_editing()
    context.notices.press_latest()
    assert view.is_editing()
    assert form.draft().note == "未存"
    assert view.has_unsaved()


def another(qtbot, station, context, jobs):
    """Return a view of another run of the program, and the box its drafts lie in."""
    box = DraftBox(lambda: station.drafts, jobs, draft_from, context.jobs)
    with qtbot.waitSignal(box.found, raising=False, timeout=500):
        box.look()
    made = AssistanceView(station, replace(context, drafts=box), Outlets())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("is_kept", [False, True])
def test_what_was_typed_survives_the_end_of_the_program(
    qtbot, station, context, jobs, family, is_kept
):
    first = another(qtbot, station, context, jobs)
    form = begin(qtbot, first, family)
    kind, key = "assistance-for", family
    if is_kept:
        keep(qtbot, first)
        kind, key = "assistance-check", first._check.id
    form.note_field.set_value("未存")
    first._drafts.keep()
    qtbot.waitUntil(lambda: bool(station.drafts.kept()))
    second = another(qtbot, station, context, jobs)
    second.open_record(kind, key)
    qtbot.waitUntil(second.is_editing)
    assert second.form.draft().note == "未存"
    assert second.has_unsaved()
    assert context.notices.shown()[-1].text() == "What you had typed is here again."
    context.notices.press_latest()
    assert second.form.draft().note == ""
    second.form.note_field.set_value("记下")
    keep(qtbot, second)
    qtbot.waitUntil(lambda: station.drafts.kept() == ())


def test_a_check_is_put_into_the_bin_from_the_list(qtbot, view, station, family):
    begin(qtbot, view, family)
    keep(qtbot, view)
    view.form.left.emit()
    qtbot.waitUntil(lambda: view.list.model.rowCount() == 1)
    assert view.list.discard.toolTip() == "Choose a check first"
    view.list.table.selectRow(0)
    view.list.discard.click()
    qtbot.waitUntil(lambda: view.list.model.rowCount() == 0)
    assert station.assistance.lines() == []


def test_a_form_gives_back_what_it_was_shown(qtbot, view):
    member = Member(name="甲", tie=Tie.APPLICANT, born=date(1970, 1, 1), level=2)
    draft = CheckDraft(
        received_on=TODAY,
        standard=900_50,
        standard_source="公告",
        is_registered_here=False,
        members=(member, Member(name="乙", incomes=(Amount(kind="wage", fen=1_05),))),
        assets=(Asset(kind="car", amount=2), Asset(kind="deposit", amount=1_00)),
        note="注",
    )
    view.form.begin(draft)
    assert view.form.draft() == draft


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("1200", 1200_00), ("1,200.5", 1200_50), ("１２００元", 1200_00), ("", 0), ("0.05", 5)],
)
def test_money_is_read_as_it_is_typed(qtbot, typed, fen):
    field = MoneyField("Amount")
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert field.is_readable()
    assert field.fen() == fen


@pytest.mark.parametrize("typed", ["-1", "1.234", "abc", "12345678901"])
def test_what_is_no_money_is_told(qtbot, typed):
    field = MoneyField("Amount")
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert not field.is_readable()


def test_every_code_has_its_words():
    assert set(words.REASONS) == set(ALL_REASONS)
    assert set(words.MISSING) == set(ALL_MISSING)
    assert set(words.WHYS) == set(ALL_WHYS)
    assert set(words.ALONE) == set(WHY_ALONE)


def test_every_problem_has_its_sentence(view, station):
    broken = CheckDraft(
        standard=-1,
        note="长" * 2001,
        members=(Member(tie=Tie.SPOUSE, incomes=(Amount(kind="x", fen=-1),)),) * 2,
    )
    found = problems_with_check(broken, station.reference.assistance, TODAY)
    assert len({each.code for each in found}) > 4
    for each in found:
        assert view.form.wording(Problem(each.field, each.code))


def test_nothing_is_cut_in_the_form_and_the_list(qtbot, view, family):
    assert complaints(view) == []
    form = begin(qtbot, view, family)
    form.incomes.add_row()
    form.assets.add_row()
    says(qtbot, view, "Cannot be said yet")
    assert complaints(view) == []


def test_the_pre_check_is_reached_from_its_item_and_left_again(qtbot, station, context, saved):
    outlets = Outlets(lambda *_a, **_w: None, lambda *_a, **_w: saved)
    page = CounterPage(station, context, outlets)
    qtbot.addWidget(page)
    page.show()
    page.open_record("item", id_of_shipped("minimum-living"))
    panel = page.items.catalogue.panel
    qtbot.waitUntil(lambda: panel.line() is not None and panel.check.isVisible())
    panel.check.click()
    assert page.assistance.isVisible()
    page.assistance.list.back.click()
    assert page.items.catalogue.isVisible()
    page.open_record("item", id_of_shipped("noise"))
    qtbot.waitUntil(lambda: not panel.check.isVisible())
    page.open_record(CHECKS, "")
    assert page.assistance.isVisible()


def test_whoever_may_not_check_is_told_why(qtbot, station, context, saved):
    refused = "A clerk does this."
    context.gate.judge_by(lambda need: refused if need is Permission.ASSISTANCE_CHECK else "")
    page = CounterPage(station, context, Outlets())
    qtbot.addWidget(page)
    page.show()
    page.open_record("item", id_of_shipped("minimum-living"))
    check = page.items.catalogue.panel.check
    qtbot.waitUntil(check.isVisible)
    assert not check.isEnabled()
    assert check.toolTip() == refused
