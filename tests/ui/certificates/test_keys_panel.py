"""The keys that sign papers, in the view of verifying: withdrawn, and vouched for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from station_app.domain.paper_code.judging import Verdict
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of


@pytest.fixture
def paper(named_station, person):
    request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    return named_station.certificates.issue(request).value


@pytest.fixture
def panel(qtbot, page, named_station):
    page.show_view("verify")
    page.verifying.open_keys.click()
    panel = page.verifying.keys
    qtbot.waitUntil(lambda: len(panel.cards) == len(named_station.paper_keys.keys()))
    qtbot.waitUntil(lambda: panel.root.told.text() != "")
    return panel


def test_before_the_first_paper_it_says_so(panel):
    assert panel.none.isVisible()
    assert panel.root.told.text() == "This computer has not signed a list of keys yet."


def test_a_key_tells_its_time_and_its_papers(named_station, paper, panel):
    [card] = panel.cards.values()
    today = named_station.clock.today()
    assert card.title.text() == named_station.settings.current().name
    assert f"this computer · signs from {today.isoformat()} to" in card.told.text()
    assert card.papers.text() == "Certificates in the register: 1"
    assert not panel.none.isVisible()


def test_a_key_is_withdrawn_with_its_reason_by_keyboard(
    qtbot, named_station, paper, panel, keyboard
):
    [card] = panel.cards.values()
    card.withdraw.click()
    assert panel.reason.reason.line.hasFocus()
    keyboard.type("设备遗失")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: named_station.paper_keys.keys()[0].entry.withdrawn_on is not None)
    qtbot.waitUntil(lambda: not next(iter(panel.cards.values())).withdraw.isVisible())
    assert named_station.verifying.judge(keywords_of(paper.pdf)).verdict is Verdict.VALID


def test_a_withdrawal_without_a_reason_says_what_is_missing(qtbot, paper, panel, keyboard):
    next(iter(panel.cards.values())).withdraw.click()
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.reason.reason.problem() != "")
    keyboard.press(Qt.Key.Key_Escape)
    assert not panel.reason.isVisible()


def test_the_street_is_asked_stands_for_it_and_its_answer_is_taken_in(
    qtbot, named_station, panel, desk
):
    panel.root.ask.click()
    request = desk.folder / "根密钥认可申请.json"
    qtbot.waitUntil(request.exists)
    panel._choose = lambda *_args, **_words: request
    panel.root.vouch.click()
    answer = desk.folder / "根密钥认可书.json"
    qtbot.waitUntil(answer.exists)
    panel._choose = lambda *_args, **_words: answer
    panel.root.take.click()
    qtbot.waitUntil(lambda: "stands for it until" in panel.root.told.text())
    until = named_station.clock.today() + timedelta(days=365)
    assert until.isoformat() in panel.root.told.text()


def test_a_day_too_far_away_is_told_beside_it(qtbot, named_station, panel, desk):
    request = desk.folder / "request.json"
    request.write_bytes(named_station.paper_keys.ask().value.written())
    panel._choose = lambda *_args, **_words: request
    panel.root.until.set_value(named_station.clock.today() + timedelta(days=5000))
    panel.root.vouch.click()
    qtbot.waitUntil(lambda: panel.root.until.problem() != "")


def test_a_scan_takes_the_place_of_the_keys(qtbot, page, paper, panel):
    page.verifying.judge(keywords_of(paper.pdf))
    qtbot.waitUntil(lambda: page.verifying.stack.currentIndex() == 1)
