"""A day in the life of three computers: a laptop lent out, the desk, the hub."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta

import pytest

from installer.exchange_day import DISPUTES, LENT_DAYS, VISITS, ExchangeDay
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.sync.devices import DeviceKind, ScopeKind
from station_app.services.access import AccessService, StationHome
from station_app.services.sync.comparing import Match
from tests.homes import CHEAP, PASSPHRASE
from ui.tour.running import WindowLook, shown

CALM_S = 0.04  # what is not waited for by name is at rest sooner than a picture needs

pytestmark = [pytest.mark.gui, pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def day(qapp, tmp_path, filled_home):
    homes = [filled_home, *(StationHome(tmp_path / name) for name in ("laptop", "hub"))]
    for home in homes[1:]:
        AccessService(CHEAP).create(home, PASSPHRASE)
    folder, out = tmp_path / "交换", tmp_path / "pictures"
    folder.mkdir()
    out.mkdir()
    with ExitStack() as windows:
        look = WindowLook(language="en")
        programs = [windows.enter_context(shown(home, look)) for home in homes]
        yield ExchangeDay(tuple(programs), folder, out, PASSPHRASE, calm=CALM_S)


def _has_come(awaited):
    assert awaited.is_so(), awaited.name
    return True


@pytest.fixture
def go(qtbot):
    def through(steps):
        for awaited in steps:
            qtbot.waitUntil(lambda awaited=awaited: _has_come(awaited), timeout=15_000)

    return through


def people(computer):
    return computer.station().lists.counts(ResidentFilter()).total


def values(day, computer):
    return [
        getattr(computer.station().residents.resident(person.id).particulars, dispute.field)
        for person, dispute in zip(day.visited().household, DISPUTES, strict=True)
    ]


def was_visited(computer, person):
    """Whether he was verified or corrected since he was chosen."""
    return computer.station().residents.resident(person.id).version > person.version


def status(computer):
    return computer.shell.status.exchange.text()


def result(computer):
    return " ".join(computer.exchanging().exchange.result.texts())


def test_day_on_three_computers(day, go, qtbot):
    go(day.open())
    go(day.let_in())
    lent = day.laptop.station().devices.own()
    assert (lent.kind, lent.scope.kind) == (DeviceKind.LAPTOP, ScopeKind.GRIDS)
    assert lent.expires_on == day.station.station().clock.today() + timedelta(days=LENT_DAYS)
    go(day.check_out())
    assert VISITS <= people(day.laptop) < people(day.station)
    go(day.visit())
    go(day.edit_at_desk())
    go(day.meet_in_the_evening())
    everybody = day.visited().everybody()
    assert len(everybody) == VISITS
    assert [each for each in everybody if not was_visited(day.station, each)] == []
    assert "3 to review" in result(day.station)
    assert len(day.station.station().review.cases()) == len(DISPUTES)
    go(day.review())
    decided = [dispute.decided for dispute in DISPUTES]
    assert values(day, day.station) == decided
    go(day.bring_receipts())
    for computer in day.computers:
        assert computer.station().standing.standing().unsent == 0
        assert values(day, computer) == decided
        qtbot.waitUntil(lambda each=computer: status(each) == "Everything has arrived")
    assert people(day.hub) == people(day.station)
    go(day.compare())
    for computer in (day.station, day.hub):
        view = computer.exchanging().compare
        lines = [view.line_at(row) for row in range(view.model.rowCount())]
        assert {line.match for line in lines} == {Match.EQUAL}
