"""One desk for all tests of papers: its fonts are loaded once."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.services.certificates.drawing.desk import PaperDesk
from station_app.services.certificates.fonts import FontChain
from station_app.services.certificates.papers import (
    Direction,
    RefusalSlip,
    ResidenceCertificate,
    SealUse,
)
from station_app.shipped import RESOURCES
from tests.pdf_text import text_of


@pytest.fixture(scope="session")
def desk():
    return PaperDesk(RESOURCES)


@pytest.fixture(scope="session")
def chain():
    return FontChain(RESOURCES / "fonts")


@pytest.fixture(scope="session")
def a_certificate():
    """Return a maker of certificates, each as complete as usual but for what is told."""
    return _certificate


@pytest.fixture(scope="session")
def a_slip():
    return _slip


@pytest.fixture(scope="session")
def a_use():
    return _use


@pytest.fixture(scope="session")
def read():
    """Return a reader of the text of all pages of a PDF."""
    return text_of


def _certificate(**told):
    usual = {
        "number": "石社证字〔2026〕第0001号",
        "name": "张三",
        "sex": "男",
        "document_kind": "公民身份号码",
        "document_number": "110000199001010013",
        "address": "幸福里小区3幢2单元501室",
        "since": date(2021, 3, 1),
        "basis": "租住",
        "verified_on": date(2026, 11, 20),
        "verification": "入户走访、查验租赁合同",
        "verified_by": "李四",
        "purpose": "办理子女入学",
        "addressee": "幸福路小学",
        "issued_on": date(2026, 11, 23),
        "issuer": "石桥街道幸福里社区居民委员会",
        "handler": "李四",
        "approver": "王五",
        "phone": "025-00000000",
        "credit_code": "52310000MJ00000265",
    }
    return ResidenceCertificate(**(usual | told))


def _slip(**told):
    usual = {
        "asked": "婚姻状况证明",
        "reason": "不属于居民委员会出具证明的范围",
        "basis": "民发〔2020〕20号",
        "directions": (Direction(office="民政局婚姻登记处", brings="结婚证"),),
        "issued_on": date(2026, 11, 23),
        "issuer": "石桥街道幸福里社区居民委员会",
        "handler": "李四",
    }
    return RefusalSlip(**(usual | told))


def _use(serial=1, **told):
    usual = {
        "day": date(2026, 11, 23),
        "number": f"石社证字〔2026〕第{serial:04d}号",
        "title": "居住情况证明",
        "purpose": "办理子女入学",
        "copies": 1,
        "handler": "李四",
        "approver": "王五",
        "seal_keeper": "赵六",
    }
    return SealUse(**(usual | told))
