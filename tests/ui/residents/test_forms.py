"""What every form of the room keeps to: keys, notes beside fields, leaving, undo."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.standing import Standing
from station_app.domain.residents.tags import Tag
from tests.factories import a_draft, a_resident
from tests.ui.residents.hands import CTRL, SHIFT, act_on_file, press
from tests.ui.residents.rooms import a_room, a_station
from ui.kit.fields import DateField


@dataclass(frozen=True)
class Work:
    """A form: who it is opened over, how it is filled so that it can be saved."""

    act: str
    who: int = 0
    values: dict[str, Any] = field(default_factory=dict)
    said: str = ""


WORKS = (
    Work("correct_particulars", values={"employer": "小学"}, said="Corrected 白富"),
    Work("correct_documents", values={"documents.0.issuer": "公安局"}, said="Corrected the doc"),
    Work("correct_tags", values={"tags.0.source": "党支部"}, said="Changed the tags of 白富"),
    Work("correct_hukou", values={"address": "某县"}, said="Corrected the registration of 白富"),
    Work("correct_living", values={"proof": "合同"}, said="Corrected where 白富 lives"),
    Work("move", values={"address": "幸福里5-1-301"}, said="Moved 白富"),
    Work("note_death", values={"on": date(2026, 2, 1)}, said="Noted the death of 白富"),
    Work("record_verification", values={"how": "visit", "by": "王晓"}, said="Verified the facts"),
    Work("of_household.correct", values={"note": "备注"}, said="Corrected the household"),
    Work("of_household.found", 2, values={"number": "99"}, said="Founded a household of 张三"),
    Work("of_household.add_known", values={"member": "", "relation": "50"}, said="Added a member"),
    Work(
        "of_household.change_head", values={"member": ""}, said="Changed the head of the household"
    ),
    Work(
        "of_household.add_new",
        values={"name": "白小富", "relation": "20"},
        said="Registered 白小富",
    ),
)
OVERWRITING_NOTHING = {"record_verification", "of_household.correct"}
EACH = pytest.mark.parametrize("work", WORKS, ids=[each.act for each in WORKS])


@pytest.fixture
def household(station, three):
    """The first two live together; the first is the head."""
    first, second, _ = three
    key = station.households.found(
        first.id,
        HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id),
        version=first.version,
    ).value
    station.households.join(second.id, key, "10", version=second.version)
    return key


def three_at_home(folder, empty_store, key, clock):
    """A station like that of the other tests: two people in one household, one alone."""
    station = a_station(folder, empty_store, key, clock)
    party = (Tag(code="party_member"),)
    first = a_resident(station, "白富", address="幸福里3幢1单元201", tags=party)
    second = a_resident(station, "曾娜", number="", particulars=a_draft("曾娜"))
    third = a_resident(station, "张三", number="")
    draft = HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id)
    household = station.households.found(first.id, draft, version=first.version).value
    station.households.join(second.id, household, "10", version=second.version)
    return station, (first, second, third)


@pytest.fixture(scope="module")
def rooms():
    made = []
    yield made
    for room in made:
        room.close()


@pytest.fixture
def room(rooms, tmp_path_factory, empty_store, key, qtbot):
    """The room of the module: for whoever looks and types, and saves nothing."""
    if not rooms:
        folder = tmp_path_factory.mktemp("typed") / "station"
        rooms.append(a_room(folder, empty_store, key, qtbot, settled=three_at_home))
    made = rooms[0]
    yield made
    made.page.side.leave()
    made.page.side.shelf.drafts.clear()
    made.context.notices.clear()


@pytest.fixture
def look(room, qtbot):
    """Return a way to open the form of a work in the room of the module."""

    def look_(work):
        person = room.people[work.who]
        # the window of a test before may still be the active one, and would keep the cursor
        room.page.activateWindow()
        qtbot.waitUntil(room.page.isActiveWindow)
        room.page.show_person(person.id)
        qtbot.waitUntil(lambda: room.page.file.key() == person.id)
        act_on_file(room.page, work.act)
        qtbot.waitUntil(lambda: room.page.side.task() is not None)
        task = room.page.side.task()
        first = next(iter(task.task.form.fields.values()))
        qtbot.waitUntil(first.isVisible)
        return task

    return look_


def typed_into(room, work, form):
    """Fill *form* so that it could be saved."""
    people = {
        "of_household.add_known": room.people[2].id,
        "of_household.change_head": room.people[1].id,
    }
    for name, value in work.values.items():
        form.fields[name].set_value(people[work.act] if name == "member" else value)
    return form.draft()


@pytest.fixture
def begin(household, three, open_task):
    """Return a way to open the form of a work."""
    return lambda work: open_task(three[work.who], work.act)


@pytest.fixture
def fill(three):
    """Return a way to fill a form so that it can be saved."""

    def fill_(work, form):
        people = {"of_household.add_known": three[2].id, "of_household.change_head": three[1].id}
        for name, value in work.values.items():
            form.fields[name].set_value(people[work.act] if name == "member" else value)

    return fill_


def contents(station):
    """Return what is kept of everybody, without versions."""
    with station.store.reading() as tx:
        keys = [line.id for line in tx.lines.lines(range(1, 20), today=date(2026, 3, 1)).values()]
    people = [station.residents.resident(key) for key in keys]
    people = [person for person in people if not person.is_binned]
    return [
        (p.particulars, p.documents, p.living, p.hukou, p.household_id, p.relation, p.standing)
        for p in people
    ] + [station.lists.file(key).tags for key in keys]


@EACH
def test_ctrl_enter_saves(begin, fill, qtbot, operations, work):
    task = begin(work)
    fill(work, task.task.form)
    editor = next(iter(task.task.form.fields.values())).editor
    with qtbot.waitSignal(task.ended):
        press(qtbot, editor, Qt.Key.Key_Return, modifier=CTRL)
    assert operations.latest_label().startswith(work.said)


@EACH
def test_the_button_saves(begin, fill, qtbot, operations, work):
    task = begin(work)
    fill(work, task.task.form)
    with qtbot.waitSignal(task.ended):
        task.task.form.save.click()
    assert operations.latest_label().startswith(work.said)


@EACH
def test_saving_can_be_undone(station, begin, fill, save, qtbot, operations, work):
    task = begin(work)
    before = contents(station)
    fill(work, task.task.form)
    save()
    assert contents(station) != before or work.act in OVERWRITING_NOTHING
    with qtbot.waitSignal(operations.undone):
        operations.undo()
    after = [each for each in contents(station) if each not in before]
    assert after == []


@EACH
def test_esc_leaves_an_untouched_form_without_a_word(look, room, qtbot, work):
    task = look(work)
    said = len(room.context.notices.kept)
    press(qtbot, task.task.form, Qt.Key.Key_Escape)
    assert room.page.side.currentWidget() is room.page.file
    assert len(room.context.notices.kept) == said
    assert not room.page.has_unsaved()


@EACH
def test_esc_offers_back_what_was_typed(look, room, qtbot, work):
    task = look(work)
    typed = typed_into(room, work, task.task.form)
    press(qtbot, task.task.form, Qt.Key.Key_Escape)
    notice = room.context.notices.shown()[-1]
    assert notice.text() == f"“{task.task.title}” was left without saving."
    assert notice.action.text() == "Go on editing"
    notice.action.click()
    assert room.page.side.task() is task
    assert task.task.form.draft() == typed


@EACH
def test_a_form_reopened_shows_what_was_typed_before(look, room, work):
    task = look(work)
    typed = typed_into(room, work, task.task.form)
    task.leave()
    room.context.notices.clear()
    again = look(work)
    assert again.task.form.draft() == typed
    assert again.banner.isVisible()
    again._keeping._start_afresh()
    assert again.task.form.draft() == again.task.form.shown


@EACH
def test_opening_another_file_leaves_the_form_with_an_offer(look, room, qtbot, work):
    task = look(work)
    typed_into(room, work, task.task.form)
    other = room.people[1]
    room.page.show_person(other.id)
    qtbot.waitUntil(lambda: room.page.file.key() == other.id)
    assert room.page.side.currentWidget() is room.page.file
    assert room.page.has_unsaved()
    assert room.context.notices.press_latest()
    assert room.page.side.task() is task


@EACH
def test_enter_goes_through_the_fields_in_their_order(look, qtbot, work):
    fields = [each for each in look(work).task.form.fields.values() if each.isVisible()]
    fields[0].editor.setFocus()
    for here, then in pairwise(fields):
        assert QApplication.focusWidget() is here.editor
        if isinstance(here.editor, QPlainTextEdit):
            then.editor.setFocus()  # Enter makes a new line there; Tab goes on
            continue
        press(qtbot, here.editor, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is then.editor


@EACH
def test_shift_enter_goes_back(look, qtbot, work):
    fields = [each for each in look(work).task.form.fields.values() if each.isVisible()][:2]
    fields[-1].editor.setFocus()
    press(qtbot, fields[-1].editor, Qt.Key.Key_Return, modifier=SHIFT)
    assert QApplication.focusWidget() is fields[0].editor


@EACH
def test_the_cursor_begins_in_the_form(look, qtbot, work):
    form = look(work).task.form
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))


@EACH
def test_nothing_is_saved_twice_at_once(begin, fill, qtbot, operations, work):
    task = begin(work)
    fill(work, task.task.form)
    labels = []
    operations.performed.connect(lambda label, _: labels.append(label))
    with qtbot.waitSignal(task.ended):
        task.submit()
        assert not task.task.form.save.isEnabled()
        assert task.task.form.save.toolTip() == "Saving…"
        task.submit()
    assert len(labels) == 1


@EACH
def test_each_field_has_a_name_for_those_who_listen(look, work):
    for name, each in look(work).task.form.fields.items():
        assert each.editor.accessibleName(), name


@EACH
def test_the_panel_says_what_is_done_and_with_whom(look, work):
    task = look(work)
    assert task.title.text() == task.task.title
    assert task.title.text()
    assert task.subtitle.text() or work.act == "of_household.add_new"


def days_of(form):
    return [each for each in form.fields.values() if isinstance(each, DateField)]


WITH_DAYS = [each for each in WORKS if not each.act.startswith("of_household.")]


@pytest.mark.parametrize("work", WITH_DAYS, ids=[each.act for each in WITH_DAYS])
def test_a_day_that_is_none_is_said_beside_it_and_keeps_the_form_open(look, room, work):
    task = look(work)
    typed_into(room, work, task.task.form)
    for each in days_of(task.task.form):
        each.line.setText("2026-13-40")
        each.line.editingFinished.emit()
        assert "This is not a day" in each.problem()
    task.submit()
    assert not task._is_saving
    assert all("This is not a day" in each.problem() for each in days_of(task.task.form))


def test_ctrl_enter_upon_a_day_that_is_none_says_so(look, qtbot):
    task = look(WORKS[4])
    since = task.task.form.fields["since"]
    since.line.setText("31.2.")
    press(qtbot, since.line, Qt.Key.Key_Return, modifier=CTRL)
    assert not task._is_saving
    assert "This is not a day" in since.problem()


def test_a_choice_that_is_none_is_said_beside_it(look):
    task = look(WORKS[4])
    basis = task.task.form.fields["basis"]
    basis.line.setText("没有这样的")
    task.submit()
    assert not task._is_saving
    assert basis.problem() == "Not in the list. Press the down arrow to see all."


def numbered(first):
    """Return an ID number that begins with *first*, its last character right."""
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    total = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


PROBLEMS = (
    ("correct_particulars", 0, {"name": ""}, "name", "Type the name."),
    ("correct_particulars", 0, {"name": "白\u200b富"}, "name", ""),
    ("correct_particulars", 0, {"name": "白" * 61}, "name", "A name has at most 60 characters"),
    ("correct_particulars", 0, {"born": date(2027, 1, 1)}, "born", "This day is still to come."),
    ("correct_particulars", 0, {"born": date(1850, 1, 1)}, "born", "Nobody is older than 130"),
    ("correct_particulars", 0, {"employer": "校" * 121}, "employer", "At most 120 characters."),
    ("correct_particulars", 0, {"note": "备" * 2001}, "note", "At most 2000 characters."),
    ("correct_particulars", 0, {"former_name": "白" * 61}, "former_name", "A name has at most"),
    ("correct_documents", 0, {"documents.0": ""}, "documents.0", "Type the number."),
    (
        "correct_documents",
        0,
        {"documents.0": "110000199001010014"},
        "documents.0",
        "The last character does not match.",
    ),
    ("correct_documents", 0, {"documents.0": "1100001990"}, "documents.0", "It has 10 char"),
    (
        "correct_documents",
        0,
        {"documents.0": numbered("11000019901301001")},
        "documents.0",
        "19901301 is no day of birth.",
    ),
    (
        "correct_documents",
        0,
        {"documents.0": numbered("99000019900101001")},
        "documents.0",
        "No province",
    ),
    (
        "correct_documents",
        0,
        {"documents.0.from": date(2025, 1, 1), "documents.0.to": date(2024, 1, 1)},
        "documents.0",
        "It ends before it begins",
    ),
    ("correct_tags", 0, {"tags.0.code": ""}, "tags.0.code", "This is needed."),
    (
        "correct_tags",
        0,
        {"tags.0.since": date(2026, 2, 2), "tags.0": date(2026, 2, 1)},
        "tags.0",
        "It ends before it begins.",
    ),
    ("correct_hukou", 0, {"since": date(2027, 1, 1)}, "since", "This day is still to come."),
    ("correct_living", 0, {"since": date(2027, 1, 1)}, "since", "This day is still to come."),
    ("move", 0, {}, "address", "This is needed."),
    ("move", 0, {"address": "3幢501"}, "address", "This is needed."),
    ("move", 0, {"on": date(2027, 1, 1)}, "on", "This day is still to come."),
    ("move", 0, {"who": False}, "who", "Tick at least one person."),
    ("note_death", 0, {}, "on", "This is needed."),
    ("note_death", 0, {"on": date(2026, 3, 2)}, "on", "This day is still to come."),
    ("record_verification", 0, {}, "how", "Choose how the facts were verified."),
    ("record_verification", 0, {"by": " "}, "by", "Say who verified the facts."),
    ("record_verification", 0, {"on": date(2027, 1, 1)}, "on", "This day is still to come."),
    ("of_household.add_known", 0, {}, "member", "Choose who."),
    ("of_household.add_known", 0, {}, "relation", "Choose the relation to the head"),
    ("of_household.change_head", 0, {}, "member", "Choose who."),
    ("of_household.add_new", 0, {}, "name", "Type the name."),
    ("of_household.add_new", 0, {"name": "白小富"}, "relation", "Choose the relation to the head"),
    ("of_household.add_new", 0, {"home": "3幢501"}, "home", "Begin with the estate"),
    ("of_household.add_new", 0, {"born": date(2027, 1, 1)}, "born", "This day is still to come."),
    ("of_household.add_new", 0, {"number": "110000199001010014"}, "number", "The last character"),
)


@pytest.mark.parametrize(("act", "who", "values", "at", "sentence"), PROBLEMS)
def test_a_problem_stands_beside_its_field(look, act, who, values, at, sentence):
    task = look(Work(act, who))
    form = task.task.form
    for name, value in values.items():
        form.fields[name].set_value(value)
    task.submit()
    assert form.note(at)
    assert form.note(at).startswith(sentence)
    assert not task._is_saving
    assert form.fields[at].isVisible()


@pytest.mark.parametrize(("act", "who", "values", "at", "sentence"), PROBLEMS[:14:3])
def test_the_cursor_goes_to_the_first_problem(look, act, who, values, at, sentence):
    task = look(Work(act, who))
    for name, value in values.items():
        task.task.form.fields[name].set_value(value)
    task.submit()
    assert QApplication.focusWidget() is task.task.form.fields[at].editor
    assert sentence in task.task.form.fields[at].editor.accessibleDescription()


WARNINGS = (
    ("correct_particulars", {"phone": "12345"}, "phone"),
    ("correct_particulars", {"other_phone": "12345"}, "other_phone"),
    ("correct_particulars", {"name": "白富1"}, "name"),
    ("correct_documents", {"documents.0.to": date(2020, 1, 1)}, "documents.0"),
    ("correct_documents", {"documents.0.from": date(2027, 1, 1)}, "documents.0"),
)


@pytest.mark.parametrize(("act", "values", "at"), WARNINGS)
def test_what_is_odd_is_said_and_saved(begin, save, act, values, at):
    task = begin(Work(act))
    for name, value in values.items():
        task.task.form.fields[name].set_value(value)
    task.task.form.checked.emit()
    assert task.task.form.note(at)
    assert task.task.form.fields[at].editor.property("state") == "warning"
    save()


def test_a_problem_goes_when_it_is_mended(begin, save):
    task = begin(WORKS[0])
    form = task.task.form
    form.fields["name"].set_value("")
    task.submit()
    form.fields["name"].set_value("白贵")
    form.checked.emit()
    assert form.note("name") == ""
    save()


def test_a_household_number_taken_leaves_the_form_open(begin, doings, qtbot):
    task = begin(WORKS[9])
    task.task.form.fields["number"].set_value("7")
    task.submit()
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert task.task.form.save.isEnabled()
    assert task.task.form.is_dirty()


def test_the_draft_is_kept_every_few_seconds(look, room):
    task = look(WORKS[0])
    task.task.form.fields["note"].set_value("要回访")
    task._keeping._keep()
    assert room.page.side.shelf.kept(task.task).note == "要回访"


def test_a_clean_form_leaves_no_draft(look, room):
    task = look(WORKS[0])
    task._keeping._keep()
    assert not room.page.side.shelf


def test_a_draft_saved_is_forgotten(begin, fill, save, page):
    task = begin(WORKS[0])
    fill(WORKS[0], task.task.form)
    task._keeping._keep()
    save()
    assert not page.has_unsaved()


def test_a_notice_gone_leaves_the_draft(begin, fill, page, context):
    task = begin(WORKS[0])
    fill(WORKS[0], task.task.form)
    task.leave()
    context.notices.shown()[-1].leave()
    assert page.has_unsaved()
    assert begin(WORKS[0]).task.form.fields["employer"].value() == "小学"


def test_dead_people_do_not_move(station, three, household, open_task):
    second = station.residents.resident(three[1].id)
    station.residents.note_death(second.id, date(2026, 1, 1), version=second.version)
    assert station.residents.resident(second.id).standing is Standing.DEAD
    form = open_task(three[0], "move").task.form
    assert list(form._boxes) == [three[0].id]


@pytest.mark.parametrize(
    ("way", "address", "left_to", "sentence"),
    [
        ("here", "", "", "Type where to."),
        ("here", "幸福里5-1-301", "", "白富 will live at 幸福里5幢1单元301室 from 2026-03-01."),
        ("away", "", "", "白富 will have left the community on 2026-03-01."),
        ("away", "", "某市", "白富 will have left the community on 2026-03-01, for 某市."),
    ],
)
def test_a_move_says_first_what_it_will_do(look, way, address, left_to, sentence):
    form = look(WORKS[5]).task.form
    form.way.set_value(way)
    form._show_way(way)
    form.address.set_value(address)
    form.left_to.set_value(left_to)
    assert form.sentence.text.text().startswith(sentence)
    assert form.address.isVisible() == (way == "here")
    assert form.left_to.isVisible() == (way == "away")


def test_a_move_of_nobody_says_so(look):
    form = look(WORKS[5]).task.form
    form.fields["who"].set_value(False)
    form.address.set_value("幸福里5-1-301")
    assert form.sentence.text.text() == "Nobody moves yet: tick at least one person."
