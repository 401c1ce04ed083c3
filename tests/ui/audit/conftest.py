"""The audit's page on a real station where a little has been done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import a_draft, a_resident
from ui.audit.page import AuditPage
from ui.shell.wording import sentence_of

WAIT_MS = 5_000


@pytest.fixture
def context(context):
    """The shell as a page sees it, with the sentences of the shell."""
    object.__setattr__(context, "words", sentence_of)
    return context


@pytest.fixture
def people(station):
    """Two people; of the first a number was looked at and the employer corrected."""
    station.settings.change(name="石板社区服务站", code="320000009001", word="石社证字")
    draft = a_draft("周文", phone="13811112222")
    first = a_resident(station, "周文", particulars=draft)
    draft = replace(first.particulars, employer="石板小学", phone="13833334444", health="1")
    station.residents.correct(first.id, draft, version=first.version)
    station.residents.reveal(first.id, "phone")
    second = a_resident(station, "吴敏", number="")
    return first, second


class Hand:
    """Works on the page and waits for what comes of it."""

    def __init__(self, qtbot, page, station):
        self._qtbot, self.page, self.station = qtbot, page, station

    def wait(self, claim):
        self._qtbot.waitUntil(lambda: bool(claim()), timeout=WAIT_MS)

    def acts(self):
        """Return the acts listed, once all lines are here."""
        model = self.page.model
        for row in range(model.rowCount()):
            model.index(row, 0).data()
        self.wait(lambda: all(model.line_at(row) for row in range(model.rowCount())))
        return [model.line_at(row).act for row in range(model.rowCount())]

    def listed(self, count):
        self.wait(lambda: self.page.model.rowCount() == count)

    def read(self, row):
        self.page.table.selectRow(row)
        self.acts()
        self.wait(lambda: self.page.panel.entry() is not None)
        return self.page.panel


@pytest.fixture
def hand(qtbot, station, context, people):
    page = AuditPage(station, context)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    hand = Hand(qtbot, page, station)
    hand.listed(5)
    return hand
