from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from station_app.domain.errors import RefusedError
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.sync.devices import DeviceState
from tests.factories import a_resident
from ui.sync.places import Place, PlaceKind, is_removable, places_of
from ui.sync.preferences import ExchangePreferences, load_exchange, save_exchange


@pytest.fixture
def hand(pair, a_page, plugged, stick):
    """The page of the station, a stick plugged in, somebody new to send."""
    a_resident(pair[0])
    plugged.append(stick)
    made = a_page(pair[0])
    made.plug(stick)
    made.wait(lambda: made.view.standing.unsent.number.text() != "0")
    return made


def put_into_bin(station):
    line = next(iter(station.lists.lines(station.lists.keys(ResidentFilter())).values()))
    person = station.residents.resident(line.id)
    station.residents.put_into_bin(person.id, version=person.version)


def test_a_station_of_one_computer_is_told_what_to_do_first(station, a_page):
    hand = a_page(station)
    hand.wait(hand.view.empty.isVisible)
    assert not hand.view.card.isVisible()
    assert "takes part" in hand.view.empty.title.text()


def test_without_a_place_it_is_said_what_is_missing(pair, a_page):
    hand = a_page(pair[0])
    hand.wait(lambda: hand.view.places.places == ())
    hand.view.exchange()
    assert "Plug in a stick" in hand.view.wrong.text.text()
    assert hand.view.other.hasFocus()


def test_a_stick_that_is_plugged_in_is_taken_at_once(pair, a_page, plugged, stick, tmp_path):
    save_exchange(ExchangePreferences(last=str(tmp_path)))
    hand = a_page(pair[0])
    hand.wait(lambda: hand.view.places.places)
    assert hand.view.places.chosen().kind is PlaceKind.FOLDER
    plugged.append(stick)
    hand.plug(stick)
    assert hand.view.places.chosen() == stick


def test_one_button_writes_and_nothing_is_called_done(hand, stick):
    done = hand.exchange()
    assert [each.receiver for each in done.written] == ["二号窗口"]
    text = hand.view.result.texts()[0]
    assert "For 二号窗口: file 1" in text
    assert "No receipt yet" in text
    assert len(list(stick.path.iterdir())) == 1
    hand.wait(lambda: hand.view.standing.unconfirmed.number.text() != "0")
    assert hand.view.standing.unsent.number.text() == "0"


def test_the_result_is_counted_and_the_receipt_closes_it(hand, pair, a_page, stick):
    hand.exchange()
    other = a_page(pair[1])
    other.plug(stick)
    other.exchange()
    assert "From 石头城社区服务站, file 1" in other.view.result.texts()[0]
    assert pair[1].checks.check().people == 1
    hand.exchange()
    hand.wait(lambda: hand.view.standing.unconfirmed.number.text() == "0")


def test_a_file_taken_in_can_be_taken_back(hand, pair, a_page, stick, context):
    hand.exchange()
    other = a_page(pair[1])
    other.plug(stick)
    done = other.exchange()
    button = other.view.result.undo_buttons[done.taken[0].sha256]
    button.click()
    other.wait(lambda: pair[1].checks.check().people == 0)
    other.wait(lambda: any("taken back" in each.text() for each in context.notices.shown()))
    assert not button.isEnabled()


def test_what_was_built_upon_stays_and_it_is_said(hand, pair, a_page, stick, doings):
    hand.exchange()
    other = a_page(pair[1])
    other.plug(stick)
    done = other.exchange()
    put_into_bin(pair[1])
    button = other.view.result.undo_buttons[done.taken[0].sha256]
    button.click()
    other.wait(lambda: doings.failures)
    assert doings.failures[0].reason == "sync.built-upon"
    assert button.isEnabled()


def test_past_files_show_what_became_of_them(hand):
    hand.exchange()
    hand.wait(lambda: len(hand.view.past.files) == 1)
    assert hand.view.past.isVisible()


def test_nothing_new_is_said_in_one_line(pair, a_page, plugged, stick):
    plugged.append(stick)
    pages = [a_page(station) for station in pair]
    for _ in range(3):
        for page in pages:
            page.plug(stick)
            page.exchange()
    assert "Nothing new" in pages[0].view.result.texts()[0]


def test_a_stick_that_was_pulled_out_is_a_sentence(hand, stick):
    stick.look_in[0].rmdir()
    hand.view.go.click()
    hand.wait(hand.view.wrong.isVisible)
    assert "KINGSTON is not there" in hand.view.wrong.text.text()
    assert hand.view.go.isEnabled()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="modes bind ordinary users")
def test_a_stick_that_is_read_only_is_a_sentence(hand, stick):
    stick.look_in[0].chmod(0o500)
    done = hand.exchange()
    stick.look_in[0].chmod(0o700)
    assert done.failure.reason == "file-not-written"


def test_a_place_that_cannot_be_written_is_a_sentence(hand, stick):
    stick.path.write_bytes(b"")  # a file where the folder is to be, as a full disk refuses it
    done = hand.exchange()
    assert isinstance(done.failure, RefusedError)
    assert "could not be written" in hand.view.result.texts()[-1]
    stick.path.unlink()
    assert hand.exchange().failure is None


def test_a_file_of_a_lost_device_is_refused_with_the_reason(hand, pair, a_page, places, stick):
    hand.exchange()
    places.introduce(pair[1], pair[0], state=DeviceState.LOST)
    other = a_page(pair[1])
    other.plug(stick)
    done = other.exchange()
    assert done.taken[0].refused is not None
    text = other.view.result.texts()[0]
    assert "was not taken in. Nothing was changed." in text
    assert len(text.splitlines()) == 2


def test_files_can_be_dropped(hand, pair, a_page, stick, qtbot):
    hand.exchange()
    path = next(stick.path.iterdir())
    other = a_page(pair[1])
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(other.exchanger.ended) as ended:
        other.page.dropEvent(event)
    assert ended.args[0].taken[0].added > 0


def test_other_files_are_not_even_taken(hand):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/somewhere/roster.xlsx")])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.page.dropEvent(event)
    assert not hand.exchanger.is_busy


def test_two_rounds_are_never_under_way(hand, stick):
    assert hand.exchanger.go_round(stick)
    assert not hand.exchanger.go_round(stick)
    assert not hand.exchanger.take_in([stick.path])
    hand.wait(lambda: not hand.exchanger.is_busy)


def test_the_folder_used_last_is_remembered(hand, tmp_path):
    folder = tmp_path / "交换"
    folder.mkdir()
    hand.view.use_folder(folder)
    hand.view.look_for_places()
    hand.wait(lambda: not hand.view._is_looking)
    assert hand.view.places.chosen().path == folder
    hand.exchange()
    assert load_exchange().last == str(folder)
    assert len(list(folder.iterdir())) == 1


def test_everything_is_reached_by_keys(hand, stick):
    hand.view.go.setFocus()
    seen = set()
    for _ in range(30):
        seen.add(hand.page.window().focusWidget())
        QTest.keyClick(hand.page.window().focusWidget(), Qt.Key.Key_Tab)
    radio = hand.view.places._group.checkedButton()
    assert {hand.view.go, hand.view.other, hand.view.open, radio} <= seen


def test_places_are_told_once_and_those_away_as_such(tmp_path, stick):
    kept = ExchangePreferences(shared=str(tmp_path / "away"), last=str(stick.path))
    found = places_of(kept, [stick])
    assert [(place.kind, place.is_there) for place in found] == [
        (PlaceKind.STICK, True),
        (PlaceKind.SHARED, False),
    ]


@pytest.mark.skipif(os.name == "nt", reason="asks Windows there")
def test_what_can_be_pulled_out_is_known_by_where_it_is_mounted():
    assert is_removable("/media/clerk/KINGSTON")
    assert is_removable("/Volumes/KINGSTON")
    assert not is_removable("/")
    assert not is_removable("/home")


def test_preferences_that_make_no_sense_are_as_if_never_chosen():
    save_exchange(ExchangePreferences(shared="x", minutes=9999, is_watched=True))
    assert load_exchange().minutes == 240
    assert load_exchange().is_watched


def test_a_place_is_added_when_it_is_chosen(pair, a_page, tmp_path):
    hand = a_page(pair[0])
    hand.wait(lambda: hand.view.places.places == ())
    place = Place(kind=PlaceKind.FOLDER, name="x", path=tmp_path)
    hand.view.places.choose(place)
    assert hand.view.places.chosen() == place
