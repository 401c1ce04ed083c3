"""Requests and vouchers: read as written, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.paper_code.vouchers import (
    RootRequest,
    Voucher,
    VoucherMalformedError,
    read_request,
    read_voucher,
)

REQUEST = RootRequest(root=bytes(range(32)), station="石头城社区居民委员会")
VOUCHER = Voucher(
    root=bytes(range(32)),
    station="石头城社区居民委员会",
    valid_from=date(2026, 11, 28),
    valid_to=date(2027, 11, 28),
    by="幸福路街道办事处",
    street=bytes(range(32, 64)),
    signature=bytes(64),
)
NAMES = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=120)
DAYS = st.dates(date(1970, 1, 1), date(2999, 12, 31))


@given(st.binary(min_size=32, max_size=32), NAMES)
def test_a_request_is_read_as_it_was_written(root, station):
    request = RootRequest(root=root, station=station)
    assert read_request(request.written()) == request


@given(NAMES, NAMES, st.tuples(DAYS, DAYS))
def test_a_voucher_is_read_as_it_was_written(station, by, days):
    since, until = sorted(days)
    voucher = replace(VOUCHER, station=station, by=by, valid_from=since, valid_to=until)
    assert read_voucher(voucher.written()) == voucher


@given(st.binary(max_size=300))
def test_other_bytes_are_neither(data):
    for read in (read_request, read_voucher):
        with pytest.raises(VoucherMalformedError):
            read(data)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "station-root-request"},
        {"root": "00"},
        {"root": "zz" * 32},
        {"root": 7},
        {"station": ""},
        {"station": " "},
        {"station": "石" * 121},
        {"station": "石\n头"},
        {"valid_to": "2026-11-27"},
        {"valid_to": "soon"},
        {"valid_from": "1969-12-31"},
        {"signature": "00" * 63},
        {"by": None},
    ],
    ids=str,
)
def test_a_voucher_with_a_wrong_field_is_none(changes):
    told = json.loads(VOUCHER.written()) | changes
    with pytest.raises(VoucherMalformedError):
        read_voucher(json.dumps(told).encode())


@pytest.mark.parametrize(
    "data", [b"[]", b"7", b"[" * 5000, b"{}", '{"format": 1}'.encode("utf-16")]
)
def test_json_of_another_kind_is_none(data):
    with pytest.raises(VoucherMalformedError):
        read_request(data)


@pytest.mark.parametrize(
    "changes",
    [
        {"root": bytes(32)},
        {"station": "别的社区"},
        {"valid_from": date(2026, 11, 27)},
        {"valid_to": date(2027, 11, 29)},
        {"by": "别的街道"},
    ],
    ids=str,
)
def test_what_is_signed_differs_in_every_field(changes):
    assert replace(VOUCHER, **changes).to_sign() != VOUCHER.to_sign()
