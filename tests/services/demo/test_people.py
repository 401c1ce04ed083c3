from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from station_app.domain.identity.documents import problems_with_document
from station_app.domain.identity.id_card import read_id_number
from station_app.domain.identity.kinds import FOREIGN_KINDS, DocumentKind
from station_app.domain.names import clean_name
from station_app.domain.residents.people import age_on, problems_with
from station_app.services.demo.people import households, people
from station_app.services.demo.words import load_words
from station_app.shipped import RESOURCES
from station_app.store.reference import load_reference

TODAY = date(2026, 3, 1)
ISSUED_PROVINCES = "0000"


@pytest.fixture(scope="module")
def words():
    return load_words(RESOURCES / "demo")


@pytest.fixture(scope="module")
def community(words):
    return list(households(3000, words=words, seed=1, today=TODAY))


@pytest.fixture(scope="module")
def everyone(community):
    return [person for household in community for person in household.people]


def numbers_of(person, *kinds):
    return [document.number for document in person.documents if document.kind in kinds]


def test_same_seed_makes_the_same_people(words):
    first = list(people(300, words=words, seed=7, today=TODAY))
    assert first == list(people(300, words=words, seed=7, today=TODAY))


def test_another_seed_makes_other_people(words):
    first = list(people(50, words=words, seed=7, today=TODAY))
    assert first != list(people(50, words=words, seed=8, today=TODAY))


@pytest.mark.parametrize("count", [1, 2, 17, 500])
def test_exactly_as_many_people_as_asked_for(words, count):
    assert len(list(people(count, words=words, seed=1, today=TODAY))) == count


def test_nobody_is_refused_by_the_rules_for_entries(everyone):
    assert [p for p in everyone if problems_with(p.particulars, today=TODAY)] == []


def test_names_stand_as_they_would_be_cleaned(everyone):
    names = [person.particulars.name for person in everyone]
    assert [name for name in names if clean_name(name).name != name] == []


def test_every_document_checks_out(everyone):
    documents = [document for person in everyone for document in person.documents]
    assert [d for d in documents if problems_with_document(d, today=TODAY)] == []


def test_no_number_is_given_twice(everyone):
    numbers = Counter(document.number for person in everyone for document in person.documents)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_identity_numbers_bear_provinces_that_are_never_issued(everyone):
    numbers = [n for person in everyone for n in numbers_of(person, DocumentKind.RESIDENT_ID)]
    assert numbers
    assert {number[2:6] for number in numbers} == {ISSUED_PROVINCES}


def test_identity_numbers_agree_with_birthday_and_sex(everyone):
    for person in everyone:
        for number in numbers_of(person, DocumentKind.RESIDENT_ID):
            reading = read_id_number(number, today=TODAY)
            assert (reading.born, reading.sex) == (person.particulars.born, person.particulars.sex)


def test_phones_lie_in_ranges_nobody_was_assigned(everyone):
    phones = [person.particulars.phone for person in everyone if person.particulars.phone]
    assert phones
    assert {p[:3] for p in phones} <= {"142", "143", "154", "160", "161", "163", "164"}


def test_all_codes_are_in_the_code_tables(everyone):
    reference = load_reference(RESOURCES)
    systems = ("sex", "ethnicity", "education", "politics", "marital", "occupation", "health")
    for system in systems:
        used = {getattr(person.particulars, system) for person in everyone} - {""}
        assert {code for code in used if reference.table(system).by_code(code) is None} == set()
    relations = {person.relation for person in everyone}
    assert {
        code for code in relations if reference.table("relation").by_code(code) is None
    } == set()
    ways = {person.verified.how for person in everyone if person.verified}
    assert {
        code for code in ways if reference.table("verification").by_code(code) is None
    } == set()


def test_tags_are_known_offered_and_their_levels_too(everyone):
    reference = load_reference(RESOURCES)
    for tag in (tag for person in everyone for tag in person.tags):
        known = reference.tag(tag.code)
        assert known is not None
        assert known.is_offered
        assert tag.level in {"", *known.levels}


def test_tags_of_the_aged_stay_with_the_aged(everyone):
    aged = [p for p in everyone if any(tag.code == "elder_aged" for tag in p.tags)]
    assert aged
    assert min(age_on(TODAY, born=person.particulars.born) for person in aged) >= 79


def test_each_household_has_one_head_and_he_stands_first(community):
    for household in community:
        assert [person.relation == "02" for person in household.people] == [
            True,
            *[False] * (len(household.people) - 1),
        ]


def test_children_are_younger_than_their_parents(community):
    for household in community:
        head = household.people[0].particulars
        for person in household.people:
            if person.relation in {"20", "23", "30", "33"}:
                assert (person.particulars.born - head.born).days > 18 * 365


def test_children_bear_the_name_of_a_father_who_is_there(community):
    shares = [
        child.particulars.name[0] == household.people[0].particulars.name[0]
        for household in community
        if household.people[0].particulars.sex == "1"
        for child in household.people
        if child.relation in {"20", "30"} and "·" not in child.particulars.name
    ]
    assert sum(shares) / len(shares) > 0.95


def test_no_two_households_share_a_dwelling(community):
    homes = Counter(household.home for household in community)
    assert max(homes.values()) == 1


def test_dwellings_lie_in_many_estates(community):
    assert len({household.home.estate for household in community}) >= 6


def test_days_of_a_life_are_in_order(everyone):
    for person in everyone:
        days = [person.particulars.born, person.living.since, person.left_on, TODAY]
        known = [day for day in days if day is not None]
        assert all(earlier <= later for earlier, later in pairwise(known))


@pytest.mark.parametrize(
    ("what", "share"),
    [
        (lambda p: p.died_on is not None, 0.005),
        (lambda p: not p.lives_here and p.hukou.is_local, 0.01),
        (lambda p: not p.lives_here and p.hukou.is_local is False, 0.003),
        (lambda p: p.lives_here and p.hukou.is_local is False, 0.15),
        (lambda p: p.verified is None, 0.03),
        (lambda p: p.verified and (TODAY - p.verified.on).days > 365, 0.08),
        (lambda p: p.verified and (TODAY - p.verified.on).days <= 365, 0.5),
        (lambda p: not p.documents, 0.002),
        (lambda p: any(d.kind in FOREIGN_KINDS for d in p.documents), 0.0003),
        (lambda p: len(p.documents) > 1, 0.01),
        (lambda p: "·" in p.particulars.name, 0.001),
        (lambda p: any(c > "\uffff" or c in "䶮㛃㼆䴉" for c in p.particulars.name), 0.001),
        (lambda p: p.particulars.name[0] in "曾单仇解查盖区", 0.01),
        (lambda p: p.phone_before, 0.01),
        (lambda p: p.tags, 0.2),
    ],
)
def test_every_kind_of_case_is_there_to_be_tried(everyone, what, share):
    assert sum(bool(what(person)) for person in everyone) / len(everyone) > share
