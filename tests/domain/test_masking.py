from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.identity.documents import DocumentKind
from station_app.domain.identity.masking import (
    mask_document,
    mask_id,
    mask_phone,
)

Kind = DocumentKind


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("110000199001010013", "110000********0013"),
        ("33000019881108001X", "330000********001X"),
        ("320000560815004", "320000******004"),
        ("12345", "1***5"),
        ("", ""),
    ],
)
def test_birthday_in_a_number_is_never_shown(number, shown):
    assert mask_id(number) == shown


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        (Kind.RESIDENT_ID, "110000199001010013", "110000********0013"),
        (Kind.LEGACY_ID, "320000560815004", "320000******004"),
        (Kind.HMT_RESIDENCE, "81000019920315001X", "810000********001X"),
        (Kind.FOREIGN_PERMANENT, "931392198304110014", "931392********0014"),
        (Kind.FOREIGN_PERMANENT_OLD, "JPN310083041115", "JPN3100******15"),
        (Kind.DISABILITY_CARD, "11000019900101001344B1", "110000********0013****"),
        (Kind.DISABILITY_CARD, "12345678", "12****78"),
        (Kind.CN_PASSPORT, "E12345678", "E1****678"),
        (Kind.BIRTH_CERTIFICATE, "A123456789", "A1*****789"),
        (Kind.USCC, "51110000AA0000018J", "51110000AA0000018J"),
        (Kind.OTHER, "AB", "**"),
    ],
)
def test_number_of_each_kind_is_masked(kind, number, shown):
    assert mask_document(kind, number) == shown


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_mask_keeps_the_length_and_hides_a_part_of_every_kind(kind):
    number = "X1234567890123"
    shown = mask_document(kind, number)
    assert len(shown) == len(number)
    assert ("*" in shown) is (kind is not Kind.USCC)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13800005678", "138****5678"),
        ("025-84397406", "025-****7406"),
        ("025-84397406-12", "025-****7406-12"),
        ("84397406", "****7406"),
        ("+852-91234567", "+852-****4567"),
        ("110", "***"),
        ("-84397406", "-****7406"),
        ("13800005678-1", "138******78-1"),
        ("13800005678-13900001234", "138****************1234"),
        ("025-84397406-13800005678", "025-****7406-138****5678"),
        ("", ""),
    ],
)
def test_phone_shows_its_beginning_and_last_four(number, shown):
    assert mask_phone(number) == shown


FIGURES = st.text(alphabet="0123456789X-+ ", max_size=30)


@given(FIGURES)
def test_a_masked_telephone_is_as_long_and_never_shows_more_than_five_digits_on_end(number):
    shown = mask_phone(number)
    assert len(shown) == len(number)
    assert max(map(len, re.findall(r"[0-9]+", shown)), default=0) <= 5


@given(FIGURES, st.sampled_from([each for each in DocumentKind if each is not Kind.USCC]))
def test_a_masked_document_never_shows_a_birthday(number, kind):
    shown = mask_document(kind, number)
    assert len(shown) == len(number)
    assert max(map(len, re.findall(r"[0-9]+", shown)), default=0) <= 7
    assert all(char in {"*", number[place]} for place, char in enumerate(shown))


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_four_digits_of_every_mobile_number_are_hidden(number):
    assert mask_phone(number) == f"{number[:3]}****{number[-4:]}"
