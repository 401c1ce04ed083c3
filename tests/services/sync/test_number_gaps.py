"""Three devices give numbers apart from one another; what is not here is told, and why."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from station_app.domain.number_gaps import Cause, Hole, Tail
from station_app.domain.residents.people import Verification
from station_app.domain.sync.devices import DeviceKind
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.store.certificates.rows import CertificateRow, SealUseRow
from tests.factories import TODAY, a_resident
from tests.services.sync.stations import enrol, exchange


@pytest.fixture
def three(main, desk, laptop, stick):
    """A station, a desk and a laptop that hold the same people."""
    for machine, kind in ((desk, DeviceKind.DESK), (laptop, DeviceKind.LAPTOP)):
        enrol(main, machine, stick, kind=kind)
    return main, desk, laptop


def visited(machine):
    person = a_resident(machine.station, "蒋平", number="", address="幸福里1幢1单元102")
    fact = Verification(on=TODAY, how="visit", by="赵敏")
    machine.station.residents.verify(person.id, fact, version=person.version)
    return person.id


def issue(machine, person, count):
    request = ResidenceRequest(resident_id=person, purpose="办理入学手续")
    return [machine.station.certificates.issue(request).value.number for _ in range(count)]


def taken_in(main, others, stick):
    for other in others:
        exchange(main, other, stick)


def take_away(machine, *serials):
    """Do what no use case does: remove certificates."""
    with machine.station.store.transaction() as tx:
        for serial in serials:
            row = CertificateRow
            (key,) = tx.session.scalars(select(row.id).where(row.serial == serial))
            tx.session.execute(delete(SealUseRow).where(SealUseRow.certificate_id == key))
            tx.session.execute(delete(row).where(row.id == key))


def join(three, stick, count):
    """Let each of *three* issue *count* papers by itself, then hear of the others."""
    main, *others = three
    given = {machine.name: issue(machine, visited(machine), count) for machine in three}
    taken_in(main, others, stick)
    taken_in(main, others, stick)  # what the second has brought to the station
    return given


def see_that_none_is_double(three, stick, count):
    given = join(three, stick, count)
    numbers = [number for each in given.values() for number in each]
    assert len(numbers) == len(set(numbers)) == 3 * count
    for machine in three:
        (series,) = machine.station.numbers.series()
        assert (series.given, series.missing, series.doubles) == (3 * count, 0, ())
        assert sorted(each.given for each in series.stretches) == [count] * 3
    (series,) = three[0].station.numbers.series()  # the station alone knows all devices
    assert {each.giver for each in series.stretches} == {"石板社区服务站", "desk", "laptop"}


def test_three_devices_that_were_apart_give_no_number_twice(three, stick):
    see_that_none_is_double(three, stick, 3)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_three_devices_give_a_thousand_numbers_each_and_none_twice(three, stick, say):
    see_that_none_is_double(three, stick, 1000)
    say("3 devices apart, 1,000 certificates each, joined: 0 double numbers, 0 unexplained.")


def test_what_another_has_given_since_its_last_file_may_follow(three, stick):
    main, _, laptop = three
    join(three, stick, 2)
    issue(laptop, visited(laptop), 3)
    (series,) = main.station.numbers.series()
    tails = {each.giver: each.tail for each in series.stretches}
    assert sorted(tails.values()) == [Tail.ELSEWHERE, Tail.ELSEWHERE, Tail.NONE]
    assert tails["laptop"] is Tail.ELSEWHERE
    taken_in(main, [laptop], stick)
    (series,) = main.station.numbers.series()
    assert {each.giver: each.given for each in series.stretches}["laptop"] == 5


def test_a_row_that_somebody_took_away_is_told(main):
    issue(main, visited(main), 4)
    take_away(main, 2, 4)
    (series,) = main.station.numbers.series()
    (only,) = series.stretches
    assert only.holes == (Hole(2, 2, Cause.GONE), Hole(4, 4, Cause.GONE))


def test_one_that_has_not_arrived_is_told_of_whom_it_is(three, stick):
    main, desk, laptop = three
    join(three, stick, 3)
    (series,) = main.station.numbers.series()
    take_away(main, series.stretches[-1].last - 1)
    (series,) = main.station.numbers.series()
    last = series.stretches[-1]
    assert last.giver in {desk.name, laptop.name}
    assert [hole.cause for hole in last.holes] == [Cause.NOT_ARRIVED]
