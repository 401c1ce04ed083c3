"""Signing what a paper says: the keys of this device, made when first needed.

Only issuing and making void come here, each within its own transaction and behind its
own permission. Secrets stay in the encrypted store and are held no longer than one call.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from station_app.domain.certificates import RESIDENCE
from station_app.domain.paper_code.claims import TAG, Claims, fitted, taken_apart, to_sign
from station_app.domain.paper_code.digits import bytes_of, digits_of
from station_app.domain.paper_code.trust import KeyEntry, end_of_key, handle_of, key_id_of
from station_app.domain.privacy.leaving import on_one_line
from station_app.services.privacy import seen

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.paper_code.claims import Parts
    from station_app.services.certificates.papers import ResidenceCertificate
    from station_app.store.paper_code.kinds import CodeKinds
    from station_app.store.transaction import Transaction


def residence_code(
    tx: Transaction, kinds: CodeKinds, paper: ResidenceCertificate, *, document: str
) -> str:
    """Return the digits of the code for *paper*; *document* is the code of its kind.

    The whole number of the document is not in it: who holds the paper can compare what
    is left of it with the card of whoever brought it.
    """
    claims = Claims(
        kind=kinds.numbers[RESIDENCE],
        number=paper.number or "",
        issued_on=paper.issued_on,
        valid_to=paper.issued_on + timedelta(days=paper.validity_days),
        document=seen("document", "number", paper.document_number, kind=document),
        name=paper.name,
        facts=(
            paper.address,
            f"{paper.since:%Y-%m}" if paper.since else "",
            paper.purpose,
            paper.addressee,
        ),
    )
    return signed_code(tx, kinds, claims, issuer=paper.issuer)


def signed_code(tx: Transaction, kinds: CodeKinds, claims: Claims, *, issuer: str) -> str:
    """Return the digits of a code that says *claims*, signed by this device for *issuer*."""
    version = kinds.latest
    words = kinds.dictionaries[version]
    key_id, seed = _key_of_the_year(tx, issuer, claims.issued_on)
    shorter = fitted(_printable(claims), dictionary=version, words=words)
    signed = to_sign(shorter, key_id=key_id, dictionary=version, words=words)
    return digits_of(signed + signature_of(seed, TAG + signed))


def _printable(claims: Claims) -> Claims:
    """Return *claims* without what no reader takes: a name may have been pasted from anywhere."""
    return replace(
        claims,
        number=on_one_line(claims.number),
        document=on_one_line(claims.document),
        name=on_one_line(claims.name),
        facts=tuple(map(on_one_line, claims.facts)),
    )


def handle_in(code: str) -> str:
    """Return by what the code *code* of ours is revoked."""
    return handle_of(parts_of(code).signed)


def parts_of(code: str) -> Parts:
    """Return the parts of the code *code* of ours."""
    return taken_apart(bytes_of(code))


def root_of(tx: Transaction) -> bytes:
    """Return the secret with which this device signs lists, made when first needed."""
    seed = tx.paper_keys.root()
    if seed is None:
        seed = new_seed()
        tx.paper_keys.add_root(key_id_of(public_of(seed)), seed)
    return seed


def signature_of(seed: bytes, message: bytes) -> bytes:
    """Return the signature of *message*."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def public_of(seed: bytes) -> bytes:
    """Return the public half of a key."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def holds(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether *signature* of *message* was made with the secret half of *public*."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def new_seed() -> bytes:
    """Return a new secret."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def _key_of_the_year(tx: Transaction, issuer: str, on: date) -> tuple[str, bytes]:
    found = tx.paper_keys.own(issuer, on)
    if found is not None:
        return found
    seed = new_seed()
    public = public_of(seed)
    entry = KeyEntry(
        id=key_id_of(public),
        public=public,
        issuer=issuer,
        valid_from=on,
        valid_to=end_of_key(on),
    )
    tx.paper_keys.add(entry, seed)
    return entry.id, seed
