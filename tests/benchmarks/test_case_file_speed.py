"""A station with 500 files of cases: how large it is, and how long keeping and reading take.

Judged is the time of the processor; what the wall showed is told.
"""

from __future__ import annotations

import hashlib
import os
import random
import time

import pytest

from station_app.bootstrap import open_station, restoring_of
from station_app.domain.counter.case_files import CaseFile, CaseFileId, FileKind
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.keys import new_key
from station_app.services.access import AccessService
from station_app.services.counter.scans import read_scan
from tests.homes import CHEAP, PASSPHRASE, found_demo_home
from tests.scans import noise

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(900)]

FILES, CASES, BYTES = 500, 100, 450_000  # what a photograph of a sheet of A4 comes to
BACKUP_S, RESTORE_S, LIST_MS, LOOK_MS, READY_S = 10.0, 10.0, 100, 200, 3.0


def timed(act):
    """Return seconds by the wall, seconds of the processor, and what came of it."""
    begun, used = time.perf_counter(), sum(os.times()[:4])
    found = act()
    return time.perf_counter() - begun, sum(os.times()[:4]) - used, found


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    made = found_demo_home(tmp_path_factory.mktemp("files"), 500)
    station = open_station(made, AccessService(CHEAP).unlock(made, PASSPHRASE))
    chance = random.Random(5)
    drafts = [
        station.cases.draft(CaseDraft(item_id=id_of_shipped("noise"), applicant="张三")).value
        for _ in range(CASES)
    ]
    for case in drafts:
        with station.store.transaction() as tx:
            for number in range(FILES // CASES):
                content = b"\xff\xd8\xff" + chance.randbytes(BYTES)
                sha256 = hashlib.sha256(content).hexdigest()
                file = CaseFile(
                    id=CaseFileId(new_key()),
                    case_id=case,
                    material="",
                    name=f"{number}.jpg",
                    kind=FileKind.JPEG,
                    size=len(content),
                    sha256=sha256,
                    source=sha256,
                )
                tx.case_files.add(file, content)
    station.close()
    return made


def test_a_station_with_five_hundred_files_is_backed_up_checked_and_restored(home, say):
    station = open_station(home, AccessService(CHEAP).unlock(home, PASSPHRASE))
    backing, busy, path = timed(station.keeping.back_up)
    case = station.cases.keys()[0]
    listing, brief, held = timed(lambda: station.case_files.of(case))
    looking, look, _ = timed(lambda: station.case_files.content(held.files[0].id))
    station.close()
    service = restoring_of(home)
    backup = service.newest_good()
    unlocked = service.unlock(backup, PASSPHRASE)
    restoring, busy_restoring, _ = timed(lambda: service.restore(backup, unlocked))
    say(
        f"{FILES} files of {BYTES / 1000:.0f} KB: {path.stat().st_size / 1e6:.0f} MB a backup,"
        f" load {os.getloadavg()[0]:.1f}:",
        f"  backed up and read back {backing:.1f} s ({busy:.1f} of processor time),"
        f" restored {restoring:.1f} s ({busy_restoring:.1f}),"
        f" listed {listing * 1e3:.0f} ms, looked at {looking * 1e3:.0f} ms",
    )
    assert busy < BACKUP_S
    assert busy_restoring < RESTORE_S
    assert brief * 1e3 < LIST_MS
    assert look * 1e3 < LOOK_MS


def test_a_photograph_is_made_ready_in_a_moment(home, say):
    station = open_station(home, AccessService(CHEAP).unlock(home, PASSPHRASE))
    rules = station.reference.file_rules
    station.close()
    photo = noise(4000, 3000)
    took, busy, scan = timed(lambda: read_scan("照片.jpg", photo, rules))
    say(
        f"a photograph of 12 million pixels, {len(photo) / 1e6:.1f} MB of noise:"
        f" {len(scan.content) / 1e6:.1f} MB after {took:.2f} s"
        f" ({busy:.2f} of processor time)"
    )
    assert busy < READY_S
