from __future__ import annotations

from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.errors import StoreTooNewError, WrongPassphraseError
from ui.access.unlock import UnlockPage
from ui.shell.wording import sentence_of

RIGHT, NEW = "Blue horse 77", "Green horse 78"


@pytest.fixture
def paper(home, access):
    return access.create(home, RIGHT)


@pytest.fixture
def door(qtbot, home, access, jobs, paper):
    made = UnlockPage(home, access, jobs, words=sentence_of, name="幸福里")
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
    made.arrive()
    return made


def test_the_cursor_waits_in_the_passphrase(door):
    assert door.daily.passphrase.line.hasFocus()


def test_the_right_passphrase_gives_the_key(door, access, home, qtbot):
    QTest.keyClicks(door.daily.passphrase.line, RIGHT)
    with qtbot.waitSignal(door.unlocked) as unlocked:
        QTest.keyClick(door.daily.passphrase.line, Qt.Key.Key_Return)
    assert unlocked.args == [access.unlock(home, RIGHT)]
    assert door.daily.passphrase.value() == ""


def test_the_door_is_busy_until_the_store_is_open(door, qtbot):
    door.daily.passphrase.set_value(RIGHT)
    with qtbot.waitSignal(door.unlocked):
        door.daily.submit()
    assert not door.daily.open_button.isEnabled()
    door.rest()
    assert door.daily.open_button.isEnabled()


def test_a_wrong_passphrase_is_said_beside_the_field(door, qtbot):
    door.daily.passphrase.set_value("Red horse 77")
    door.daily.submit()
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    assert door.daily.passphrase.line.selectedText()
    assert door.daily.open_button.isEnabled()


def test_nothing_typed_is_not_tried(door, qtbot):
    with qtbot.assertNotEmitted(door.unlocked):
        door.daily.submit()
    assert door.daily.open_button.isEnabled()


def test_a_store_that_does_not_open_says_why(door):
    door.refuse(StoreTooNewError())
    assert door.trouble.isVisible()
    assert "newer version" in door.trouble.text.text()


def test_a_fault_is_told_as_one(door, qtbot):
    with qtbot.waitSignal(door.fault_met):
        door.refuse(KeyError("x"))


def test_a_key_computed_ahead_opens(door, access, home, qtbot):
    ahead = Future()
    door.wait_for(ahead.result)
    assert not door.daily.open_button.isEnabled()
    with qtbot.waitSignal(door.unlocked):
        ahead.set_result(access.unlock(home, RIGHT))


def test_a_wrong_passphrase_ahead_leaves_the_door_usable(door, qtbot):
    ahead = Future()
    ahead.set_exception(WrongPassphraseError())
    door.wait_for(ahead.result)
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    assert door.daily.open_button.isEnabled()


@pytest.fixture
def paper_door(door):
    door.ask_paper()
    return door


def test_the_paper_key_sets_a_new_passphrase(paper_door, paper, access, home, qtbot):
    paper_door.forgotten.paper.set_value("-".join(paper.groups).lower())
    paper_door.forgotten.first.set_value(NEW)
    paper_door.forgotten.second.set_value(NEW)
    with qtbot.waitSignal(paper_door.unlocked):
        paper_door.forgotten.submit()
    assert access.unlock(home, NEW)
    with pytest.raises(WrongPassphraseError):
        access.unlock(home, RIGHT)


def test_the_new_passphrase_has_to_meet_the_rules(paper_door, paper):
    paper_door.forgotten.paper.set_value(paper.text())
    paper_door.forgotten.first.set_value("short")
    paper_door.forgotten.second.set_value("short")
    assert not paper_door.forgotten.reset_button.isEnabled()
    assert "rules" in paper_door.forgotten.reset_button.toolTip()


def test_without_the_paper_key_nothing_can_be_set(paper_door):
    paper_door.forgotten.first.set_value(NEW)
    paper_door.forgotten.second.set_value(NEW)
    assert not paper_door.forgotten.reset_button.isEnabled()


@pytest.mark.parametrize("change", [lambda text: text[:-1], lambda text: text[1:] + text[0]])
def test_a_mistyped_paper_key_is_said_beside_the_field(paper_door, paper, qtbot, change):
    paper_door.forgotten.paper.set_value(change(paper.text()))
    paper_door.forgotten.first.set_value(NEW)
    paper_door.forgotten.second.set_value(NEW)
    paper_door.forgotten.submit()
    qtbot.waitUntil(lambda: bool(paper_door.forgotten.paper.problem()))


def test_a_paper_key_of_another_station_is_named_as_such(paper_door, tmp_path, access, qtbot):
    other = access.create(type(paper_door._home)(tmp_path / "other"), RIGHT)
    paper_door.forgotten.paper.set_value(other.text())
    paper_door.forgotten.first.set_value(NEW)
    paper_door.forgotten.second.set_value(NEW)
    paper_door.forgotten.submit()
    qtbot.waitUntil(lambda: "another station" in paper_door.forgotten.paper.problem())


def test_one_can_go_back_to_the_passphrase(paper_door):
    assert paper_door.forgotten.paper.line.hasFocus()
    paper_door.ask_passphrase()
    assert paper_door.daily.passphrase.line.hasFocus()
    assert not paper_door.forgotten.isVisible()


def test_after_five_mistakes_the_door_says_until_when_it_is_shut(door, qtbot, home, access):
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            access.unlock(home, "Red horse 77")
    door.daily.passphrase.set_value("Red horse 77")
    door.daily.submit()
    qtbot.waitUntil(door.trouble.isVisible)
    assert "too often" in door.trouble.text.text()
    assert "…" not in door.trouble.text.text()
    assert door.daily.open_button.isEnabled()


def test_as_long_as_no_name_is_asked_for_the_first_person_enters(door, qtbot, home, access):
    key = access.unlock(home, RIGHT)
    access.admit(home, key, owner="2" * 32, name="胡一菲", passphrase=NEW, is_supervisor=False)
    door.daily.passphrase.set_value(RIGHT)
    with qtbot.waitSignal(door.unlocked) as unlocked:
        door.daily.submit()
    assert unlocked.args[0].owner == key.owner
