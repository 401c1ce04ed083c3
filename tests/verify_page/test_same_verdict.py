"""Program and page say the same of every input, and neither takes what was not signed."""

from __future__ import annotations

import json
import random
import zlib
from dataclasses import replace
from datetime import date

import cbor2
import pytest

from station_app.domain.paper_code import cbor
from station_app.domain.paper_code.claims import EPOCH, SIGNATURE
from station_app.domain.paper_code.digits import bytes_of, clean_digits, digits_of
from station_app.domain.paper_code.judging import ORDER, SHOWN
from station_app.services.certificates.verify_page import data_of
from tests.verify_page.conftest import (
    CLAIMS,
    CONFIRMED,
    DAY,
    KEY,
    KINDS,
    LATE,
    LATE_KEY,
    OTHER,
    REVOKED,
    SEED,
    STOLEN,
    VOID_OF_LOST,
    code,
    signed_by,
    signed_list,
    told_by_program,
    vouched,
)

GOOD = code()
ENGINES = ("nacl", "browser")


def of(**changed):
    return code(replace(CLAIMS, **changed))


def packed(data, *, words=KINDS.dictionaries[1]):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=words)
    return packer.compress(data) + packer.flush()


def made(inside, *, head=None, behind=b""):
    """Return a code that the key signed over anything at all."""
    start = head if head is not None else bytes([1, 1]) + bytes.fromhex(KEY.id)
    return signed_by(SEED, start + packed(inside) + behind)


def items(**changed):
    usual = {
        "kind": 1,
        "number": CLAIMS.number,
        "issued": (CLAIMS.issued_on - EPOCH).days,
        "until": (CLAIMS.valid_to - EPOCH).days,
        "document": CLAIMS.document,
        "name": CLAIMS.name,
        "facts": CLAIMS.facts,
    }
    return tuple((usual | changed).values())


def with_large_half(digits):
    data = bytes_of(digits)
    half = int.from_bytes(data[-32:], "little") + ORDER
    return digits_of(data[:-32] + half.to_bytes(32, "little"))


def full_width(digits):
    return "".join(chr(0xFF10 + int(digit)) for digit in digits)


TABLE = {
    "as printed": (GOOD, DAY, "valid"),
    "on its last day": (GOOD, CLAIMS.valid_to, "valid"),
    "on the day after": (GOOD, date(2026, 12, 24), "expired"),
    "before its day": (GOOD, date(2026, 11, 22), "not-yet"),
    "made void": (REVOKED, DAY, "revoked"),
    "made void and expired": (REVOKED, date(2030, 1, 1), "revoked"),
    "its key withdrawn": (STOLEN, DAY, "withdrawn"),
    "its key withdrawn, and expired": (STOLEN, date(2030, 1, 1), "withdrawn"),
    "its key withdrawn, but confirmed": (CONFIRMED, DAY, "valid"),
    "confirmed and expired": (CONFIRMED, date(2026, 12, 24), "expired"),
    "confirmed and made void": (VOID_OF_LOST, DAY, "revoked"),
    "key not yet in force": (code(seed=LATE, key_id=LATE_KEY.id), DAY, "not-its-time"),
    "key no more in force": (
        of(issued_on=date(2027, 1, 31), valid_to=date(2027, 3, 1)),
        date(2027, 2, 1),
        "not-its-time",
    ),
    "another's key": (code(seed=OTHER, key_id="00" * 6), DAY, "unknown-key"),
    "another's secret": (code(seed=OTHER), DAY, "altered"),
    "with spaces": ("  " + GOOD[:100] + " \r\n" + GOOD[100:] + "\n", DAY, "valid"),
    "with hyphens": ("-".join(GOOD[at : at + 5] for at in range(0, len(GOOD), 5)), DAY, "valid"),
    "full width": (full_width(GOOD), DAY, "valid"),
    "byte order mark": ("\ufeff" + GOOD, DAY, "valid"),
    "nothing": ("", DAY, "not-a-code"),
    "a phone number": ("86" + "0" * 11, DAY, "not-a-code"),
    "letters": (GOOD[:-1] + "O", DAY, "not-a-code"),
    "other digits": (GOOD[:-1] + "٣", DAY, "not-a-code"),
    "a picture sign": ("😀" + GOOD, DAY, "not-a-code"),
    "an address": ("https://example.invalid/" + GOOD, DAY, "not-a-code"),
    "too long": ("86" + "1" * 1158, DAY, "not-a-code"),
    "much too long": (" " * 20_000 + GOOD, DAY, "not-a-code"),
    "another version": ("862" + GOOD[3:], DAY, "newer"),
    "one digit wrong": (GOOD[:50] + str((int(GOOD[50]) + 1) % 10) + GOOD[51:], DAY, "misread"),
    "one digit lost": (GOOD[:50] + GOOD[51:], DAY, "misread"),
    "no bytes before the signature": (digits_of(b"\xff" * 72), DAY, "altered"),
    "another algorithm": (made(b"", head=bytes([2, 1]) + bytes.fromhex(KEY.id)), DAY, "newer"),
    "another dictionary": (made(b"", head=bytes([1, 9]) + bytes.fromhex(KEY.id)), DAY, "newer"),
    "large half of the signature": (with_large_half(GOOD), DAY, "altered"),
    "another kind": (made(cbor.written(items(kind=99))), DAY, "newer"),
    "a fact too few": (made(cbor.written(items(facts=("a",)))), DAY, "newer"),
    "thirteen facts": (made(cbor.written(items(facts=("",) * 13))), DAY, "altered"),
    "a number as name": (made(cbor.written(items(name=3))), DAY, "altered"),
    "bytes as name": (made(cbor.written(items(name=b"abc"))), DAY, "altered"),
    "a number as fact": (made(cbor.written(items(facts=("", "", "", 1)))), DAY, "altered"),
    "facts in facts": (made(cbor.written(items(facts=(("a",), "", "", "")))), DAY, "altered"),
    "a control sign": (made(cbor.written(items(name="张\u0085三"))), DAY, "altered"),
    "no list": (made(cbor.written(7)), DAY, "altered"),
    "an item too many": (made(cbor.written((*items(), 1))), DAY, "altered"),
    "a day beyond all": (made(cbor.written(items(until=376_200))), DAY, "altered"),
    "the last of all days": (made(cbor.written(items(until=376_199))), DAY, "valid"),
    "nothing inside": (made(b""), DAY, "altered"),
    "something behind the list": (made(cbor.written(items()) + b"\x00"), DAY, "altered"),
    "something behind the packing": (
        made(cbor.written(items()), behind=b"\x00"),
        DAY,
        "altered",
    ),
    "a bomb": (made(bytes(200_000)), DAY, "altered"),
    "as long as may be": (made(cbor.written(items(name="a" * 870))), DAY, "valid"),
    "too long inside": (made(cbor.written(items(name="a" * 1000))), DAY, "altered"),
    "no packing": (
        signed_by(SEED, bytes([1, 1]) + bytes.fromhex(KEY.id) + b"\xff\xff\xff"),
        DAY,
        "altered",
    ),
    "packing cut short": (
        signed_by(SEED, bytes([1, 1]) + bytes.fromhex(KEY.id) + packed(b"a" * 90)[:-2]),
        DAY,
        "altered",
    ),
    "a map": (made(cbor2.dumps({1: 2})), DAY, "altered"),
    "a tag": (made(cbor2.dumps(cbor2.CBORTag(1, 2))), DAY, "altered"),
    "a negative number": (made(cbor2.dumps([-1, *items()[1:]])), DAY, "altered"),
    "a long head": (made(b"\x98\x07" + cbor.written(items())[1:]), DAY, "altered"),
    "a number too long": (made(b"\x87\x18\x01" + cbor.written(items())[2:]), DAY, "altered"),
    "open list": (made(b"\x9f" + cbor.written(items())[1:] + b"\xff"), DAY, "altered"),
    "broken letters": (made(b"\x87\x01\x62\xc3\x28" + bytes(5)), DAY, "altered"),
    "half a pair": (made(b"\x87\x01\x63\xed\xa0\x80" + bytes(5)), DAY, "altered"),
    "a mark in the text": (of(name="\ufeff张三"), DAY, "valid"),
}


@pytest.mark.parametrize(("typed", "today", "verdict"), TABLE.values(), ids=TABLE)
def test_the_program_says(typed, today, verdict):
    told = told_by_program(typed, today)
    assert told["verdict"] == verdict
    assert (told["claims"] is not None) == (verdict in SHOWN)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_page_says_the_same(page, engine):
    asked = [{"typed": typed, "today": today.isoformat()} for typed, today, _ in TABLE.values()]
    told = dict(zip(TABLE, page(asked, engine=engine), strict=True))
    expected = {name: told_by_program(typed, today) for name, (typed, today, _) in TABLE.items()}
    assert {name: normal(each) for name, each in told.items()} == expected


def normal(told):
    return {"claims": None, "issuer": None, **told}


def forged(chance):
    """Return a code that is not as it was signed, its check digits right."""
    data = bytearray(bytes_of(chance.choice((GOOD, REVOKED))))
    way = chance.randrange(6)
    if way == 0:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif way == 1:
        at = chance.randrange(1, len(data))
        del data[at : at + chance.randrange(1, 9)]
    elif way == 2:
        at = chance.randrange(8, len(data))
        data[at:at] = chance.randbytes(chance.randrange(1, 9))
    elif way == 3:
        data[-SIGNATURE:] = chance.randbytes(SIGNATURE)
    elif way == 4:
        data = bytearray(bytes_of(code(replace(CLAIMS, name="王五"), seed=OTHER)))
        data[8:-SIGNATURE] = chance.randbytes(len(data) - 8 - SIGNATURE)
    else:
        data[8:-SIGNATURE] = packed(chance.randbytes(chance.randrange(1, 300)))
    data[0] = data[0] or 1
    return digits_of(bytes(data))


def mistyped(chance):
    """Return digits as somebody may get them wrong."""
    digits = list(chance.choice((GOOD, REVOKED)))
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(digits))
        digits[at] = chance.choice("0123456789０９ -Oo,。\u3000")
    if chance.random() < 0.3:
        del digits[chance.randrange(len(digits))]
    return "".join(digits)


def many(number, seed):
    chance = random.Random(seed)
    kept = {GOOD, REVOKED}
    made_up = [(forged if chance.random() < 0.7 else mistyped)(chance) for _ in range(number)]
    return [typed for typed in made_up if clean_digits(typed) not in kept]


def none_is_taken(page, number, engine, seed):
    inputs = many(number, seed)
    here = [told_by_program(typed) for typed in inputs]
    asked = [{"typed": typed, "today": DAY.isoformat()} for typed in inputs]
    there = [normal(told) for told in page(asked, engine=engine)]
    assert [told for told in here if told["verdict"] in SHOWN] == []
    assert there == here
    verdicts = {told["verdict"] for told in here}
    assert {"altered", "misread", "unknown-key", "not-a-code"} <= verdicts
    return len(inputs)


@pytest.mark.slow
@pytest.mark.timeout(300)  # fifty milliseconds a code without WebCrypto, more on a busy machine
@pytest.mark.parametrize(("engine", "number"), [("nacl", 250), ("browser", 2500)])
def test_of_thousands_of_forged_codes_none_is_taken_by_either(page, engine, number):
    assert none_is_taken(page, number, engine, seed=7) > 0.8 * number


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_of_a_hundred_thousand_forged_codes_none_is_taken_by_either(page):
    assert none_is_taken(page, 100_000, "browser", seed=11) > 99_000


@pytest.mark.parametrize("part", ["list", "signature", "root"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_whose_list_was_altered_judges_nothing(page, part, engine):
    told = data_of(signed_list(), KINDS)
    text = told[part]
    told[part] = text[:40] + ("0" if text[40] != "0" else "1") + text[41:]
    [answer] = page([{"typed": GOOD, "today": DAY.isoformat()}], engine=engine, data=told)
    assert answer["refused"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_that_the_street_stands_for_judges_as_any(page, engine):
    told = data_of(signed_list(voucher=vouched()), KINDS)
    [answer] = page([{"typed": GOOD, "today": DAY.isoformat()}], engine=engine, data=told)
    assert answer["verdict"] == "valid"


@pytest.mark.parametrize("part", ["data", "signature", "street"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_with_an_altered_voucher_judges_nothing(page, part, engine):
    told = data_of(signed_list(voucher=vouched()), KINDS)
    text = told["voucher"][part]
    told["voucher"][part] = text[:-1] + ("0" if text[-1] != "0" else "1")
    [answer] = page([{"typed": GOOD, "today": DAY.isoformat()}], engine=engine, data=told)
    assert answer["refused"]


def test_a_voucher_for_another_root_does_not_help_a_page(page):
    told = data_of(signed_list(voucher=vouched(root=OTHER)), KINDS)
    [answer] = page([{"typed": GOOD, "today": DAY.isoformat()}], data=told)
    assert answer["refused"]


def test_the_data_of_the_page_are_plain_json():
    assert json.loads(json.dumps(data_of(signed_list(), KINDS)))["forms"]["1"]["title"]
