"""Sync files sealed and opened: what comes out is what went in, or nothing does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync.sealing import (
    new_device_keys,
    open_sealed,
    read_header,
    seal,
    verify,
)
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
