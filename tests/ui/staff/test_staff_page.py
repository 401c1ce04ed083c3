"""Inviting, correcting, suspending and dismissing, as an administrator does it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountEvent, AccountState
from station_app.domain.errors import RefusedError, WrongPassphraseError
from station_app.services.access import SlotKind
from tests.ui.staff.conftest import AUDITOR, CLERK, FOUNDER
from ui.staff import staff_view
from ui.staff.words import DUTIES, GROUPS, KINDS, RIGHTS, ROLES, STATE_TONES, STATES

NEW = "陈静"


def line(page, name):
    return next(
        line for line in page.staff._lines.held.values() if line.member.particulars.name == name
    )


def chosen(page, name):
    """The panel with *name* in it."""
    page.staff._take(line(page, name).member.id)
    return page.staff.panel


def state_of(page, name):
    return line(page, name).member.state


@pytest.fixture
def agreeing(monkeypatch):
    """Whoever is asked says yes; what was asked is kept."""
    asked = []

    def agree(_parent, **words):
        asked.append(words)
        return True

    monkeypatch.setattr(staff_view, "confirm", agree)
    return asked


def test_everybody_is_listed_with_role_and_state(page):
    texts = {column.key: column for column in page.staff.model.columns}
    clerk = line(page, CLERK)
    assert texts["roles"].text(clerk) == "Front-desk clerk"
    assert [badge.text for badge in page.staff._columns.states_of(clerk)] == ["Active"]
    assert texts["session"].text(clerk) == "–"


def test_somebody_new_is_invited_and_given_a_passphrase_once(page, held, access, qtbot):
    page.staff.invite.click()
    panel = page.staff.panel
    assert panel.form.name.line.hasFocus()
    panel.form.name.set_value(NEW)
    panel.form.roles.boxes[Role.CLERK].setChecked(True)
    panel.form.submitted.emit()
    qtbot.waitUntil(panel.slip.isVisible)
    given = panel.slip.passphrase.text()
    qtbot.waitUntil(lambda: page.staff.model.rowCount() == 4)
    assert state_of(page, NEW) is AccountState.INVITED
    key = line(page, NEW).member.id
    assert access.unlock(held.station.home, given, owner=key)
    assert page.has_unsaved()
    panel.slip.done.click()
    assert panel.slip.passphrase.text() == ""
    assert not page.has_unsaved()


def test_without_name_or_role_nobody_is_invited(page, qtbot):
    page.staff.begin_invitation()
    page.staff.panel.form.submitted.emit()
    qtbot.waitUntil(lambda: bool(page.staff.panel.form.note("name")))
    assert page.staff.panel.form.note("roles") == "Tick one role at least."


def test_a_name_can_be_had_once(page, qtbot):
    page.staff.begin_invitation()
    form = page.staff.panel.form
    form.name.set_value(CLERK)
    form.roles.boxes[Role.CLERK].setChecked(True)
    form.submitted.emit()
    qtbot.waitUntil(lambda: "already" in form.note("name"))


def test_administration_and_audit_in_one_hand_is_warned_of(page):
    form = chosen(page, AUDITOR).form
    assert not form.roles.apart.isVisible()
    form.roles.boxes[Role.ADMINISTRATOR].setChecked(True)
    assert form.roles.apart.isVisible()


def test_another_name_and_role_hold_at_the_door_too(page, held, access, qtbot):
    panel = chosen(page, CLERK)
    panel.form.name.set_value("李雪")
    panel.form.roles.boxes[Role.SUPERVISOR].setChecked(True)
    panel.form.submitted.emit()
    qtbot.waitUntil(
        lambda: any(person.name == "李雪" for person in access.people(held.station.home))
    )
    qtbot.waitUntil(lambda: page.staff.panel.line.member.particulars.name == "李雪")
    qtbot.waitUntil(lambda: line(page, "李雪").slot.kind is SlotKind.SUPERVISOR)


def test_suspended_at_once_with_a_way_back(page, operations, qtbot):
    panel = chosen(page, CLERK)
    panel.acts[AccountEvent.SUSPEND].click()
    qtbot.waitUntil(lambda: state_of(page, CLERK) is AccountState.SUSPENDED)
    qtbot.waitUntil(panel.acts[AccountEvent.RESUME].isVisible)
    assert not panel.acts[AccountEvent.SUSPEND].isVisible()
    operations.undo()
    qtbot.waitUntil(lambda: state_of(page, CLERK) is AccountState.ACTIVE)


def test_whoever_leaves_loses_his_passphrase_and_the_station_gets_another_key(
    page, held, access, agreeing, qtbot
):
    former = held.key.database
    panel = chosen(page, CLERK)
    panel.acts[AccountEvent.LEAVE].click()
    assert CLERK in agreeing[0]["title"]
    qtbot.waitUntil(lambda: held.key.database != former, timeout=20_000)
    qtbot.waitUntil(lambda: line(page, CLERK).slot is None)
    assert state_of(page, CLERK) is AccountState.LEFT
    assert CLERK not in [person.name for person in access.people(held.station.home)]
    with pytest.raises((WrongPassphraseError, RefusedError)):
        access.unlock(held.station.home, f"{CLERK} horse 77", owner=held.owners[CLERK])
    assert held.station.settings.current().idle_minutes  # it goes on with the new key
    assert not panel.busy.isVisible()


def test_nobody_is_dismissed_by_an_answer_that_was_no(page, monkeypatch, qtbot):
    monkeypatch.setattr(staff_view, "confirm", lambda *_args, **_words: False)
    chosen(page, CLERK).acts[AccountEvent.LEAVE].click()
    assert state_of(page, CLERK) is AccountState.ACTIVE


def test_another_passphrase_is_given_to_who_forgot_it(page, held, access, qtbot):
    panel = chosen(page, CLERK)
    panel.passphrase.click()
    qtbot.waitUntil(panel.slip.isVisible)
    given = panel.slip.passphrase.text()
    assert access.unlock(held.station.home, given, owner=held.owners[CLERK])


def test_the_slip_can_be_printed(page, qtbot):
    panel = chosen(page, CLERK)
    panel.passphrase.click()
    qtbot.waitUntil(panel.slip.isVisible)
    with qtbot.waitSignal(page.print_asked) as asked:
        panel.slip.print.click()
    assert asked.args[0].passphrase == panel.slip.passphrase.text()


def test_the_filters_count_and_choose(page, held, qtbot):
    held.station.staff.move_on(held.owners[CLERK], AccountEvent.SUSPEND)
    page.refresh()
    qtbot.waitUntil(lambda: state_of(page, CLERK) is AccountState.SUSPENDED)
    counts = {choice.code: choice.count for choice in page.staff.states._choices}
    assert counts[AccountState.ACTIVE] == 2
    assert counts[AccountState.SUSPENDED] == 1
    page.staff.states.set_value([AccountState.SUSPENDED])
    page.staff._filter()
    assert list(page.staff.model.keys()) == [held.owners[CLERK]]


@pytest.mark.parametrize(("days", "tone"), [(-1, "danger"), (30, "warn"), (200, "neutral")])
def test_a_qualification_that_runs_out_shows(page, held, clock, days, tone):
    member = line(page, CLERK).member
    (badge,) = page.staff._columns._expiry(clock.today() + timedelta(days=days))
    assert str(badge.tone) == tone
    assert member.particulars.qualified_until is None


def test_who_came_last_when_is_told(page, held, qtbot):
    held.station.staff.begin_session()
    page.refresh()
    qtbot.waitUntil(lambda: line(page, FOUNDER).last_session is not None)


def test_the_rules_of_sign_in_are_changed_and_hold_at_the_door(page, held, access, qtbot):
    page.show_view("rules")
    form = page.rules.form
    qtbot.waitUntil(lambda: form.shown is not None)
    form.fields["passphrase_length"].set_value(12)
    form.submitted.emit()
    qtbot.waitUntil(lambda: access.policy(held.station.home).least_length == 12)


def test_who_may_change_other_settings_only_cannot_touch_the_rules_of_sign_in(page, context):
    page.show_view("rules")
    why = "Only an administrator may do this."
    context.gate.judge_by(lambda asked: why if asked is Permission.SETTING_SECURITY else "")
    form = page.rules.form
    gated = [form.save, *(field.editor for field in form.fields.values())]
    assert [each.toolTip() for each in gated if not each.isEnabled()] == [why] * 9


def test_the_keys_of_this_computer_are_listed_with_when_they_are_due(page, held, qtbot):
    page.show_view("keys")
    names = [slot.name for slot in page._accounts.picture().slots]
    assert set(names) == {FOUNDER, CLERK, AUDITOR, ""}
    assert page.keys.isVisible()


def test_every_right_role_state_and_key_has_a_name():
    assert set(RIGHTS) == set(Permission)
    listed = [right for rights in GROUPS.values() for right in rights]
    assert sorted(listed) == sorted(Permission)
    assert set(ROLES) == set(DUTIES) == set(Role)
    assert set(STATES) == set(STATE_TONES) == set(AccountState)
    assert set(KINDS) == set(SlotKind)
