"""The payload of a sync file from its deflated bytes to a bundle that the header vouches for."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from station_app.domain.sync.files import Refusal
from station_app.services.sync.strict import UNPACKED_BYTES, refuse
from station_app.services.sync.unpacking import unpack

if TYPE_CHECKING:
    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.files import Header

LEVEL = 6
_RAW = -15


def deflate(plain: bytes) -> bytes:
    """Return *plain* deflated (RFC 1951), without a frame: the seal checks it."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _RAW, 9)
    return packer.compress(plain) + packer.flush()


def inflate(packed: bytes) -> bytes:
    """Return what :func:`deflate` has packed, if it is not more than may be."""
    unpacker = zlib.decompressobj(_RAW)
    try:
        # one byte more than may be is enough to know that it is too much
        plain = unpacker.decompress(packed, UNPACKED_BYTES + 1)
    except zlib.error:
        refuse("deflate")
    if len(plain) > UNPACKED_BYTES:
        refuse("payload", Refusal.TOO_LARGE)
    if not unpacker.eof or unpacker.unused_data:
        refuse("deflate")
    return plain


def read_inside(header: Header, packed: bytes) -> Bundle:
    """Return the bundle in *packed*, if it is the one *header* speaks of."""
    bundle = unpack(inflate(packed))
    if not is_of(header, bundle):
        refuse("header")
    return bundle


def is_of(header: Header, bundle: Bundle) -> bool:
    """Whether *header* says of *bundle* what it says of itself."""
    site = bundle.sites[bundle.site] if 0 <= bundle.site < len(bundle.sites) else None
    return (
        (header.base, header.top, header.schema) == (bundle.base, bundle.top, bundle.schema)
        and header.site == site
        and dict(header.counts) == bundle.counts()
    )
