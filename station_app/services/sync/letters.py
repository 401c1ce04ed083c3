"""Request and grant as they lie in files: magic, body in CBOR, signature, read strictly.

Nothing of a letter is secret. The signature shows that who wrote it holds the keys it
names; whose those keys are, people see by the fingerprint
(:func:`station_app.domain.sync.enrolment.fingerprint_of`).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from station_app.domain.errors import RefusedError
from station_app.domain.sync.devices import DeviceId, DeviceKind
from station_app.domain.sync.enrolment import Grant, Request, SettingTold, VersionTold
from station_app.domain.sync.files import SyncFileRefusedError
from station_app.services.sync import strict
from station_app.services.sync.told import (
    KEY_DIGITS,
    MOST_TEXT,
    Told,
    key_of,
    number_of,
    parts_of,
    read_scope,
    refuse,
    text_of,
    told_scope,
)
from station_app.store.base import moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1
MAGIC = b"\x89STJOIN\n"
MOST_BYTES = 256 << 10
SIGNATURE_BYTES = 64
ALGORITHMS = {"sign": "ed25519-sha256", "seal": "hpke-x25519-hkdf-sha256-chacha20poly1305"}
REQUEST, GRANT = "request", "grant"


_TAG = b"station enrolment letter 1 signature\0"
_SHA_DIGITS = 64
_MOST_VALUE = 2_000


def write_request(request: Request, signing: bytes) -> bytes:
    """Return the letter that says *request*, signed with the private key *signing*."""
    return _signed(
        {
            "what": REQUEST,
            "device": request.device,
            "name": request.name,
            "kind": request.kind.value,
            "signing": request.keys.signing,
            "sealing": request.keys.sealing,
            "made_at": moment_text(request.made_at),
        },
        signing,
    )


def read_request(data: bytes) -> Request:
    """Return what the letter *data* asks for; it is signed with the keys it names.

    Raises :class:`RefusedError` ``enrol.not-a-letter``, ``enrol.not-a-request``,
    ``enrol.too-new``, ``enrol.altered``.
    """
    told = Told(_opened(data, REQUEST, "signing"))
    return Request(
        device=DeviceId(told.key("device")),
        name=told.device_name("name"),
        kind=told.one_of("kind", DeviceKind),
        keys=told.public_keys("signing", "sealing"),
        made_at=told.moment("made_at"),
    )


def write_grant(grant: Grant, signing: bytes) -> bytes:
    """Return the letter that says *grant*, signed with the station's private key *signing*."""
    return _signed(
        {
            "what": GRANT,
            "request": grant.request,
            "device": grant.device,
            "name": grant.name,
            "scope": told_scope(grant.scope),
            "segment": grant.segment,
            "expires_on": grant.expires_on.isoformat() if grant.expires_on else None,
            "station": grant.station,
            "station_name": grant.station_name,
            "station_signing": grant.station_keys.signing,
            "station_sealing": grant.station_keys.sealing,
            "granted_at": moment_text(grant.granted_at),
            "revoked": sorted(grant.revoked),
            "settings": [
                [each.name, each.value, [*each.born], [*each.changed] if each.changed else None]
                for each in grant.settings
            ],
        },
        signing,
    )


def read_grant(data: bytes) -> Grant:
    """Return what the letter *data* grants; it is signed by the station it names.

    Raises :class:`RefusedError` ``enrol.not-a-letter``, ``enrol.not-a-grant``,
    ``enrol.too-new``, ``enrol.altered``.
    """
    told = Told(_opened(data, GRANT, "station_signing"))
    return Grant(
        request=told.key("request", _SHA_DIGITS),
        device=DeviceId(told.key("device")),
        name=told.device_name("name"),
        scope=read_scope(told.values["scope"]),
        segment=told.number("segment"),
        expires_on=told.day("expires_on"),
        station=DeviceId(told.key("station")),
        station_name=told.device_name("station_name"),
        station_keys=told.public_keys("station_signing", "station_sealing"),
        granted_at=told.moment("granted_at"),
        revoked=told.record_keys("revoked"),
        settings=tuple(map(_setting, told.list("settings"))),
    )


def letter_in(path: Path) -> bytes:
    """Return the bytes of the letter at *path*.

    Raises :class:`RefusedError` ``file-missing`` and ``enrol.not-a-letter``.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise RefusedError("file-missing", name=path.name) from error
    if len(data) > MOST_BYTES:
        raise RefusedError("enrol.not-a-letter")
    return data


def _signed(told: Mapping[str, Any], signing: bytes) -> bytes:
    body = cbor2.dumps({"format": FORMAT, **ALGORITHMS, **told}, canonical=True)
    signed = MAGIC + len(body).to_bytes(4, "big") + body
    return signed + Ed25519PrivateKey.from_private_bytes(signing).sign(_digest(signed))


def _opened(data: bytes, what: str, signer: str) -> dict[str, Any]:
    """Return the body of a letter of the kind *what*, whose field *signer* names the key."""
    at = len(MAGIC) + 4
    if len(data) < at or not data.startswith(MAGIC):
        raise RefusedError("enrol.not-a-letter")
    end = at + int.from_bytes(data[len(MAGIC) : at], "big")
    if len(data) != end + SIGNATURE_BYTES:
        refuse()
    told = _body(data[at:end])
    if told.get("what") != what:
        raise RefusedError("enrol.not-a-request" if what == REQUEST else "enrol.not-a-grant")
    # signed with the key it names: that shows possession, whose key it is people see
    key = Told(told).raw(signer)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(data[end:], _digest(data[:end]))
    except (InvalidSignature, ValueError):
        refuse()
    return told


def _body(data: bytes) -> dict[str, Any]:
    try:
        told = strict.read(data)
    except SyncFileRefusedError:
        refuse()
    if type(told) is not dict or type(told.get("format")) is not int:
        refuse()
    if told["format"] > FORMAT:
        raise RefusedError("enrol.too-new")
    if any(told.get(name) != known for name, known in ALGORITHMS.items()):
        refuse()
    return told


def _setting(told: object) -> SettingTold:
    name, value, born, changed = parts_of(told, 4)
    return SettingTold(
        name=text_of(name, MOST_TEXT),
        value=text_of(value, _MOST_VALUE),
        born=_version(born),
        changed=None if changed is None else _version(changed),
    )


def _version(told: object) -> VersionTold:
    site, *numbers = parts_of(told, 4)
    ver, hlc, ctx = map(number_of, numbers)
    return VersionTold(key_of(site, KEY_DIGITS), ver, hlc, ctx)


def _digest(signed: bytes) -> bytes:
    return _TAG + hashlib.sha256(signed).digest()
