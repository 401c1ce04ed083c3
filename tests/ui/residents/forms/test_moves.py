"""The form of a move: who goes, and what it will do."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.residents.standing import Standing
from tests.ui.residents.forms.works import WORKS


def test_dead_people_do_not_move(station, three, household, open_task):
    second = station.residents.resident(three[1].id)
    station.residents.note_death(second.id, date(2026, 1, 1), version=second.version)
    assert station.residents.resident(second.id).standing is Standing.DEAD
    form = open_task(three[0], "move").task.form
    assert list(form._boxes) == [three[0].id]


@pytest.mark.parametrize(
    ("way", "address", "left_to", "sentence"),
    [
        ("here", "", "", "Type where to."),
        ("here", "幸福里5-1-301", "", "白富 will live at 幸福里5幢1单元301室 from 2026-03-01."),
        ("away", "", "", "白富 will have left the community on 2026-03-01."),
        ("away", "", "某市", "白富 will have left the community on 2026-03-01, for 某市."),
    ],
)
def test_a_move_says_first_what_it_will_do(look, way, address, left_to, sentence):
    form = look(WORKS[5]).task.form
    form.way.set_value(way)
    form._show_way(way)
    form.address.set_value(address)
    form.left_to.set_value(left_to)
    assert form.sentence.text.text().startswith(sentence)
    assert form.address.isVisible() == (way == "here")
    assert form.left_to.isVisible() == (way == "away")


def test_a_move_of_nobody_says_so(look):
    form = look(WORKS[5]).task.form
    form.fields["who"].set_value(False)
    form.address.set_value("幸福里5-1-301")
    assert form.sentence.text.text() == "Nobody moves yet: tick at least one person."
