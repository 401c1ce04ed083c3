"""The room of administration over a station with a founder and three others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from station_app.bootstrap import Station, open_station
from station_app.domain.access.roles import Role
from tests.staffed import employ
from ui.shell.wording import sentence_of
from ui.staff.accounts import Accounts
from ui.staff.page import StaffPage

if TYPE_CHECKING:
    from station_app.services.access import StationKey

FOUNDER, CLERK, AUDITOR = "王小明", "李雪梅", "赵敏"
PASSPHRASE = "Blue horse 77"


@dataclass
class Held:
    """The station, and the key that it is open with."""

    station: Station
    key: StationKey
    owners: dict[str, str]

    def hold(self, key):
        self.key = key


@pytest.fixture
def held(home, access):
    access.create(home, PASSPHRASE, name=FOUNDER)
    key = access.unlock(home, PASSPHRASE)
    station = open_station(home, key)
    station.settings.change(name="幸福里")
    owners = {FOUNDER: key.owner}
    for name, role in ((CLERK, Role.CLERK), (AUDITOR, Role.AUDITOR)):
        secret = f"{name} horse 77"
        owners[name] = employ(station, access, key, name, role, passphrase=secret)
    yield Held(station, key, owners)
    station.close()


@pytest.fixture
def accounts(held, access):
    return Accounts(held.station, access, key=lambda: held.key, rekeyed=held.hold)


@pytest.fixture
def page(qtbot, held, accounts, context):
    made = StaffPage(held.station, accounts, context)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
    made.arrive()
    qtbot.waitUntil(lambda: made.staff.model.rowCount() == 3)
    return made


@pytest.fixture
def words():
    return sentence_of
