"""The audit's page over a million entries: opened at once, narrowed down without a wait.

Judged is the time of the processor for what the page asks the store; the entries are made
as the store would have them, three years of work by six members of staff at four devices.
"""

from __future__ import annotations

import random
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from station_app.domain.audit.chain import ORIGIN, Link, following
from station_app.domain.audit.entries import ActKind, AuditFilter
from station_app.store.audit import vocabulary
from station_app.store.audit.entries import ADD
from station_app.store.base import moment_text
from tests.benchmarks.test_import_speed import a_station
from tests.benchmarks.test_sync_speed import seconds

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(900)]

ENTRIES, PEOPLE = 1_000_000, 20_000
OPEN_MS, NARROW_MS = 50, 1000
FIRST = datetime(2024, 1, 1, 8, tzinfo=UTC)
LAST_DAY = date(2026, 12, 31)
FACTS = '{"changes": {"phone": ["138****2222", "138****4444"], "health": null}, "hlc": 4537}'


def entries():
    acts, head = list(vocabulary.acts()), ORIGIN
    step, chance = timedelta(days=3 * 365) / ENTRIES, random.Random(7)
    for number in range(1, ENTRIES + 1):
        at = moment_text(FIRST + number * step)
        by = f"工作人员{number % 6}@窗口{number % 4}"
        act, record = chance.choice(acts), f"{number % PEOPLE:032}"
        texts = tuple(text.encode() for text in (at, by, act, record, FACTS))
        entry = following(Link(number - 1, head.digest), texts)
        yield (number, at, by, act, record, FACTS, entry.former, entry.digest)
        head = Link(number, entry.digest)


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    station = a_station(tmp_path_factory.mktemp("years"))
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("DROP TRIGGER audit_entry_follows")
        tx.bulk(ADD, list(entries()))
    station.store.rest()
    yield station
    station.close()


def asked(station, wanted):
    """Return how long the keys and the first lines take, and how many there are."""
    on_wall = time.perf_counter()
    took, keys = seconds(lambda: station.audit.keys(wanted))
    first, _ = seconds(lambda: station.audit.lines(list(keys[:64])))
    return (took + first) * 1e3, (time.perf_counter() - on_wall) * 1e3, len(keys)


def test_a_million_entries_are_opened_at_once(years, say):
    took, on_wall, count = asked(years, AuditFilter())
    standing, _ = seconds(years.audit.standing)
    offered, _ = seconds(years.audit.offered)
    say(
        f"{count:,} entries opened in {took:.1f} ms of processor time, {on_wall:.1f} by the wall",
        f"how it stands {standing * 1e3:.1f} ms, what to choose from {offered * 1e3:.1f} ms",
    )
    assert count == ENTRIES
    assert took <= OPEN_MS


@pytest.mark.parametrize(
    "wanted",
    [
        AuditFilter(person=f"{7:032}"),
        AuditFilter(acts=("resident:document:shown",)),
        AuditFilter(kinds=(ActKind.LOOK,)),
        AuditFilter(since=LAST_DAY - timedelta(days=30), until=LAST_DAY),
        AuditFilter(staff=("工作人员3",)),
        AuditFilter(devices=("窗口2",), since=LAST_DAY - timedelta(days=365)),
        AuditFilter(kinds=(ActKind.CHANGE,), staff=("工作人员3",), since=date(2025, 1, 1)),
    ],
    ids=["person", "act", "kind", "month", "staff", "device of a year", "all together"],
)
def test_a_million_entries_are_narrowed_down_without_a_wait(years, say, wanted, request):
    took, on_wall, count = asked(years, wanted)
    name = request.node.callspec.id
    say(f"{name}: {count:,} entries in {took:.1f} ms of processor time, {on_wall:.1f} by the wall")
    assert count > 0
    assert took <= NARROW_MS
