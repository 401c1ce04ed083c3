from __future__ import annotations

import random
import shutil
from dataclasses import replace

import pytest

from station_app.domain.audit.chain import Fault, FaultKind
from station_app.store.home import StationHome
from tests.factories import a_resident
from tests.services.sync.stations import opened
from tests.store.tampering import KINDS, tamper


@pytest.fixture
def at_work(station):
    """A station where somebody was entered, corrected, and corrected back."""
    person = a_resident(station, "周文")
    draft = replace(person.particulars, note="腿脚不便")
    station.residents.correct(person.id, draft, version=person.version).revert()
    station.settings.change(name="石板社区服务站", code="320000009001", word="石社证字")
    station.settings.change(word="石证字").revert()
    station.residents.reveal(person.id, "phone")
    return station


def acts(station):
    with station.store.reading() as tx:
        return [entry.texts[2].decode() for entry in tx.audit.entries()]


def test_what_is_done_and_what_is_taken_back_stand_in_one_chain(at_work):
    verdict = at_work.audit.verify()
    assert verdict.is_whole
    assert verdict.count == verdict.head.number == len(acts(at_work))
    assert acts(at_work) == [
        "resident:record:registered",
        "resident:record:corrected",
        "resident:record:corrected-undone",
        *["settings:station:changed"] * 3,
        "resident:phone:shown",
    ]


def test_verifying_changes_nothing(at_work):
    first = at_work.audit.verify()
    assert at_work.audit.verify(first.head) == first


@pytest.mark.parametrize("kind", KINDS)
def test_tampering_that_was_committed_is_found(at_work, kind):
    anchor = at_work.audit.verify().head
    with at_work.store.transaction() as tx:
        fault = tamper(tx.session.connection(), kind, random.Random(kind))
    assert at_work.audit.verify(anchor).fault == fault


def test_a_check_of_the_station_tells_of_its_audit(at_work):
    found = at_work.checks.check()
    assert (found.audit, found.is_well) == (at_work.audit.verify(), True)
    with at_work.store.transaction() as tx:
        tamper(tx.session.connection(), "the facts changed", random.Random(1))
    found = at_work.checks.check()
    assert found.audit.fault.kind is FaultKind.CHANGED
    assert (found.is_sound, found.is_well) == (True, False)


def test_a_restored_backup_goes_on_with_its_chain_and_a_later_anchor_tells(
    at_work, key, clock, tmp_path
):
    backup = at_work.keeping.back_up()
    before = at_work.audit.verify().head
    a_resident(at_work, "吴敏", number="")
    after = at_work.audit.verify().head
    restored = StationHome(tmp_path / "restored")
    restored.make()
    shutil.copyfile(backup, restored.database)
    again = opened("desk", restored, key, clock)
    assert again.audit.verify(before).is_whole
    assert again.audit.verify(after).fault == Fault(FaultKind.CUT, before.number + 1)
    a_resident(again, "吴敏", number="")
    again.settings.change(word="石证字")
    assert again.audit.verify(before).is_whole
    assert again.audit.verify(after).fault == Fault(FaultKind.REPLACED, after.number)
    again.close()
