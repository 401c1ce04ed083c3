"""Sealing for one receiver and signing; opening in the reverse order, checks first.

Keys are raw: Ed25519 signs, X25519 receives (HPKE, RFC 9180, base mode). The header's
digest is the ``info`` of the sealing, so a header and a payload cannot be parted; the
signature covers both.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from station_app.domain.sync.devices import PublicKeys
from station_app.domain.sync.files import Refusal
from station_app.services.sync.arranging import arranged
from station_app.services.sync.frame import (
    SIGNATURE_BYTES,
    Frame,
    frame,
    key_print,
    take_apart,
    write_header,
)
from station_app.services.sync.inside import deflate, is_of, read_inside
from station_app.services.sync.payload import pack
from station_app.services.sync.soundness import check, values_in
from station_app.services.sync.strict import FILE_BYTES, UNPACKED_BYTES, VALUES, refuse
from station_app.services.sync.writing import is_readable

if TYPE_CHECKING:
    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.files import Header

SIGNED_TAG = b"station sync file 1 signature\0"
SEALED_TAG = b"station sync file 1 payload\0"

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class FileTooLargeError(ValueError):
    """What is to travel does not fit into one file: it has to be parted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceKeys:
    """The secret half of a device's keys, 32 raw bytes each."""

    signing: bytes = field(repr=False)
    sealing: bytes = field(repr=False)

    def public(self) -> PublicKeys:
        """Return what others need to know of these keys."""
        signing = Ed25519PrivateKey.from_private_bytes(self.signing).public_key()
        sealing = X25519PrivateKey.from_private_bytes(self.sealing).public_key()
        return PublicKeys(signing=signing.public_bytes_raw(), sealing=sealing.public_bytes_raw())


def new_device_keys() -> DeviceKeys:
    """Return keys nobody has had before."""
    return DeviceKeys(
        signing=Ed25519PrivateKey.generate().private_bytes_raw(),
        sealing=X25519PrivateKey.generate().private_bytes_raw(),
    )


def seal(header: Header, bundle: Bundle, *, sender: DeviceKeys, receiver: PublicKeys) -> bytes:
    """Return the sync file that says *bundle* to *receiver*.

    Counts that *header* leaves out are those of the bundle. Raises :class:`ValueError` for
    a bundle that no reader would take, or a header that says otherwise than it;
    :class:`FileTooLargeError`, which is one, when it is too much for one file.
    """
    header = header if header.counts else replace(header, counts=bundle.counts())
    if not is_of(header, bundle):
        raise ValueError("the header is of another bundle")
    # by the rules of the reader: a file that nobody takes would be written again and again
    check(bundle)
    if values_in(bundle) > VALUES:
        raise FileTooLargeError("values")
    plain = pack(arranged(bundle))
    if len(plain) > UNPACKED_BYTES or not is_readable(plain):
        raise FileTooLargeError("payload")
    return seal_packed(header, deflate(plain), sender=sender, receiver=receiver)


def seal_packed(
    header: Header, packed: bytes, *, sender: DeviceKeys, receiver: PublicKeys
) -> bytes:
    """Return the sync file with the deflated payload *packed*."""
    signing = Ed25519PrivateKey.from_private_bytes(sender.signing)
    prints = (key_print(signing.public_key().public_bytes_raw()), key_print(receiver.sealing))
    outside = write_header(header, prints)
    key = X25519PublicKey.from_public_bytes(receiver.sealing)
    framed = frame(outside, _SUITE.encrypt(packed, key, info=_info(outside)))
    if len(framed) + SIGNATURE_BYTES > FILE_BYTES:
        raise FileTooLargeError("file")
    return framed + signing.sign(_digest(framed))


def read_header(data: bytes) -> Header:
    """Return what the file *data* says of itself; nobody vouches for it yet."""
    return take_apart(data).header


def verify(data: bytes, sender: PublicKeys) -> str:
    """Return the SHA-256 of the file *data*, if *sender* has signed it."""
    _verify(take_apart(data), sender)
    return hashlib.sha256(data).hexdigest()


def open_sealed(data: bytes, *, receiver: DeviceKeys, sender: PublicKeys) -> tuple[Header, Bundle]:
    """Return what *data* says, checked from the outside to the inside, or refuse it."""
    header, packed = unseal(data, receiver=receiver, sender=sender)
    return header, read_inside(header, packed)


def unseal(data: bytes, *, receiver: DeviceKeys, sender: PublicKeys) -> tuple[Header, bytes]:
    """Return the header and the payload of *data*, still deflated."""
    parts = take_apart(data)
    _verify(parts, sender)
    key = X25519PrivateKey.from_private_bytes(receiver.sealing)
    # told apart from a broken seal: sealed for keys that this device had before
    if parts.prints[1] != key_print(key.public_key().public_bytes_raw()):
        refuse("receiver", Refusal.FOREIGN_RECEIVER)
    try:
        return parts.header, _SUITE.decrypt(parts.sealed, key, info=_info(parts.outside))
    except InvalidTag:
        refuse("seal", Refusal.ALTERED)


def _verify(parts: Frame, sender: PublicKeys) -> None:
    if parts.prints[0] != key_print(sender.signing):
        refuse("sender", Refusal.UNKNOWN_SENDER)
    try:
        key = Ed25519PublicKey.from_public_bytes(sender.signing)
        key.verify(parts.signature, _digest(parts.signed))
    except InvalidSignature:
        refuse("signature", Refusal.ALTERED)


def _info(outside: bytes) -> bytes:
    return SEALED_TAG + hashlib.sha256(outside).digest()


def _digest(signed: bytes) -> bytes:
    return SIGNED_TAG + hashlib.sha256(signed).digest()
