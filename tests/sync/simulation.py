"""Weighted random histories: they find more mistakes than histories that are only random."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random
from unittest.mock import patch

from station_app.store.sync import sites
from tests.sync.chance import an_act, town
from tests.sync.world import BOTH, FIRST, ROADS, STATION, World

PHASES = ("laying-out", "judging", "writing", "")


class History:
    """One history by *seed*; without restores, skews and the like in some of them."""

    def __init__(self, folder, seed, *, is_told=True):
        self.random = Random(seed)
        keys = Random(f"keys of {seed}")
        self._keys = patch.object(sites, "new_key", lambda: f"{keys.getrandbits(128):032x}")
        self._keys.start()
        self.world = World(folder, is_told=is_told)
        self._has_restores = self.random.random() < 0.5
        self._has_skews = self.random.random() < 0.6
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
            self._step(random.random())
        world.come_to_rest(random)
        world.check()
        return world.counts

    def close(self):
        self._keys.stop()
        self.world.close()

    def _step(self, chance):
        random, world = self.random, self.world
        place = random.randrange(5)
        if chance < 0.36:
            self._write(place)
        elif chance < 0.56:
            world.collect(*random.choice(ROADS))
        elif chance < 0.84:
            self._with_a_file(world.deliver)
        elif chance < 0.89:
            self._with_a_file(world.lose)
        elif chance < 0.91:
            self._with_a_file(lambda file: world.break_off(file, random.choice(PHASES)))
        elif chance < 0.94:
            if self._has_skews:
                days = random.choice((0, random.randint(-3652, 3652)))
                world.replicas[place].clock.error = timedelta(days=days)
        elif chance < 0.96:
            world.widen(random.choice((FIRST, BOTH)))
        elif self._has_restores:
            self._restore(place, chance)

    def _write(self, place):
        random = self.random
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

    def _restore(self, place, chance):
        if chance < 0.98:
            self.world.back_up(place)
        elif place in self.world.copies:
            self.world.restore(place)


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
