from __future__ import annotations

import pytest

from station_app.services.access import AccessService
from tests.homes import CHEAP
from tests.services.door.people import HEAD, PASSPHRASE


@pytest.fixture
def access(clock):
    return AccessService(CHEAP, clock)


@pytest.fixture
def paper(access, home):
    return access.create(home, PASSPHRASE, name="曾小贤", staff_id=HEAD)


@pytest.fixture
def key(access, home, paper):
    return access.unlock(home, PASSPHRASE)
