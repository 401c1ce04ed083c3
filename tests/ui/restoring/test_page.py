"""The steps of restoring, as somebody takes them who has never done it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from station_app.bootstrap import open_station, restoring_of
from station_app.domain.access.roles import Role
from station_app.domain.backups import Soundness
from tests.factories import a_resident
from tests.staffed import employ
from tests.ui.fitting import complaints
from ui.kit import dialogs
from ui.restoring.page import RestorePage
from ui.shell.wording import sentence_of

PASSPHRASE = "Blue horse 77"


@pytest.fixture
def paper(home, access):
    return access.create(home, PASSPHRASE)


@pytest.fixture
def told(home, access, clock, paper):
    """A station with two backups, and somebody who came after the second."""
    station = open_station(home, access.unlock(home, PASSPHRASE), clock=clock)
    for name in ("张三", "李四"):
        a_resident(station, name, number="")
        station.keeping.back_up()
        clock.moment += timedelta(hours=1)
    a_resident(station, "王五", number="")
    station.close()


@pytest.fixture
def page(qtbot, jobs, home, clock, told):
    made = RestorePage(
        restoring_of(home, clock=clock),
        jobs,
        release=lambda: lambda: restoring_of(home, clock=clock),
        words=sentence_of,
    )
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
    made.arrive()
    qtbot.waitUntil(lambda: looked_at(made) == 2)
    return made


def looked_at(page):
    listed = page.choose.list
    return sum(listed.soundness_of(backup) is not None for backup in listed.backups)


def to_difference(page, qtbot, passphrase=PASSPHRASE):
    page.wizard.go_on()
    page.key.passphrase.set_value(passphrase)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.difference)


def words_of(step):
    return " ".join(each.text() for each in step.findChildren(QLabel) if each.isVisible())


def test_the_newest_backup_is_chosen_and_seen_to_be_undamaged(page):
    newest = page.choose.list.backups[0]
    assert page.choose.list.chosen() is newest
    assert page.choose.list.soundness_of(newest) is Soundness.UNTOUCHED
    assert page.wizard.next.isEnabled()


def test_of_a_damaged_newest_the_one_before_is_chosen(page, qtbot):
    newest, former = page.choose.list.backups
    newest.path.write_bytes(newest.path.read_bytes()[:-1])
    page.choose.list._found.clear()
    page.refresh()
    qtbot.waitUntil(lambda: looked_at(page) == 2)
    assert page.choose.list.chosen().path == former.path
    page.choose.list.choose(page.choose.list.backups[0])
    assert page.wizard.why.text() == "This one cannot be restored. Choose another"


def test_by_keyboard_alone_from_the_list_to_the_door(page, qtbot, home, access, clock):
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.focusWidget(), PASSPHRASE)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.current() is page.difference)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.wizard.current() is page.done)
    with qtbot.waitSignal(page.finished):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    again = open_station(home, access.unlock(home, PASSPHRASE), clock=clock)
    with again.store.reading() as tx:
        assert tx.people.count() == 2
    again.close()


def test_what_would_be_lost_is_counted_and_named(page, qtbot):
    to_difference(page, qtbot)
    words = words_of(page.difference)
    assert "resident 王五, new" in words
    assert "1 records entered since and 0 changes would be lost." in words


def test_nothing_lost_is_said_too(page, qtbot, home, access, clock):
    station = open_station(home, access.unlock(home, PASSPHRASE), clock=clock)
    station.keeping.back_up()
    station.close()
    page.refresh()
    qtbot.waitUntil(lambda: looked_at(page) == 3)
    page.choose.list.choose(page.choose.list.backups[0])
    to_difference(page, qtbot)
    assert "Nothing that was entered since would be lost." in words_of(page.difference)


def test_a_wrong_passphrase_is_said_at_the_field_and_can_be_typed_again(page, qtbot):
    page.wizard.go_on()
    page.key.passphrase.set_value("Red horse 77")
    page.wizard.go_on()
    qtbot.waitUntil(lambda: bool(page.key.passphrase.problem()))
    assert page.wizard.current() is page.key
    page.key.passphrase.set_value(PASSPHRASE)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.difference)


def test_the_paper_key_opens_it_too(page, qtbot, paper):
    page.wizard.go_on()
    page.key.other.click()
    page.key.paper.set_value(paper.text())
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.difference)


def test_before_the_last_step_nothing_has_changed(page, qtbot, home):
    before = home.database.read_bytes()
    to_difference(page, qtbot)
    with qtbot.waitSignal(page.abandoned):
        page.wizard.leave.click()
    assert home.database.read_bytes() == before


def test_what_was_replaced_can_be_put_back(page, qtbot):
    to_difference(page, qtbot)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.done)
    assert "kept for at least 30 days" in page.done.kept.text()
    assert page.key.typed() == ""


def test_what_cannot_be_read_is_called_no_backup_and_nothing_to_put_back(page, qtbot, home):
    home.database.write_bytes(bytes(len(home.database.read_bytes())))
    to_difference(page, qtbot)
    words = words_of(page.difference)
    assert "may have to be entered again" in words
    assert "a backup of its own" not in words
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.done)
    assert "The unreadable file is kept for at least 30 days" in page.done.kept.text()
    assert "put back" not in page.done.kept.text()


def test_a_folder_is_looked_into(page, qtbot, tmp_path, monkeypatch):
    other = tmp_path / "stick"
    (page.choose.list.backups[0].path.parent).rename(other)
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_, **__: other)
    page.choose.folder.click()
    qtbot.waitUntil(lambda: [each.place for each in page.choose.list.backups] == ["stick"] * 2)


def test_without_any_backup_it_is_said_what_to_do(page, qtbot):
    for backup in page.choose.list.backups:
        backup.path.unlink()
    page.refresh()
    qtbot.waitUntil(page.choose.none.isVisible)
    assert "Plug in the stick" in page.choose.none.text()
    assert page.wizard.why.text() == "Choose a backup"


def test_every_step_can_be_read(language, page, qtbot):
    assert complaints(page) == []
    page.wizard.go_on()
    assert complaints(page) == []
    page.key.passphrase.set_value("Red horse 77")
    page.wizard.go_on()
    qtbot.waitUntil(lambda: bool(page.key.passphrase.problem()))
    page.wizard.go_to(0)
    to_difference(page, qtbot)
    assert complaints(page) == []
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.done)
    assert complaints(page) == []


def test_of_a_copy_on_a_stick_it_is_said_who_opens_it(page, qtbot, tmp_path):
    page.wizard.go_on()
    assert page.key.lead.text().startswith("Today's passphrase")
    page.wizard.go_back()
    page.choose.list.backups[0].path.parent.rename(tmp_path / "stick")
    page.look_into(tmp_path / "stick")
    qtbot.waitUntil(lambda: [each.place for each in page.choose.list.backups] == ["stick"] * 2)
    page.wizard.go_on()
    assert page.key.lead.text().startswith("Copies on stick are opened by a supervisor's")


def test_why_no_names_are_shown_is_said(page, qtbot, home, access, clock):
    key = access.unlock(home, PASSPHRASE)
    station = open_station(home, key, clock=clock)
    employ(station, access, key, "陈静", Role.GRID_WORKER, passphrase="Grey horse 11")
    station.close()
    page.refresh()
    to_difference(page, qtbot, "Grey horse 11")
    words = words_of(page.difference)
    assert "1 records entered since and 0 changes would be lost." in words
    assert "Names are shown to whoever may see all residents." in words
    assert "王五" not in words
    assert "and 1 more" not in words
