"""Somebody else has saved meanwhile: every form compares, and nothing is lost unseen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, ResidentDraft
from station_app.domain.residents.tags import Tag
from tests.ui.residents.hands import says
from ui.residents.comparison import Comparison, differences

if TYPE_CHECKING:
    from collections.abc import Callable

PASSPORT = Document(kind=DocumentKind.CN_PASSPORT, number="E12345678")
PERMIT = Document(kind=DocumentKind.OFFICER, number="军字第1234567号")


@dataclass(frozen=True)
class Story:
    """Two people at one record: what each does, and what the record says of it."""

    act: str
    field: str
    mine: Callable[[Any], None]
    theirs: Callable[[Any, Any], object]
    kept: Callable[[Any, Any], object]
    is_mine: Callable[[Any], bool]
    is_theirs: Callable[[Any], bool]


def change(field, value):
    return lambda form: form.fields[field].set_value(value)


def correct(station, person):
    theirs = replace(person.particulars, employer="对方单位")
    return station.residents.correct(person.id, theirs, version=person.version)


def correct_hukou(station, person):
    theirs = replace(person.hukou, address="对方地址")
    return station.residents.correct_hukou(person.id, theirs, version=person.version)


def correct_living(station, person):
    theirs = replace(person.living, proof="对方合同")
    return station.residents.correct_living(person.id, theirs, version=person.version)


def keep_documents(station, person):
    theirs = (*person.documents, PASSPORT)
    return station.residents.keep_documents(person.id, theirs, version=person.version)


def keep_tags(station, person):
    tags = (*station.lists.file(person.id).tags, Tag(code="volunteer"))
    return station.residents.keep_tags(person.id, tags, version=person.version)


def correct_household(station, person):
    found = station.households.household(person.household_id)
    theirs = replace(found.particulars, note="对方备注")
    return station.households.correct(found.id, theirs, version=found.version)


def add_permit(form):
    form.add_entry()
    form.fields["documents.1.kind"].set_value(PERMIT.kind)
    form.fields["documents.1"].set_value(PERMIT.number)


def add_poor(form):
    form.add_entry()
    form.fields["tags.1.code"].set_value("elder_alone")


def kinds(station, person):
    return [each.kind for each in station.residents.resident(person.id).documents]


def codes(station, person):
    return [each.code for each in station.lists.file(person.id).tags]


STORIES = (
    Story(
        "correct_particulars",
        "employer",
        change("employer", "我方单位"),
        correct,
        lambda station, person: station.residents.resident(person.id).particulars.employer,
        lambda kept: kept == "我方单位",
        lambda kept: kept == "对方单位",
    ),
    Story(
        "correct_hukou",
        "address",
        change("address", "我方地址"),
        correct_hukou,
        lambda station, person: station.residents.resident(person.id).hukou.address,
        lambda kept: kept == "我方地址",
        lambda kept: kept == "对方地址",
    ),
    Story(
        "correct_living",
        "proof",
        change("proof", "我方合同"),
        correct_living,
        lambda station, person: station.residents.resident(person.id).living.proof,
        lambda kept: kept == "我方合同",
        lambda kept: kept == "对方合同",
    ),
    Story(
        "correct_documents",
        "entries",
        add_permit,
        keep_documents,
        kinds,
        lambda kept: PERMIT.kind in kept and PASSPORT.kind not in kept,
        lambda kept: PASSPORT.kind in kept and PERMIT.kind not in kept,
    ),
    Story(
        "correct_tags",
        "entries",
        add_poor,
        keep_tags,
        codes,
        lambda kept: "elder_alone" in kept and "volunteer" not in kept,
        lambda kept: "volunteer" in kept and "elder_alone" not in kept,
    ),
    Story(
        "of_household.correct",
        "note",
        change("note", "我方备注"),
        correct_household,
        lambda station, person: station.households.household(person.household_id).particulars.note,
        lambda kept: kept == "我方备注",
        lambda kept: kept == "对方备注",
    ),
)
BY_ACT = pytest.mark.parametrize("story", STORIES, ids=[each.act for each in STORIES])


@pytest.fixture
def person(station, three):
    """The first of three, who heads a household."""
    first = three[0]
    draft = HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id)
    station.households.found(first.id, draft, version=first.version)
    return station.residents.resident(first.id)


@pytest.fixture
def meet(station, person, open_task, qtbot):
    """Return a way to let both save, and wait for the comparison."""

    def meet_(story):
        task = open_task(person, story.act)
        story.theirs(station, station.residents.resident(person.id))
        story.mine(task.task.form)
        task.submit()
        qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
        return task, task._stack.currentWidget()

    return meet_


@BY_ACT
def test_three_columns_stand_side_by_side(meet, story):
    _, comparison = meet(story)
    assert [row.field for row in comparison.rows if row.is_contested()] == [story.field]
    assert says(comparison, "As you saw it")
    assert says(comparison, "Now")
    assert says(comparison, "Yours")
    row = comparison.rows[0]
    shown = [comparison._say(row.field, value)[1] for value in (row.seen, row.now, row.mine)]
    assert len(set(shown)) == len(shown), "what differs must read differently"


@BY_ACT
@pytest.mark.parametrize("mine", [False, True], ids=["theirs", "mine"])
def test_what_is_chosen_is_kept(station, person, meet, qtbot, story, mine):
    task, comparison = meet(story)
    comparison.choose(story.field, mine=mine)
    with qtbot.waitSignal(task.ended):
        comparison.settled.emit(comparison.merged())
    kept = story.kept(station, person)
    assert story.is_mine(kept) if mine else story.is_theirs(kept)


@BY_ACT
def test_theirs_stands_until_something_is_chosen(meet, story):
    _, comparison = meet(story)
    theirs = [button.isChecked() for button in comparison._groups[story.field].buttons()]
    assert theirs == [True, False]


@BY_ACT
def test_leaving_keeps_theirs_and_what_was_typed(
    station, person, meet, qtbot, page, context, story
):
    task, comparison = meet(story)
    with qtbot.waitSignal(task.ended):
        comparison.left.emit()
    assert story.is_theirs(story.kept(station, person))
    assert page.has_unsaved()
    assert context.notices.shown()[-1].action.text() == "Go on editing"


@BY_ACT
def test_what_was_merged_can_be_undone(station, person, meet, qtbot, operations, story):
    task, comparison = meet(story)
    comparison.choose(story.field, mine=True)
    with qtbot.waitSignal(task.ended):
        comparison.settled.emit(comparison.merged())
    operations.undo()
    qtbot.waitUntil(lambda: story.is_theirs(story.kept(station, person)))


def test_a_third_change_is_compared_again(station, person, meet, qtbot):
    task, comparison = meet(STORIES[0])
    now = station.residents.resident(person.id)
    third = replace(now.particulars, employer="第三方单位")
    station.residents.correct(person.id, third, version=now.version)
    comparison.choose("employer", mine=True)
    comparison.settled.emit(comparison.merged())
    qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
    again = task._stack.currentWidget()
    assert again is not comparison
    assert again.rows[0].now == "第三方单位"


def test_restricted_tags_of_before_are_never_seen_in_a_conflict(station, person, open_task, qtbot):
    # as a device of before may have sent it
    with station.store.transaction() as tx:
        tx.tags.keep(person.id, (Tag(code="petition"),))
    task = open_task(person, "correct_tags")
    now = station.residents.resident(person.id)
    station.residents.keep_tags(person.id, (Tag(code="volunteer"),), version=now.version)
    task.task.form.add_entry()
    task.task.form.fields["tags.0.code"].set_value("party_member")
    task.submit()
    qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
    comparison = task._stack.currentWidget()
    comparison.choose("entries", mine=True)
    with qtbot.waitSignal(task.ended):
        comparison.settled.emit(comparison.merged())
    assert codes(station, person) == ["party_member"]


def test_documents_are_compared_with_their_numbers_masked(meet):
    _, comparison = meet(STORIES[3])
    assert says(comparison, "居民身份证 110000********0013")
    assert not says(comparison, "110000199001010013")


@pytest.mark.parametrize("act", ["record_verification", "note_death"])
def test_an_event_asks_for_a_second_look(station, person, open_task, qtbot, act):
    task = open_task(person, act)
    fill = {
        "record_verification": {"how": "visit", "by": "王晓"},
        "note_death": {"on": date(2026, 1, 1)},
    }[act]
    for field, value in fill.items():
        task.task.form.fields[field].set_value(value)
    correct(station, station.residents.resident(person.id))
    task.submit()
    qtbot.waitUntil(task.banner.isVisible)
    assert "Look at it again" in task.banner.text.text()
    with qtbot.waitSignal(task.ended):
        task.submit()


def test_a_conflict_without_a_common_field_takes_both(station, person, open_task, qtbot):
    task = open_task(person, "correct_living")
    correct_living(station, station.residents.resident(person.id))
    task.task.form.fields["basis"].set_value("rent")
    task.submit()
    qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
    comparison = task._stack.currentWidget()
    assert not comparison.findChildren(QRadioButton)
    with qtbot.waitSignal(task.ended):
        comparison.settled.emit(comparison.merged())
    kept = station.residents.resident(person.id).living
    assert (kept.basis, kept.proof) == ("rent", "对方合同")


def test_the_place_somebody_has_moved_to_is_not_taken_back(station, person, open_task, qtbot):
    task = open_task(person, "correct_living")
    with station.store.transaction() as tx:
        from_elsewhere = tx.places.settle(station.places.dwelling(person.living.dwelling_id).parts)
    correct_living(station, station.residents.resident(person.id))
    task.task.form.fields["since"].set_value(date(2020, 1, 1))
    task.submit()
    qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
    merged = task._stack.currentWidget().merged()
    assert merged.dwelling_id == from_elsewhere


@pytest.mark.parametrize(
    ("seen", "now", "mine", "contested", "settled"),
    [
        ("甲", "乙", "丙", True, "丙"),
        ("甲", "乙", "甲", False, "乙"),
        ("甲", "甲", "丙", False, "丙"),
        ("甲", "丙", "丙", False, "丙"),
        ("", "", "丙", False, "丙"),
        ("甲", "", "甲", False, ""),
        ("甲", "", "", False, ""),
        ("甲", "", "丙", True, "丙"),
    ],
)
def test_each_way_two_can_meet_at_one_field(seen, now, mine, contested, settled):
    drafts = (ResidentDraft(name="白", employer=each) for each in (seen, now, mine))
    (row,) = differences(*drafts)
    assert (row.is_contested(), row.settled()) == (contested, settled)


@pytest.mark.parametrize("draft", [ResidentDraft(name="甲"), Living(), Hukou(), HouseholdDraft()])
def test_drafts_alike_do_not_differ(draft):
    assert differences(draft, draft, draft) == ()


def test_a_long_value_is_chosen_by_clicking_its_words(meet, qtbot):
    _, comparison = meet(STORIES[0])
    words = next(each for each in comparison.findChildren(QLabel) if each.text() == "我方单位")
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert comparison.merged().employer == "我方单位"
