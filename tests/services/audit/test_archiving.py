"""Old entries go into archives by rule; the chain goes on from the last of them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy.exc import IntegrityError

from station_app.domain.audit.chain import Fault, FaultKind
from station_app.domain.audit.entries import AuditFilter
from station_app.domain.errors import RefusedError
from station_app.store.audit import vocabulary
from station_app.store.driver import open_keyed
from station_app.store.home import StationHome
from tests.factories import a_resident
from tests.services.sync.stations import opened

THREE_YEARS_LATER = datetime(2029, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def old(station, clock):
    """A station in its fourth year: two people in the first, one in the last."""
    for name in ("周文", "吴敏"):
        a_resident(station, name, number="")
    clock.moment = THREE_YEARS_LATER
    a_resident(station, "郑强", number="")
    return station


def numbers(station):
    return list(station.audit.keys(AuditFilter()))


def test_what_is_three_years_old_goes_into_a_file_and_the_rest_stays(old, home):
    assert old.audit_archives.due() == 2
    made = old.audit_archives.archive().value
    assert (home.backups / made.file).exists()
    assert numbers(old) == [4, 3]
    assert (old.audit.standing().archived, old.audit.standing().count) == (2, 2)
    verdict = old.audit.verify()
    assert (verdict.count, verdict.fault) == (4, None)
    assert old.audit_archives.due() == 0


def test_nothing_is_archived_before_its_time(station):
    a_resident(station, "周文", number="")
    with pytest.raises(RefusedError) as refused:
        station.audit_archives.archive()
    assert refused.value.reason == "audit.nothing-to-archive"
    assert numbers(station) == [1]


def test_the_last_entry_stays_however_old_it_is(station, clock):
    a_resident(station, "周文", number="")
    clock.moment = THREE_YEARS_LATER
    with pytest.raises(RefusedError):
        station.audit_archives.archive()
    assert numbers(station) == [1]


def test_archives_follow_one_another(old, clock, home):
    first = old.audit_archives.archive().value
    clock.moment = THREE_YEARS_LATER.replace(year=2032, day=5)
    a_resident(old, "冯云", number="")
    second = old.audit_archives.archive().value
    assert second.start == first.end
    assert [found for _, found in old.audit_archives.archives()] == [True, True]
    verdict = old.audit.verify()
    assert (verdict.count, verdict.fault) == (6, None)
    (home.backups / first.file).unlink()
    assert old.audit.verify().count == 4
    (home.backups / second.file).unlink()
    verdict = old.audit.verify()
    assert (verdict.count, verdict.fault) == (2, None)
    assert [found for _, found in old.audit_archives.archives()] == [False, False]


def test_an_anchor_from_before_is_still_proven_by_the_archive(old):
    with old.store.reading() as tx:
        entry = next(iter(tx.audit.entries()))
    anchor = (entry.number, entry.digest)
    old.audit_archives.archive()
    assert old.audit.verify(type(old.audit.verify().head)(*anchor)).is_whole
    wrong = type(old.audit.verify().head)(entry.number, bytes(32))
    assert old.audit.verify(wrong).fault == Fault(FaultKind.REPLACED, 1)


def test_an_archive_that_was_exchanged_for_another_is_found(old, home, tmp_path, key, clock):
    made = old.audit_archives.archive().value
    other = StationHome(tmp_path / "other")
    other.make()
    shutil.copyfile(home.database, other.database)
    (home.backups / made.file).unlink()
    (home.backups / made.file).touch()
    connection = open_keyed(home.backups / made.file, made.key)
    connection.executescript(
        'CREATE TABLE audit_entry (seq INTEGER PRIMARY KEY, at TEXT, "by" TEXT, act TEXT,'
        " record_id TEXT, facts TEXT, former BLOB, digest BLOB)"
    )
    connection.close()
    assert old.audit.verify().fault == Fault(FaultKind.MISSING, 1)
    again = opened("desk", other, key, clock)
    assert again.audit.verify().is_whole
    again.close()


@pytest.mark.parametrize("seq", [1, 3])
def test_the_guard_lets_only_archived_entries_of_three_years_go(old, seq):
    with old.store.transaction() as tx:
        # said to be archived, as somebody might write it in
        tx.audit.add("audit:chain:archived", upto=9, digest="00" * 32, archives=[])
    sql = f"DELETE FROM audit_entry WHERE seq = {seq}"  # noqa: S608 - a number of ours
    if seq == 1:
        with old.store.transaction() as tx:
            tx.session.connection().exec_driver_sql(sql)
        assert not old.audit.verify().is_whole
    else:
        with pytest.raises(IntegrityError), old.store.transaction() as tx:
            tx.session.connection().exec_driver_sql(sql)


def test_a_chain_that_is_not_whole_is_not_archived(old):
    with old.store.transaction() as tx:
        run = tx.session.connection().exec_driver_sql
        run("DROP TRIGGER audit_entry_no_update")
        run("UPDATE audit_entry SET facts = '{}' WHERE seq = 1")
    with pytest.raises(RefusedError) as refused:
        old.audit_archives.archive()
    assert refused.value.reason == "audit.not-whole"
    assert numbers(old) == [3, 2, 1]


def test_an_archive_is_not_readable_without_the_key(old, home):
    made = old.audit_archives.archive().value
    data = (home.backups / made.file).read_bytes()
    assert b"SQLite" not in data
    assert b"resident:record" not in data


def test_the_rule_is_never_less_than_the_law_says(tmp_path, monkeypatch):
    text = (vocabulary.FOLDER / "keeping.json").read_text("utf-8")
    (tmp_path / "keeping.json").write_text(text.replace('"years": 3', '"years": 2'), "utf-8")
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    with pytest.raises(Exception, match=r"reference\.invalid"):
        vocabulary.years_kept.__wrapped__()


def test_what_an_archive_is_opened_with_is_no_part_of_what_is_given_out(old, tmp_path):
    made = old.audit_archives.archive().value
    (entry,) = (
        each for each in old.audit.lines(numbers(old)).values() if "archives" in each.facts
    )
    assert entry.facts["archives"][0]["key"] == made.key.hex()
    assert made.key.hex() not in repr(made)
    old.audit_papers.export(tmp_path / "a.xlsx", AuditFilter(), reason="检查")
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert made.key.hex() not in str(book)
