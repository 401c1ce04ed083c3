"""What is too much for one file goes into several, each a stretch of the sender's sequence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.store.sync import collecting, portioning
from tests.sync.records import DECLARATION, change, enter, enter_town
from tests.sync.replicas import ALL, exchange, send
from tests.sync.sights import content, everything


@pytest.fixture
def small(monkeypatch):
    """Let a file hold four entries."""
    monkeypatch.setattr(portioning, "MOST_ENTRIES", 4)


@pytest.fixture
def town(pair):
    with pair[0].writing() as run:
        enter_town(run)
        for n in range(5):
            enter(run, "resident", f"r{n}", name="x", dwelling_id="d1")
    return pair


@pytest.mark.usefixtures("small")
def test_parts_bring_everything_one_after_another(town):
    desk, laptop = town
    sizes = []
    for _ in range(4):
        bundle = desk.collect(laptop)
        sizes.append(bundle.counts()["rows"])
        laptop.take_in(bundle, desk)
        send(laptop, desk)

    assert sizes == [4, 4, 4, 0]
    assert everything(desk) == everything(laptop)


@pytest.mark.usefixtures("small")
def test_a_part_claims_no_knowledge_of_what_is_still_to_follow(town):
    desk, laptop = town

    part = desk.collect(laptop)
    laptop.take_in(part, desk)

    assert part.top < desk.value("SELECT counter FROM sync_clock")
    assert part.knowledge == {}
    assert laptop.rows("SELECT * FROM sync_vector WHERE ver > 0") == []


@pytest.mark.usefixtures("small")
def test_what_moved_on_behind_a_part_comes_from_another_device(replica, town):
    desk, laptop = town
    station = replica("station")
    exchange(desk, station, rounds=5)
    assert content(station) == content(desk)
    backup = desk.backup()
    change(desk.run, "estate", "e", name="新")
    send(desk, laptop)
    desk.restore(backup)

    exchange(desk, laptop, station, rounds=6)

    assert ("estate", "e") in content(laptop)
    assert content(laptop) == content(station) == content(desk)


def test_a_part_without_the_one_before_it_claims_no_knowledge(town):
    desk, laptop = town
    before = desk.collect(laptop)
    change(desk.run, "estate", "e", name="新")
    with desk.store.transaction() as tx:
        further = replace(tx.exchange.peers.ledger("laptop"), acked=before.top)
        collector = collecting.Collector(tx.exchange._sql, DECLARATION, is_partial=False)
        after = collector.collect(further, ALL)

    laptop.take_in(after, desk)

    assert after.base == before.top
    assert laptop.rows("SELECT * FROM sync_vector WHERE ver > 0") == []
    exchange(desk, laptop)
    assert everything(desk) == everything(laptop)


def test_attachments_fill_a_file_by_their_bytes(pair, monkeypatch):
    monkeypatch.setattr(portioning, "MOST_BYTES", 100)
    desk, laptop = pair
    enter(desk.run, "resident", "r", name="张三")
    for n in range(3):
        enter(desk.run, "attachment", f"a{n}", resident_id="r", name="照片", size=60)
        desk.run("INSERT INTO attachment_content VALUES (?, ?)", f"a{n}", bytes(60))

    counts = []
    for _ in range(3):
        bundle = desk.collect(laptop)
        counts.append(
            sum(len(b.rows.keys) for b in bundle.tables if b.table == "attachment_content")
        )
        laptop.take_in(bundle, desk)
        send(laptop, desk)

    assert counts == [1, 1, 1]
    assert laptop.value("SELECT count(*) FROM attachment_content") == 3


def test_one_attachment_larger_than_a_file_still_travels(pair, monkeypatch):
    monkeypatch.setattr(portioning, "MOST_BYTES", 100)
    desk, laptop = pair
    enter(desk.run, "resident", "r", name="张三")
    enter(desk.run, "attachment", "a", resident_id="r", name="照片", size=900)
    desk.run("INSERT INTO attachment_content VALUES ('a', ?)", bytes(900))

    exchange(desk, laptop)

    assert laptop.value("SELECT length(content) FROM attachment_content") == 900
