"""The one box over a register: what a clerk types, from key to hit."""

from __future__ import annotations

import pytest

from station_app.domain.errors import CancelledError
from station_app.domain.search.entries import Kind, SearchEntry
from station_app.services.pinyin import PinyinReader
from station_app.shipped import RESOURCES
from station_app.store.reference import load_reference

NAMES = ("张小明", "张晓梅", "章小明", "单小明", "李行", "曾·小明")


@pytest.fixture(scope="module")
def reader():
    return PinyinReader(lambda: load_reference(RESOURCES).surnames)


@pytest.fixture
def service(station, reader):
    with station.store.transaction() as tx:
        tx.search.index_people(
            SearchEntry(
                seq=seq,
                key=f"{seq:032x}",
                name=name,
                readings=reader.readings(name).full,
                numbers=(f"32000019900101{seq:03}X",),
                address="幸福里小区3幢501室",
            )
            for seq, name in enumerate(NAMES, start=1)
        )
    return station.search


def names(hits):
    return [hit.title for hit in hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("张xm", ["张晓梅", "张小明"]),
        ("张小m", ["张小明"]),
        ("张xiaoming", ["张小明"]),
        ("单xm", ["单小明"]),
        ("李hang", ["李行"]),
        ("李xing", ["李行"]),
        ("张xm 幸福里", ["张晓梅", "张小明"]),
        ("x明", ["张小明", "章小明", "单小明", "曾·小明"]),
        ("张xq", []),
    ],
)
def test_characters_and_letters_may_be_mixed(service, typed, found):
    assert sorted(names(service.find(typed))) == sorted(found)


def test_letters_mixed_with_characters_mark_the_characters(service):
    (hit,) = service.find("张小m")
    assert {
        place for mark in hit.marks for place in range(mark.start, mark.start + mark.length)
    } == {0, 1, 2}


def test_nothing_typed_finds_nothing(service):
    assert service.find("  ") == []


def test_no_more_is_found_than_wanted(service):
    assert len(service.find("幸福里", limit=2)) == 2


def test_hits_carry_what_a_list_shows(service):
    hit = service.find("单小明")[0]
    assert (hit.kind, hit.seq, hit.subtitle) == (Kind.RESIDENT, 4, "幸福里小区3幢501室")
    assert hit.number == "320000********004X"


def test_a_search_no_longer_wanted_stops(service):
    class Impatience:
        def step(self, *_facts, **_more):
            raise CancelledError

    with pytest.raises(CancelledError):
        service.find("张", progress=Impatience())
