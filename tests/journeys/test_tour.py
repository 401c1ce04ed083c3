"""The guided tour from the command line: what it leaves, and that nothing leaks on the way."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from station_app.bootstrap import open_station
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import AccessService, StationHome
from station_app.shipped import RESOURCES
from tests.homes import PASSPHRASE, found_demo_home
from tests.journeys.conftest import PEOPLE
from tests.leaks import leaks, written_by

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.gui, pytest.mark.slow, pytest.mark.timeout(240)]
SIGNATURE = b"\x89PNG\r\n\x1a\n"
MARKED = 40


def opened(home):
    return open_station(home, AccessService().unlock(home, PASSPHRASE))


@dataclass
class Tour:
    """A tour that was taken: of which station, where to, what its people are known by."""

    home: StationHome
    out: Path
    marks: list[str]
    writes: list[tuple[str, bytes]] | None


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    """A station that the tour has gone through, watched by ``strace`` where there is one."""
    folder = tmp_path_factory.mktemp("tour")
    home = found_demo_home(folder, PEOPLE)
    marks = marks_of(home)
    command = [sys.executable, "-m", "station_app", "--home", str(home.root)]
    command += ["tour", "--out", str(folder / "out"), "--json", "--lang", "zh"]
    surroundings = {
        "STATION_PASSPHRASE": PASSPHRASE,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(RESOURCES.parent),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "TMPDIR": str(folder),
    }
    writes = None
    if shutil.which("strace"):
        writes = list(written_by(command, folder, **surroundings))
    else:
        subprocess.run(command, check=True, env=os.environ | surroundings)  # noqa: S603 - ours
    return Tour(home, folder / "out", marks, writes)


def marks_of(home):
    """Numbers and addresses of some people: too long to stand anywhere by chance."""
    station = opened(home)
    marks = [PASSPHRASE]
    for line in station.lists.lines(station.lists.keys(ResidentFilter())[:MARKED]).values():
        resident = station.residents.resident(line.id)
        marks += [document.number for document in resident.documents]
        marks += [text for text in (resident.particulars.phone, resident.living_text) if text]
    station.close()
    return sorted(set(marks))


def test_nothing_is_written_in_the_clear(tour):
    if tour.writes is None:
        pytest.skip("looking at what is written needs strace")
    assert len(tour.marks) > MARKED
    assert leaks(tour.writes, tour.marks) == {}


def test_what_is_meant_to_be_read_is_seen_by_the_watch(tour):
    if tour.writes is None:
        pytest.skip("looking at what is written needs strace")
    roster = (tour.out / "roster.csv").read_text("gb18030")
    number = next(word for word in roster.split(",") if len(word) == 18)
    assert {leak.encoding for leak in leaks(tour.writes, [number])} >= {"gb18030"}


def test_pictures_papers_and_a_store_are_left(tour):
    pictures = sorted(tour.out.glob("*.png"))
    assert len(pictures) > 20
    assert all(picture.read_bytes().startswith(SIGNATURE) for picture in pictures)
    with pypdfium2.PdfDocument(tour.out / "certificate.pdf") as document:
        assert "居住情况证明" in document[0].get_textpage().get_text_range()


def test_copy_of_the_store_opens_and_is_what_the_manifest_says(tour):
    folder = tour.out / "store"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for name, checksum in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum
    copy = opened(StationHome(folder))
    found = copy.checks.check()
    copy.close()
    assert found.is_well
    assert (found.content, found.people) == (manifest["content"], manifest["counts"]["resident"])


def test_station_is_left_as_it_was_but_for_the_certificate(tour):
    station = opened(tour.home)
    kept = [line.number for line in station.certificates.register()]
    found = station.checks.check()
    station.close()
    assert len(kept) == 1
    assert found.is_well
    assert found.people == PEOPLE
