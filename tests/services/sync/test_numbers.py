"""No two devices give the same number, nor does one that was put back from a copy."""

from __future__ import annotations

from station_app.domain.residents.people import Verification
from station_app.domain.sync.devices import DeviceKind
from station_app.services.certificates.issuing import ResidenceRequest
from tests.factories import TODAY, a_resident
from tests.refusals import refused
from tests.services.sync.stations import asked, back_up, enrol, exchange, put_back


def test_serials_of_a_station_and_its_laptop_never_meet(main, laptop, stick):
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP)
    assert [serial(main), serial(main), serial(laptop)] == [1, 2, 80_001]


def test_numbers_used_up_are_renewed_by_the_station(main, laptop, stick):
    device = enrol(main, laptop, stick, kind=DeviceKind.LAPTOP)
    use_up(laptop, 89_999)
    assert refused(serial, laptop) == "certificate.numbers-used-up"
    segment = main.station.devices.renew_segment(device.id).value.segment
    exchange(main, laptop, stick)
    assert serial(laptop) == segment * 80_000 + 1
    use_up(main, 9_999)
    assert serial(main) > 80_000 * segment


def test_a_laptop_put_back_to_before_its_new_segment_gives_no_number_again(main, laptop, stick):
    device = enrol(main, laptop, stick, kind=DeviceKind.LAPTOP)
    exchange(main, laptop, stick)
    copy = back_up(laptop)
    main.station.devices.renew_segment(device.id)
    exchange(main, laptop, stick)
    given = [serial(laptop), serial(laptop)]
    a_resident(laptop.station, "冯云", number="")
    exchange(main, laptop, stick)
    put_back(laptop, copy)
    given.append(serial(laptop))
    exchange(main, laptop, stick)
    given += [serial(laptop), serial(laptop)]
    assert len(set(given)) == len(given)


def test_a_device_that_waits_for_its_grant_and_a_hub_give_no_numbers(main, desk, hub, stick):
    asked(desk, stick)
    assert refused(serial, desk) == "sync.not-enrolled"
    enrol(main, hub, stick, kind=DeviceKind.HUB)
    assert refused(serial, hub) == "sync.hub-gives-no-numbers"


def test_a_store_put_back_never_gives_a_number_again(main):
    someone = visited(main)
    given = [issue(main, someone)]
    copy = back_up(main)
    given += [issue(main, someone), issue(main, someone)]
    for _ in range(3):
        put_back(main, copy)
        given += [issue(main, someone), issue(main, someone)]
    assert given[:4] == [f"石社证字〔2026〕第{n}号" for n in ("0001", "0002", "0003", "10001")]
    assert len(set(given)) == len(given)


def test_a_station_put_back_gives_no_segment_again(main, desk, laptop, machine, stick):
    copy = back_up(main)
    given = [enrol(main, desk, stick).segment]
    for name in ("laptop", "third"):
        put_back(main, copy)
        other = laptop if name == "laptop" else machine(name)
        given.append(enrol(main, other, stick).segment)
    assert len(set(given)) == 3


def serial(machine):
    with machine.station.store.transaction() as tx:
        return tx.numbering.next_serial("石社证字", 2026)


def use_up(machine, last):
    with machine.station.store.transaction() as tx:
        tx.bulk(
            "INSERT OR REPLACE INTO number_series VALUES (?, ?, ?)", [("石社证字", 2026, last)]
        )


def visited(machine):
    someone = a_resident(machine.station, "蒋平", number="", address="幸福里1幢1单元102")
    fact = Verification(on=TODAY, how="visit", by="赵网格")
    machine.station.residents.verify(someone.id, fact, version=someone.version)
    return someone.id


def issue(machine, key):
    request = ResidenceRequest(resident_id=key, purpose="办理入学手续")
    return machine.station.certificates.issue(request).value.number
