"""Heads travel with sync files, so that an audit that was rewritten is found by others."""

from __future__ import annotations

import random

import pytest

from station_app.domain.audit.chain import FaultKind, Link
from station_app.domain.audit.heads import Contradiction, Way
from station_app.domain.errors import RefusedError
from station_app.services.audit.heads import read_note
from tests.factories import a_resident
from tests.services.sync.stations import back_up, enrol, exchange, put_back
from tests.store.tampering import tamper

ALARM = "audit:head:contradicted"


@pytest.fixture
def both(main, desk, stick):
    """A station and a desk that have exchanged files."""
    enrol(main, desk, stick)
    exchange(main, desk, stick)
    return main, desk


def head_of(machine):
    with machine.station.store.reading() as tx:
        return tx.audit.head()


def own_id(machine):
    return machine.station.devices.own().id


def known(machine, way, *, owner="", teller=""):
    with machine.station.store.reading() as tx:
        found = tx.heads.known(way, owner=owner, teller=teller)
    return found and found.link


def alarms(machine):
    return [each.facts["how"] for each in machine.station.audit.standing().alarms]


def work(machine, name):
    a_resident(machine.station, name, number="")


def test_each_keeps_the_head_of_the_other_and_gets_its_own_back(both):
    for one, other in (both, both[::-1]):
        told = known(other, Way.TOLD, owner=own_id(one), teller=own_id(one))
        assert 0 < told.number <= head_of(one).number
        assert known(one, Way.SENT, teller=own_id(other)) is not None
        assert known(one, Way.RETURNED, teller=own_id(other)) is not None
        assert alarms(one) == []


def test_heads_alone_are_no_reason_to_write_a_file(both, stick):
    for machine in both:
        assert machine.station.exchange.write_for_all(stick).value == ()


def test_a_longer_audit_is_no_alarm(both, stick):
    for name in ("周文", "吴敏"):
        for machine in both:
            work(machine, name)
        exchange(*both, stick)
    assert [alarms(machine) for machine in both] == [[], []]


@pytest.mark.parametrize("kind", ["the whole replaced", "an entry changed, the rest chained anew"])
def test_an_audit_made_anew_is_found_at_home_when_the_partner_writes_back(both, stick, kind):
    main, desk = both
    with main.station.store.transaction() as tx:
        tamper(tx.session.connection(), kind, random.Random(3))
        # who can rewrite the entries can wipe what is kept beside them
        tx.session.connection().exec_driver_sql("DELETE FROM audit_head")
    assert main.station.audit.verify().is_whole
    work(desk, "冯云")
    exchange(main, desk, stick)
    assert alarms(main) == [Contradiction.UNKNOWN]
    fault = main.station.audit.verify().fault
    assert fault is not None
    assert fault.kind is FaultKind.REPLACED


def test_heads_that_were_sent_are_held_against_the_chain_too(both):
    main, _ = both
    with main.station.store.transaction() as tx:
        tamper(tx.session.connection(), "the whole replaced", random.Random(3))
    assert not main.station.audit.verify().is_whole


def test_a_backup_that_was_put_back_is_told_once_on_both_sides_until_it_is_explained(both, stick):
    main, desk = both
    copy = back_up(desk)
    for name in ("周文", "吴敏", "郑强", "冯云"):
        work(desk, name)
    exchange(main, desk, stick)
    put_back(desk, copy)
    exchange(main, desk, stick)
    assert alarms(main) == [Contradiction.BACK]
    assert alarms(desk) == [Contradiction.UNKNOWN]
    for machine in both:
        machine.station.audit.settle_alarms("恢复了昨天的备份")
        assert alarms(machine) == []
        assert machine.station.audit.verify().is_whole
    work(desk, "陈静")
    exchange(main, desk, stick)
    assert [alarms(machine) for machine in both] == [[], []]


def test_an_older_file_that_arrives_late_is_no_alarm(both, tmp_path):
    main, desk = both
    for name, folder in (("周文", "early"), ("吴敏", "late")):
        work(desk, name)
        desk.station.exchange.write_for_all(tmp_path / folder)
    for folder in ("late", "early"):
        (taken,) = main.station.exchange.exchange(tmp_path / folder).value.taken
        assert taken.refused is None
    assert alarms(main) == []


def test_alarms_are_explained_with_a_reason_only(both):
    with pytest.raises(Exception, match=r"validation\.failed"):
        both[0].station.audit.settle_alarms("  ")


@pytest.mark.parametrize(
    "told",
    [
        [],
        {"head": 1},
        {"head": [1]},
        {"head": [0, bytes(32)]},
        {"head": [-1, bytes(32)]},
        {"head": [True, bytes(32)]},
        {"head": [2**63, bytes(32)]},
        {"head": [1, bytes(31)]},
        {"head": [1, "0" * 32]},
        {"known": [1, bytes(32), 1]},
    ],
    ids=str,
)
def test_unsound_heads_are_refused(told):
    with pytest.raises(RefusedError):
        read_note(told)


def test_what_a_newer_program_adds_is_passed_over():
    told = read_note({"head": [7, bytes(32)], "another": 1})
    assert (told.head, told.known) == (Link(7, bytes(32)), None)
