"""Killed while somebody types: how many seconds of typing are lost, and found again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from station_app.bootstrap import open_station
from station_app.services.access import AccessService
from station_app.services.draft_records import draft_from
from tests.homes import CHEAP, PASSPHRASE, found_demo_home
from tests.ui.app.doors import is_open
from ui.app import left_drafts as left_module
from ui.app.program import Program
from ui.residents import new_person

MOST_S = 10
ROOT = Path(__file__).parents[3]


@pytest.fixture
def home(tmp_path):
    return found_demo_home(tmp_path, 20)


def typed_until_killed(home, seconds):
    """Let somebody type for *seconds*, then kill; return when each letter came, and the end."""
    environment = {**os.environ, "STATION_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.app.typist", str(home.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:  # noqa: S603 - our own
        try:
            first = process.stdout.readline()
            time.sleep(seconds)
        finally:  # whatever ends the test must not leave somebody typing for ever
            process.send_signal(signal.SIGKILL)
        died = time.monotonic()
        lines = [first, *process.stdout.readlines()]
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {int(number): float(moment) for number, moment in whole}, died


def seconds_lost(home, seconds):
    typed, died = typed_until_killed(home, seconds)
    station = open_station(home, AccessService(CHEAP).unlock(home, PASSPHRASE))
    kept = station.drafts.kept()
    station.close()
    letters = len(draft_from(kept[0].record).hukou_address) if kept else 0
    assert letters <= max(typed)
    return died - typed.get(letters, min(typed.values()))


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize(
    "kills", [2, pytest.param(20, marks=[pytest.mark.long, pytest.mark.timeout(2400)])]
)
def test_a_kill_costs_a_few_seconds_of_typing(home, say, kills):
    assert new_person.NewPersonDraft
    chance = random.Random(20260301)
    lost = [seconds_lost(home, chance.uniform(4, 9)) for _ in range(kills)]
    mean = sum(lost) / kills
    say(f"{kills} kills while typing: {max(lost):.1f} s lost at most, {mean:.1f} s on average")
    assert max(lost) <= MOST_S


def test_what_was_typed_is_offered_at_the_next_start(qapp, qtbot, home, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(left_module, "confirm", lambda *_, **__: True)
    key = AccessService(CHEAP).unlock(home, PASSPHRASE)
    station = open_station(home, key)
    draft = new_person.NewPersonDraft(name="欧阳显眼", hukou_address="幸福里")
    station.drafts.keep("new:", "New resident", draft)
    station.close()
    program = Program(qapp, home, access=AccessService(CHEAP), language="en")
    try:
        program.start()
        door = program.window.currentWidget()
        door.daily.passphrase.set_value(PASSPHRASE)
        door.daily.submit()
        is_open(program, qtbot)
        shell = program.opened.shell
        qtbot.waitUntil(lambda: "drafts" in shell.remarks.banners, timeout=10_000)
        assert "New resident" in shell.remarks.banners["drafts"].text.text()
        shell.open_record("new-resident", "")
        form = shell.show_room("residents").side.task().task.form
        assert form.fields["name"].value() == "欧阳显眼"
        program.opened.drafts.discard_found()
        qtbot.waitUntil(lambda: not list(home.drafts.iterdir()), timeout=10_000)
    finally:
        program.window._may_close = lambda: True
        program.window.close()
        qtbot.waitUntil(lambda: program.opened is None)
        program.window.deleteLater()
        program.deleteLater()
