from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.errors import CancelledError, ValidationFailedError
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import Order, ResidentFilter
from station_app.domain.residents.people import Hukou
from station_app.domain.residents.tags import Tag
from tests.factories import a_draft, a_registration, a_resident


@pytest.fixture
def three(station):
    """A child, a settled man and an old incomer without a document."""
    child = a_resident(
        station,
        "曾小明",
        number="350000201506010064",
        particulars=a_draft("曾小明", sex="2", born=date(2015, 6, 1)),
        address="幸福里小区10幢1单元101室",
    )
    man = a_resident(station, "张三", address="幸福里小区2幢1单元101室")
    old = a_resident(
        station,
        "李四",
        number="",
        particulars=a_draft("李四", sex="2", born=date(1940, 1, 1)),
        address="和平新村9幢4单元1502室",
        hukou=Hukou(is_local=False),
        tags=(Tag(code="living_alone"),),
    )
    return child, man, old


def names(station, chosen=None, **order):
    keys = station.lists.keys(chosen or ResidentFilter(), **order)
    lines = station.lists.lines(keys)
    return [lines[key].name for key in keys]


def test_everybody_is_listed_by_pinyin(station, three):
    assert names(station) == ["李四", "曾小明", "张三"]  # li, zeng, zhang


def test_the_order_can_be_turned_round(station, three):
    assert names(station, descending=True) == ["张三", "曾小明", "李四"]


def test_addresses_are_ordered_as_one_walks(station, three):
    assert names(station, order=Order.ADDRESS) == ["李四", "张三", "曾小明"]


def test_the_oldest_come_first_by_birth(station, three):
    assert names(station, order=Order.BORN) == ["李四", "张三", "曾小明"]


@pytest.mark.parametrize(
    ("conditions", "left"),
    [
        ({"sexes": ("2",)}, ["李四", "曾小明"]),
        ({"standings": ("incomer",)}, ["李四"]),
        ({"tags": ("living_alone",)}, ["李四"]),
        ({"age_to": 13}, ["曾小明"]),
        ({"age_from": 36, "age_to": 36}, ["张三"]),
        ({"age_from": 37, "age_to": 79}, []),
        ({"lacks_document": True}, ["李四"]),
        ({"sexes": ("2",), "age_from": 60}, ["李四"]),
    ],
)
def test_conditions_narrow_together(station, three, conditions, left):
    assert names(station, ResidentFilter(**conditions)) == left


@pytest.mark.parametrize(
    ("born", "age"), [(date(2008, 3, 1), 18), (date(2008, 3, 2), 17), (date(2008, 2, 29), 18)]
)
def test_somebody_is_of_an_age_from_one_birthday_to_the_day_before_the_next(station, born, age):
    a_resident(station, number="", particulars=a_draft(born=born))
    found = [
        years
        for years in range(15, 21)
        if names(station, ResidentFilter(age_from=years, age_to=years))
    ]
    assert found == [age]


def test_ages_are_counted_on_the_leap_day_too(station, clock):
    clock.moment = clock.moment.replace(year=2024, month=2, day=29)
    a_resident(station, number="", particulars=a_draft(born=date(2006, 2, 28)))
    assert names(station, ResidentFilter(age_from=18, age_to=18)) == ["张三"]


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (date(2026, 3, 1), None, True),
        (date(2026, 3, 2), None, False),
        (None, date(2026, 3, 2), True),
        (None, date(2026, 3, 1), False),
    ],
)
def test_a_tag_holds_from_its_first_day_and_no_more_on_its_last(station, since, until, holds):
    tag = Tag(code="living_alone", since=since, until=until)
    person = a_resident(station, tags=(tag,))
    assert bool(names(station, ResidentFilter(tags=("living_alone",)))) is holds
    assert bool(station.lists.lines([person.seq])[person.seq].tags) is holds


def test_grid_estate_and_building_narrow(station, three):
    building = station.places.buildings()[0]
    grid = station.places.draw_grid(GridDraft(name="第一网格", code="01")).value
    station.places.assign({building.id: grid})
    by_grid = names(station, ResidentFilter(grids=(grid,)))
    assert by_grid == names(station, ResidentFilter(buildings=(building.id,))) == ["李四"]
    estate = next(each for each in station.places.estates() if each.name == "幸福里小区")
    assert names(station, ResidentFilter(estates=(estate.id,))) == ["曾小明", "张三"]


def test_each_choice_is_counted(station, three):
    counts = station.lists.counts(ResidentFilter(sexes=("2",)))
    assert counts.total == 2
    assert counts.by_choice["standings"] == {"settled": 1, "incomer": 1}
    assert counts.by_choice["tags"] == {"living_alone": 1}


def test_only_the_choices_asked_for_are_counted(station, three):
    counts = station.lists.counts(ResidentFilter(), among=["buildings"])
    assert set(counts.by_choice) == {"buildings"}
    assert sum(counts.by_choice["buildings"].values()) > 0
    assert counts.total == station.lists.count(ResidentFilter()) == 3


def test_a_line_shows_numbers_masked(station, three):
    _, man, _ = three
    station.residents.correct(man.id, a_draft("张三", phone="13800005678"), version=man.version)
    line = station.lists.lines([man.seq])[man.seq]
    assert (line.number, line.phone) == ("110000********0013", "138****5678")
    assert line.address == "幸福里小区2幢1单元101室"


def test_a_line_that_is_gone_is_left_out(station):
    assert station.lists.lines([999]) == {}


def test_a_saved_list_comes_back_as_it_was(station):
    chosen = ResidentFilter(sexes=("2",), age_from=60, lacks_document=True)
    station.lists.save("老年妇女", chosen)
    assert [(kept.name, kept.filter) for kept in station.lists.saved()] == [("老年妇女", chosen)]


def test_a_saved_list_can_be_discarded_and_brought_back(station):
    key = station.lists.save("一", ResidentFilter()).value
    done = station.lists.discard(key)
    assert station.lists.saved() == ()
    done.revert()
    assert len(station.lists.saved()) == 1


def test_a_list_needs_a_name(station):
    with pytest.raises(ValidationFailedError):
        station.lists.save("  ", ResidentFilter())


def test_the_first_lines_come_without_all_keys(station, three):
    assert len(station.lists.keys(ResidentFilter(), limit=2)) == 2


def test_somebody_without_household_has_a_file_without_one(station):
    key = station.residents.register(a_registration()).value
    file = station.lists.file(key)
    assert file.household is None
    assert [change.act for change in file.history] == ["registered", "registered"]


def test_who_lives_nowhere_comes_last_by_address_either_way(station, three):
    a_resident(station, "安某", number="")
    assert names(station, order=Order.ADDRESS) == ["李四", "张三", "曾小明", "安某"]
    assert names(station, order=Order.ADDRESS, descending=True) == [
        "曾小明",
        "张三",
        "李四",
        "安某",
    ]
    assert names(station, order=Order.ADDRESS, limit=2) == ["李四", "张三"]


def test_few_people_are_ordered_by_address_as_many_are(station, three):
    estate = next(each for each in station.places.estates() if each.name == "幸福里小区")
    chosen = ResidentFilter(estates=(estate.id,))
    assert names(station, chosen, order=Order.ADDRESS) == ["张三", "曾小明"]


def test_tags_are_counted_among_the_people_left(station, three):
    counts = station.lists.counts(ResidentFilter(sexes=("1",)), among=["tags"])
    assert counts.by_choice["tags"] == {}


def test_reading_keys_nobody_wants_any_more_ends(station, three):
    class Unwanted:
        def step(self, *_):
            raise CancelledError

    with pytest.raises(CancelledError):
        station.lists.keys(ResidentFilter(), progress=Unwanted())
