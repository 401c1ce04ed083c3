"""What follows from what came by file: addresses, standing, the order of names, the search."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Verification
from station_app.domain.residents.standing import Standing
from station_app.domain.search.entries import Kind
from station_app.services.certificates.issuing import ResidenceRequest
from tests.factories import a_document, a_draft, a_resident
from tests.stations import correct, sql, value

NUMBER = "110000199001010013"
PASSPORT = "E12345678"
HOME = "幸福里小区3幢2单元501室"
OTHER_HOME = "和平新村9幢901室"


@pytest.fixture
def bring(one, other, tmp_path):
    """Return a function that brings to the other what one has written; all is well there."""
    folder = tmp_path / "bring"

    def carry():
        for _ in range(2):
            for station in (one, other):
                done = station.exchange.exchange(folder).value
                assert [each.refused for each in done.taken] == [None] * len(done.taken)
        assert other.checks.check().is_well

    return carry


def found(station, text):
    """Return who and what is found, by kind and title."""
    return {(hit.kind, hit.title) for hit in station.search.find(text)}


def people_found(station, text):
    return {title for kind, title in found(station, text) if kind is Kind.RESIDENT}


def order(station):
    lists = station.lists
    keys = lists.keys(ResidentFilter())
    lines = lists.lines(keys)
    return [lines[key].name for key in keys]


def standing_of(station, key):
    return station.residents.resident(key).standing


@pytest.mark.parametrize(
    "typed",
    ["尉迟恭", "yuchigong", "ycg", NUMBER, "010013", "13800138000", "幸福里3-2-501", "尉迟 501"],
)
def test_somebody_new_is_found_by_whatever_is_typed(one, other, bring, typed):
    someone = a_resident(one, "尉迟恭", address=HOME)
    correct(one, someone.id, phone="13800138000")
    assert people_found(other, typed) == set()

    bring()

    assert people_found(other, typed) == {"尉迟恭"}
    assert found(other, "幸福里3-2-501") >= {(Kind.DWELLING, HOME)}


def test_somebody_who_bears_another_name_is_found_by_that_only(one, other, bring):
    someone = a_resident(one, "曾小明")
    bring()
    correct(one, someone.id, name="单雄信")

    bring()

    assert people_found(other, "单雄信") == people_found(other, "shanxx") == {"单雄信"}
    assert people_found(other, "曾小明") == people_found(other, "zengxm") == set()


def test_a_former_name_still_finds_somebody(one, other, bring):
    someone = a_resident(one, "曾小明")
    bring()
    correct(one, someone.id, former_name="曾大牛")

    bring()

    assert people_found(other, "曾大牛") == {"曾小明"}


@pytest.mark.parametrize(
    ("statement", "latter", "typed", "former"),
    [
        ("UPDATE estate SET name = ?", "翠竹园", "翠竹园3-2-501", "幸福里"),
        ("UPDATE building SET name = ?", "7", "幸福里7-2-501", "幸福里3-2-501"),
        ("UPDATE dwelling SET room = ?", "601", "幸福里3-2-601", "幸福里3-2-501"),
    ],
)
def test_a_place_of_another_name_gives_other_addresses(
    one, other, bring, statement, latter, typed, former
):
    a_resident(one, "张三", address=HOME)
    bring()
    assert people_found(other, former) == {"张三"}
    sql(one, statement, latter)

    bring()

    assert latter in value(other, "SELECT text FROM dwelling")
    assert people_found(other, typed) == {"张三"}
    assert found(other, former) == set()
    assert {kind for kind, _ in found(other, typed)} == {Kind.RESIDENT, Kind.DWELLING}


def test_of_two_estates_only_the_renamed_one_is_rendered_anew(one, other, bring):
    a_resident(one, "张三", address=HOME)
    a_resident(one, "李四", number="", address=OTHER_HOME)
    bring()
    sql(one, "UPDATE estate SET name = '翠竹园' WHERE name LIKE '幸福里%'")

    bring()

    assert people_found(other, "和平新村9-901") == {"李四"}
    assert people_found(other, "翠竹园") == {"张三"}


def test_somebody_who_moved_is_found_where_he_lives_now(one, other, bring):
    someone = a_resident(one, "张三", address=HOME)
    a_resident(one, "李四", number="", address=OTHER_HOME)
    bring()
    sql(
        one,
        "UPDATE resident SET dwelling_id = (SELECT dwelling_id FROM resident WHERE name = '李四')"
        " WHERE id = ?",
        someone.id,
    )

    bring()

    assert people_found(other, "和平新村9-901") == {"张三", "李四"}
    assert people_found(other, "幸福里3-2-501") == set()


def test_a_document_that_went_finds_its_owner_no_more_and_his_standing_follows(one, other, bring):
    someone = a_resident(one, "张三", hukou=Hukou(is_local=False))
    passport = Document(kind=DocumentKind.FOREIGN_PASSPORT, number=PASSPORT)
    documents = (a_document(NUMBER), passport)
    one.residents.keep_documents(someone.id, documents, version=someone.version)
    bring()
    assert people_found(other, PASSPORT) == {"张三"}
    assert standing_of(other, someone.id) is Standing.FOREIGN
    version = one.residents.resident(someone.id).version
    one.residents.keep_documents(someone.id, (a_document(NUMBER),), version=version)

    bring()

    assert people_found(other, PASSPORT) == set()
    assert people_found(other, NUMBER) == {"张三"}
    assert standing_of(other, someone.id) is Standing.INCOMER


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM document WHERE number = ?",
        "UPDATE document SET deleted_at = '2026-03-01' WHERE number = ?",
    ],
)
def test_a_document_that_was_removed_by_whatever_way_is_forgotten(one, other, bring, statement):
    someone = a_resident(one, "张三", hukou=Hukou(is_local=False))
    passport = Document(kind=DocumentKind.FOREIGN_PASSPORT, number=PASSPORT)
    documents = (a_document(NUMBER), passport)
    one.residents.keep_documents(someone.id, documents, version=someone.version)
    bring()
    sql(one, statement, PASSPORT)

    bring()

    assert people_found(other, PASSPORT) == set()
    assert standing_of(other, someone.id) is Standing.INCOMER


def test_a_corrected_number_finds_the_person_and_the_former_does_not(one, other, bring):
    someone = a_resident(one, "张三")
    bring()
    latter = a_document("310000198502280022")
    one.residents.keep_documents(someone.id, (latter,), version=someone.version)

    bring()

    assert people_found(other, "310000198502280022") == {"张三"}
    assert people_found(other, NUMBER) == set()


def test_somebody_in_the_bin_is_not_found_and_out_of_it_he_is(one, other, bring):
    someone = a_resident(one, "张三", address=HOME)
    bring()
    one.residents.put_into_bin(someone.id, version=someone.version)

    bring()

    assert people_found(other, "张三") == people_found(other, NUMBER) == set()
    assert order(other) == []
    one.residents.take_from_bin(someone.id, version=someone.version + 1)
    bring()
    assert people_found(other, "张三") == people_found(other, NUMBER) == {"张三"}
    assert order(other) == ["张三"]


def test_somebody_deleted_for_good_leaves_nothing_in_the_search(one, other, bring):
    someone = a_resident(one, "张三", address=HOME)
    bring()
    sql(one, "DELETE FROM resident WHERE id = ?", someone.id)

    bring()

    assert people_found(other, "张三") == people_found(other, NUMBER) == set()
    assert other.checks.check().people == 0


def test_somebody_who_has_died_stands_as_dead(one, other, bring):
    someone = a_resident(one, "张三")
    bring()
    one.residents.note_death(someone.id, date(2026, 2, 1), version=someone.version)

    bring()

    assert standing_of(other, someone.id) is Standing.DEAD


def test_where_somebody_is_registered_says_how_he_stands(one, other, bring):
    someone = a_resident(one, "张三")
    bring()
    assert standing_of(other, someone.id) is Standing.SETTLED
    one.residents.correct_hukou(someone.id, Hukou(is_local=False), version=someone.version)

    bring()

    assert standing_of(other, someone.id) is Standing.INCOMER


def test_a_household_is_found_by_its_number_and_its_latter_number(one, other, bring):
    head = a_resident(one, "张三", address=HOME)
    key = one.households.found(
        head.id, HouseholdDraft(number="H00123"), version=head.version
    ).value
    bring()
    assert Kind.HOUSEHOLD in {kind for kind, _ in found(other, "H00123")}
    version = one.households.household(key).version
    one.households.correct(key, HouseholdDraft(number="H00999"), version=version)

    bring()

    assert Kind.HOUSEHOLD in {kind for kind, _ in found(other, "H00999")}
    assert found(other, "H00123") == set()


def test_a_certificate_is_found_by_its_number(one, other, bring):
    one.settings.change(name="石板社区服务站", code="320000009001", word="石社证字")
    someone = a_resident(one, "蒋平", address=HOME)
    fact = Verification(on=date(2026, 3, 1), how="visit", by="赵网格")
    one.residents.verify(someone.id, fact, version=someone.version)
    request = ResidenceRequest(resident_id=someone.id, purpose="办理入学手续")
    number = one.certificates.issue(request).value.number

    bring()

    assert Kind.CERTIFICATE in {kind for kind, _ in found(other, number)}
    sql(one, "UPDATE certificate SET deleted_at = '2026-03-01'")
    bring()
    assert Kind.CERTIFICATE not in {kind for kind, _ in found(other, number)}


def test_whoever_came_stands_in_the_order_of_names(one, other, bring):
    for name in ("周文", "单雄信", "阿依古丽", "郑强"):
        a_resident(one, name, number="")
    a_resident(other, "李四", number="")

    bring()

    assert order(other) == ["阿依古丽", "李四", "单雄信", "郑强", "周文"]
    assert order(one) == order(other)


def test_another_name_stands_elsewhere_in_the_order(one, other, bring):
    someone = a_resident(one, "仇英", number="")
    for name in ("陈文", "李四"):
        a_resident(one, name, number="")
    bring()
    former = order(other)
    correct(one, someone.id, name="白英")

    bring()

    assert former == ["陈文", "李四", "仇英"]
    assert order(other) == order(one) == ["白英", "陈文", "李四"]


def test_the_reading_somebody_says_himself_finds_him(one, other, bring):
    someone = a_resident(one, "仇英", number="")
    bring()
    assert people_found(other, "chowying") == set()
    correct(one, someone.id, pinyin="Chow Ying")

    bring()

    assert people_found(other, "chowying") == people_found(other, "qiuying") == {"仇英"}


def test_somebody_registered_at_a_place_that_bears_another_name_by_now_is_found_there(
    one, other, bring
):
    a_resident(one, "张三", address=HOME)
    bring()
    sql(one, "UPDATE estate SET name = '翠竹园'")
    a_resident(other, "李四", number="", address=HOME)

    bring()

    assert people_found(other, "翠竹园3-2-501") == {"张三", "李四"}


def test_bulk_that_came_is_found_like_what_was_entered_here(one, other, bring):
    for n in range(30):
        a_resident(one, f"张{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{n // 10}", number="", address=HOME)

    bring()

    assert other.checks.check().indexed == 30
    assert other.search.find("张甲")[0].title.startswith("张甲")


def test_what_nothing_follows_from_is_taken_in_too(one, other, bring):
    someone = a_resident(one, "张三", particulars=a_draft("张三"))
    bring()
    correct(one, someone.id, occupation="教师")

    bring()

    assert other.residents.resident(someone.id).particulars.occupation == "教师"
    assert people_found(other, "张三") == {"张三"}
