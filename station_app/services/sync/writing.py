"""CBOR in its deterministic form (RFC 8949, 4.2.1), which alone is taken back."""

from __future__ import annotations

import cbor2

from station_app.domain.sync.files import SyncFileRefusedError
from station_app.services.sync.strict import read


def write(value: object) -> bytes:
    """Return *value* in deterministic CBOR."""
    return cbor2.dumps(value, canonical=True)


def is_readable(data: bytes) -> bool:
    """Whether a reader takes *data* that :func:`write` has written: it may have too many parts."""
    try:
        read(data)
    except SyncFileRefusedError:
        return False
    return True


def is_writable(value: object) -> bool:
    """Whether *value* is made of what a reader takes, so that it comes back as it is."""
    try:
        # asked of the reader itself: tuples, floats or large numbers would be written and never
        # read
        return bool(read(write(value)) == value)
    except (SyncFileRefusedError, cbor2.CBOREncodeError, ValueError):
        return False
