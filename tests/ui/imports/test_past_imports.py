"""The imports so far as a list, without a store behind it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from station_app.domain.imports import Batch
from ui.imports.past import PastImports
from ui.kit.words import Pill

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_batch(key="b", *, name="花名册.xlsx", added=3, changed=0, refused=None, is_undone=False):
    counts = {"added": added, "changed": changed, "refused": refused or {}}
    return Batch(id=key, file_name=name, counts=counts, at=NOON, by="王芳", is_undone=is_undone)


@pytest.fixture
def past(qtbot):
    made = PastImports()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def told(past):
    return [each.text() for each in past._grid.findChildren(QLabel) if each.text()]


def test_without_an_import_the_list_says_what_to_do(past):
    past.show_batches(())
    assert past.empty.isVisible()
    assert past.card.isHidden()


def test_an_import_is_counted_with_everything_set_aside_together(past):
    past.show_batches([a_batch(added=1_234, changed=5, refused={"no_id": 2, "id_date": 1_000})])
    assert "1,234 added, 5 changed, 1,002 set aside" in told(past)
    assert past.empty.isHidden()


def test_an_import_taken_back_says_so_and_cannot_be_taken_back_again(past):
    past.show_batches([a_batch("a"), a_batch("b", is_undone=True)])
    assert list(past.undo_buttons) == ["a"]
    assert [each.text() for each in past._grid.findChildren(Pill)] == ["taken back"]


def test_an_import_is_asked_to_be_taken_back_once(past):
    heard = []
    past.undo_asked.connect(heard.append)
    past.show_batches([a_batch("a"), a_batch("b")])
    for _ in range(2):
        past.undo_buttons["b"].click()
    assert heard == ["b"]
    assert past.undo_buttons["a"].isEnabled()
    assert past.undo_buttons["b"].toolTip() == "This import is being taken back."


def test_a_list_told_anew_offers_again(past):
    past.show_batches([a_batch("b")])
    past.undo_buttons["b"].click()
    past.show_batches([a_batch("b")])
    assert past.undo_buttons["b"].isEnabled()


def test_the_latest_stands_where_it_was_told(past):
    past.show_batches([a_batch("a", name="后.xlsx"), a_batch("b", name="前.csv")])
    names = [each for each in told(past) if each.endswith((".xlsx", ".csv"))]
    assert names == ["后.xlsx", "前.csv"]


def test_a_roster_can_be_begun_from_the_list(qtbot, past):
    with qtbot.waitSignal(past.begin_asked):
        past.begin.click()
