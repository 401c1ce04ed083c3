"""What a grid worker is shown is what a plain list shows, narrowed down to his grids.

People are registered, moved and put into the bin, and buildings change their grids, at
random; lists, counts and the search are compared with a dictionary after each time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_app.domain.access.roles import Role
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.search.hits import Kind
from station_app.services.residents.households import Move
from tests.authority import as_seen_by, employ
from tests.factories import a_draft, a_registration
from tests.services.access.town import a_parts

ALL = ResidentFilter()
HOMES = [
    *(a_parts("幸福里", building, room) for building in "12" for room in ("101", "102")),
    a_parts("和平新村", "3", "301"),
    None,
]
MINE = ("mine", "mine too")
GRIDS = ("mine", "mine too", "another", "")
ACTS = st.one_of(
    st.tuples(st.just("register"), st.integers(0, 5), st.sampled_from("12")),
    st.tuples(st.just("move"), st.integers(0, 50), st.integers(0, 5)),
    st.tuples(st.just("bin"), st.integers(0, 50)),
    st.tuples(st.just("assign"), st.sampled_from("123"), st.sampled_from(GRIDS)),
)


@dataclass
class Somebody:
    name: str
    sex: str
    home: int


class Model:
    """The station as a dictionary, and the two ways in which it is changed alike."""

    def __init__(self, station):
        self.station = station
        self.people = {}
        self.registered = 0
        self.grids = {
            name: station.places.draw_grid(GridDraft(name=name)).value for name in GRIDS if name
        }
        self.grids[""] = ""
        with station.store.transaction() as tx:
            for home in filter(None, HOMES):
                tx.places.settle(home)
        self.buildings = {each.name: each.id for each in station.places.buildings()}
        self.grid_of = dict.fromkeys(self.buildings, "")

    def do(self, act, *facts):
        getattr(self, act)(*facts)

    def register(self, home, sex):
        self.registered += 1
        name = f"王{chr(0x4E00 + self.registered)}"
        entry = a_registration(number=None, particulars=a_draft(name, sex=sex), home=HOMES[home])
        self.people[self.station.residents.register(entry).value] = Somebody(name, sex, home)

    def move(self, who, home):
        if self.people and HOMES[home] is not None:
            key = list(self.people)[who % len(self.people)]
            self.station.households.move([key], Move(to=HOMES[home]))
            self.people[key].home = home

    def bin(self, who):
        if self.people:
            key = list(self.people)[who % len(self.people)]
            version = self.station.residents.resident(key).version
            self.station.residents.put_into_bin(key, version=version)
            del self.people[key]

    def assign(self, building, grid):
        self.station.places.assign({self.buildings[building]: self.grids[grid]})
        self.grid_of[building] = grid

    def seen(self, grids):
        return {
            key: each
            for key, each in self.people.items()
            if HOMES[each.home] is not None and self.grid_of[HOMES[each.home].building] in grids
        }


def shown(station, chosen=ALL):
    keys = station.lists.keys(chosen)
    return {line.id for line in station.lists.lines(keys).values()}


def check(model, station, grids):
    seen = model.seen(grids)
    lines = range(1, model.registered + 1)
    assert shown(station) == set(seen)
    assert {line.id for line in station.lists.lines(lines).values()} >= set(seen)
    assert len(station.lists.lines(lines)) == len(seen) + binned(model, grids)
    assert shown(station, ResidentFilter(sexes=("1",))) == {
        key for key, each in seen.items() if each.sex == "1"
    }
    assert shown(station, ResidentFilter(grids=(model.grids["another"],))) == set()
    counts = station.lists.counts(ALL)
    assert counts.total == station.lists.count(ALL) == len(seen)
    assert counts.by_choice["sexes"] == Counter(each.sex for each in seen.values())
    assert counts.by_choice["buildings"] == Counter(
        model.buildings[HOMES[each.home].building] for each in seen.values()
    )
    for typed in ("王", "wang", "w"):
        hits = station.search.find(typed, limit=500)
        assert {hit.key for hit in hits if hit.kind is Kind.RESIDENT} == set(seen)
    for key, each in model.people.items():
        found = {hit.key for hit in station.search.find(each.name)}
        assert found == ({key} if key in seen else set())


def binned(model, grids):
    """Return how many lines of the bin are seen: what was binned lies where it lived."""
    keys = model.station.lists.keys(ResidentFilter(binned=True))
    with model.station.store.reading() as tx:
        homes = [tx.people.columns(tx.people.key_of_line(key))["dwelling_id"] for key in keys]
        places = [tx.places.dwelling(home).parts.building for home in homes if home]
    return sum(model.grid_of[building] in grids for building in places)


@pytest.fixture
def model(station):
    return Model(station)


@pytest.fixture
def worker(model):
    grids = tuple(model.grids[name] for name in MINE)
    return as_seen_by(
        model.station, employ(model.station, Role.GRID_WORKER, "网格员", grids=grids)
    )


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=1, max_size=8))
def test_a_grid_worker_is_shown_what_a_narrowed_list_shows(model, worker, acts):
    # the station goes on from one example to the next, as it would
    for act in acts:
        model.do(*act)
    check(model, worker, MINE)
