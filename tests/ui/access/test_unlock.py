from __future__ import annotations

from concurrent.futures import Future
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from station_app.domain.errors import StoreTooNewError, WrongPassphraseError
from station_app.domain.passphrases import PassphrasePolicy
from station_app.services.access import AccessService
from station_app.store.door import keep_policy
from station_app.store.vault.derivation import Cost
from ui.access.unlock import UnlockPage
from ui.app.ahead import name_reader
from ui.kit.buttons import Button
from ui.kit.tokens import Tone
from ui.shell.wording import sentence_of

RIGHT, NEW = "Blue horse 77", "Green horse 78"


@pytest.fixture
def access(clock):
    """Key slots that are cheap to open, at a door that goes by the tests' clock."""
    return AccessService(Cost(memory_kib=64, passes=1, lanes=1), clock)


@pytest.fixture
def paper(home, access):
    return access.create(home, RIGHT)


@pytest.fixture
def door(qtbot, home, access, jobs, clock, paper):
    made = UnlockPage(home, access, jobs, words=sentence_of, clock=clock, name="幸福里")
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


PEOPLE = {"王小明": RIGHT, "曾志强": "Grey horse 11", "李雪梅": "Pink horse 12"}


@pytest.fixture
def owners(home, access, paper):
    """Three people who may sign in; the founder and the second are supervisors."""
    key = access.unlock(home, RIGHT)
    access.rename(home, key, key.owner, "王小明")
    made = {"王小明": key.owner}
    for number, name in enumerate(["曾志强", "李雪梅"]):
        made[name] = f"{number:032x}"
        access.admit(
            home,
            key,
            owner=made[name],
            name=name,
            passphrase=PEOPLE[name],
            is_supervisor=name == "曾志强",
        )
    return made


@pytest.fixture
def crowded(qtbot, home, access, jobs, clock, owners):
    """The door of a station where several people work, nobody having come before."""
    made = UnlockPage(home, access, jobs, words=sentence_of, clock=clock, read=name_reader)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
    made.arrive()
    model = made.daily.person.completer.completionModel
    qtbot.waitUntil(lambda: model().rowCount() == len(PEOPLE))
    qtbot.waitUntil(lambda: not jobs.is_busy())
    return made


def test_where_one_person_works_no_name_is_asked_for(door):
    assert not door.daily.person.isVisible()


def test_where_several_work_the_cursor_waits_in_the_name(crowded):
    assert crowded.daily.person.line.hasFocus()
    assert crowded.daily.owner() == ""


@pytest.mark.parametrize("typed", ["曾", "zengzhiqiang", "zzq", "cengzhi", "志强"])
def test_name_pinyin_and_initials_find_who_it_is(crowded, owners, typed):
    crowded.daily.person.line.setText(typed)
    assert crowded.daily.owner() == owners["曾志强"]


def test_by_keys_alone_one_comes_in(crowded, owners, qtbot):
    line = crowded.daily.person.line
    QTest.keyClicks(line, "lxm")
    QTest.keyClick(line.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(line.completer().popup(), Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert crowded.daily.passphrase.line.hasFocus()
    QTest.keyClicks(crowded.daily.passphrase.line, PEOPLE["李雪梅"])
    with qtbot.waitSignal(crowded.unlocked) as unlocked:
        QTest.keyClick(crowded.daily.passphrase.line, Qt.Key.Key_Return)
    assert unlocked.args[0].owner == owners["李雪梅"]


def test_without_a_name_nothing_is_tried(crowded, qtbot):
    crowded.daily.passphrase.set_value(RIGHT)
    with qtbot.assertNotEmitted(crowded.unlocked):
        crowded.daily.submit()
    assert crowded.daily.person.problem() == "Who are you?"


def test_a_name_nobody_has_is_said_at_once(crowded, qtbot):
    QTest.keyClicks(crowded.daily.person.line, "xyz")
    crowded.daily.passphrase.set_value(RIGHT)
    with qtbot.assertNotEmitted(crowded.unlocked):
        crowded.daily.submit()
    assert "Not in the list" in crowded.daily.person.problem()


def choose(door, owner, passphrase):
    door.daily.person.set_value(owner)
    door.daily.passphrase.set_value(passphrase)
    door.daily.submit()


@pytest.fixture
def shut(crowded, owners, qtbot, clock):
    """The door after somebody has mistyped too often."""
    for _ in range(5):
        qtbot.waitUntil(crowded.daily.open_button.isEnabled)
        choose(crowded, owners["李雪梅"], "Red horse 77")
        qtbot.waitUntil(lambda: not crowded.daily.passphrase.line.isReadOnly())
    qtbot.waitUntil(crowded.trouble.isVisible)
    return crowded


def test_too_many_tries_shut_the_door_and_say_until_when(shut, clock):
    assert "(in 15 minutes)" in shut.trouble.text.text()
    assert not shut.daily.open_button.isEnabled()
    assert shut.daily.open_button.toolTip() == shut.trouble.text.text()


def test_it_counts_down_and_opens_by_itself(shut, clock, qtbot):
    clock.moment += timedelta(minutes=14, seconds=30)
    qtbot.waitUntil(lambda: "(in 30 seconds)" in shut.trouble.text.text())
    clock.moment += timedelta(seconds=31)
    qtbot.waitUntil(shut.daily.open_button.isEnabled)
    assert not shut.trouble.isVisible()


def test_it_is_shut_to_one_person_only(shut, owners, qtbot):
    shut.daily.person.set_value(owners["曾志强"])
    shut.daily.person.changed.emit()
    assert shut.daily.open_button.isEnabled()
    assert not shut.trouble.isVisible()
    shut.daily.person.set_value(owners["李雪梅"])
    shut.daily.person.changed.emit()
    assert not shut.daily.open_button.isEnabled()
    assert shut.trouble.isVisible()


def test_a_supervisor_sets_a_new_passphrase_for_who_forgot_it(shut, owners, access, home, qtbot):
    shut.ask_help()
    form = shut.helped
    assert "李雪梅" in form.lead.text()
    assert [person.name for person in form.supervisor.people()] == ["王小明", "曾志强"]
    form.supervisor.set_value(owners["曾志强"])
    form.proof.set_value(PEOPLE["曾志强"])
    with qtbot.waitSignal(shut.unlocked) as unlocked:
        form.submit()
    key = unlocked.args[0]
    assert (key.owner, key.is_given) == (owners["李雪梅"], True)
    begun = []
    shut.ask_own_passphrase("李雪梅", lambda: begun.append(1))
    for field in (shut.own.first, shut.own.second):
        field.set_value(NEW)
    with qtbot.waitSignal(shut.begun):
        shut.own.submit()
    assert begun == [1]
    assert not access.unlock(home, NEW, owner=owners["李雪梅"]).is_given


def test_a_supervisor_types_his_passphrase_before_he_lets_in(crowded, owners, qtbot):
    crowded.daily.person.set_value(owners["李雪梅"])
    crowded.ask_help()
    form = crowded.helped
    assert "supervisor" in form.reset_button.toolTip()
    form.supervisor.set_value(owners["王小明"])
    assert not form.reset_button.isEnabled()
    QTest.keyClicks(form.proof.line, RIGHT)
    assert form.reset_button.isEnabled()
    with qtbot.waitSignal(crowded.unlocked):
        QTest.keyClick(form.proof.line, Qt.Key.Key_Return)


def test_a_passphrase_given_by_another_that_came_ahead_has_to_be_typed(
    crowded, owners, access, home, qtbot
):
    owner = owners["李雪梅"]
    crowded.daily.person.set_value(owner)
    with qtbot.assertNotEmitted(crowded.unlocked):
        crowded.wait_for(lambda: access.unlock(home, PEOPLE["李雪梅"], owner=owner))
        qtbot.waitUntil(crowded.daily.open_button.isEnabled)
    assert crowded.daily.passphrase.line.hasFocus()


def test_a_supervisor_who_mistypes_is_told_beside_his_field(crowded, owners, qtbot):
    crowded.daily.person.set_value(owners["李雪梅"])
    crowded.ask_help()
    form = crowded.helped
    form.supervisor.set_value(owners["曾志强"])
    form.proof.set_value("Red horse 77")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.proof.problem()))
    assert form.proof.line.hasFocus()


def test_help_needs_to_know_for_whom(crowded):
    crowded.ask_help()
    assert crowded.daily.isVisible()
    assert crowded.daily.person.problem() == "Choose your name first."


def test_from_the_supervisor_one_gets_to_the_paper_key_and_back(crowded, owners):
    crowded.daily.person.set_value(owners["李雪梅"])
    crowded.ask_help()
    crowded.ask_paper()
    assert crowded.forgotten.isVisible()
    crowded.ask_supervisor()
    assert crowded.helped.isVisible()


def test_a_passphrase_used_before_is_refused_beside_the_field(crowded, paper, owners, qtbot):
    crowded.daily.person.set_value(owners["李雪梅"])
    crowded.ask_paper()
    form = crowded.forgotten
    form.paper.set_value(paper.text())
    for field in (form.first, form.second):
        field.set_value(PEOPLE["李雪梅"])
    form.submit()
    qtbot.waitUntil(lambda: "one of your last" in form.first.problem())


def test_the_rules_of_this_station_are_told(home, access, jobs, clock, owners, qtbot):
    keep_policy(home.door, PassphrasePolicy(least_length=14, long_enough=20), clock)
    door = UnlockPage(home, access, jobs, words=sentence_of, clock=clock)
    qtbot.addWidget(door)
    words = [label.text() for label in door.own.rules.findChildren(QLabel)]
    assert "At least 14 characters" in words


def test_a_damaged_key_file_is_said_before_anybody_types(home, access, jobs, clock, paper, qtbot):
    home.keys.write_bytes(home.keys.read_bytes()[:-40])
    door = UnlockPage(home, access, jobs, words=sentence_of, clock=clock)
    qtbot.addWidget(door)
    door.show()
    assert door.trouble.isVisible()
    assert "keys" in door.trouble.text.text()


def test_a_remark_over_the_door_has_something_to_do_about_it(door, qtbot):
    done = []
    banner = door.doorway.remark(
        "The database is damaged.", Tone.DANGER, action="Restore…", act=lambda: done.append(1)
    )
    qtbot.waitUntil(banner.isVisible)
    banner.findChild(Button).click()
    assert done == [1]
