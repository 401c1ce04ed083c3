from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.findings import Severity, refusals
from station_app.domain.identity.documents import (
    CHECKS,
    Document,
    DocumentKind,
    clean_number,
    end_of_card,
    forms_of_number,
    machine_readable_check,
    problems_with_document,
    read_number,
    recognise_kind,
    uscc_check,
)

TODAY = date(2026, 11, 22)
Kind = DocumentKind

VALID = [
    (Kind.RESIDENT_ID, "110000199001010013"),
    (Kind.RESIDENT_ID, "33000019881108001X"),
    (Kind.HMT_RESIDENCE, "81000019920315001X"),
    (Kind.HMT_RESIDENCE, "820000199512300028"),
    (Kind.HMT_RESIDENCE, "830000197807070031"),
    (Kind.FOREIGN_PERMANENT, "931392198304110014"),
    (Kind.FOREIGN_PERMANENT, "944840199009090022"),
    (Kind.FOREIGN_PERMANENT, "911124198108030024"),
    (Kind.FOREIGN_PERMANENT_OLD, "JPN310083041115"),
    (Kind.FOREIGN_PERMANENT_OLD, "USA440090090927"),
    (Kind.FOREIGN_PERMANENT_OLD, "CAN110081080310"),
    (Kind.DISABILITY_CARD, "11000019900101001344"),
    (Kind.LEGACY_ID, "320000560815004"),
    (Kind.USCC, "51110000AA0000018J"),
    (Kind.USCC, "52310000MJ00000265"),
    (Kind.USCC, "91330000MA000004X5"),
    (Kind.HM_PERMIT, "H12345678"),
    (Kind.HM_PERMIT, "M1234567801"),
    (Kind.CN_PASSPORT, "E12345678"),
    (Kind.CN_PASSPORT, "EA1234567"),
]


def codes(kind: DocumentKind, number: str) -> list[str]:
    return [problem.code for problem in read_number(kind, number, today=TODAY).problems]


def a_card(number: str = "110000199001010013", **more: object) -> Document:
    return Document(kind=Kind.RESIDENT_ID, number=number, **more)


def document_codes(document: Document) -> list[str]:
    return [problem.code for problem in problems_with_document(document, today=TODAY)]


@pytest.mark.parametrize(("kind", "number"), VALID)
def test_kind_is_recognised_from_a_number_in_order(kind, number):
    assert recognise_kind(f" {number.lower()} ") is kind
    assert read_number(kind, number, today=TODAY).is_acceptable


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        *((Kind.BIRTH_CERTIFICATE, number) for number in ("A123456789", "Q000000001")),
        *((Kind.TW_PERMIT, number) for number in ("12345678", "1234567890")),
        (Kind.DISABILITY_CARD, "11000019900101001344B1"),
        (Kind.FOREIGN_PASSPORT, "TR1234567"),
        (Kind.OFFICER, "军字第12345号"),
        (Kind.OTHER, "甲 12"),
    ],
)
def test_number_in_the_usual_form_passes(kind, number):
    assert codes(kind, number) == []


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        (Kind.RESIDENT_ID, "110000199001010010", "id_check_digit"),
        (Kind.RESIDENT_ID, "81000019920315001X", "document_kind"),
        (Kind.HMT_RESIDENCE, "110000199001010013", "document_format"),
        (Kind.HMT_RESIDENCE, "810000199203150010", "id_check_digit"),
        (Kind.FOREIGN_PERMANENT, "931392198304110015", "document_check"),
        (Kind.FOREIGN_PERMANENT, "93139219830411001", "document_format"),
        (Kind.FOREIGN_PERMANENT_OLD, "JPN310083041116", "document_check"),
        (Kind.FOREIGN_PERMANENT_OLD, "JP0310083041115", "document_format"),
        (Kind.DISABILITY_CARD, "11000019900101001384", "document_format"),
        (Kind.DISABILITY_CARD, "11000019900101001044", "id_check_digit"),
        (Kind.LEGACY_ID, "32000056081500", "document_format"),
        (Kind.USCC, "51110000AA0000018K", "document_check"),
        (Kind.USCC, "51110000AA000001IJ", "document_format"),
        (Kind.USCC, "I1110000AA0000018J", "document_format"),
        (Kind.CN_PASSPORT, "E1", "document_format"),
        (Kind.CN_PASSPORT, "EE12345678", "document_format_unusual"),
        (Kind.TW_PERMIT, "12345678(B)", "document_format_unusual"),
        (Kind.BIRTH_CERTIFICATE, "", "document_number_missing"),
    ],
)
def test_number_out_of_order_is_told_by_its_first_fault(kind, number, code):
    assert codes(kind, number)[0] == code


def test_legacy_number_is_not_an_identity_card_any_more():
    assert codes(Kind.RESIDENT_ID, "320000560815004") == ["id_legacy", "document_kind"]
    assert read_number(Kind.LEGACY_ID, "320000560815004", today=TODAY).is_acceptable


def test_foreign_card_with_an_impossible_birthday_is_refused():
    old = "JPN310083130111"
    old = old[:14] + machine_readable_check(old[:14])
    assert codes(Kind.FOREIGN_PERMANENT_OLD, old) == ["document_birthday"]


def test_specimen_numbers_keep_the_published_arithmetic():
    assert machine_readable_check("CAN11008108031") == "0"
    assert uscc_check("91330000MA000004X") == "5"


def test_text_nobody_knows_has_no_kind():
    assert recognise_kind("110000199001010010") is None
    assert recognise_kind("电话13800000000") is None


def test_free_numbers_keep_their_blanks():
    assert clean_number(Kind.OFFICER, " 军字 第1号 ") == "军字 第1号"


def test_every_kind_has_a_check():
    assert set(CHECKS) == set(DocumentKind)


@pytest.mark.parametrize(
    ("born", "issued", "end"),
    [
        (date(2015, 6, 1), date(2024, 3, 1), date(2029, 3, 1)),
        (date(2010, 6, 1), date(2026, 6, 1), date(2036, 6, 1)),
        (date(1990, 1, 1), date(2015, 12, 31), date(2025, 12, 31)),
        (date(1990, 1, 1), date(2016, 1, 1), date(2036, 1, 1)),
        (date(1975, 1, 2), date(2021, 1, 1), date(2041, 1, 1)),
        (date(1975, 1, 1), date(2021, 1, 1), None),
        (date(2012, 1, 1), date(2024, 2, 29), date(2029, 2, 28)),
    ],
)
def test_card_ends_as_the_age_on_the_day_of_issue_gives(born, issued, end):
    assert end_of_card(born, issued) == end


def test_card_with_its_lawful_term_has_no_problems():
    card = a_card(valid_from=date(2016, 1, 1), valid_to=date(2036, 1, 1))
    assert document_codes(card) == []
    elder = a_card("510000194001010074", valid_from=date(2010, 1, 1), is_long_term=True)
    assert document_codes(elder) == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"valid_from": date(2016, 1, 1), "valid_to": date(2026, 1, 1)},
         ["document_expired", "document_term_unusual"]),
        ({"valid_from": date(2016, 1, 1), "is_long_term": True}, ["document_term_unusual"]),
        ({"valid_from": date(2027, 1, 1)}, ["document_not_yet_valid"]),
        ({"valid_from": date(2016, 1, 2), "valid_to": date(2016, 1, 1)}, ["document_dates"]),
        ({"valid_to": date(2030, 1, 1), "is_long_term": True}, ["document_dates"]),
        ({"valid_to": date(2030, 1, 1)}, []),
    ],
)  # fmt: skip
def test_dates_of_a_card_are_judged(more, found):
    assert document_codes(a_card(**more)) == found


def test_only_contradicting_dates_refuse_a_card():
    expired = problems_with_document(a_card(valid_to=date(2020, 1, 1)), today=TODAY)
    assert [problem.severity for problem in expired] == [Severity.WARNED]
    wrong = problems_with_document(
        a_card(valid_to=date(2020, 1, 1), is_long_term=True), today=TODAY
    )
    assert refusals(wrong) == wrong


def test_passport_has_no_term_to_hold_it_to():
    passport = Document(
        kind=Kind.CN_PASSPORT,
        number="E12345678",
        valid_from=date(2020, 1, 1),
        valid_to=date(2031, 1, 1),
    )
    assert document_codes(passport) == []


@pytest.mark.parametrize(
    ("shown", "forms"),
    [
        (
            "110000 19900101 0013",
            ("110000199001010013", "110000 19900101 0013", "110000900101001"),
        ),
        ("110000900101001", ("110000900101001", "110000199001010013")),
        ("110000900101999", ("110000900101999", "110000189001019991")),
        ("110000200001010013", ("110000200001010013",)),
        ("e-17", ("E17", "e-17")),
        ("无", ("无",)),
        (" ", ()),
    ],
)
def test_a_number_is_looked_for_in_every_form_it_may_be_kept_in(shown, forms):
    assert forms_of_number(shown) == forms
