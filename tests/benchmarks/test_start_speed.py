"""From the command to the window: how long until somebody can work (issue, acceptance 5).

The program is started as a user starts it, on 20,000 residents, with the
passphrase at hand, until the first lines are painted and the search box has
taken a key. Beside it, in turns: the emptiest window Qt has, and the derivation
of the key alone. The aim is 1.5 times the two together. Whether it is reached
only a quiet machine can tell: docs/benchmarks.md says what was measured and where
the time goes; what is held here is that it gets no worse.
"""

from __future__ import annotations

import statistics
import time

import pytest

AIM = 1.5
HELD = 2.5
ROUNDS = 9
FOR_LATER = {
    "alembic",
    "ctypes",
    "fontTools",
    "hashlib",
    "pypdfium2",
    "pypinyin",
    "python_calamine",
    "qtawesome",
    "reportlab",
    "zxingcpp",
    "sqlalchemy",
    "xlsxwriter",
}


def _moment(told):
    return [float(word) for word in told.split()[1:]]


def _seconds_until(process, *what):
    """Return how long a process takes until it tells, by the wall and by the processor."""
    begun = time.monotonic()
    moment, worked = _moment(process("started", *what))
    return moment - begun, worked


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_window_is_there_soon(process, community, say):
    root = community.home.root
    _seconds_until(process, "station", root)  # compiled modules are there after any first start
    empty, key, ours = [], [], []
    for _ in range(ROUNDS):
        empty.append(_seconds_until(process, "empty"))
        key.append(_moment(process("started", "key", root))[0])
        ours.append(_seconds_until(process, "station", root))
    bare, bare_work = map(statistics.median, zip(*empty, strict=True))
    whole, work = map(statistics.median, zip(*ours, strict=True))
    deriving = statistics.median(key)
    ratio = whole / (bare + deriving)
    say(
        f"{community.people:,} residents, medians of {ROUNDS}, ms by the wall (by the processor)",
        f"empty window {bare * 1000:.0f} ({bare_work * 1000:.0f}), key {deriving * 1000:.0f}",
        f"station {whole * 1000:.0f} ({work * 1000:.0f})",
        f"{ratio:.2f} x (window + key), aim {AIM}; "
        f"{(whole - deriving) / bare:.2f} x window after the key",
    )
    assert ratio <= HELD


def test_what_the_first_window_does_not_need_is_loaded_later(process):
    window = ("ui.cli.main", "ui.app.program", "station_app.bootstrap", "ui.residents.page")
    loaded = set(process("started", "loaded", *window).split())
    assert {"PySide6", "sqlcipher3"} <= loaded
    assert loaded & FOR_LATER == set()


def test_the_key_is_begun_before_the_store_is_loaded(process):
    loaded = set(process("started", "loaded", "ui.app.ahead").split())
    assert "argon2" in loaded
    assert loaded & {"sqlalchemy", "PySide6", "cryptography", "logging"} == set()
