"""A station whose process is killed again and again in the middle of its work.

Run as ``python -m tests.powercut.killing ROOT KILLS SEED [--too-early]``; prints what was
found as JSON. Each life is forked from a process that has everything loaded, works until
it is killed at a random moment, and is looked at by another: every act that was confirmed
is there, and everything is whole. ``--too-early`` confirms before the act: the control.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path

from station_app.domain.errors import StationError, WrongPassphraseError
from station_app.services.access import AccessService
from station_app.store.backup import back_up
from station_app.store.checking import check_store
from station_app.store.engine import close_engine, open_engine
from station_app.store.files import atomic_write
from station_app.store.home import StationHome
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.slots import SlotKind
from tests.factories import a_registration
from tests.powercut.test_power_cut import what_is_kept
from tests.powercut.workload import CHEAP, MORNING, draft, opened_station, passphrase

TOO_EARLY = "--too-early"
LONGEST_S = 0.6
IN_BETWEEN_S = 0.02
WELL, LOST, DAMAGED = 0, 10, 11
NAMES = {WELL: "well", LOST: "lost", DAMAGED: "damaged"}
SEEN = ("resident", "setting", "draft", "passphrase", "backup", "rotation")


class Confirmed:
    """What has been confirmed in all lives: lines of a file."""

    def __init__(self, root):
        self._path = root / "confirmed"
        self._path.touch()

    def note(self, kind, what):
        with self._path.open("ab", buffering=0) as stream:
            stream.write(f"{kind} {what}\n".encode())

    def of(self, kind):
        lines = (line.split(" ") for line in self._path.read_text().splitlines())
        return [line[1] for line in lines if len(line) > 1 and line[0] == kind]

    def latest(self, kind):
        return int((self.of(kind) or ["0"])[-1])


class Life:
    """One process at work, until it is killed."""

    def __init__(self, root, chance, *, is_too_early):
        self._home, self._confirmed = StationHome(root / "home"), Confirmed(root)
        self._chance, self._is_too_early = chance, is_too_early
        self._number = (
            max(self._confirmed.latest(kind) for kind in ("setting", "draft", "attempt")) + 1
        )
        self._key, self._secret = unlocked(self._home, self._confirmed)
        self._engine = open_engine(self._home.database, self._key.database)
        self._station = opened_station(self._home, self._engine)

    def go_on(self):
        """Do one thing after the other, for ever."""
        acts = [self._register] * 6 + [self._set] * 4 + [self._draft] * 3
        acts += [self._rest, self._back_up, self._change_passphrase, *[self._rotate] * 2]
        while True:
            self._number += 1
            self._chance.choice(acts)()

    def _confirm(self, kind, what, act):
        """Do *act* and confirm it; the control the other way round."""
        if self._is_too_early:
            self._confirmed.note(kind, what)
            time.sleep(IN_BETWEEN_S)  # or it would be found by luck only
            act()
        else:
            act()
            self._confirmed.note(kind, what)

    def _register(self):
        entry = a_registration(f"张{self._number}", number="")
        key = self._station.residents.register(entry).value
        self._confirmed.note("resident", key)

    def _set(self):
        days = self._number
        self._confirm(
            "setting",
            days,
            lambda: self._station.settings.change(name="石桥社区", phone=f"{days:07d}"),
        )

    def _draft(self):
        content = draft(self._number)
        self._confirm(
            "draft", self._number, lambda: atomic_write(self._home.drafts / "form", content)
        )

    def _rest(self):
        self._station.store.rest()

    def _back_up(self):
        path = back_up(self._home, self._engine, MORNING + timedelta(seconds=self._number))
        self._confirmed.note("backup", path.name)

    def _change_passphrase(self):
        former, self._secret = self._secret, self._number
        self._confirmed.note("attempt", self._secret)
        AccessService(CHEAP).change_passphrase(
            self._home, "", passphrase(former), passphrase(self._secret)
        )
        self._confirmed.note("passphrase", self._secret)

    def _rotate(self):
        self._key = AccessService(CHEAP).rotate(self._home, self._key, store=self._station.store)
        self._confirmed.note("rotation", self._number)


def unlocked(home, confirmed):
    """Open with the passphrase last confirmed, or with the one that was to take its place."""
    for number in (confirmed.latest("passphrase"), confirmed.latest("attempt")):
        try:
            return AccessService(CHEAP).unlock(home, passphrase(number)), number
        except WrongPassphraseError:
            continue
    raise WrongPassphraseError


def key_of_backup(copy, confirmed):
    """Open a backup by the keys beside it and the passphrase of its time."""
    file = read_keyfile(copy.with_suffix(".keys"))
    for number in reversed(["0", *confirmed.of("attempt")]):
        try:
            return file.unlock(file.of_kind(SlotKind.SUPERVISOR), passphrase(int(number)))
        except WrongPassphraseError:
            continue
    raise WrongPassphraseError


def can_be_read(confirmed, copy):
    """Whether a backup opens and reads; one made before anybody was registered has nobody."""
    engine = open_engine(copy, key_of_backup(copy, confirmed).database)
    try:
        return what_is_kept(engine) is not None
    finally:
        engine.dispose()


def look(root):
    """Return how the station of *root* is found."""
    home, confirmed = StationHome(root / "home"), Confirmed(root)
    try:
        key, _ = unlocked(home, confirmed)
        engine = open_engine(home.database, key.database)
        station = opened_station(home, engine)
        faults = check_store(engine).faults
        with station.store.reading() as tx:
            kept = set(
                tx.session.connection().exec_driver_sql("SELECT id FROM resident").scalars()
            )
        setting = int(station.settings.current().phone or 0)
        whole = not faults and station.audit.verify().is_whole
        close_engine(engine)
        copies = sorted(home.backups.glob("station-*.db"))[-2:]
        whole = whole and all(map(partial(can_be_read, confirmed), copies))
    except StationError:
        traceback.print_exc()
        return DAMAGED
    form = home.drafts / "form"
    length = len(form.read_bytes()) if form.exists() else 0
    at = int(form.read_bytes().split(b" ")[1]) if length else 0
    if not whole or (length and form.read_bytes() != draft(at)):
        return DAMAGED
    is_all_there = (
        set(confirmed.of("resident")) <= kept
        and setting >= confirmed.latest("setting")
        and at >= confirmed.latest("draft")
    )
    return WELL if is_all_there else LOST


def in_a_fork(work):
    """Return the number of a process that does *work* and ends with what it returns."""
    child = os.fork()
    if child:
        return child
    try:
        os._exit(work() or 0)
    except BaseException:  # noqa: BLE001 - a fork must never go on as its parent
        traceback.print_exc()
        os._exit(1)


def main(root, kills, seed, *, is_too_early):
    chance = random.Random(seed)
    AccessService(CHEAP).create(StationHome(root / "home"), passphrase(0))
    found = Counter()
    for life in range(kills):
        child = in_a_fork(
            lambda life=life: Life(
                root, random.Random(seed * 1_000_003 + life), is_too_early=is_too_early
            ).go_on()
        )
        time.sleep(chance.random() * LONGEST_S)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            found["ended by itself"] += 1
        _, status = os.waitpid(in_a_fork(lambda: look(root)), 0)
        found[NAMES.get(os.waitstatus_to_exitcode(status), "could not be looked at")] += 1
    confirmed = Confirmed(root)
    acts = {kind: len(confirmed.of(kind)) for kind in SEEN}
    sys.stdout.write(json.dumps({"found": found, "acts": acts}))


if __name__ == "__main__":
    where, times, start = sys.argv[1:4]
    main(Path(where), int(times), int(start), is_too_early=TOO_EARLY in sys.argv)
