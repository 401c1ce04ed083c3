from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.backups import DRILL_DUE_DAYS, DRILL_LATE_DAYS
from station_app.domain.paper_keys import new_paper_key
from station_app.store import proving
from tests.factories import a_resident
from tests.ui.fitting import complaints
from ui.settings.drill import DrillCard


@pytest.fixture
def card(qtbot, founded, context):
    a_resident(founded, "张三")
    made = DrillCard(founded.drills, context)
    qtbot.addWidget(made)
    made.resize(760, 500)
    made.show()
    made.begin.click()
    return made


def test_it_is_said_plainly_what_was_proven(card, qtbot, paper):
    card.paper.set_value(paper.text())
    with qtbot.waitSignal(card.proven):
        card.prove()
    assert card.good.text.text().startswith("Proven: the backup of ")
    assert "1 residents" in card.good.text.text()
    assert not card.form.isVisible()
    assert card.paper.value() == ""
    qtbot.waitUntil(lambda: "opened with the paper key" in card.row.remark.text())


def test_an_older_paper_is_told_what_to_do(card, qtbot):
    card.paper.set_value(new_paper_key().text())
    card.prove()
    qtbot.waitUntil(card.bad.isVisible)
    assert "make and print a new paper key" in card.bad.text.text()
    assert card.test.isEnabled()


def test_a_slip_of_the_hand_is_said_at_the_field(card, qtbot):
    card.paper.set_value("0000")
    card.prove()
    qtbot.waitUntil(lambda: bool(card.paper.problem()))
    assert not card.bad.isVisible()


def test_a_copy_that_differs_is_told_what_to_do(card, qtbot, paper, monkeypatch):
    monkeypatch.setattr(proving, "content_hash", lambda _: "another")
    card.paper.set_value(paper.text())
    card.prove()
    qtbot.waitUntil(card.bad.isVisible)
    assert "second place on another disk" in card.bad.text.text()


@pytest.mark.parametrize(
    ("days", "words"), [(DRILL_DUE_DAYS, "A month has passed"), (DRILL_LATE_DAYS, "Overdue")]
)
def test_the_line_says_that_it_is_due(card, qtbot, clock, days, words):
    clock.moment += timedelta(days=days)
    card.refresh()
    qtbot.waitUntil(lambda: words in card.row.remark.text())


def test_it_can_be_read_whatever_came_of_it(language, card, qtbot, paper):
    card.paper.set_value(new_paper_key().text())
    card.prove()
    qtbot.waitUntil(card.bad.isVisible)
    card.setFixedWidth(760)
    assert [each for each in complaints(card) if "wants" not in each] == []
