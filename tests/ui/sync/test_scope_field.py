"""What a device is to hold: everything, or the grids that are ticked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from ui.sync.scope_field import ScopeField

GRIDS = {"g1": "一号网格", "g2": "二号网格"}


def some(*keys):
    return Scope(kind=ScopeKind.GRIDS, grids=frozenset(keys))


@pytest.fixture
def field(qtbot):
    made = ScopeField()
    qtbot.addWidget(made)
    made.offer(GRIDS)
    made.show()
    return made


def test_everything_is_complete_and_needs_no_list(field):
    assert field.scope() == Scope()
    assert field.is_complete()
    assert field.grids.isHidden()


@pytest.mark.parametrize("scope", [some("g1"), some("g1", "g2"), Scope()])
def test_what_is_shown_is_what_is_chosen(field, scope):
    field.take(scope)
    assert field.scope() == scope


def test_some_grids_are_not_complete_before_one_is_ticked(field):
    field.take(some())
    assert not field.is_complete()
    field.grids.item(0).setCheckState(Qt.CheckState.Checked)
    assert field.is_complete()


def test_space_ticks_a_grid(qtbot, field):
    field.take(some())
    field.grids.setCurrentRow(1)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.grids, Qt.Key.Key_Space)
    assert field.scope() == some("g2")


def test_what_was_ticked_stays_when_a_grid_is_drawn_meanwhile(field):
    field.take(some("g2"))
    field.offer({"g0": "新网格", **GRIDS})
    assert field.scope() == some("g2")


def test_a_grid_that_is_gone_is_no_longer_chosen(field):
    field.take(some("g1", "g2"))
    field.offer({"g2": "二号网格"})
    assert field.scope() == some("g2")


def test_a_grid_nobody_knows_cannot_be_ticked(field):
    field.take(some("g1", "elsewhere"))
    assert field.scope() == some("g1")


def test_without_grids_it_is_said_where_to_draw_them(field):
    field.take(some())
    field.offer({})
    assert field.grids.isHidden()
    assert field.told.text() == "Draw grids first, under Residents."
    assert not field.told.isHidden()
    field.take(Scope())
    assert field.told.isHidden()


@pytest.mark.parametrize(
    ("kind", "scope", "may_choose"),
    [
        (DeviceKind.LAPTOP, some(), True),
        (DeviceKind.DESK, Scope(), True),
        (DeviceKind.HUB, Scope(), False),
    ],
)
def test_each_kind_begins_with_what_it_usually_holds(field, kind, scope, may_choose):
    field.take(some("g1"))
    field.suit(kind)
    assert field.scope() == scope
    assert field.kinds.isEnabled() is may_choose
