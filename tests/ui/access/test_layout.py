"""The door and the first run on a small screen, and on the same shown at 150 %."""

from __future__ import annotations

import pytest

from station_app.domain.errors import NetworkPathError, StoreTooNewError
from tests.ui.fitting import complaints, complaints_at
from ui.access.unlock import UnlockPage
from ui.shell.wording import sentence_of

PASSPHRASE = "Blue horse 77"
LONG_NAME = "幸福里街道康藏路社区党群服务中心暨社区综合服务站"
WHOLE = (910, 512)  # of a screen of 1366 by 768 at 150 %: nothing stands around these pages


@pytest.fixture
def door(language, qtbot, home, access, jobs, clock):
    access.create(home, PASSPHRASE)
    made = UnlockPage(home, access, jobs, words=sentence_of, clock=clock, name=LONG_NAME)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def founding(language, founding):
    founding.show()
    founding.arrive()
    return founding


def go_on(founding, qtbot, at):
    founding.wizard.go_on()
    qtbot.waitUntil(lambda: founding.wizard.stack.currentIndex() == at)


@pytest.fixture
def at_passphrase(founding, qtbot):
    founding.station_step.founder.set_value("王小明")
    founding.station_step.name.set_value(LONG_NAME)
    go_on(founding, qtbot, 1)
    return founding


@pytest.fixture
def at_proof(at_passphrase, qtbot):
    at_passphrase.passphrase_step.first.set_value(PASSPHRASE)
    at_passphrase.passphrase_step.second.set_value(PASSPHRASE)
    go_on(at_passphrase, qtbot, 2)
    return at_passphrase


@pytest.fixture
def at_paper(at_proof, qtbot):
    at_proof.proof_step.typed.set_value(PASSPHRASE)
    go_on(at_proof, qtbot, 3)
    return at_proof


def test_the_door_can_be_read(door):
    assert complaints(door) == []


def test_the_way_in_by_paper_can_be_read(door):
    door.ask_paper()
    assert complaints(door) == []


def test_a_wrong_passphrase_and_a_store_too_new_can_be_read(door, qtbot):
    door.daily.passphrase.set_value("Red horse 77")
    door.daily.submit()
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    door.refuse(StoreTooNewError())
    assert complaints(door) == []


def test_a_paper_key_of_another_station_can_be_read(door):
    door.ask_paper()
    door.forgotten.refuse_foreign()
    assert complaints(door) == []


def test_the_first_step_can_be_read(founding):
    assert complaints(founding) == []


def test_the_first_step_needs_no_scroll_bar_on_a_small_screen(founding):
    assert complaints_at(founding, WHOLE) == []
    bar = founding.station_step.page.verticalScrollBar()
    assert bar.maximum() == 0


def test_a_wrong_code_can_be_read(founding):
    founding.station_step.code.set_value("第一社区")
    founding.station_step.code.finished.emit()
    assert complaints(founding) == []


def test_a_folder_that_cannot_be_used_can_be_read(founding):
    founding._refuse(NetworkPathError(path="x", kind="smb"))
    assert complaints(founding) == []


def test_the_step_of_the_passphrase_can_be_read(at_passphrase):
    at_passphrase.passphrase_step.first.set_value("short")
    assert complaints(at_passphrase) == []


def test_the_step_of_the_proof_can_be_read(at_proof):
    assert complaints(at_proof) == []


def test_the_step_of_the_paper_key_can_be_read(at_paper):
    assert complaints(at_paper) == []
