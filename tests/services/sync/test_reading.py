"""Sync files read from a disk: checked before they are opened, tasted by a child that may fail."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module

import pytest

from station_app.__main__ import ENTRANCES
from station_app.domain.errors import CancelledError, RefusedError
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.certificates import code_limits
from station_app.services.counter import scan_child
from station_app.services.imports import confinement
from station_app.services.sync import child, reading
from station_app.services.sync.inside import deflate
from station_app.services.sync.reading import read_sync_file, taster_command
from station_app.services.sync.sealing import seal, seal_packed, verify
from station_app.services.sync.strict import FILE_BYTES
from tests.services.sync.bundles import LAPTOP, STATION, STRANGER, a_bundle, a_header

STARTER = "import sys; sys.path.insert(0, sys.argv[1]);"


class Impatience:
    """A progress whose watcher does not want the work any more."""

    def step(self, done, total, phase=""):
        raise CancelledError(done=done, total=total, phase=phase)


def put(folder, data=None, **changes):
    bundle = a_bundle()
    path = folder / "0001.stsync"
    sealed = seal(a_header(bundle, **changes), bundle, sender=LAPTOP, receiver=STATION.public())
    path.write_bytes(sealed if data is None else data)
    return path


def read(path, **changes):
    given = {
        "receiver": STATION,
        "receiver_id": "station",
        "sender_of": {"laptop": LAPTOP.public()}.__getitem__,
    }
    return read_sync_file(path, **{**given, **changes})


def refusal(path, **changes):
    with pytest.raises(SyncFileRefusedError) as refused:
        read(path, **changes)
    return refused.value.reason


def test_file_is_read(tmp_path):
    path = put(tmp_path)
    file = read(path)
    assert (file.name, file.header, file.bundle) == (path.name, a_header(a_bundle()), a_bundle())
    assert file.sha256 == verify(path.read_bytes(), LAPTOP.public())


def test_file_for_another_device_is_refused_before_its_sender_is_looked_up(tmp_path):
    def never(_):
        raise AssertionError

    assert refusal(put(tmp_path, receiver="hub"), sender_of=never) is Refusal.FOREIGN_RECEIVER


def test_file_sealed_for_other_keys_is_refused(tmp_path):
    assert refusal(put(tmp_path), receiver=STRANGER) is Refusal.FOREIGN_RECEIVER


def test_file_of_a_suspended_device_is_refused(tmp_path):
    def suspended(_):
        raise SyncFileRefusedError(Refusal.SUSPENDED)

    assert refusal(put(tmp_path), sender_of=suspended) is Refusal.SUSPENDED


def test_file_signed_by_another_is_refused(tmp_path):
    assert refusal(put(tmp_path), sender_of=lambda _: STRANGER.public()) is Refusal.UNKNOWN_SENDER


def test_altered_file_is_refused_before_a_child_is_started(tmp_path, monkeypatch):
    data = bytearray(put(tmp_path).read_bytes())
    data[-1] ^= 1
    monkeypatch.setattr(reading, "taster_command", lambda: ["never"])
    assert refusal(put(tmp_path, bytes(data))) is Refusal.ALTERED


def test_missing_file_is_told_apart(tmp_path):
    with pytest.raises(RefusedError) as refused:
        read(tmp_path / "nowhere.stsync")
    assert refused.value.reason == "file-missing"


def test_large_file_is_not_even_read(tmp_path):
    path = tmp_path / "large.stsync"
    with path.open("wb") as stream:
        stream.truncate(FILE_BYTES + 1)
    assert refusal(path) is Refusal.TOO_LARGE


def hostile(packed):
    return seal_packed(a_header(a_bundle()), packed, sender=LAPTOP, receiver=STATION.public())


@pytest.mark.parametrize(
    ("packed", "reason"),
    [(b"no deflate", Refusal.MALFORMED), (deflate(bytes(65 << 20)), Refusal.TOO_LARGE)],
)
def test_child_tells_why_it_refuses(tmp_path, packed, reason):
    assert refusal(put(tmp_path, hostile(packed))) is reason


def test_bundle_of_another_header_is_refused(tmp_path):
    header = a_header(a_bundle(), counts={"rows": 1})
    data = seal_packed(
        header,
        deflate(reading_of(a_bundle())),
        sender=LAPTOP,
        receiver=STATION.public(),
    )
    assert refusal(put(tmp_path, data)) is Refusal.MALFORMED


def reading_of(bundle):
    return import_module("station_app.services.sync.payload").pack(bundle)


def test_child_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.3)
    monkeypatch.setattr(reading, "STARTER", "import time; time.sleep(60)")
    assert refusal(put(tmp_path)) is Refusal.TOO_LARGE


@pytest.mark.skipif(sys.platform == "win32", reason="job objects are tried on Windows by hand")
@pytest.mark.parametrize("work", ["bytearray(600 << 20)", "import os; os.abort()"])
def test_child_that_breaks_is_a_refused_file(tmp_path, monkeypatch, work):
    confined = "from station_app.services.confinement import confine_to;"
    limits = f"confine_to(memory={child.MEMORY_BYTES}, seconds=5);"
    monkeypatch.setattr(reading, "STARTER", STARTER + confined + limits + work)
    assert refusal(put(tmp_path)) in {Refusal.TOO_LARGE, Refusal.MALFORMED}


@pytest.mark.parametrize(
    "said", ["", "{}", "yes", '{"sound": false}', "[true]", '{"refused": "x"}', "[]" * 900]
)
def test_child_that_says_anything_else_is_not_believed(tmp_path, monkeypatch, said):
    monkeypatch.setattr(reading, "STARTER", f"print({said!r}, end='')")
    assert refusal(put(tmp_path)) is Refusal.MALFORMED


def test_yes_of_the_child_is_not_enough(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "STARTER", "print('{\"sound\": true}', end='')")
    assert refusal(put(tmp_path, hostile(b"no deflate"))) is Refusal.MALFORMED


def test_stopping_ends_the_child(tmp_path):
    with pytest.raises(CancelledError):
        read(put(tmp_path), progress=Impatience())


def test_frozen_program_starts_itself_with_a_flag(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert taster_command() == [sys.executable, child.READER_FLAG]


def test_program_reads_a_file_when_it_starts_itself(tmp_path, monkeypatch):
    command = [sys.executable, "-m", "station_app", child.READER_FLAG]
    monkeypatch.setattr(reading, "taster_command", lambda: command)
    assert read(put(tmp_path)).bundle == a_bundle()


def test_every_reader_has_its_entrance():
    flags = {
        confinement.READER_FLAG: "station_app.services.imports.child",
        child.READER_FLAG: "station_app.services.sync.child",
        scan_child.READER_FLAG: "station_app.services.counter.scan_child",
        code_limits.READER_FLAG: "station_app.services.certificates.code_child",
    }
    assert flags == ENTRANCES
    for entrance in flags.values():
        assert callable(import_module(entrance).main)


def test_child_knows_no_keys_and_no_library_but_the_standard_one():
    tell = "import sys, json, station_app.services.sync.child; print(json.dumps([*sys.modules]))"
    seen = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", tell], stdout=subprocess.PIPE, check=True
    ).stdout
    assert {"cryptography", "cbor2", "sqlalchemy", "sqlcipher3"}.isdisjoint(json.loads(seen))
