"""Who sees a restricted tag is ticked in a menu; nobody ticked, and the tag is off."""

from __future__ import annotations

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState, StaffDraft, StaffId
from station_app.domain.keys import new_key
from station_app.store.access.authority import SignedIn
from tests.ui.fitting import complaints
from ui.settings.officers import OfficersCard

CODE = "correction"


@pytest.fixture
def staff(station):
    keys = {}
    for name, role in (("站长", Role.SUPERVISOR), ("小王", Role.CLERK)):
        keys[name] = StaffId(new_key())
        with station.store.transaction() as tx:
            draft = StaffDraft(name=name, roles=frozenset({role}))
            tx.staff.add(keys[name], draft, AccountState.ACTIVE)
    return keys


def shown(qtbot, station, context):
    made = OfficersCard(station, context)
    qtbot.addWidget(made)
    made.resize(760, 420)
    made.show()
    qtbot.waitUntil(lambda: made.buttons[CODE].text() != "")
    return made


def named(station):
    return {each.code: each.staff for each in station.restricted_tags.officers()}


def test_all_are_off_at_first(qtbot, station, staff, context):
    card = shown(qtbot, station, context)
    assert len(card.buttons) == 5
    assert {button.text() for button in card.buttons.values()} == {"Nobody: off"}


def test_who_is_ticked_is_named_and_who_is_unticked_no_more(qtbot, station, staff, context):
    card = shown(qtbot, station, context)
    button = card.buttons[CODE]
    button.menu_shown.actions()[1].trigger()
    qtbot.waitUntil(lambda: button.text() == "小王")
    assert named(station)[CODE] == (staff["小王"],)
    button.menu_shown.actions()[1].trigger()
    qtbot.waitUntil(lambda: button.text() == "Nobody: off")
    assert named(station)[CODE] == ()


def test_who_may_not_name_anybody_is_told_why(qtbot, station, staff, context):
    station.store.authority = SignedIn(
        station.store.engine, staff["小王"], rules=station.reference.roles, clock=station.clock
    )
    card = shown(qtbot, station, context)
    button = card.buttons[CODE]
    assert not button.isEnabled()
    assert button.toolTip()
    assert "小王" not in button.text()


def test_it_can_be_read_in_both_languages(language, qtbot, station, staff, context):
    assert complaints(shown(qtbot, station, context)) == []
