"""The admission desk in the window, by keyboard: entered, decided, printed, reckoned up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.registers import BurdenKind
from station_app.domain.counter.admission.tasks import ListType, Owner, TaskDraft
from tests.factories import TODAY
from tests.pdf_text import text_of
from ui.tour.keyboard import Keyboard

DRAFT = TaskDraft(
    name="商户信息摸排",
    department="某某街道经济办",
    list_type=ListType.TEMPORARY,
    affair="temporary",
    owner=Owner.WORKSTATION,
    received_on=TODAY - timedelta(days=2),
    agreement="专项协议2026-3",
)


@pytest.fixture
def desk(qtbot, room):
    """The admission desk in sight, its register read."""
    room.show_view("admission")
    qtbot.waitUntil(lambda: room.admission.tasks.count.text() != "")
    return room.admission


@pytest.fixture
def keys(room):
    return Keyboard(room)


def entered(station, **told):
    values = {name: getattr(DRAFT, name) for name in TaskDraft.__slots__}
    return station.admission.enter(TaskDraft(**{**values, **told})).value


def shown(qtbot, desk, key):
    """Go to a task and wait until it is read."""
    desk.open_record("task", key)
    panel = desk.tasks.panel
    qtbot.waitUntil(lambda: panel.key() == key and panel.page.isVisible())
    qtbot.waitUntil(lambda: panel.task_page() is not None and panel.task_page().task.id == key)
    return panel


def state(station, key):
    return station.admission.page(key).task.state


def test_an_empty_register_says_what_to_do_first(desk):
    view = desk.tasks
    assert view.empty.isVisible()
    assert view.empty_new.isVisible()
    assert not view.panel.page.isVisible()


def test_a_task_is_entered_by_keyboard_and_stands_beside_the_register(qtbot, station, desk, keys):
    keys.press("Ctrl+N")
    form = desk.form
    form.name.line.setFocus()
    keys.type("商户信息摸排")
    form.department.set_value("经济办")
    form.affair.set_value("temporary")
    form.owner.set_value("workstation")
    form.list_type.set_value("temporary")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: desk.tasks.panel.key() is not None)
    (line,) = station.admission.register().lines
    assert (line.task.particulars.name, line.task.particulars.received_on) == (
        "商户信息摸排",
        TODAY,
    )
    qtbot.waitUntil(lambda: desk.tasks.panel.title.text() == "商户信息摸排")


def test_what_is_missing_is_noted_beside_its_field(qtbot, desk, keys):
    keys.press("Ctrl+N")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(desk.form.note("name")))
    assert desk.form.note("department")
    assert desk.form.fields["name"].editor.hasFocus()


def test_the_lists_tell_of_a_name_and_fill_what_is_empty(qtbot, desk, keys):
    keys.press("Ctrl+N")
    desk.form.owner.set_value("service")
    desk.form.name.set_value("招商引资指标")
    qtbot.waitUntil(lambda: desk.form.list_type.value() == "negative")
    assert desk.form.basis.value()
    assert desk.form.owner.value() == "service"


def test_a_temporary_task_is_asked_for_then_admitted(qtbot, station, desk, keys):
    key = entered(station)
    panel = shown(qtbot, desk, key)
    admit, ask = (panel.acts.buttons[each] for each in list(panel.acts.buttons)[:2])
    assert not admit.isEnabled()
    assert admit.toolTip()
    assert ask.isEnabled()
    keys.press("Ctrl+Return")
    assert panel.acts.form.isVisible()
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: state(station, key) is TaskState.ASKED)
    qtbot.waitUntil(admit.isEnabled)
    keys.press("Alt+A")
    fields = panel.acts.form.fields
    assert fields["approval_no"].editor.hasFocus()
    keys.type("准字1号")
    keys.press("Return")
    fields["approved_by"].set_value("街道")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: state(station, key) is TaskState.ADMITTED)


def test_a_task_of_the_negative_list_is_refused_with_its_ground_at_hand(
    qtbot, station, desk, keys
):
    key = entered(station, list_type=ListType.NEGATIVE)
    shown(qtbot, desk, key)
    keys.press("Ctrl+Return")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: state(station, key) is TaskState.REFUSED)
    assert station.admission.page(key).task.ground


def test_hours_are_noted_beside_the_task(qtbot, station, desk, keys):
    key = entered(station)
    panel = shown(qtbot, desk, key)
    keys.press("Alt+H")
    panel.acts.form.fields["minutes"].set_value(90)
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: station.admission.page(key).task.minutes == 90)


def test_the_first_paper_comes_with_a_key_and_is_saved_and_noted(
    qtbot, station, desk, keys, saved
):
    key = entered(station)
    shown(qtbot, desk, key)
    keys.press("Ctrl+P")
    paper = desk.tasks.paper
    qtbot.waitUntil(lambda: paper.panel.handout() is not None, timeout=15_000)
    keys.press("Ctrl+S")
    qtbot.waitUntil(saved.exists)
    assert "商户信息摸排" in text_of(saved.read_bytes())
    keys.press("Escape")
    assert desk.tasks.side.currentWidget() is desk.tasks.panel


def test_chips_narrow_the_register_and_count(qtbot, station, desk):
    entered(station)
    entered(station, name="走访", list_type=ListType.OWN)
    desk.tasks.refresh()
    qtbot.waitUntil(lambda: desk.tasks.model.rowCount() == 2)
    desk.tasks.bar.lists.set_value(("own",))
    desk.tasks.bar.changed.emit()
    qtbot.waitUntil(lambda: desk.tasks.model.rowCount() == 1)


def test_what_was_left_unsaved_can_be_gone_on_with(qtbot, desk, keys):
    keys.press("Ctrl+N")
    desk.form.name.set_value("未保存")
    assert desk.has_unsaved()
    keys.press("Escape")
    assert not desk.is_editing()


def test_a_discarded_entry_is_gone_from_beside_the_register(qtbot, station, desk):
    panel = shown(qtbot, desk, entered(station))
    panel.discard.click()
    qtbot.waitUntil(lambda: station.admission.register().total == 0)
    qtbot.waitUntil(lambda: panel.key() is None)


def test_the_year_is_shown_printed_and_saved(qtbot, station, desk, keys, tmp_path):
    key = entered(station, funding=120050)
    station.admission.work(key, 90, TODAY, version=1)
    keys.press("Alt+Y")
    year = desk.year
    qtbot.waitUntil(year.senders.isVisible)
    path = tmp_path / "2026.xlsx"
    year._choose = lambda *_a, **_w: path
    keys.press("Ctrl+P")
    qtbot.waitUntil(lambda: year.paper.panel.handout() is not None, timeout=15_000)
    keys.press("Escape")
    keys.press("Ctrl+S")
    qtbot.waitUntil(path.exists)
    keys.press("Escape")
    qtbot.waitUntil(desk.tasks.isVisible)


def test_a_year_without_tasks_says_so_and_gives_nothing_out(qtbot, desk, keys):
    keys.press("Alt+Y")
    qtbot.waitUntil(lambda: not desk.year.print_button.isEnabled())
    assert desk.year.print_button.toolTip()


def test_a_meeting_is_entered_corrected_and_discarded(qtbot, station, desk, keys):
    keys.press("Alt+L")
    view = desk.burdens
    view.kinds.set_value("meeting")
    view.kinds.changed.emit("meeting")
    keys.press("Ctrl+N")
    view.form.fields["name"].set_value("调度会")
    view.form.fields["department"].set_value("街道")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(view.form.note("happened_on")))
    view.form.fields["happened_on"].set_value(TODAY)
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: len(station.burdens.all()) == 1)
    assert station.burdens.all()[0].particulars.kind is BurdenKind.MEETING
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    view.table.selectRow(0)
    qtbot.waitUntil(view.form.isVisible)
    view.discard.click()
    qtbot.waitUntil(lambda: station.burdens.all() == [])


def test_whoever_may_not_register_finds_the_segment_closed(room, context):
    context.gate.judge_by(lambda p: "Nicht" if p is Permission.TASK_REGISTER else "")
    segment = room.views.segments.segment("admission")
    assert not segment.isEnabled()
    assert segment.toolTip() == "Nicht"


def test_the_segment_is_brought_by_its_key(qtbot, room, keys):
    keys.press("Alt+7")
    qtbot.waitUntil(room.admission.isVisible)
    assert room.focusWidget() is not None
