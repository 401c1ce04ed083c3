"""A street office stands for the root key of one of its stations: what it signs, in which form.

A page that verifies papers is signed by a root key that anybody could have made. With a
voucher one key, the street's, is known for all stations: docs/adr/0030-vouchers.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from station_app.domain.paper_code import cbor
from station_app.domain.paper_code.claims import EPOCH

if TYPE_CHECKING:
    from collections.abc import Callable

VOUCHER_TAG: Final = b"SQZS-ROOT1\x00"
FORM: Final = 1
REQUEST, VOUCHER = "station-root-request", "station-root-voucher"
PUBLIC, SIGNATURE, LONGEST_NAME = 32, 64, 120
LONGEST: Final = timedelta(days=3 * 366)
"""No voucher holds longer: a street that moves or merges must be able to end."""


class VoucherMalformedError(ValueError):
    """A file is no request or voucher of ours, or was altered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RootRequest:
    """What a station asks for: its name, and the public half of its root."""

    root: bytes
    station: str

    def written(self) -> bytes:
        """Return the file that goes to the street office."""
        return _written({"format": REQUEST, "root": self.root.hex(), "station": self.station})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """That *by* stands for *root* as that of *station*, from a day to a day, signed."""

    root: bytes
    station: str
    valid_from: date
    valid_to: date
    by: str
    street: bytes
    signature: bytes = b""

    def to_sign(self) -> bytes:
        """Return what is signed, without the tag: one form for one content."""
        since, until = (self.valid_from - EPOCH).days, (self.valid_to - EPOCH).days
        return cbor.written((FORM, self.root, self.station, since, until, self.by))

    def is_genuine(self, holds: Callable[[bytes, bytes, bytes], bool]) -> bool:
        """Whether the street's key signed it; *holds*: public key, signature, message."""
        return holds(self.street, self.signature, VOUCHER_TAG + self.to_sign())

    def written(self) -> bytes:
        """Return the file that goes back to the station."""
        return _written(
            {
                "format": VOUCHER,
                "root": self.root.hex(),
                "station": self.station,
                "valid_from": self.valid_from.isoformat(),
                "valid_to": self.valid_to.isoformat(),
                "by": self.by,
                "street": self.street.hex(),
                "signature": self.signature.hex(),
            }
        )


def read_request(data: bytes) -> RootRequest:
    """Return the request in *data*; raises :class:`VoucherMalformedError`."""
    told = _read(data, REQUEST)
    return RootRequest(root=_bytes(told, "root", PUBLIC), station=_name(told, "station"))


def read_voucher(data: bytes) -> Voucher:
    """Return the voucher in *data*, whoever signed it; raises :class:`VoucherMalformedError`."""
    told = _read(data, VOUCHER)
    found = Voucher(
        root=_bytes(told, "root", PUBLIC),
        station=_name(told, "station"),
        valid_from=_day(told, "valid_from"),
        valid_to=_day(told, "valid_to"),
        by=_name(told, "by"),
        street=_bytes(told, "street", PUBLIC),
        signature=_bytes(told, "signature", SIGNATURE),
    )
    if not EPOCH <= found.valid_from <= found.valid_to:
        raise VoucherMalformedError("valid_to")
    return found


def _written(told: dict[str, str]) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _read(data: bytes, form: str) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise VoucherMalformedError(form) from error
    if not isinstance(told, dict) or told.get("format") != form:
        raise VoucherMalformedError(form)
    return told


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str):
        raise VoucherMalformedError(name)
    return value


def _name(told: dict[str, Any], name: str) -> str:
    value = _text(told, name)
    if not 0 < len(value.strip()) <= LONGEST_NAME or not value.isprintable():
        raise VoucherMalformedError(name)
    return value


def _bytes(told: dict[str, Any], name: str, length: int) -> bytes:
    try:
        value = bytes.fromhex(_text(told, name))
    except ValueError as error:
        raise VoucherMalformedError(name) from error
    if len(value) != length:
        raise VoucherMalformedError(name)
    return value


def _day(told: dict[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(_text(told, name))
    except ValueError as error:
        raise VoucherMalformedError(name) from error
