"""Other computers for the demo station: a desk and a laptop that have exchanged with it.

Since then the same telephone was changed on two of them, so that there is something to
send, to take in and to review. For pictures only.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from station_app.bootstrap import open_station
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.services.access import AccessService, StationHome
from station_app.services.delivering import folder_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.bootstrap import Station

DESK, LAPTOP = "二号窗口", "一网格笔记本"
LENT_DAYS = 30
ROUNDS = 3  # until the receipts of receipts are back
PHONES = ("13800000001", "13800000002", "13800000003")


def accompany(home: StationHome, folder: Path, passphrase: str) -> Path:
    """Give the station in *home* a desk and a laptop in *folder*; return their stick.

    On it lie a file of each for the station.
    """
    stick = folder / "stick"
    folder_for(stick)
    station = _opened(home, passphrase)
    desk, laptop = (_founded(folder / name, passphrase) for name in (DESK, LAPTOP))
    everybody = (station, desk, laptop)
    try:
        grid = station.places.grids()[0].id
        desk_kind, laptop_kind = DeviceKind.DESK, DeviceKind.LAPTOP
        _let_in(station, desk, name=DESK, kind=desk_kind, scope=Scope(), stick=stick)
        of_grid = Scope(kind=ScopeKind.GRIDS, grids=frozenset({grid}))
        _let_in(station, laptop, name=LAPTOP, kind=laptop_kind, scope=of_grid, stick=stick)
        for _ in range(ROUNDS):
            for each in everybody:
                each.rounds.go_round(stick)
        for path in stick.iterdir():
            path.unlink()
        _differ(everybody)
        for each in (desk, laptop):
            each.rounds.go_round(stick)
    finally:
        for each in everybody:
            each.close()
    return stick


def _opened(home: StationHome, passphrase: str) -> Station:
    return open_station(home, AccessService().unlock(home, passphrase))


def _founded(folder: Path, passphrase: str) -> Station:
    home = StationHome(folder)
    AccessService().create(home, passphrase)
    return _opened(home, passphrase)


def _let_in(
    station: Station,
    device: Station,
    *,
    name: str,
    kind: DeviceKind,
    scope: Scope,
    stick: Path,
) -> None:
    request, grant = stick / f"{name}.strequest", stick / f"{name}.stgrant"
    device.devices.request(name, kind, request)
    back_by = station.clock.today() + timedelta(days=LENT_DAYS)
    station.devices.grant(request, grant, scope, back_by if kind is DeviceKind.LAPTOP else None)
    device.devices.accept(grant)


def _differ(everybody: Sequence[Station]) -> None:
    """Let all change the telephone of somebody whom all have."""
    laptop = everybody[-1]
    keys = laptop.lists.keys(ResidentFilter(), limit=2)
    both = [line.id for line in laptop.lists.lines(keys).values()]
    for station, phone in zip(everybody, PHONES, strict=True):
        for key in both:
            person = station.residents.resident(key)
            draft = replace(person.particulars, phone=phone)
            station.residents.correct(key, draft, version=person.version)
