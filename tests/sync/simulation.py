"""Weighted random histories: they find more mistakes than histories that are only random."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from station_app.store.sync import sites
from tests.sync.chance import an_act, town
from tests.sync.replicas import BOTH, FIRST, template
from tests.sync.world import ROADS, STATION, World

PHASES = ("laying-out", "judging", "writing", "")


class History:
    """One history by *seed*; without restores, skews and the like in some of them."""

    def __init__(self, folder, seed, *, is_told=True):
        self.random = Random(seed)
        template()  # it takes a key too, the first time
        keys = Random(f"keys of {seed}")
        # or the order of keys, which decides between equal moments, would be another each time
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(sites, "new_key", lambda: f"{keys.getrandbits(128):032x}")
        self.world = World(folder, is_told=is_told)
        has_restores = self.random.random() < 0.5
        has_skews = self.random.random() < 0.6
        self._acts = {
            self._write: 36,
            self._collect: 20,
            self._deliver: 28,
            self._lose: 5,
            self._break_off: 2,
            self._set_clock: 3 * has_skews,
            self._widen: 2,
            self._back_up: 4 * has_restores,
            self._restore: 4 * has_restores,
        }
        self._is_busy = self.random.random() < 0.5

    def tell(self, steps):
        """Let *steps* things happen, come to rest and check."""
        random, world = self.random, self.world
        world.write(STATION, town())
        if random.random() < 0.7:
            for _ in range(2):
                for road in ROADS:
                    world.deliver(world.collect(*road))
            world.files.clear()
        for _ in range(steps):
            (act,) = random.choices(list(self._acts), self._acts.values())
            act()
        world.come_to_rest(random)
        world.check()
        return world.counts

    def close(self):
        self._patch.undo()
        self.world.close()

    def _collect(self):
        self.world.collect(*self.random.choice(ROADS))

    def _deliver(self):
        self._with_a_file(self.world.deliver)

    def _lose(self):
        self._with_a_file(self.world.lose)

    def _break_off(self):
        self._with_a_file(lambda file: self.world.break_off(file, self.random.choice(PHASES)))

    def _set_clock(self):
        days = self.random.choice((0, self.random.randint(-3652, 3652)))
        self.world.replicas[self._anybody()].clock.error = timedelta(days=days)

    def _widen(self):
        self.world.widen(self.random.choice((FIRST, BOTH)))

    def _back_up(self):
        self.world.back_up(self._anybody())

    def _restore(self):
        if self.world.copies:
            self.world.restore(self.random.choice(sorted(self.world.copies)))

    def _anybody(self):
        return self.random.randrange(5)

    def _write(self):
        random, place = self.random, self._anybody()
        for _ in range(random.choice((1, 1, 1, 3))):
            acts = [an_act(self.world, place, random)]
            if acts[0] is not None:
                self.world.write(place, acts, later=random.choice((0, 0, 1, 5000)))
            if not self._is_busy:
                break

    def _with_a_file(self, act):
        files = self.world.files
        if files:
            recent = max(0, len(files) - 1 - self.random.randrange(3))
            act(files[self.random.choice((self.random.randrange(len(files)), recent, recent))])
        if len(files) > 25:
            files.pop(0)


def simulate(folder, *, seed, steps, is_told=True):
    """Tell histories until *steps* things have happened; returns the counts."""
    lengths, counts, done = Random(seed), Counter(), 0
    while done < steps:
        length = lengths.choice((15, 40, 120))
        history = History(folder / f"{seed}-{done}", f"{seed}:{done}", is_told=is_told)
        try:
            counts += history.tell(length)
        except BaseException as error:
            error.add_note(f"history {seed}:{done} of {length} steps")
            raise
        finally:
            history.close()
        done += length
        counts["histories"] += 1
        counts["steps"] += length
    return counts
