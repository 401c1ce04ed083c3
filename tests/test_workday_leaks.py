"""Of all bytes written in a working day none tells who somebody is, but where it was asked for."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.leaks import leaks, written_by
from tests.workday import CROWD, LEAK

ROOT = Path(__file__).parent.parent
MARKED = {
    "name": "欧阳显眼",
    "number": "110000199001010013",
    "phone": "13912345678",
    "address": "显眼里小区3幢2单元501室",
    "note": "每周二由显眼的邻居照看",
}
MARKS = [*MARKED.values(), "显眼里小区"]
ASKED_FOR = ("given-out",)
PIPE = "pipe:["
"""What one process of ours tells another: memory, on no disk."""

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


def roster():
    """A roster as an office sends it: the marked person's neighbours, and his own address."""
    rows = ["姓名,性别,联系电话,现住址,备注"]
    rows += [
        f"显眼{at},男,139123{at:05d},显眼里小区{at % 9 + 1}幢1单元{at % 6 + 1}01室,"
        f"{MARKED['note']}"
        for at in range(CROWD)
    ]
    return "\n".join(rows)


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """Return a function that lives through a day and gives what was written."""

    def live(*options):
        folder = tmp_path_factory.mktemp("day")
        (folder / "roster.csv").write_text(roster(), encoding="gb18030")
        command = [sys.executable, "-m", "tests.workday", str(folder), *options]
        return list(
            written_by(
                command,
                folder,
                stdin=json.dumps(MARKED).encode(),
                PYTHONPATH=str(ROOT),
                QT_QPA_PLATFORM="offscreen",
                XDG_CONFIG_HOME=str(folder / "config"),
                XDG_DATA_HOME=str(folder / "data"),
                XDG_CACHE_HOME=str(folder / "cache"),
                TMPDIR=str(folder),
            )
        )

    return live


@pytest.fixture(scope="module")
def written(day):
    return day()


def test_nothing_of_the_day_is_written_in_the_clear_but_what_was_asked_for(written, say):
    found = leaks(written, MARKS, allowed=(*ASKED_FOR, PIPE))
    whole = sum(len(data) for _, data in written)
    by_place = Counter(Path(place).name.rstrip("0123456789") for place, _ in written)
    say(
        f"{whole:,} bytes in {len(written):,} writes to {len({p for p, _ in written}):,} places,"
        f" {len(MARKS)} marks in 4 encodings: {sum(found.values())} in the clear",
        f"written most often: {dict(by_place.most_common(6))}",
    )
    assert found == {}


def test_every_act_of_the_day_was_done(written):
    (told,) = [data for place, data in written if data.startswith(b'["found"')]
    assert len(json.loads(told)) == 15
    places = {place for place, _ in written}
    for name in ("home/station.db-wal", "desk-home/station.db", "list.csv", "slip.pdf", "stick/"):
        assert any(name in place for place in places), name


def test_what_is_kept_of_a_scan_is_written_in_the_clear_only_where_a_copy_was_asked_for(written):
    copy = b"".join(data for place, data in written if "scan.pdf" in Path(place).name)
    slices = [copy[at : at + 24] for at in range(100, len(copy) - 24, 97)]
    assert len(slices) > 5
    found = {
        place
        for place, data in written
        if PIPE not in place and any(each in data for each in slices)
    }
    assert {Path(place).parent.name for place in found} == {"given-out"}


def test_what_was_asked_for_is_seen_by_the_watch(written):
    """The list of files in which a mark stands in the clear: exports and papers alone."""
    found = leaks(written, MARKS, allowed=(PIPE,))
    places = {Path(leak.place).parent.name for leak in found}
    assert places == {"given-out"}
    assert any("list" in Path(leak.place).name for leak in found)


def test_a_log_that_says_too_much_would_be_found(day):
    """The control: one line with a name, in a file that nobody has asked for."""
    found = leaks(day(LEAK), MARKS, allowed=(*ASKED_FOR, PIPE))
    assert {(leak.mark, Path(leak.place).name) for leak in found} == {
        (MARKED["name"], "debug.log")
    }
