"""A number typed with its check digit leads to its paper and to no other."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.certificate_numbers import NumberVerdict, certificate_check
from station_app.domain.certificates import State, number_of
from station_app.domain.search.entries import Kind
from tests.factories import a_resident

WORD = "石社证字"


def check(serial, year=2026, word=WORD):
    return certificate_check(word=word, year=year, serial=serial)


def wrong(serial, year=2026):
    """Return a digit that agrees with no year of the register."""
    right = {check(serial, each) for each in (2025, 2026)}
    return next(each for each in "0123456789" if each not in right)


def a_paper(tx, person, year, serial, **others):
    """Keep a paper of *person* as if it had been issued; return its key."""
    values = {
        "kind": "residence",
        "number": number_of(word=WORD, year=year, serial=serial),
        "word": WORD,
        "year": year,
        "serial": serial,
        "resident_id": person.id,
        "holder": "张三",
        "state": State.ISSUED,
        "purpose": "入学",
        "facts": "{}",
        "issued_on": date(year, 3, 1),
        "handled_by": "王芳",
        "approved_by": "李强",
        "sha256": "0" * 64,
    }
    key = f"{year}{serial:0>28}"
    tx.certificates.add(key, values | others, b"%PDF")
    return key


@pytest.fixture
def person(station):
    return a_resident(station, "张三", number="")


@pytest.fixture
def papers(station, person):
    """Keys by year and serial: 1 and 2 of 2026, 1 of 2025, one of a laptop."""
    numbers = ((2025, 1), (2026, 1), (2026, 2), (2026, 80_001))
    with station.store.transaction() as tx:
        keys = {each: a_paper(tx, person, *each) for each in numbers}
        tx.certificates.void(keys[2026, 2], reason="打印错误", version=1)
    return keys


def typed_ways(serial, digit, year=2026):
    number = number_of(word=WORD, year=year, serial=serial)
    return (f"{number} 校验 {digit}", f"{number}-{digit}", f"{year}-{serial:04d}-{digit}")


@pytest.mark.parametrize(("year", "serial"), [(2025, 1), (2026, 1), (2026, 2), (2026, 80_001)])
def test_each_way_of_typing_it_leads_to_the_one_paper(station, papers, year, serial):
    for text in typed_ways(serial, check(serial, year), year):
        assert station.certificates.search(text) == [papers[year, serial]]
        assert station.numbers.told(text).verdict is NumberVerdict.FOUND
        hits = station.search.find(text)
        assert [hit.key for hit in hits if hit.kind is Kind.CERTIFICATE] == [papers[year, serial]]


@pytest.mark.parametrize("text", typed_ways(1, wrong(1)))
def test_a_digit_that_does_not_agree_leads_to_no_paper_and_is_told(station, papers, text):
    assert station.certificates.search(text) == []
    assert station.numbers.told(text).verdict is NumberVerdict.MISTYPED
    assert station.search.told_number(text).verdict is NumberVerdict.MISTYPED
    assert [hit for hit in station.search.find(text) if hit.kind is Kind.CERTIFICATE] == []


def test_another_serial_with_the_digit_of_this_one_is_mistyped(station, papers):
    """0002 stands in the register as well: without the digit it would have been handed out."""
    assert check(1) != check(2)
    text = f"{number_of(word=WORD, year=2026, serial=2)} 校验 {check(1)}"
    assert station.certificates.search(text) == []
    assert station.numbers.told(text).verdict is NumberVerdict.MISTYPED


def test_a_right_number_that_is_not_here_is_told_apart_from_a_mistyped_one(station, papers):
    text = f"{number_of(word=WORD, year=2026, serial=7)} 校验 {check(7)}"
    told = station.numbers.told(text)
    assert (told.verdict, told.keys) == (NumberVerdict.NOT_HERE, ())


def test_without_the_year_the_digit_tells_which_one_it_is(station, papers):
    for year in (2025, 2026):
        assert check(1, 2025) != check(1, 2026)
        text = f"第0001号 校验 {check(1, year)}"
        assert station.certificates.search(text) == [papers[year, 1]]


def test_a_state_narrows_it_further(station, papers):
    text = typed_ways(2, check(2))[0]
    assert station.certificates.search(text, state=State.ISSUED) == []
    assert station.certificates.search(text, state=State.VOID) == [papers[2026, 2]]


def test_what_may_be_a_door_is_looked_for_as_before(station, person, papers):
    with station.store.transaction() as tx:
        key = a_paper(tx, person, 2026, 9, purpose="核对1234-5室")
    assert station.certificates.search("1234-5") == [key]


def test_a_name_is_no_number(station, papers):
    assert station.numbers.told("张三") is None
    assert station.search.told_number("张三") is None
    assert len(station.certificates.search("张三")) == 4


def test_an_empty_register_knows_no_series_but_the_stations_own_word(station):
    station.settings.change(name="石头城社区居民委员会", word=WORD)
    text = number_of(word=WORD, year=2026, serial=1)
    assert station.numbers.told(f"{text} {check(1)}").verdict is NumberVerdict.NOT_HERE
    assert station.numbers.told(f"{text} {wrong(1)}").verdict is NumberVerdict.MISTYPED
