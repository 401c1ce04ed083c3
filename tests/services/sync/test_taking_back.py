"""A file is taken back as new edits: all of it, as long as nothing was built on it."""

from __future__ import annotations

import pytest

from station_app.domain.addresses import read_address
from station_app.domain.errors import NotFoundError, RefusedError
from station_app.services.residents.households import Move
from station_app.store.sync import former
from tests.factories import a_resident
from tests.refusals import refused
from tests.stations import back_and_forth, correct, sql, value

OTHER_HOME = "和平新村9幢901室"
HOME = "幸福里小区3幢2单元501室"


@pytest.fixture
def bring(one, other, stick):
    """Return a function that brings what one has written to the other: the file's digest."""

    def carry():
        one.exchange.write_for_all(stick)
        taken = other.exchange.take_in(other.exchange.files_for_us(stick)).value
        assert [each.refused for each in taken] == [None]
        return taken[0].sha256

    return carry


@pytest.fixture
def known(one, other, stick):
    """Somebody both know of."""
    someone = a_resident(one, "张三", address=HOME)
    back_and_forth(one, other, stick)
    return someone


def particulars(station, key):
    return station.residents.resident(key).particulars


def found(station, text):
    return {hit.title for hit in station.search.find(text)}


def own_entries(station, table):
    """Return how many cells of *table* this store has written itself and not yet sent."""
    return value(
        station,
        "SELECT count(*) FROM sync_cell WHERE tbl = ? AND site = (SELECT site FROM sync_clock)",
        {"resident": 7}[table],
    )


def test_whoever_came_goes_again(one, other, bring):
    a_resident(one, "张三", address=HOME)
    digest = bring()
    assert found(other, "张三") == {"张三"}

    assert other.exchange.take_back(digest).value > 0

    check = other.checks.check()
    assert (check.people, check.indexed, check.is_well) == (0, 0, True)
    assert found(other, "张三") == found(other, "幸福里3-2-501") == set()
    for table in ("resident", "document", "dwelling", "building", "estate"):
        assert value(other, f"SELECT count(*) FROM {table}") == 0  # noqa: S608 - our own names


def test_changed_cells_become_what_they_were_and_only_those(one, other, known, bring):
    correct(other, known.id, employer="第一小学")
    correct(one, known.id, occupation="教师", phone="13800138000")
    digest = bring()
    assert particulars(other, known.id).occupation == "教师"
    assert found(other, "13800138000") == {"张三"}

    other.exchange.take_back(digest)

    latter = particulars(other, known.id)
    assert (latter.occupation, latter.phone, latter.employer) == ("", "", "第一小学")
    assert found(other, "13800138000") == set()
    assert other.checks.check().is_well


def test_cells_that_the_file_left_alone_get_no_new_version(one, other, known, bring):
    columns = "SELECT group_concat(col) FROM (SELECT DISTINCT col FROM sync_cell WHERE tbl = 7"
    correct(one, known.id, occupation="教师")
    digest = bring()
    before = value(other, columns + ")")

    other.exchange.take_back(digest)

    assert value(other, columns + ")") == before
    # what was occupation's and who changed it last and when, and nothing beside
    assert 0 < own_entries(other, "resident") <= 3


def test_a_name_that_was_changed_is_found_as_before(one, other, known, bring):
    correct(one, known.id, name="曾小明")
    digest = bring()
    assert found(other, "zengxiaoming") == {"曾小明"}

    other.exchange.take_back(digest)

    assert found(other, "zhangsan") == {"张三"}
    assert found(other, "zengxiaoming") == set()
    assert other.checks.check().is_well


def test_an_estate_gets_its_former_name_and_addresses_follow(one, other, known, bring):
    sql(one, "UPDATE estate SET name = '翠竹园'")
    digest = bring()
    assert "张三" in found(other, "翠竹园3-2-501")

    other.exchange.take_back(digest)

    assert "张三" in found(other, "幸福里3-2-501")
    assert found(other, "翠竹园3-2-501") == set()
    assert other.checks.check().is_well


def test_whoever_was_deleted_is_back(one, other, known, bring):
    sql(one, "DELETE FROM resident WHERE id = ?", known.id)
    digest = bring()
    assert found(other, "张三") == set()

    other.exchange.take_back(digest)

    assert found(other, "张三") == {"张三"}
    assert found(other, "110000199001010013") == {"张三"}
    assert other.residents.resident(known.id).documents
    assert other.checks.check().is_well


def test_whoever_was_put_into_the_bin_is_out_of_it(one, other, known, bring):
    one.residents.put_into_bin(known.id, version=known.version)
    digest = bring()
    assert found(other, "张三") == set()

    other.exchange.take_back(digest)

    assert found(other, "张三") == {"张三"}
    assert other.checks.check().is_well


def test_lines_of_history_stay(one, other, known, bring):
    before = value(other, "SELECT count(*) FROM history")
    correct(one, known.id, occupation="教师")
    digest = bring()
    brought = value(other, "SELECT count(*) FROM history")
    assert brought > before

    other.exchange.take_back(digest)

    assert value(other, "SELECT count(*) FROM history") >= brought


@pytest.fixture
def built_upon(one, other, known, bring):
    """The digest of a file on which something was built."""
    correct(one, known.id, occupation="教师")
    a_resident(one, "李四", number="")
    return bring()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE resident SET occupation = '医生' WHERE name = '张三'",
        # of the same row, though not of the same cell
        "UPDATE resident SET note = '已核实' WHERE name = '张三'",
        "UPDATE resident SET phone = '1' WHERE name = '李四'",
        "DELETE FROM resident WHERE name = '李四'",
    ],
)
def test_a_file_something_was_built_upon_stays_as_a_whole(other, built_upon, statement):
    sql(other, statement)
    before = other.exchange.state_hash()

    assert refused(other.exchange.take_back, built_upon) == "sync.built-upon"

    assert other.exchange.state_hash() == before
    with other.store.reading() as tx:
        assert tx.exchange.files.file(built_upon).state == "taken"
        assert tx.audit.count("exchange:file:taken-back") == 0


def test_how_many_records_hold_it_is_told(other, built_upon):
    sql(other, "UPDATE resident SET note = 'x'")
    with pytest.raises(RefusedError) as told:
        other.exchange.take_back(built_upon)
    assert told.value.facts["rows"] == 2


def test_a_later_file_about_the_same_is_built_upon_it_too(one, other, known, bring):
    correct(one, known.id, occupation="教师")
    first = bring()
    correct(one, known.id, occupation="医生")
    second = bring()

    assert refused(other.exchange.take_back, first) == "sync.built-upon"
    other.exchange.take_back(second)

    assert particulars(other, known.id).occupation == "教师"


def test_somebody_who_came_to_live_with_one_the_file_brought_keeps_the_file(one, other, bring):
    a_resident(one, "张三", address=HOME)
    digest = bring()
    a_resident(other, "李四", number="", address=HOME)
    before = other.exchange.state_hash()

    assert refused(other.exchange.take_back, digest) == "sync.built-upon"

    assert other.exchange.state_hash() == before
    assert found(other, "幸福里3-2-501") >= {"张三", "李四"}
    assert other.checks.check().is_well


def test_what_hangs_on_somebody_the_file_brought_is_not_lost_with_him(one, other, bring):
    someone = a_resident(one, "张三")
    digest = bring()
    other.attachments.attach(someone.id, "合同.pdf", b"%PDF-1.7 invented")

    assert refused(other.exchange.take_back, digest) == "sync.built-upon"

    assert value(other, "SELECT count(*) FROM attachment") == 1
    assert other.checks.check().is_well


def test_somebody_the_file_moved_to_a_place_it_brought_is_moved_back(one, other, known, bring):
    move = Move(to=read_address(OTHER_HOME).parts)
    one.households.move([one.residents.resident(known.id).id], move)
    digest = bring()
    assert found(other, "和平新村9-901") >= {"张三"}

    other.exchange.take_back(digest)

    assert found(other, "和平新村9-901") == set()
    assert "张三" in found(other, "幸福里3-2-501")
    assert other.checks.check().is_well


def test_a_document_is_not_given_back_to_somebody_who_is_gone(one, other, known, bring):
    sql(one, "DELETE FROM document WHERE resident_id = ?", known.id)
    digest = bring()
    sql(other, "DELETE FROM resident WHERE id = ?", known.id)
    before = other.exchange.state_hash()

    assert refused(other.exchange.take_back, digest) == "sync.built-upon"

    assert other.exchange.state_hash() == before
    assert value(other, "SELECT count(*) FROM document") == 0


def test_a_file_is_not_taken_back_twice(one, other, known, bring):
    correct(one, known.id, occupation="教师")
    digest = bring()
    other.exchange.take_back(digest)
    before = other.exchange.state_hash()

    assert refused(other.exchange.take_back, digest) == "sync.undone"

    assert other.exchange.state_hash() == before


def test_a_file_nobody_knows_and_one_of_our_own_are_not_there_to_be_taken_back(one, other, known):
    with one.store.reading() as tx:
        ours = next(line for line in tx.exchange.files.latest() if line.direction == "out")
    for digest in (ours.sha256, "0" * 64):
        with pytest.raises(NotFoundError):
            one.exchange.take_back(digest)


def test_a_receipt_has_brought_nothing_that_could_be_taken_back(one, other, known):
    with one.store.reading() as tx:
        receipt = next(line for line in tx.exchange.files.latest() if line.direction == "in")
    assert refused(one.exchange.take_back, receipt.sha256) == "sync.not-undoable"


def test_only_the_last_files_are_remembered(one, other, known, bring, monkeypatch):
    assert former.KEPT_FILES == 30
    monkeypatch.setattr(former, "KEPT_FILES", 3)
    digests = []
    people = ("周文", "吴敏", "郑强", "冯云", "褚卫")
    for name in people:
        a_resident(one, name, number="")
        digests.append(bring())

    assert refused(other.exchange.take_back, digests[0]) == "sync.not-undoable"
    remembered = value(other, "SELECT count(DISTINCT sha256) FROM sync_taken")
    assert 3 <= remembered <= 4
    for n in (4, 3, 2):
        other.exchange.take_back(digests[n])
        assert found(other, people[n]) == set()
    assert found(other, "周文") == {"周文"}


def test_what_is_taken_back_travels_to_where_it_came_from(one, other, known, bring, stick):
    correct(one, known.id, occupation="教师")
    a_resident(one, "李四", number="")
    other.exchange.take_back(bring())

    back_and_forth(one, other, stick)

    assert particulars(one, known.id).occupation == ""
    assert found(one, "李四") == set()
    assert one.exchange.state_hash() == other.exchange.state_hash()
    for station in (one, other):
        assert station.review.cases() == ()
        assert station.checks.check().is_well


def test_a_file_taken_back_is_not_taken_in_again(one, other, known, bring, stick):
    correct(one, known.id, occupation="教师")
    other.exchange.take_back(bring())

    (path,) = [path for path in stick.iterdir() if path.stat().st_mtime][-1:]
    for each in stick.iterdir():
        taken = other.exchange.take_in([each]).value[0]
        assert taken.refused is not None
    assert path.exists()
    assert particulars(other, known.id).occupation == ""


def test_an_edit_at_the_other_end_and_a_taking_back_come_to_review(
    one, other, known, bring, stick
):
    correct(one, known.id, occupation="教师")
    other.exchange.take_back(bring())
    correct(one, known.id, occupation="医生")

    back_and_forth(one, other, stick)

    assert one.exchange.state_hash() == other.exchange.state_hash()
    assert [len(station.review.cases()) for station in (one, other)] == [1, 1]


def test_taking_back_is_told_in_the_audit(one, other, known, bring):
    correct(one, known.id, occupation="教师")
    other.exchange.take_back(bring())
    with other.store.reading() as tx:
        assert tx.audit.count("exchange:file:taken-back") == 1
    assert one.audit.verify().is_whole
    assert other.audit.verify().is_whole


def test_what_was_new_and_changed_again_by_a_later_file_goes_in_the_order_of_files(
    one, other, bring
):
    someone = a_resident(one, "张三")
    first = bring()
    correct(one, someone.id, occupation="教师")
    second = bring()

    other.exchange.take_back(second)
    assert particulars(other, someone.id).occupation == ""
    # it rests on nothing of others any more, but what was written back was an edit of ours
    assert refused(other.exchange.take_back, first) == "sync.built-upon"
