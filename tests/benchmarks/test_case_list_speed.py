"""The list of cases: 50,000 of them opened and narrowed down within 100 ms.

The limits are the issue's. Judged is the time of the processor; what the wall showed is told,
and how crowded the machine was. Besides, each is held to what SQLite takes for the same rows.
"""

from __future__ import annotations

import os
import random
import time
from datetime import timedelta
from itertools import islice

import pytest

from station_app.domain.counter.case_flow import OPEN, CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.keys import new_key
from tests.benchmarks.test_import_speed import a_station
from tests.benchmarks.test_sync_speed import seconds

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(600)]

CASES, LIMIT_MS = 50_000, 100
AT_A_TIME = 10_000
MOST_KEYS, MOST_COUNTS = 1.6, 5.0
"""Times of the same rows asked of SQLite alone: found were 1.1 and 3.4."""
BARE_KEYS = (
    "SELECT id FROM window_case INDEXED BY ix_window_case_latest"
    " WHERE deleted_at IS NULL ORDER BY seq DESC"
)
BARE_GROUPS = (
    "SELECT count(*) FROM window_case INDEXED BY ix_window_case_listed"
    " WHERE deleted_at IS NULL AND due_on > '' GROUP BY state, assignee, channel, item_id"
)
ITEMS = ("minimum-living", "noise", "residence")
STAFF = ("王芳", "李明", "赵静", "周敏", "吴强", "王网格")
SURNAMES, NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "文敏强静云平双华明芳"
CHANNELS = ("window", "window", "window", "home", "phone")


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A station with very many cases, a tenth of them open: copies of three that were begun."""
    station = a_busy_station(tmp_path_factory.mktemp("busy"), CASES)
    yield station
    station.close()


def a_busy_station(folder, number):
    """Return a station with *number* cases besides the three that all others are copies of."""
    station = a_station(folder)
    drafts = [
        station.cases.draft(CaseDraft(item_id=id_of_shipped(code), applicant="张三")).value
        for code in ITEMS
    ]
    with station.store.transaction() as tx:
        run = tx.session.connection().exec_driver_sql
        models = [
            dict(run("SELECT * FROM window_case WHERE id = ?", (key,)).mappings().one())
            for key in drafts
        ]
        names = [name for name in models[0] if name != "seq"]
        marks = ", ".join("?" * len(names))
        copies = _copies(models, station.clock.today(), number)
        while some := [[row[name] for name in names] for row in islice(copies, AT_A_TIME)]:
            tx.bulk(
                f"INSERT INTO window_case ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - ours
                some,
            )
    station.store.rest()
    return station


def _copies(models, today, number_of_cases):
    chance = random.Random(7)
    still_open, done = sorted(OPEN), sorted(set(CaseState) - OPEN)
    for number in range(number_of_cases):
        state = chance.choice(still_open if chance.random() < 0.1 else done)
        day = today - timedelta(days=chance.randrange(700))
        name = chance.choice(SURNAMES) + chance.choice(NAMES) + chance.choice(NAMES)
        yield {
            **chance.choice(models),
            "id": new_key(),
            "number": f"{day:%Y%m%d}-0-{number % 10_000:04d}-0",
            "state": state.value,
            "applicant": name,
            "assignee": chance.choice(STAFF),
            "channel": chance.choice(CHANNELS),
            "due_on": (today + timedelta(days=chance.randrange(-9, 30))).isoformat(),
            "is_stopped": int(state is CaseState.SUSPENDED),
            "ticks": "[[true, 1, 1, false]]" * 7,
            "details": "说明" * 100,
        }


def measured(act, rounds=3):
    """Return the best of some rounds: processor and wall in milliseconds, and what it gave."""
    best, wall, value = 1e9, 1e9, None
    for _ in range(rounds):
        begun = time.perf_counter()
        took, value = seconds(act)
        best, wall = min(best, took * 1e3), min(wall, (time.perf_counter() - begun) * 1e3)
    return best, wall, value


def told(what, took, wall, count):
    return (
        f"{what}: {count:,} of {CASES:,} cases in {took:.1f} ms of processor time"
        f" ({took / LIMIT_MS:.2f} of the limit), {wall:.1f} by the wall,"
        f" load {os.getloadavg()[0]:.1f}"
    )


@pytest.mark.parametrize("view", CaseView)
def test_the_list_is_opened_at_once(busy, say, view):
    def opened():
        keys = busy.cases.keys(CaseFilter(view=view))
        return keys, busy.cases.lines(keys[:64])

    took, wall, (keys, lines) = measured(opened)
    say(told(view.value, took, wall, len(keys)))
    assert len(lines) == min(64, len(keys))
    assert took <= LIMIT_MS


@pytest.mark.parametrize(
    "wanted",
    [
        CaseFilter(view=CaseView.ALL, text="周文"),
        CaseFilter(view=CaseView.ALL, text="20250"),
        CaseFilter(view=CaseView.ALL, item_id=id_of_shipped("noise")),
        CaseFilter(view=CaseView.ALL, channel="home"),
        CaseFilter(view=CaseView.ALL, assignee="王网格"),
        CaseFilter(view=CaseView.ALL, states=(CaseState.ARCHIVED, CaseState.CLOSED)),
        CaseFilter(view=CaseView.OVERDUE, assignee="王芳", channel="window"),
    ],
    ids=["name", "number", "item", "channel", "assignee", "states", "all together"],
)
def test_the_list_is_narrowed_down_without_a_wait(busy, say, wanted, request):
    took, wall, keys = measured(lambda: busy.cases.keys(wanted))
    say(told(request.node.callspec.id, took, wall, len(keys)))
    assert keys
    assert took <= LIMIT_MS


@pytest.mark.parametrize("text", ["", "周文"], ids=["all", "name"])
def test_what_each_choice_would_leave_is_counted_without_a_wait(busy, say, text):
    wanted = CaseFilter(view=CaseView.ALL, text=text)
    took, wall, counts = measured(lambda: busy.cases.counts(wanted))
    say(told("counts", took, wall, counts.views[CaseView.ALL]))
    assert counts.views[CaseView.ALL] == len(busy.cases.keys(wanted))
    assert took <= LIMIT_MS


def bare(station, statement):
    """Return what SQLite takes for *statement*, and the rows."""

    def asked():
        with station.store.reading() as tx:
            return tx.session.connection().connection.cursor().execute(statement).fetchall()

    took, _, rows = measured(asked, rounds=5)
    return took, rows


@pytest.mark.parametrize(
    ("act", "statement", "most"),
    [
        (
            lambda cases: cases.keys(CaseFilter(view=CaseView.ALL)),
            BARE_KEYS,
            MOST_KEYS,
        ),
        (
            lambda cases: cases.counts(CaseFilter(view=CaseView.ALL)),
            BARE_GROUPS,
            MOST_COUNTS,
        ),
    ],
    ids=["keys", "counts"],
)
def test_little_is_added_to_what_sqlite_takes(busy, say, request, act, statement, most):
    ours, _, _ = measured(lambda: act(busy.cases), rounds=5)
    theirs, _ = bare(busy, statement)
    say(
        f"{request.node.callspec.id} of {CASES:,} cases: {ours:.1f} ms, SQLite alone"
        f" {theirs:.1f} ms, {ours / theirs:.2f} times"
    )
    assert ours / theirs <= most
