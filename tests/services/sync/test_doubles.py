"""What two devices have entered, each without hearing of the other, is found."""

from __future__ import annotations

from datetime import date

from station_app.domain.sync.doubles import DoubleKind
from tests.factories import a_resident
from tests.services.sync.stations import exchange

NUMBER = "110000199001010013"


def found(machine, kind):
    return [each for each in machine.station.doubles.doubles() if each.kind is kind]


def test_nothing_is_twice_in_a_store_of_its_own(main):
    assert main.station.doubles.doubles() == ()


def test_one_number_of_two_people_is_told_masked(desks, stick):
    main, desk = desks
    first = a_resident(main.station, "钱进", number=NUMBER)
    second = a_resident(desk.station, "钱近", number=NUMBER)
    exchange(main, desk, stick)
    for machine in desks:
        (double,) = found(machine, DoubleKind.DOCUMENT)
        assert double.keys == tuple(sorted((first.id, second.id)))
        assert set(double.names) == {"钱进", "钱近"}
        assert double.number == "110000********0013"
    desk.station.residents.put_into_bin(second.id, version=second.version)
    assert found(desk, DoubleKind.DOCUMENT) == []


def test_a_dwelling_entered_twice_is_told_by_its_address(desks, stick):
    main, desk = desks
    for machine, name in ((main, "钱进"), (desk, "孙立")):
        a_resident(machine.station, name, number="", address="幸福里1幢1单元909")
    exchange(main, desk, stick)
    (double,) = found(main, DoubleKind.DWELLING)
    assert len(double.keys) == 2
    assert "909" in double.number
    assert found(desk, DoubleKind.DWELLING) == [double]


def test_a_number_given_twice_stops_no_file_and_is_found(desks, stick):
    """As by a store that was copied to another machine and used on both."""
    main, desk = desks
    for machine in desks:
        someone = a_resident(machine.station, "何平", number="")
        with machine.station.store.transaction() as tx:
            tx.certificates.add(f"{machine.name:0>32}", a_certificate(someone.id), b"%PDF")
    exchange(main, desk, stick)
    (double,) = found(main, DoubleKind.CERTIFICATE)
    assert double.number == "石社证字〔2026〕第0001号"
    assert double.names == ("何平", "何平")
    assert main.station.exchange.state_hash() == desk.station.exchange.state_hash()


def a_certificate(resident):
    return {
        "kind": "residence",
        "number": "石社证字〔2026〕第0001号",
        "word": "石社证字",
        "year": 2026,
        "serial": 1,
        "resident_id": resident,
        "holder": "何平",
        "state": "issued",
        "purpose": "入学",
        "facts": "{}",
        "issued_on": date(2026, 3, 1),
        "handled_by": "甲",
        "approved_by": "乙",
        "sha256": "0" * 64,
    }


def test_an_address_that_two_have_entered_is_one_address_from_then_on(desks, stick):
    """Both have made the estate, the building and the dwelling; nothing is told twice."""
    main, desk = desks
    for machine, name in ((main, "钱进"), (desk, "钱近")):
        a_resident(machine.station, name, number="", address="幸福里1幢1单元102")
    exchange(main, desk, stick)
    homes = {
        a_resident(
            machine.station, "蒋平", number="", address="幸福里1幢1单元102"
        ).living.dwelling_id
        for machine in desks
    }
    assert len(homes) == 1
