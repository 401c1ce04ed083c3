from __future__ import annotations

import pytest

from station_app.domain.errors import NotFoundError
from ui.settings.backups import BackupCard


@pytest.fixture
def card(qtbot, station, context):
    made = BackupCard(station.keeping, context)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    return made


def test_a_station_never_backed_up_says_so(card, qtbot):
    qtbot.waitUntil(lambda: card.last.remark.text() == "There is none yet.")


def test_a_backup_under_way_cannot_be_asked_for_again(card, qtbot):
    with qtbot.waitSignal(card.backed_up):
        card.back_up()
        assert card.backup_now.toolTip() == "Making a backup…"
        assert not card.backup_now.isEnabled()
    assert card.backup_now.isEnabled()


def test_the_new_backup_is_shown_without_being_asked_for(card, qtbot):
    with qtbot.waitSignal(card.backed_up):
        card.back_up()
    qtbot.waitUntil(lambda: "read back in full" in card.last.remark.text())


def test_after_a_failure_it_can_be_tried_again(card, doings):
    card.backup_now.refuse("Making a backup…")
    card._on_not_backed_up(NotFoundError(id="1"))
    assert card.backup_now.isEnabled()
    assert len(doings.failures) == 1
