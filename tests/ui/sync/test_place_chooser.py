"""Which place is taken when sticks come and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from ui.sync.place_chooser import PlaceChooser
from ui.sync.places import Place, PlaceKind, places_of
from ui.sync.preferences import ExchangePreferences


def a_stick(name):
    root = Path("/media") / name
    return Place(kind=PlaceKind.STICK, name=name, path=root / "Station", look_in=(root,))


def a_folder(name, *, is_there=True, kind=PlaceKind.FOLDER):
    return Place(kind=kind, name=name, path=Path("/data") / name, is_there=is_there)


RED, BLUE, DESK = a_stick("RED"), a_stick("BLUE"), a_folder("交换")
SHARE = a_folder("共享", kind=PlaceKind.SHARED, is_there=False)


@pytest.fixture
def chooser(qtbot):
    made = PlaceChooser()
    qtbot.addWidget(made)
    made.show()
    return made


def test_no_place_says_what_to_do(chooser):
    chooser.show_places(())
    assert chooser.chosen() is None
    assert [each.text() for each in chooser.findChildren(QLabel)] == [
        "Plug in a stick, or choose a folder. Both are found here then."
    ]


def test_before_anybody_has_looked_nothing_is_said(chooser):
    assert chooser.places is None
    assert chooser.chosen() is None


@pytest.mark.parametrize(
    ("places", "taken"),
    [
        ((RED, DESK), RED),
        ((RED, BLUE), RED),
        ((SHARE, DESK), DESK),
        ((SHARE,), SHARE),
        ((DESK, SHARE), DESK),
    ],
)
def test_a_stick_is_taken_before_a_folder_and_what_is_there_before_what_is_away(
    chooser, places, taken
):
    chooser.show_places(places)
    assert chooser.chosen() == taken


def test_a_stick_plugged_in_is_taken_at_once(chooser):
    chooser.show_places((DESK,))
    chooser.show_places((RED, DESK))
    assert chooser.chosen() == RED


def test_what_was_chosen_stays_while_others_come_and_go(chooser):
    chooser.show_places((RED, BLUE, DESK))
    chooser.choose(DESK)
    chooser.show_places((BLUE, DESK))
    assert chooser.chosen() == DESK


def test_a_stick_pulled_out_leaves_the_next_one_taken(chooser):
    chooser.show_places((RED, DESK))
    chooser.show_places((DESK,))
    assert chooser.chosen() == DESK


def test_places_that_are_the_same_are_not_drawn_anew(chooser):
    chooser.show_places((RED, DESK))
    before = chooser.findChildren(QRadioButton)
    chooser.show_places((RED, DESK))
    assert chooser.findChildren(QRadioButton) == before


def test_a_folder_chosen_by_hand_is_added(qtbot, chooser):
    chooser.show_places((RED,))
    with qtbot.waitSignal(chooser.changed):
        chooser.choose(DESK)
    assert chooser.places == (RED, DESK)
    assert chooser.chosen() == DESK


def test_each_kind_is_called_by_its_name_and_what_is_away_says_so(chooser):
    chooser.show_places((RED, SHARE, DESK))
    assert [each.text() for each in chooser.findChildren(QRadioButton)] == [
        "Stick RED",
        "Shared folder 共享",
        "Folder 交换",
    ]
    told = [each.text() for each in chooser.findChildren(QLabel) if each.text()]
    assert told == [str(RED.path), "not there just now", str(DESK.path)]


def test_the_cursor_stays_among_the_places_when_they_change(qtbot, chooser):
    chooser.show_places((DESK,))
    with qtbot.waitActive(chooser):
        chooser.activateWindow()
    chooser.findChild(QRadioButton).setFocus()
    chooser.show_places((DESK, SHARE))
    assert chooser.focusWidget().text() == "Folder 交换"


def test_one_folder_is_not_told_twice(tmp_path):
    both = ExchangePreferences(last=str(tmp_path), shared=str(tmp_path))
    (place,) = places_of(both, ())
    assert (place.kind, place.is_there) == (PlaceKind.SHARED, True)
    assert places_of(ExchangePreferences(), (RED,)) == (RED,)
