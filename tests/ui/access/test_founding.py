from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.errors import NetworkPathError
from station_app.services.access import HomeState
from ui.access import founder

PASSPHRASE = "Blue horse 77"


@pytest.fixture
def page(qtbot, founding):
    founding.resize(1000, 700)
    with qtbot.waitActive(founding):
        founding.show()
    founding.arrive()
    founding.station_step.founder.set_value("王小明")
    return founding


def at_step(page, at):
    return lambda: page.wizard.stack.currentIndex() == at


@pytest.fixture
def founded(page, qtbot):
    """The page after the passphrase has been settled."""
    page.station_step.name.set_value("幸福里社区综合服务站")
    page.station_step.code.set_value("110000001001")
    page.station_step.phone.set_value("010-0000 0000")
    page.wizard.go_on()
    page.passphrase_step.first.set_value(PASSPHRASE)
    page.passphrase_step.second.set_value(PASSPHRASE)
    page.wizard.go_on()
    qtbot.waitUntil(at_step(page, 2))
    return page


@pytest.fixture
def proven(founded, qtbot):
    """The page with the paper key."""
    founded.proof_step.typed.set_value(PASSPHRASE)
    founded.wizard.go_on()
    qtbot.waitUntil(at_step(founded, 3))
    return founded


def test_a_name_is_needed_first(page):
    assert not page.wizard.next.isEnabled()
    page.station_step.name.set_value("幸福里")
    assert page.wizard.next.isEnabled()


def test_the_founder_has_to_give_a_name_too(page):
    page.station_step.name.set_value("幸福里")
    page.station_step.founder.set_value("")
    assert not page.wizard.next.isEnabled()
    assert "your own name" in page.wizard.next.toolTip()


def test_a_code_is_of_digits_and_letters(page):
    page.station_step.name.set_value("幸福里")
    page.station_step.code.set_value("第一社区")
    page.station_step.code.finished.emit()
    assert not page.wizard.next.isEnabled()
    assert "12 digits" in page.station_step.code.problem()


def test_enter_goes_through_the_fields(page):
    QTest.keyClick(page.station_step.founder.line, Qt.Key.Key_Return)
    assert page.station_step.name.line.hasFocus()
    QTest.keyClick(page.station_step.name.line, Qt.Key.Key_Return)
    assert page.station_step.code.line.hasFocus()


def test_two_different_passphrases_do_not_go_on(page):
    page.station_step.name.set_value("幸福里")
    page.wizard.go_on()
    page.passphrase_step.first.set_value(PASSPHRASE)
    page.passphrase_step.second.set_value("Blue horse 78")
    assert not page.wizard.next.isEnabled()


def test_the_station_is_founded_before_it_is_opened(founded, home):
    assert home.state() is HomeState.READY
    assert founded.opened_station() is None
    assert founded.passphrase_step.value() == ""


def test_there_is_no_way_back_once_the_station_exists(founded):
    assert not founded.wizard.back.isVisible()


def test_a_wrong_passphrase_is_not_the_proof(founded, qtbot):
    founded.proof_step.typed.set_value("Red horse 77")
    founded.wizard.go_on()
    qtbot.waitUntil(lambda: bool(founded.proof_step.typed.problem()))
    assert at_step(founded, 2)()


def test_once_opened_the_particulars_are_kept(proven):
    settings = proven.opened_station().station.settings.current()
    assert settings.name == "幸福里社区综合服务站"
    assert settings.code == "110000001001"
    assert settings.station_id


def test_work_starts_when_a_group_of_the_paper_was_typed_back(proven, opened, qtbot):
    panel = proven.paper_step.panel
    assert not proven.wizard.next.isEnabled()
    panel.group.set_value(panel._paper.groups[panel.asked_group()])
    with qtbot.waitSignal(proven.opened):
        QTest.keyClick(panel.group.line, Qt.Key.Key_Return)
    assert opened[0].station is proven.opened_station().station


def test_the_paper_key_shown_opens_the_station(proven, access, home):
    paper = proven.paper_step.panel._paper
    assert access.unlock_with_paper(home, paper.text()) == access.unlock(home, PASSPHRASE)


def test_printing_is_asked_for_with_the_key(proven, qtbot):
    with qtbot.waitSignal(proven.print_asked):
        proven.paper_step.panel.print.click()


def test_a_folder_that_cannot_be_used_is_said(page, qtbot):
    page._refuse(NetworkPathError(path="x", kind="smb"))
    assert "network drive" in page.trouble.text.text()


def test_a_fault_is_told_as_one(page, qtbot):
    with qtbot.waitSignal(page.fault_met):
        page._refuse(KeyError("x"))


def test_leaving_is_told(page, qtbot):
    with qtbot.waitSignal(page.abandoned):
        page.wizard.leave.click()


@pytest.mark.slow
def test_a_demo_station_is_one_click_away(page, opened, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(founder, "DEMO_PEOPLE", 40)
    page.station_step.demo.click()
    assert not page.wizard.next.isEnabled()
    qtbot.waitUntil(partial(bool, opened), timeout=20_000)
    station = opened[0].station
    assert station.settings.current().is_demo
    assert opened[0].home.root == tmp_path / "station-demo"
    assert len(station.search.find("wang") or station.search.find("li")) > 0
