"""A day in a year without a schedule is called provisional (暂定) wherever it is shown.

On papers: ``tests/services/counter/test_case_papers.py``; of requests: ``tests/ui/rights``.
"""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from station_app.domain.counter.case_lists import CaseFilter
from tests.factories import a_resident
from ui.counter.case_columns import CaseColumns
from ui.kit.words import Pill
from ui.residents.actions import PersonActions
from ui.residents.cases_card import CasesCard
from ui.residents.tasks import Tasks
from ui.residents.words import Words

LATE = date(2026, 12, 30)


@pytest.fixture
def case(station, hands, clock):
    """A case of somebody of the register that runs into a year whose schedule is not known."""
    clock.moment += LATE - clock.today()
    key = hands.accepted(name="", resident_id=a_resident(station).id)
    assert station.cases.lines([key])[key].is_provisional
    return station.cases.page(key).case


def words(widget, kind=QLabel):
    return " ".join(each.text() for each in widget.findChildren(kind))


def test_in_the_queue(station, context, case):
    [line] = station.cases.lines(station.cases.keys(CaseFilter())).values()
    columns = CaseColumns(context.clock, lambda code: code).all()
    [due] = [column for column in columns if column.key == "due"]
    assert "provisional" in [badge.text for badge in due.badges(line)]


def test_on_the_page_of_the_case_above_and_among_its_times(qtbot, room, case):
    room.open_record("case", case.id)
    panel = room.cases.queue.panel
    qtbot.waitUntil(lambda: panel.case_page() is not None)
    day = f"{case.dues.promised.day.isoformat()} (provisional)"
    assert day in words(panel, Pill)
    assert any(day in words(card) for card in panel.facts.cards())


def test_in_the_file_of_the_resident(qtbot, station, context, case):
    window, told = QWidget(), Words(station, context.jobs)
    qtbot.addWidget(window)
    acts = PersonActions(station, context, Tasks(station, context, told), window)
    acts.person.file = station.lists.file(case.particulars.resident_id)
    card = CasesCard(station, context, acts)
    qtbot.addWidget(card)
    day = f"{case.dues.promised.day.isoformat()} (provisional)"
    qtbot.waitUntil(lambda: day in words(card))
