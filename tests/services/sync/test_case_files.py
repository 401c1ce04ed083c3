"""Files of cases between devices: they travel with their case, within what one file holds."""

from __future__ import annotations

import pytest

from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import RefusedError
from tests.scans import a_pdf, a_photo, noise
from tests.services.sync.stations import enrol, exchange

NOISE = id_of_shipped("noise")


def begun(machine):
    draft = CaseDraft(item_id=NOISE, applicant="张三")
    return machine.station.cases.draft(draft).value


def names(machine, key):
    return [each.name for each in machine.station.case_files.of(key).files]


def test_a_file_added_at_the_desk_is_seen_at_the_station(main, desk, stick):
    enrol(main, desk, stick)
    key = begun(main)
    exchange(main, desk, stick)
    file = desk.station.case_files.add(key, "现场.jpg", a_photo()).value
    exchange(main, desk, stick)
    assert names(main, key) == ["现场.jpg"]
    assert main.station.case_files.content(file).value == (
        desk.station.case_files.content(file).value
    )
    main.station.case_files.put_into_bin(file)
    exchange(main, desk, stick)
    assert names(desk, key) == []


def test_what_is_too_much_for_one_file_comes_with_the_next(main, desk, stick):
    """More than six megabytes: the second sync file brings what the first has no room for."""
    enrol(main, desk, stick)
    key = begun(main)
    for number in range(5):
        photo = noise(2200 + number, 1600)
        main.station.case_files.add(key, f"{number}.jpg", photo)
    size = sum(each.size for each in main.station.case_files.of(key).files)
    assert size > 6 << 20
    for _ in range(3):
        exchange(main, desk, stick)
    held = desk.station.case_files.of(key).files
    assert [each.is_here for each in held] == [True] * 5
    for each in held:
        assert desk.station.case_files.content(each.id).value


def test_the_same_paper_scanned_at_two_devices_is_kept_twice_and_says_so(main, desk, stick):
    enrol(main, desk, stick)
    key = begun(main)
    exchange(main, desk, stick)
    paper = a_pdf()
    for machine, name in ((main, "站里.pdf"), (desk, "窗口.pdf")):
        machine.station.case_files.add(key, name, paper)
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    for machine in (main, desk):
        assert set(names(machine, key)) == {"站里.pdf", "窗口.pdf"}
        with pytest.raises(RefusedError):
            machine.station.case_files.add(key, "再来.pdf", paper)
