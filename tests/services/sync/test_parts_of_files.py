"""Files in parts: what is for somebody comes though a part before it holds nothing for him."""

from __future__ import annotations

from station_app.domain.sync.devices import DeviceKind
from station_app.store.sync import portioning
from tests.factories import a_resident
from tests.services.sync.stations import draw_grid, enrol, exchange, of_grids, people


def test_a_part_of_other_grids_does_not_keep_the_next_from_being_written(
    main, laptop, stick, monkeypatch
):
    ours, _ = draw_grid(main, "01"), draw_grid(main, "02")
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP, scope=of_grids(ours))
    exchange(main, laptop, stick)
    held = people(laptop)
    monkeypatch.setattr(portioning, "MOST_ENTRIES", 6)
    for n in range(4):
        a_resident(main.station, f"外{n}", number="", address="幸福里2幢1单元101")
    a_resident(main.station, "来客", number="", address="幸福里1幢1单元101")

    for _ in range(3):
        exchange(main, laptop, stick)

    assert people(laptop) == held | {"来客"}
