"""Histories made by hypothesis: the same acts, cut down to the shortest that goes wrong."""

from __future__ import annotations

import tempfile
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.sync.chance import an_act, town
from tests.sync.replicas import BOTH, FIRST
from tests.sync.simulation import PHASES
from tests.sync.world import ROADS, STATION, World

PLACES = st.integers(0, 4)
CHANCE = st.randoms(use_true_random=False)
PLACE_OF_FILE = st.integers(0, 63)


class Exchange(RuleBasedStateMachine):
    """Five devices, whatever people and files do."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.world = World(self._folder.name)
        self.world.write(STATION, town())

    @rule(place=PLACES, random=CHANCE, number=st.integers(1, 3), later=st.integers(0, 5000))
    def write(self, place, random, number, later):
        for _ in range(number):
            act = an_act(self.world, place, random)
            if act is not None:
                self.world.write(place, [act], later=later)

    @rule(road=st.sampled_from(ROADS))
    def collect(self, road):
        self.world.collect(*road)

    @rule(road=st.sampled_from(ROADS))
    def send(self, road):
        self.world.deliver(self.world.collect(*road))

    @precondition(lambda self: self.world.files)
    @rule(number=PLACE_OF_FILE)
    def deliver(self, number):
        self.world.deliver(self._file(number))

    @precondition(lambda self: self.world.files)
    @rule(number=PLACE_OF_FILE)
    def lose(self, number):
        self.world.lose(self._file(number))

    @precondition(lambda self: self.world.files)
    @rule(number=PLACE_OF_FILE, phase=st.sampled_from(PHASES))
    def break_off(self, number, phase):
        self.world.break_off(self._file(number), phase)

    @rule(place=PLACES, days=st.integers(-3652, 3652))
    def set_clock(self, place, days):
        self.world.replicas[place].clock.error = timedelta(days=days)

    @rule(scope=st.sampled_from([FIRST, BOTH]))
    def widen(self, scope):
        self.world.widen(scope)

    @rule(place=PLACES)
    def back_up(self, place):
        self.world.back_up(place)

    @precondition(lambda self: self.world.copies)
    @rule(number=PLACES)
    def restore(self, number):
        copies = sorted(self.world.copies)
        self.world.restore(copies[number % len(copies)])

    @rule(place=PLACES)
    def look(self, place):
        self.world.replicas[place].state_hash()
        self.world._model(place)

    def teardown(self):
        try:
            self._come_to_an_end()
        finally:
            self.world.close()
            self._folder.cleanup()

    def _come_to_an_end(self):
        class Backwards:
            """The order of deliveries at the end: any one will do, but always the same."""

            def shuffle(self, files):
                files.reverse()

        self.world.come_to_rest(Backwards())
        self.world.check()

    def _file(self, number):
        return self.world.files[number % len(self.world.files)]


def run(examples, steps):
    run_state_machine_as_test(
        Exchange,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_devices_agree_whatever_happens():
    run(examples=5, steps=20)


@pytest.mark.long
@pytest.mark.timeout(0)
def test_devices_agree_whatever_happens_at_length():
    run(examples=600, steps=60)
