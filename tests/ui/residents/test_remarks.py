"""Remarks over a form: in sight with what they say, gone with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.residents.remarks import Remarks


@pytest.fixture
def banners(qtbot):
    made = [Banner("", Tone.WARN), Banner("", Tone.DANGER)]
    for each in made:
        each.hide()
    return made


@pytest.fixture
def remarks(qtbot, banners):
    window = QWidget()
    qtbot.addWidget(window)
    made = Remarks(banners, window)
    QVBoxLayout(window).addWidget(made)
    window.show()
    yield made
    window.close()  # held until here: it would take its remarks along


def test_nothing_to_remark_takes_no_room(remarks):
    assert remarks.isHidden()


def test_a_remark_brings_its_row_into_sight_and_takes_it_away(remarks, banners):
    banners[1].say("还没有保存")
    assert remarks.isVisible()
    banners[1].say("")
    assert remarks.isHidden()


def test_one_remark_gone_leaves_the_other(remarks, banners):
    for each in banners:
        each.say("还没有保存")
    banners[0].hide()
    assert remarks.isVisible()
    assert banners[1].isVisible()


def test_a_remark_made_before_the_window_is_shown_is_seen_when_it_is(qtbot, banners):
    window = QWidget()
    qtbot.addWidget(window)
    remarks = Remarks(banners, window)
    banners[0].say("还没有保存")
    assert not remarks.isHidden()
