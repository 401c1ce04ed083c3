from __future__ import annotations

import pytest

from tests.factories import a_resident
from ui.sync.preferences import load_exchange
from ui.sync.shared_folder import WatchState


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "共享"
    made.mkdir()
    return made


@pytest.fixture
def desk(pair, a_page, folder):
    """A desk that watches the shared folder."""
    hand = a_page(pair[1])
    hand.view.shared.use(folder)
    return hand


def look(hand):
    hand.watch.look()
    hand.wait(lambda: hand.watch.state is not WatchState.WAITING and not hand.watch._is_looking)
    hand.wait(lambda: not hand.exchanger.is_busy)


def test_the_folder_belongs_to_the_device(desk, folder):
    kept = load_exchange()
    assert (kept.shared, kept.is_watched) == (str(folder), True)
    assert desk.watch.state is WatchState.WAITING


def test_nothing_is_watched_unless_it_was_chosen(pair, a_page):
    hand = a_page(pair[0])
    hand.watch.begin()
    hand.watch.look()
    assert hand.watch.state is WatchState.OFF
    assert not hand.view.shared.watched.isEnabled()


def test_what_lies_there_comes_in_by_itself_and_is_told(desk, pair, folder, qtbot):
    a_resident(pair[0])
    pair[0].rounds.go_round(folder)
    with qtbot.waitSignal(desk.watch.news) as news:
        desk.watch.look()
    assert news.args[0].taken[0].added > 0
    assert pair[1].checks.check().people == 1


def test_a_change_goes_out_by_itself_and_once(desk, pair, folder):
    a_resident(pair[1])
    look(desk)
    look(desk)
    assert len(list(folder.iterdir())) == 1


def test_nothing_is_said_while_nothing_happens(desk, folder, qtbot, context):
    look(desk)
    with qtbot.assertNotEmitted(desk.watch.news):
        look(desk)
    assert context.notices.shown() == []
    assert "looked at" in desk.view.shared.told.text()


def test_a_folder_that_is_away_is_calmly_told(desk, folder, context):
    folder.rmdir()
    look(desk)
    assert desk.watch.state is WatchState.AWAY
    assert "tried again by itself" in desk.view.shared.told.text()
    assert context.notices.shown() == []
    folder.mkdir()
    look(desk)
    assert desk.watch.state is WatchState.QUIET


def test_while_somebody_exchanges_the_watch_waits(desk, stick):
    desk.exchanger.is_busy = True
    desk.watch.look()
    assert not desk.watch._is_looking
    desk.exchanger.is_busy = False


def test_the_watch_can_be_turned_off(desk):
    desk.view.shared.watched.setChecked(False)
    assert desk.watch.state is WatchState.OFF
    assert not load_exchange().is_watched


def test_the_minutes_are_kept(desk):
    desk.view.shared.minutes.setValue(3)
    desk.view.shared.minutes.editingFinished.emit()
    assert load_exchange().minutes == 3


def test_a_quiet_look_leaves_what_somebody_is_reading(desk, stick, plugged):
    plugged.append(stick)
    desk.plug(stick)
    desk.view.places.choose(stick)
    stick.look_in[0].rmdir()
    desk.view.go.click()
    desk.wait(desk.view.wrong.isVisible)
    said = desk.view.wrong.text.text()
    look(desk)
    look(desk)
    assert desk.view.wrong.text.text() == said
    assert desk.view.go.isEnabled()
