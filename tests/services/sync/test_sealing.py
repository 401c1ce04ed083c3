"""Sync files sealed and opened: what comes out is what went in, or nothing does."""

from __future__ import annotations

from dataclasses import replace

import cbor2
import pytest

from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync import sealing, strict
from station_app.services.sync.frame import frame, take_apart
from station_app.services.sync.sealing import (
    FileTooLargeError,
    new_device_keys,
    open_sealed,
    read_header,
    seal,
    verify,
)
from station_app.services.sync.soundness import values_in
from tests.services.sync.bundles import LAPTOP, STATION, STRANGER, a_bundle, a_header


def sealed(bundle=None, **changes):
    bundle = bundle or a_bundle()
    header = a_header(bundle, **changes)
    return seal(header, bundle, sender=LAPTOP, receiver=STATION.public())


def opened(data):
    return open_sealed(data, receiver=STATION, sender=LAPTOP.public())


def refusal(data, **keys):
    with pytest.raises(SyncFileRefusedError) as refused:
        open_sealed(data, **{"receiver": STATION, "sender": LAPTOP.public(), **keys})
    return refused.value.reason


def test_what_was_sealed_comes_out():
    bundle = a_bundle()
    assert opened(sealed(bundle)) == (a_header(bundle), bundle)


def test_header_is_read_without_a_key():
    assert read_header(sealed()) == a_header(a_bundle())


def test_counts_are_filled_in():
    assert read_header(sealed(counts={})).counts == a_bundle().counts()


def test_nothing_of_it_is_readable_without_the_key():
    data = sealed()
    for text in ("张三", "13800000000", "搬走了"):
        assert text.encode() not in data


def test_secrets_are_not_told_in_passing():
    keys = new_device_keys()
    assert repr(keys) == "DeviceKeys()"
    assert keys.public() == replace(keys).public()


@pytest.mark.parametrize(
    "change",
    [{"base": 41}, {"top": 53}, {"schema": 13}, {"site": "ff" * 16}, {"counts": {"rows": 9}}],
)
def test_header_of_another_bundle_is_not_sealed(change):
    with pytest.raises(ValueError, match="another bundle"):
        sealed(**change)


def test_another_receiver_cannot_open_it():
    assert refusal(sealed(), receiver=STRANGER) is Refusal.FOREIGN_RECEIVER


def test_another_sender_is_not_believed():
    assert refusal(sealed(), sender=STRANGER.public()) is Refusal.UNKNOWN_SENDER


@pytest.mark.parametrize(
    "change",
    [
        {"number": 0},
        {"number": -1},
        {"part": 2},
        {"part": 0},
        {"format": 2},
        {"former": "AB" * 32},
        {"former": "ab"},
        {"made_at": "yesterday"},
        {"made_at": "2026-03-01T08:00:00+08:00"},
        {"sender": ""},
        {"receiver": "a" * 65},
        {"sender_name": "a" * 201},
        {"sender_name": "station\u202e"},
        {"receiver_name": "two\nlines"},
        {"station": "\ud800"},
    ],
)
def test_header_that_no_reader_takes_is_not_sealed(change):
    with pytest.raises(ValueError, match=r".+"):
        sealed(**change)


def test_header_of_a_newer_program_is_told_apart():
    told = cbor2.loads(take_apart(sealed()).outside)
    outside = cbor2.dumps({**told, "format": 2, "more": "to come"}, canonical=True)
    assert refusal(frame(outside, b"") + bytes(64)) is Refusal.TOO_NEW


@pytest.mark.parametrize(
    "change", [{"seal": "none"}, {"pack": "zstd"}, {"sign": "none"}, {"x": 1}]
)
def test_other_algorithms_and_keys_of_a_header_are_refused(change):
    told = cbor2.loads(take_apart(sealed()).outside)
    outside = cbor2.dumps({**told, **change}, canonical=True)
    assert refusal(frame(outside, b"") + bytes(64)) is Refusal.MALFORMED


@pytest.mark.parametrize(
    ("limit", "most"), [("VALUES", 100), ("UNPACKED_BYTES", 400), ("FILE_BYTES", 900)]
)
def test_more_than_fits_is_not_sealed(monkeypatch, limit, most):
    monkeypatch.setattr(sealing, limit, most)
    with pytest.raises(FileTooLargeError):
        sealed()


def test_more_parts_than_a_reader_takes_are_not_sealed():
    with pytest.raises(FileTooLargeError):
        sealed(a_bundle(notes={"told": [0] * (strict.PARTS - 20)}))


def test_writer_counts_no_less_than_the_reader(monkeypatch):
    bundle = a_bundle()
    data = sealed(bundle)
    monkeypatch.setattr(strict, "VALUES", values_in(bundle))
    assert opened(data)[1] == bundle
    monkeypatch.setattr(strict, "VALUES", values_in(bundle) - 20)
    assert refusal(data) is Refusal.TOO_LARGE


def test_file_is_told_by_its_digest():
    data = sealed()
    assert len(verify(data, LAPTOP.public())) == 64


def test_every_cut_is_noticed():
    data = sealed()
    assert {refusal(data[:length]) for length in range(len(data))} == {Refusal.CUT}


def test_every_altered_byte_is_noticed():
    data = sealed()
    for place in range(len(data)):
        refusal(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])


def test_nothing_may_follow():
    assert refusal(sealed() + b"\0") is Refusal.ALTERED
