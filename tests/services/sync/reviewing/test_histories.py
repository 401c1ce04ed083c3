"""Whatever happens in whatever order: all devices ask the same, and answers settle it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.sync.review import ReviewChoice
from tests.services.sync.replicas import exchange
from tests.services.sync.reviewing.answers import NUMBER

STEPS = 40
SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 40))]


class History:
    """Three devices about whom chance decides what is done on them."""

    def __init__(self, seed, replicas, clock):
        self.chance = random.Random(seed)
        self.replicas, self.clock = replicas, clock
        self.keys = [replicas[0].register("曾小贤", NUMBER), replicas[0].register("胡一菲")]
        exchange(*replicas)

    def step(self):
        one = self.chance.choice(self.replicas)
        key = self.chance.choice(self.keys)
        self.clock.moment += timedelta(minutes=self.chance.randint(0, 90))
        acts = {
            self.edit: 5,
            self.turn: 2,
            self.change_papers: 3,
            self.send: 6,
            self.answer: 2,
        }
        act = self.chance.choices(list(acts), list(acts.values()))[0]
        act(one, key)

    def edit(self, one, key):
        column = self.chance.choice(["note", "employer"])
        one.correct(key, **{column: self.chance.choice("abc")})

    def turn(self, one, key):
        person = one.person(key)
        turn = one.people.take_from_bin if person.is_binned else one.people.put_into_bin
        turn(key, version=person.version)

    def change_papers(self, one, key):
        person = one.person(key)
        issuer = self.chance.choice("甲乙丙")
        papers = [replace(paper, issuer=issuer) for paper in person.documents]
        if self.chance.random() < 0.4:
            papers = []
        elif not papers:
            number = f"E{self.chance.randint(10_000_000, 99_999_999)}"
            papers = [Document(kind=DocumentKind.CN_PASSPORT, number=number, issuer=issuer)]
        one.people.keep_documents(key, papers, version=person.version)

    def send(self, one, _key):
        one.send(self.chance.choice([other for other in self.replicas if other is not one]))

    def answer(self, one, _key):
        if points := one.points():
            self.decide(one, self.chance.sample(points, self.chance.randint(1, len(points))))

    def decide(self, one, points):
        choices = [
            ReviewChoice(point=each.id, option=self.chance.choice(each.options).key)
            for each in points
        ]
        done = one.review.resolve(choices)
        if self.chance.random() < 0.3:
            done.revert()


@pytest.mark.parametrize("seed", SEEDS)
def test_all_devices_ask_the_same_and_one_answer_is_enough(replicas, clock, seed):
    history = History(seed, replicas, clock)
    for _ in range(STEPS):
        history.step()
    for _ in range(2):
        exchange(*replicas)
    assert len({one.state_hash() for one in replicas}) == 1
    asked = [sorted(point.place for point in one.points()) for one in replicas]
    assert asked[0] == asked[1] == asked[2]
    clock.moment += timedelta(hours=1)
    left = replicas[0].points()
    history.decide(replicas[0], left)
    assert replicas[0].review.count() == 0
    exchange(*replicas)
    assert [one.review.count() for one in replicas] == [0, 0, 0]
    assert len({one.state_hash() for one in replicas}) == 1
    for one in replicas:
        check = one.station.checks.check()
        assert check.is_well, check
