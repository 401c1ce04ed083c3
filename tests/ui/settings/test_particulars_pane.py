from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.access.permissions import Permission
from station_app.services.draft_records import draft_from
from ui.kit.drafts import KEEP_EVERY_MS, DraftBox
from ui.settings.particulars_pane import ParticularsPane


@pytest.fixture
def pane(qtbot, station, context):
    station.settings.change(name="幸福里社区综合服务站", phone="01000000000")
    made = ParticularsPane(station.settings, context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.form.shown is not None)
    return made


def changed_elsewhere(context, station, qtbot, **values):
    with qtbot.waitSignal(context.operations.touched):
        context.operations.perform(lambda _: station.settings.change(**values), owner=context.jobs)


def test_a_change_made_elsewhere_is_shown(pane, context, station, qtbot):
    changed_elsewhere(context, station, qtbot, phone="01000000001")
    qtbot.waitUntil(lambda: pane.form.phone.value() == "01000000001")


def test_a_change_made_elsewhere_leaves_what_is_being_typed(pane, context, station, jobs, qtbot):
    pane.form.address.set_value("幸福路1号")
    changed_elsewhere(context, station, qtbot, phone="01000000001")
    with qtbot.waitSignal(jobs.busy_changed, check_params_cb=lambda busy: not busy):
        pane.refresh()
    assert pane.form.address.value() == "幸福路1号"
    assert pane.has_unsaved()


def test_only_what_was_changed_is_written(pane, context, station, qtbot):
    pane.form.address.set_value("幸福路1号")
    station.settings.change(phone="01000000002")
    with qtbot.waitSignal(context.operations.performed):
        pane.form.save.click()
    assert station.settings.current().phone == "01000000002"


def test_saving_the_same_again_leaves_nothing_to_undo(pane, context):
    pane.form.submitted.emit()
    assert not context.operations.can_undo()


def test_there_is_nothing_to_leave_until_something_is_typed(pane):
    assert pane.form.cancel.isHidden()
    pane.form.address.set_value("幸福路1号")
    assert not pane.form.cancel.isHidden()


def test_what_is_the_administrators_cannot_be_typed_and_says_why(pane, context, qtbot):
    why = "Only an administrator may do this."
    context.gate.judge_by(lambda asked: why if asked is Permission.SETTING_SECURITY else "")
    assert not pane.form.idle.editor.isEnabled()
    assert pane.form.idle.editor.toolTip() == why
    assert pane.form.export_limit.editor.isEnabled()
    pane.form.address.set_value("幸福路1号")
    with qtbot.waitSignal(context.operations.performed):
        pane.form.save.click()


def test_what_was_typed_survives_the_end_of_the_program(qtbot, station, context, jobs):
    station.settings.change(name="幸福里社区综合服务站", phone="01000000000")

    def opened():
        box = DraftBox(lambda: station.drafts, jobs, draft_from, context.operations)
        box.look()
        qtbot.waitUntil(lambda: not jobs.is_busy())
        made = ParticularsPane(station.settings, replace(context, drafts=box))
        qtbot.addWidget(made)
        qtbot.waitUntil(lambda: made.form.shown is not None)
        return made

    first = opened()
    first.form.address.set_value("幸福路1号")
    qtbot.waitUntil(lambda: bool(station.drafts.kept()), timeout=2 * KEEP_EVERY_MS)
    again = opened()
    assert again.form.address.value() == "幸福路1号"
    assert again.has_unsaved()
    with qtbot.waitSignal(context.operations.performed):
        again.form.save.click()
    qtbot.waitUntil(lambda: not station.drafts.kept())
