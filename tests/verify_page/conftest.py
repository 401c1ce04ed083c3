"""The page's own scripts under Node, beside the program's verdicts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from station_app.domain.paper_code.claims import TAG, Claims, to_sign
from station_app.domain.paper_code.digits import digits_of
from station_app.domain.paper_code.judging import Judge
from station_app.domain.paper_code.trust import (
    LIST_TAG,
    KeyEntry,
    Revocation,
    TrustList,
    key_id_of,
    list_bytes,
)
from station_app.domain.paper_code.vouchers import VOUCHER_TAG, Voucher
from station_app.services.certificates import signing
from station_app.services.certificates.verify_page import SignedList, data_of
from station_app.shipped import RESOURCES
from station_app.store.paper_code.kinds import read_kinds

FOLDER = RESOURCES / "verify"
SCRIPT = Path(__file__).with_name("judge.cjs")
DAY = date(2026, 11, 28)
KINDS = read_kinds(FOLDER)
SEED, OTHER, LATE, ROOT, LOST, STREET = (bytes([number]) * 32 for number in range(1, 7))
CLAIMS = Claims(
    kind=1,
    number="石社证字〔2026〕第0001号",
    issued_on=date(2026, 11, 23),
    valid_to=date(2026, 12, 23),
    document="110000********0013",
    name="张三",
    facts=("幸福里小区3幢2单元501室", "2021-03", "办理子女入学", "幸福路小学"),
)


def entry(seed, since, until):
    public = signing.public_of(seed)
    return KeyEntry(
        id=key_id_of(public),
        public=public,
        issuer="石头城社区居民委员会",
        valid_from=since,
        valid_to=until,
    )


KEY = entry(SEED, date(2026, 1, 5), date(2027, 1, 30))
LATE_KEY = entry(LATE, date(2026, 11, 25), date(2027, 1, 30))


LOST_KEY = replace(
    entry(LOST, date(2026, 1, 5), date(2027, 1, 30)), withdrawn_on=date(2026, 11, 26)
)


def code(claims=CLAIMS, seed=SEED, key_id=KEY.id):
    signed = to_sign(claims, key_id=key_id, dictionary=1, words=KINDS.dictionaries[1])
    return digits_of(signed + signing.signature_of(seed, TAG + signed))


def signed_by(seed, signed):
    """Return the digits of any bytes, signed by *seed*."""
    return digits_of(signed + signing.signature_of(seed, TAG + signed))


REVOKED = code(Claims(**{**{f: getattr(CLAIMS, f) for f in CLAIMS.__slots__}, "name": "李四"}))
STOLEN = code(seed=LOST, key_id=LOST_KEY.id)
CONFIRMED, VOID_OF_LOST = (
    code(replace(CLAIMS, name=name), LOST, LOST_KEY.id) for name in ("王五", "赵六")
)
TRUST = TrustList(
    day=DAY,
    keys=(KEY, LATE_KEY, LOST_KEY),
    revoked=tuple(
        Revocation(handle=signing.handle_in(each), on=date(2026, 11, 27))
        for each in (REVOKED, VOID_OF_LOST)
    ),
    confirmed=frozenset(map(signing.handle_in, (CONFIRMED, VOID_OF_LOST))),
)
JUDGE = Judge(
    trust=TRUST,
    dictionaries=KINDS.dictionaries,
    forms=KINDS.forms,
    holds=signing.holds,
)


def vouched(root=ROOT, street=STREET):
    """Return what the street office says of *root*."""
    voucher = Voucher(
        root=signing.public_of(root),
        station="石头城社区居民委员会",
        valid_from=date(2026, 11, 1),
        valid_to=date(2027, 11, 1),
        by="幸福路街道办事处",
        street=signing.public_of(street),
    )
    signed = VOUCHER_TAG + voucher.to_sign()
    return replace(voucher, signature=signing.signature_of(street, signed))


def signed_list(trust=TRUST, voucher=None):
    data = list_bytes(trust)
    return SignedList(
        data=data,
        signature=signing.signature_of(ROOT, LIST_TAG + data),
        root=signing.public_of(ROOT),
        voucher=voucher,
    )


def told_by_program(typed, today=DAY):
    """Return the program's verdict in the form in which the page's is told."""
    found = JUDGE.judge(typed, today=today)
    claims = found.claims
    return {
        "verdict": str(found.verdict),
        "issuer": found.key.issuer if found.key else None,
        "revoked": found.revoked.on.isoformat() if found.revoked else None,
        "claims": claims
        and {
            "kind": claims.kind,
            "number": claims.number,
            "issued_on": claims.issued_on.isoformat(),
            "valid_to": claims.valid_to.isoformat(),
            "document": claims.document,
            "name": claims.name,
            "facts": list(claims.facts),
        },
    }


@pytest.fixture(scope="session")
def node():
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node is not installed")
    return found


@pytest.fixture(scope="session")
def page(node, tmp_path_factory):
    """Return a function that puts questions to the page's scripts, all at once."""

    def ask(questions, *, engine="nacl", data=None):
        file = tmp_path_factory.mktemp("page") / "data.json"
        file.write_text(json.dumps(data or data_of(signed_list(), KINDS)), encoding="utf-8")
        lines = "".join(json.dumps(question) + "\n" for question in questions)
        told = subprocess.run(  # noqa: S603 - our own script
            [node, "--no-warnings", str(SCRIPT), str(FOLDER), str(file), engine],
            input=lines.encode("utf-8", "surrogatepass"),
            capture_output=True,
            check=True,
            env={**os.environ, "NODE_OPTIONS": ""},
        )
        return [json.loads(line) for line in told.stdout.decode().splitlines()]

    return ask
