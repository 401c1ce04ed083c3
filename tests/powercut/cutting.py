"""The power, cut at random while a program runs: every disk that may be left."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

from tests.powercut.disk import Disk, Survival
from tests.powercut.recording import record

WEIGHTS = {
    Survival.CHANCE: 6,
    Survival.NOTHING: 2,
    Survival.EVERYTHING: 1,
    Survival.THE_FIRST: 2,
}
WELL, LOST, DAMAGED = "well", "lost", "damaged"


def cut(logger, folder, *arguments, folders, states, seed, module="workload"):
    """Cut the power *states* times; yield where what is left lies, and what was confirmed.

    *folders* are there whatever is left in them.
    """
    root, place = folder / "recorded", folder / "rebuilt"
    root.mkdir()
    events = record(logger, root, *arguments, module=module)
    chance = random.Random(seed)
    disk = Disk(root, root / "confirmed")
    first = next(at for at, event in enumerate(events) if b"founded\n" in event.first)
    cuts = Counter(chance.randrange(first + 1, len(events) + 1) for _ in range(states))
    for at, event in enumerate(events, start=1):
        disk.apply(event)
        for _ in range(cuts[at]):
            survival = chance.choices(list(WEIGHTS), WEIGHTS.values())[0]
            shutil.rmtree(place, ignore_errors=True)
            for each in folders:
                (place / each).mkdir(parents=True)
            write(place, root, disk.after_cut(survival, chance))
            yield place, disk.confirmed.decode().splitlines()


def write(place, root, contents):
    for path, content in contents.items():
        if not path.endswith("-shm") and not path.endswith("confirmed"):
            (place / Path(path).relative_to(root)).write_bytes(content)
