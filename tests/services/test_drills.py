"""The monthly drill: what it proves, what it refuses, when it is due."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.backups import DRILL_DUE_DAYS, DRILL_LATE_DAYS, Urgency
from station_app.domain.errors import StoreDamagedError, WrongPassphraseError
from station_app.domain.paper_keys import MistypedPaperKeyError, new_paper_key
from station_app.store import proving
from tests.factories import a_resident
from tests.services.backups import ACCESS, PASSPHRASE, content_of, opened


@pytest.fixture
def paper(home):
    return ACCESS.create(home, PASSPHRASE)


@pytest.fixture
def founded(home, clock, paper):
    station = opened(home, clock)
    station.settings.change(name="石桥社区")
    yield station
    station.close()


def acts(station, act):
    with station.store.reading() as tx:
        return tx.audit.count(act)


def test_the_paper_key_proves_the_newest_backup(founded, paper, clock, stick, home):
    a_resident(founded, "张三")
    founded.second_places.choose(stick, "蓝色优盘")
    before = content_of(founded)
    proof = founded.drills.prove(paper.text())
    assert proof.moment == clock.moment
    assert proof.figures.people == 1
    assert proof.places == ("蓝色优盘",)
    assert acts(founded, "backup:drill:passed") == 1
    assert founded.drills.standing().last == clock.moment
    assert content_of(founded) == before
    assert not (home.root / "drill").exists()


def test_a_foreign_paper_key_proves_nothing_and_is_noted(founded):
    with pytest.raises(WrongPassphraseError):
        founded.drills.prove(new_paper_key().text())
    assert acts(founded, "backup:drill:failed") == 1
    assert founded.drills.standing().last is None


def test_a_mistyped_paper_key_costs_nothing(founded):
    with pytest.raises(MistypedPaperKeyError):
        founded.drills.prove("0000")
    assert acts(founded, "backup:drill:failed") == 0
    assert founded.keeping.last_backup() is None


def test_a_copy_that_is_not_what_was_noted_fails(founded, paper, monkeypatch):
    a_resident(founded)
    monkeypatch.setattr(proving, "content_hash", lambda _: "another")
    with pytest.raises(StoreDamagedError):
        founded.drills.prove(paper.text())
    assert acts(founded, "backup:drill:failed") == 1


def test_the_next_drill_is_due_after_thirty_days_and_late_after_thirty_five(founded, paper, clock):
    founded.drills.prove(paper.text())
    proven = clock.moment
    for days, urgency in (
        (DRILL_DUE_DAYS - 1, Urgency.NONE),
        (DRILL_DUE_DAYS, Urgency.DUE),
        (DRILL_LATE_DAYS - 1, Urgency.DUE),
        (DRILL_LATE_DAYS, Urgency.LATE),
    ):
        clock.moment = proven + timedelta(days=days)
        assert founded.drills.standing().urgency is urgency


def test_a_station_never_tried_counts_from_its_first_day(founded, clock):
    assert founded.drills.standing().urgency is Urgency.NONE
    clock.moment += timedelta(days=DRILL_DUE_DAYS)
    assert founded.drills.standing().urgency is Urgency.DUE


def test_nobody_is_reminded_at_a_demo_station(founded, clock):
    founded.settings.change(is_demo=True)
    clock.moment += timedelta(days=DRILL_LATE_DAYS)
    assert founded.drills.standing().urgency is Urgency.NONE
