"""Each chip counts what the others leave, in every combination; the table agrees with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pytest

from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.people import Hukou, age_on
from station_app.domain.residents.tags import Tag
from tests.factories import TODAY, a_draft, a_resident
from tests.ui.residents.hands import names
from tests.ui.residents.rooms import a_room, a_station
from ui.residents.age_chip import BANDS


@dataclass(frozen=True)
class One:
    """A person of the table below, as the filters see him."""

    name: str
    sex: str
    year: int
    place: str
    standing: str
    tags: tuple[str, ...] = ()
    has_document: bool = True

    def estate(self):
        return self.place[:3]

    def building(self):
        return self.place[:5]

    def grid(self):
        return GRIDS.get(self.building(), "")

    def age(self):
        return age_on(TODAY, born=date(self.year, 1, 1))


GRIDS = {"幸福里3幢": "第一网格", "幸福里5幢": "第二网格"}
PEOPLE = (
    One("白一", "1", 2020, "幸福里3幢1单元101", "settled"),
    One("白二", "2", 2010, "幸福里3幢1单元101", "incomer", has_document=False),
    One("白三", "1", 1990, "幸福里3幢1单元102", "settled", ("party_member",)),
    One("白四", "2", 1960, "幸福里5幢1单元201", "settled", ("party_member", "volunteer")),
    One("白五", "1", 1940, "幸福里5幢1单元202", "settled", ("elder_alone",)),
    One("白六", "2", 1985, "前进路8幢301", "incomer", ("volunteer",), has_document=False),
    One("白七", "1", 1970, "前进路8幢302", "foreign"),
    One("白八", "2", 1930, "前进路8幢303", "unclear", ("elder_alone",), has_document=False),
    One("白九", "1", 2011, "前进路9幢101", "settled"),
    One("白十", "2", 1935, "前进路9幢102", "dead"),
)
DIMENSIONS = {
    "grids": One.grid,
    "estates": One.estate,
    "buildings": One.building,
    "sexes": lambda one: one.sex,
    "standings": lambda one: one.standing,
    "tags": lambda one: one.tags,
}
CHOICES = {
    "grids": ("第一网格", "第二网格"),
    "estates": ("幸福里", "前进路"),
    "buildings": ("幸福里3幢", "前进路8幢"),
    "sexes": ("1", "2"),
    "standings": ("settled", "incomer"),
    "tags": ("party_member", "volunteer"),
}
PAIRS = [
    (one, first, other, second)
    for one, other in combinations(CHOICES, 2)
    for first in CHOICES[one]
    for second in CHOICES[other]
]
LOCAL = {"settled": True, "dead": True, "incomer": False, "foreign": False, "unclear": None}
PASSPORT = DocumentKind.CN_PASSPORT


def everybody(folder, empty_store, key, clock):
    station = a_station(folder, empty_store, key, clock)
    for place, one in enumerate(PEOPLE):
        register(station, one, place)
    keys = {
        name: station.places.draw_grid(GridDraft(name=name, code=str(place))).value
        for place, name in enumerate(dict.fromkeys(GRIDS.values()))
    }
    wanted = {
        building.id: keys[GRIDS[f"{building.estate}{building.name}幢"]]
        for building in station.places.buildings()
        if f"{building.estate}{building.name}幢" in GRIDS
    }
    station.places.assign(wanted)
    return station, ()


def register(station, one, place):
    person = a_resident(
        station,
        one.name,
        number="",
        address=one.place,
        hukou=Hukou(is_local=LOCAL[one.standing]),
        tags=tuple(Tag(code=code) for code in one.tags),
        particulars=a_draft(one.name, sex=one.sex, born=date(one.year, 1, 1)),
    )
    if one.has_document:
        is_foreign = one.standing == "foreign"
        kind = DocumentKind.FOREIGN_PASSPORT if is_foreign else PASSPORT
        paper = Document(kind=kind, number=f"E1234567{place}")
        station.residents.keep_documents(person.id, (paper,), version=person.version)
        person = station.residents.resident(person.id)
    if one.standing == "dead":
        station.residents.note_death(person.id, date(2026, 1, 1), version=person.version)


@pytest.fixture
def room(rooms, tmp_path_factory, empty_store, key, qtbot):
    """The room of the module, nothing filtered."""
    if not rooms:
        folder = tmp_path_factory.mktemp("counted") / "station"
        rooms.append(a_room(folder, empty_store, key, qtbot, settled=everybody))
    room = rooms[0]
    room.page.head.filters.clear()
    qtbot.waitUntil(lambda: len(names(room.page)) == len(PEOPLE))
    qtbot.waitUntil(lambda: bool(room.page.head.filters.chips["buildings"]._choices))
    return room


def code_of(room, condition, choice):
    """Return the code by which the chip knows *choice*: places go by keys."""
    station = room.station
    if condition == "grids":
        known = {each.particulars.name: each.id for each in station.places.grids()}
    elif condition == "estates":
        known = {each.name: each.id for each in station.places.estates()}
    elif condition == "buildings":
        known = {f"{each.estate}{each.name}幢": each.id for each in station.places.buildings()}
    else:
        known = {}
    return known.get(choice, choice)


def holds(one, condition, choice):
    """Whether *one* fits *choice*, by the table above."""
    value = DIMENSIONS[condition](one)
    return choice in value if isinstance(value, tuple) else value == choice


def counts_of(room, condition, qtbot):
    """Open a chip; return its choices with their counts."""
    chip = room.page.head.filters.chips[condition]
    chip.set_choices(())
    chip.opening.emit()
    qtbot.waitUntil(lambda: bool(chip._choices))
    return {choice.code: choice.count for choice in chip._choices}


def take(room, **conditions):
    chosen = {
        name: tuple(code_of(room, name, choice) for choice in choices)
        for name, choices in conditions.items()
    }
    room.page.head.filters.take(ResidentFilter(**chosen))


def expect(room, qtbot, kept):
    wanted = {one.name for one in kept}
    qtbot.waitUntil(lambda: set(names(room.page)) == wanted)


@pytest.mark.parametrize("condition", CHOICES)
def test_a_chip_counts_each_of_its_choices(room, condition, qtbot):
    counts = counts_of(room, condition, qtbot)
    for choice in CHOICES[condition]:
        wanted = sum(holds(one, condition, choice) for one in PEOPLE)
        assert counts[code_of(room, condition, choice)] == wanted, choice


@pytest.mark.parametrize("condition", CHOICES)
def test_no_choice_is_offered_that_would_leave_nobody(room, condition, qtbot):
    take(room, sexes=("2",))
    assert 0 not in counts_of(room, condition, qtbot).values()


@pytest.mark.parametrize(
    ("condition", "choice"), [(name, each) for name, all_ in CHOICES.items() for each in all_]
)
def test_a_choice_leaves_as_many_as_it_says(room, condition, choice, qtbot):
    told = counts_of(room, condition, qtbot)[code_of(room, condition, choice)]
    take(room, **{condition: (choice,)})
    expect(room, qtbot, [one for one in PEOPLE if holds(one, condition, choice)])
    assert told == len(names(room.page))


@pytest.mark.parametrize("condition", CHOICES)
def test_choices_of_one_chip_add_up(room, condition, qtbot):
    take(room, **{condition: CHOICES[condition]})
    kept = [one for one in PEOPLE if any(holds(one, condition, c) for c in CHOICES[condition])]
    expect(room, qtbot, kept)


@pytest.mark.parametrize(("one", "first", "other", "second"), PAIRS)
def test_two_chips_must_both_hold(room, one, first, other, second, qtbot):
    take(room, **{one: (first,), other: (second,)})
    expect(room, qtbot, [p for p in PEOPLE if holds(p, one, first) and holds(p, other, second)])


@pytest.mark.parametrize(("one", "first", "other", "second"), PAIRS[::3])
def test_a_chip_counts_among_those_the_other_leaves(room, one, first, other, second, qtbot):
    take(room, **{one: (first,), other: (second,)})
    code = code_of(room, other, second)
    wanted = sum(holds(p, one, first) and holds(p, other, second) for p in PEOPLE)
    assert counts_of(room, other, qtbot)[code] == wanted  # kept in the list though it be 0


@pytest.mark.parametrize("span", [*BANDS, (5, 5), (16, 16), (0, None), (36, 66)])
def test_ages_are_full_years_with_both_ends(room, span, qtbot):
    first, last = span
    room.page.head.filters.take(ResidentFilter(age_from=first, age_to=last))
    kept = [p for p in PEOPLE if first <= p.age() and (last is None or p.age() <= last)]
    expect(room, qtbot, kept)


@pytest.mark.parametrize(("condition", "choice"), [("sexes", "2"), ("estates", "前进路")])
def test_the_bands_are_counted_among_those_the_chips_leave(room, condition, choice, qtbot):
    take(room, **{condition: (choice,)})
    age = room.page.head.filters.age
    age.set_counts({})
    age.opening.emit()
    qtbot.waitUntil(lambda: bool(age._counts))
    for (first, last), count in age._counts.items():
        kept = [p for p in PEOPLE if holds(p, condition, choice)]
        assert count == sum(first <= p.age() <= (last or 200) for p in kept)


@pytest.mark.parametrize(("condition", "choice"), [("sexes", "1"), ("sexes", "2")])
def test_people_without_document_are_counted_among_those_left(room, condition, choice, qtbot):
    take(room, **{condition: (choice,)})
    wanted = sum(holds(p, condition, choice) and not p.has_document for p in PEOPLE)
    said = f"No document  {wanted}" if wanted else "No document"
    lacking = room.page.head.filters.lacking
    qtbot.waitUntil(lambda: lacking.text().split() == said.split() or _zero(lacking, wanted))


def _zero(chip, wanted):
    return not wanted and chip.text().split()[-1] in {"0", "document"}


def test_the_whole_bar_together_leaves_one(room, qtbot):
    take(room, sexes=("2",), tags=("volunteer",), standings=("incomer",), estates=("前进路",))
    expect(room, qtbot, [PEOPLE[5]])
    room.page.head.filters.lacking.click()
    expect(room, qtbot, [PEOPLE[5]])
    assert room.page.head.bar.count.text() == "1 person found"


def test_a_chip_names_what_is_taken_and_counts_the_rest(room, qtbot):
    counts_of(room, "standings", qtbot)
    take(room, standings=("settled", "incomer", "foreign"))
    assert room.page.head.filters.chips["standings"].text() == "Population: 户籍人口、流动人口 +1"
    assert room.page.head.filters.chips["standings"].accessibleName().startswith("Population:")


def test_estates_are_found_by_pinyin(room, qtbot):
    take(room)
    counts_of(room, "estates", qtbot)  # choices are fetched when a chip is opened
    also = {
        choice.text: choice.also for choice in room.page.head.filters.chips["estates"]._choices
    }
    assert "xingfuli" in also["幸福里"]
    assert "qjl" in also["前进路"]
