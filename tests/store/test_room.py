"""Little room on the disk: large work is refused before it begins, saving goes on."""

from __future__ import annotations

import pytest

from station_app.domain.errors import RoomLowError
from station_app.services.keeping import Room
from station_app.store import room as room_module
from station_app.store.room import LEAST_FREE, RESERVE, keep_reserve, release_reserve
from tests.factories import a_registration

MB = 1_000_000


@pytest.fixture
def free(monkeypatch):
    """Let the disk have as much room as the test says."""
    said = {"bytes": 900 * MB}
    monkeypatch.setattr(room_module, "free_bytes", lambda _: said["bytes"])
    monkeypatch.setattr("station_app.services.keeping.free_bytes", lambda _: said["bytes"])
    return said


@pytest.mark.parametrize(
    "begin",
    [
        lambda station, folder: station.keeping.back_up(),
        lambda station, folder: station.keeping.copy_to(folder),
        lambda station, folder: station.imports.bring_in(None, None),
        lambda station, folder: station.exports.residents(folder / "a.xlsx", None, ask=None),
        lambda station, folder: station.exchange.take_in([folder / "a.stsync"]),
        lambda station, folder: station.exchange.write_for_all(folder),
    ],
)
def test_large_work_is_not_begun(station, tmp_path, free, begin):
    free["bytes"] = LEAST_FREE - 1
    with pytest.raises(RoomLowError) as told:
        begin(station, tmp_path / "new")
    assert told.value.facts == {"free": 199, "least": 200}
    assert not (tmp_path / "new").exists()
    assert not list(station.home.backups.iterdir())


def test_saving_goes_on_and_enough_room_is_enough(station, free):
    free["bytes"] = LEAST_FREE - 1
    station.residents.register(a_registration("张三", number=""))
    assert station.keeping.look_at_room() == Room(LEAST_FREE - 1, is_low=True)
    free["bytes"] = LEAST_FREE
    assert station.keeping.back_up().exists()


def test_a_reserve_is_kept_only_while_there_is_plenty(home, free):
    home.make()
    free["bytes"] = LEAST_FREE + RESERVE
    assert not keep_reserve(home)
    free["bytes"] = LEAST_FREE + 2 * RESERVE
    assert keep_reserve(home)
    assert home.reserve.stat().st_blocks * 512 >= RESERVE
    free["bytes"] = 0
    assert keep_reserve(home)
    assert release_reserve(home)
    assert not release_reserve(home)
