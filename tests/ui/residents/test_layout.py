"""Nothing is cut off: every page and form, both languages, two sizes of window."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from station_app.domain.residents.filters import ResidentFilter
from tests.ui.residents.hands import act_on_file
from tests.ui.residents.rooms import a_room, words_cut
from ui.kit.buttons import Button
from ui.kit.languages import CHINESE, ENGLISH, Languages
from ui.kit.theme import Look, Theme
from ui.kit.tokens import Space
from ui.residents.comparison import Comparison
from ui.residents.form_move import MoveForm
from ui.residents.words import Words

SETTLED_MS = 1_500
WINDOWS = ((1366, 640), (910, 390))  # what the shell leaves at 100 % and at 150 %
TASKS = (
    "correct_particulars",
    "correct_documents",
    "correct_tags",
    "correct_hukou",
    "correct_living",
    "move",
    "note_death",
    "record_verification",
    "of_household.correct",
    "of_household.add_new",
    "of_household.add_known",
    "of_household.change_head",
)


@pytest.fixture(scope="module")
def rooms():
    """Rooms by language, made when first asked for."""
    made = {}
    yield made
    for room in made.values():
        room.close()


@pytest.fixture(scope="module", autouse=True)
def _looks(qapp):
    theme, sheet, font = Theme.current(), qapp.styleSheet(), qapp.font()
    palette, style = qapp.palette(), qapp.style().objectName()
    theme.choose(Look.LIGHT)
    yield
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture(params=[ENGLISH, CHINESE])
def room(request, rooms, tmp_path_factory, empty_store, key, qtbot):
    """A room that speaks the language asked for, nothing open beside its table."""
    Languages.of(QApplication.instance()).speak(request.param)
    if request.param not in rooms:
        folder = tmp_path_factory.mktemp("crowded") / "station"
        rooms[request.param] = a_room(folder, empty_store, key, qtbot)
    made = rooms[request.param]
    made.page.side.shelf.drafts.clear()
    made.page.side.leave()
    made.page.side.close_file()
    made.context.notices.clear()
    yield made
    made.page.side.leave()
    made.context.notices.clear()


def check(room, qtbot):
    """Assert that in each window everything in sight can be read."""
    for width, height in WINDOWS:
        room.page.resize(width, height)
        # layouts settle in several rounds, and no signal tells of the last
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: not words_cut(room.page), timeout=SETTLED_MS)
        assert room.page.size().toTuple() == (width, height), "the page needs more room"
        cut = words_cut(room.page)
        assert not cut, f"{width} × {height}: {cut}"


def open_file(room, qtbot, place=0):
    person = room.people[place]
    room.page.show_person(person.id)
    qtbot.waitUntil(lambda: room.page.file.key() == person.id)
    return room.page.file


def open_task(room, qtbot, act, place=0):
    open_file(room, qtbot, place)
    act_on_file(room.page, act)
    qtbot.waitUntil(lambda: room.page.side.task() is not None)
    return room.page.side.task()


def test_the_table_and_its_filters_fit(room, qtbot):
    check(room, qtbot)


def test_chips_with_long_choices_fit(room, qtbot):
    estates = room.station.places.estates()
    qtbot.waitUntil(lambda: bool(room.page.head.filters.chips["estates"]._choices))
    chosen = ResidentFilter(
        estates=tuple(each.id for each in estates),
        tags=("elder_alone", "disabled_sight"),
        standings=("settled", "incomer", "away"),
        age_from=18,
    )
    room.page.head.filters.set_value(chosen)
    check(room, qtbot)
    room.page.head.filters.set_value(ResidentFilter())


@pytest.mark.parametrize("narrowed", [False, True])
def test_a_table_without_lines_fits(room, qtbot, narrowed):
    chosen = ResidentFilter(age_from=120) if narrowed else ResidentFilter(binned=True)
    room.page.head.filters.take(chosen)
    qtbot.waitUntil(room.page.head.nobody.isVisible)
    check(room, qtbot)
    room.page.head.filters.clear()
    qtbot.waitUntil(lambda: not room.page.head.nobody.isVisible())


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("page", ["person", "papers", "history"])
def test_the_file_fits(room, qtbot, page, place):
    file = open_file(room, qtbot, place)
    file.show_page(page)
    check(room, qtbot)
    file.show_page("person")


@pytest.mark.parametrize("act", TASKS)
def test_each_form_fits(room, qtbot, act):
    open_task(room, qtbot, act)
    check(room, qtbot)


@pytest.mark.parametrize("act", TASKS)
def test_each_form_fits_with_its_problems(room, qtbot, act):
    task = open_task(room, qtbot, act)
    form = task.task.form
    for field in form.fields.values():
        field.set_problem("A sentence that is as long as the longest of them is, and then some.")
    task.refusals.unplaced.say(
        "Another household has the number 0000012345 already. Look there first."
    )
    check(room, qtbot)


@pytest.mark.parametrize("act", ["of_household.found", "move", "note_death"])
def test_the_forms_of_somebody_alone_fit(room, qtbot, act):
    open_task(room, qtbot, act, place=1)
    check(room, qtbot)


def test_the_form_for_somebody_new_fits_with_likenesses(room, qtbot):
    room.page.register()
    form = room.page.side.task().task.form
    form.fields["name"].line.setText(room.people[0].particulars.name)
    qtbot.waitUntil(form.likenesses.isVisible)
    check(room, qtbot)
    form.fields["name"].line.clear()


def test_three_columns_of_long_remarks_fit(room, qtbot):
    task = open_task(room, qtbot, "correct_particulars")
    task.task.form.fields["note"].set_value("我这边改成了另外一段很长的备注。" * 12)
    task.task.form.fields["employer"].set_value("另一家有限责任公司某某分公司某某项目部")
    person = room.station.residents.resident(room.people[0].id)
    from_elsewhere = "别人同时写下了另外一段同样很长的备注。" * 12
    values = type(person.particulars)(name=person.particulars.name, note=from_elsewhere)
    room.station.residents.correct(person.id, values, version=person.version)
    task.submit()
    qtbot.waitUntil(lambda: isinstance(task._stack.currentWidget(), Comparison))
    check(room, qtbot)
    task.task.form.show_draft(task.task.form.draft())


def test_the_panel_over_places_fits(room, qtbot):
    room.page.show_places()
    panel = room.page.side.currentWidget()
    qtbot.waitUntil(lambda: bool(panel.picture.grids))
    check(room, qtbot)
    panel._turn("buildings")
    check(room, qtbot)
    panel.draw_grid()
    check(room, qtbot)
    panel.form.submitted.emit()
    check(room, qtbot)


def test_each_heading_of_the_table_fits_its_column(room):
    view = room.page.table.view
    for column in room.page.table.model.columns:
        needed = view.horizontalHeader().fontMetrics().horizontalAdvance(column.title())
        assert needed + 2 * Space.S <= column.width, column.title()


def edges(widget, page):
    """Return where *widget* begins and ends on *page*, from left to right."""
    left = widget.mapTo(page, QPoint(0, 0)).x()
    return left, left + widget.width()


@pytest.mark.parametrize("place", [0, 1])
def test_cards_begin_and_end_with_what_stands_over_them(room, qtbot, place):
    page = room.page
    file = open_file(room, qtbot, place)

    def level():
        first = file.pages.body.itemAt(0).widget()  # another one once the file is read anew
        return edges(first, page) == edges(file.pages.choice, page)

    for width, height in (*WINDOWS, (1366, 1600)):  # the last without a bar
        page.resize(width, height)
        qtbot.waitUntil(level)


def test_what_is_done_daily_stands_in_one_row_over_the_file(room, qtbot):
    bar = open_file(room, qtbot).bar
    room.page.resize(*WINDOWS[0])
    qtbot.waitUntil(bar.more.isVisible)
    assert len({each.y() for each in (bar.edit, bar.case, bar.certificate, bar.more)}) == 1


def test_a_list_without_entries_says_so_and_begins_at_its_button(room, qtbot):
    form = open_task(room, qtbot, "correct_documents", place=1).task.form
    qtbot.waitUntil(form.none.isVisible)
    assert room.page.focusWidget() is form.add_button
    assert form.add_button.width() < form.width() // 2
    form.add_entry()
    assert not form.none.isVisible()


def test_the_panel_over_places_begins_with_its_pages_and_what_can_be_drawn(room, qtbot):
    room.page.show_places()
    panel = room.page.side.currentWidget()
    qtbot.waitUntil(lambda: bool(panel.picture.grids))
    page = room.page
    assert panel.pages.isAncestorOf(page.focusWidget())
    first = panel.grids._page.body.itemAt(0).widget()
    assert isinstance(first, Button)
    assert first.width() < panel.width() // 2


def test_a_panel_that_has_the_whole_page_is_divided_from_nothing(room, qtbot):
    room.page.resize(*WINDOWS[1])
    task = open_task(room, qtbot, "move")
    assert not room.page.table.isVisible()
    assert task.property("whole") == "true"
    room.page.resize(*WINDOWS[0])


def test_few_short_names_stand_in_one_row(clock, qtbot, station):
    people = {"1": "陈琴梅", "2": "曾春海", "3": "曾铭"}
    form = MoveForm(Words(station), clock, people=people, estates=(), has_household=True)
    qtbot.addWidget(form)
    form.resize(900, 600)
    form.show()
    assert len({box.y() for box in form._boxes.values()}) == 1


def test_nothing_scrolls_below_an_empty_table(room, qtbot):
    room.page.resize(*WINDOWS[1])
    bar = room.page.table.view.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    room.page.head.filters.take(ResidentFilter(age_from=120))
    qtbot.waitUntil(lambda: not bar.isVisible())
    room.page.head.filters.clear()
    qtbot.waitUntil(bar.isVisible)
    room.page.resize(*WINDOWS[0])


def test_remarks_keep_off_the_edges_and_take_no_room_when_there_are_none(room, qtbot):
    task = open_task(room, qtbot, "record_verification")
    remarks = task.banner.parentWidget()
    assert not remarks.isVisible()
    task.banner.say("Somebody else has changed this record.")
    assert remarks.isVisible()
    assert edges(task.banner, remarks) == (Space.L, remarks.width() - Space.L)
    task.banner.hide()
    assert not remarks.isVisible()


@pytest.mark.parametrize("act", ["correct_particulars", "record_verification", ""])
def test_a_form_that_has_the_whole_page_uses_both_columns(room, qtbot, act):
    room.page.resize(*WINDOWS[1])
    open_file(room, qtbot)
    if act:
        act_on_file(room.page, act)
    else:
        room.page.register()
    qtbot.waitUntil(lambda: room.page.side.task() is not None)
    form = room.page.side.task().task.form
    first, second, *_ = form.fields.values()
    qtbot.waitUntil(lambda: form.width() > WINDOWS[1][0] - 10)
    qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())
    room.page.resize(*WINDOWS[0])
