from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.access.permissions import Permission
from station_app.services.access import StationHome
from ui.settings.proven_form import OwnKeys
from ui.settings.security import SecurityCard

OLD, NEW = "Blue horse 77", "Green horse 78"
RETURN = Qt.Key.Key_Return


@pytest.fixture
def locked(tmp_path, access):
    made = StationHome(tmp_path / "locked")
    access.create(made, OLD)
    return made


@pytest.fixture
def card(qtbot, access, locked, context):
    made = SecurityCard(OwnKeys(access, locked, str), context)
    qtbot.addWidget(made)
    made.resize(800, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


THEIRS, CLERK = "Grey horse 11", "c" * 32


@pytest.fixture
def clerks_card(qtbot, access, locked, context):
    """The card as somebody sees it who is not alone at the station."""
    key = access.unlock(locked, OLD)
    access.admit(locked, key, owner=CLERK, name="李雪梅", passphrase=THEIRS, is_supervisor=False)
    made = SecurityCard(OwnKeys(access, locked, lambda: CLERK), context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_of_several_changes_his_own_passphrase(clerks_card, access, locked, context, qtbot):
    enter(clerks_card, old=THEIRS)
    clerks_card.passphrase.set.click()
    qtbot.waitUntil(lambda: bool(context.notices.shown()))
    assert access.unlock(locked, NEW, owner=CLERK)


def test_who_may_not_change_settings_makes_no_paper_key_and_is_told_why(clerks_card, context):
    why = "Only a supervisor may do this."
    context.gate.judge_by(lambda asked: why if asked is Permission.SETTING_CHANGE else "")
    assert (clerks_card.renew.isEnabled(), clerks_card.renew.toolTip()) == (False, why)
    assert clerks_card.change.isEnabled()


def test_a_supervisor_of_several_makes_a_new_paper_key(
    qtbot, clerks_card, access, locked, context
):
    head = access.unlock(locked, OLD, owner=access.people(locked)[0].id).owner
    card = SecurityCard(OwnKeys(access, locked, lambda: head), context)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.renewal.made) as made:
        card.renewal.proof.set_value(OLD)
        card.renewal.make.click()
    assert access.unlock_with_paper(locked, made.args[0].text())


def enter(card, *, old=OLD, first=NEW, second=NEW):
    card.passphrase.proof.set_value(old)
    card.passphrase.first.set_value(first)
    card.passphrase.second.set_value(second)


def test_both_forms_are_folded_at_first(card):
    assert not card.passphrase.proof.isVisible()
    assert not card.renewal.proof.isVisible()
    assert not card.panel.isVisible()


def test_a_form_opened_has_the_cursor_and_folds_again(card):
    card.change.click()
    assert card.passphrase.proof.line.hasFocus()
    card.change.click()
    assert not card.passphrase.proof.isVisible()


def test_opening_one_form_leaves_the_other_folded(card):
    card.renew.click()
    assert card.renewal.proof.line.hasFocus()
    assert not card.passphrase.proof.isVisible()


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        ({"old": ""}, "present passphrase"),
        ({"first": "short", "second": "short"}, "rules"),
        ({"second": "Green horse 79"}, "rules"),
        ({"first": "", "second": ""}, "rules"),
    ],
)
def test_what_cannot_be_set_says_why(card, entered, said):
    enter(card, **entered)
    assert not card.passphrase.set.isEnabled()
    assert said in card.passphrase.set.toolTip()


def test_what_is_complete_can_be_set(card):
    enter(card)
    assert card.passphrase.set.isEnabled()


def test_enter_goes_through_the_fields_and_changes_at_the_last(card, access, locked, qtbot):
    card.change.click()
    for field, text in (
        (card.passphrase.proof, OLD),
        (card.passphrase.first, NEW),
        (card.passphrase.second, NEW),
    ):
        assert field.line.hasFocus()
        QTest.keyClicks(field.line, text)
        QTest.keyClick(field.line, RETURN)
    qtbot.waitUntil(lambda: not card.passphrase.proof.isVisible())
    assert access.unlock(locked, NEW)


def test_enter_with_fields_missing_changes_nothing(card, access, locked):
    card.change.click()
    QTest.keyClick(card.passphrase.second.line, RETURN)
    assert card.passphrase.set.toolTip() == "Type the present passphrase"
    assert access.unlock(locked, OLD)


def test_a_second_press_while_it_works_is_not_taken(card, qtbot, context):
    enter(card)
    card.passphrase.set.click()
    assert not card.passphrase.set.isEnabled()
    card.passphrase.second.entered.emit()
    qtbot.waitUntil(lambda: bool(context.notices.shown()))
    assert len(context.notices.shown()) == 1


def test_a_wrong_passphrase_can_be_put_right(card, access, locked, context, qtbot):
    card.change.click()
    enter(card, old="Red horse 77")
    card.passphrase.set.click()
    qtbot.waitUntil(lambda: bool(card.passphrase.proof.problem()))
    assert card.passphrase.proof.line.hasFocus()
    assert card.passphrase.set.isEnabled()
    card.passphrase.proof.set_value(OLD)
    card.passphrase.set.click()
    qtbot.waitUntil(lambda: bool(context.notices.shown()))
    assert access.unlock(locked, NEW)


def test_nothing_secret_stays_in_the_fields(card, context, qtbot):
    enter(card)
    card.passphrase.set.click()
    qtbot.waitUntil(lambda: bool(context.notices.shown()))
    assert [
        field.value()
        for field in (card.passphrase.proof, card.passphrase.first, card.passphrase.second)
    ] == ["", "", ""]


def test_a_paper_key_is_not_made_without_a_passphrase(card):
    card.renew.click()
    card.renewal.make.click()
    assert card.renewal.make.isEnabled()
    assert not card.panel.isVisible()


def test_enter_makes_the_paper_key(card, qtbot):
    card.renew.click()
    QTest.keyClicks(card.renewal.proof.line, OLD)
    QTest.keyClick(card.renewal.proof.line, RETURN)
    qtbot.waitUntil(card.panel.isVisible)
    assert card.renewal.proof.value() == ""
    assert not card.renewal.proof.isVisible()


def test_after_a_wrong_passphrase_the_key_can_be_asked_for_again(card, qtbot):
    card.renew.click()
    card.renewal.proof.set_value("Red horse 77")
    card.renewal.make.click()
    qtbot.waitUntil(lambda: bool(card.renewal.proof.problem()))
    assert card.renewal.make.isEnabled()


def test_the_paper_is_not_put_away_before_a_group_was_typed(card, qtbot):
    card.renew.click()
    card.renewal.proof.set_value(OLD)
    card.renewal.make.click()
    qtbot.waitUntil(card.panel.isVisible)
    assert "group number" in card.kept.toolTip()
    card.panel.group.set_value("0000")
    assert not card.kept.isEnabled()


def test_a_station_that_is_gone_is_said_beside_the_field(card, locked, qtbot):
    shutil.rmtree(locked.root)
    card.change.click()
    enter(card)
    card.passphrase.set.click()
    qtbot.waitUntil(lambda: bool(card.passphrase.proof.problem()))
    assert card.passphrase.set.isEnabled()
