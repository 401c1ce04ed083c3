"""The kinds of documents (证件种类); how each is read stands in :mod:`.documents`."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """The kind of a document; the names are in the code table ``document``."""

    RESIDENT_ID = "resident_id"  # 居民身份证
    HMT_RESIDENCE = "hmt_residence"  # 港澳台居民居住证
    FOREIGN_PERMANENT = "foreign_permanent"  # 外国人永久居留身份证, from 2023-12-01
    FOREIGN_PERMANENT_OLD = "foreign_permanent_old"  # the same, form of 2017
    CN_PASSPORT = "cn_passport"  # 中国护照
    FOREIGN_PASSPORT = "foreign_passport"  # 外国护照
    HM_PERMIT = "hm_permit"  # 港澳居民来往内地通行证
    TW_PERMIT = "tw_permit"  # 台湾居民来往大陆通行证
    DISABILITY_CARD = "disability_card"  # 残疾人证
    BIRTH_CERTIFICATE = "birth_certificate"  # 出生医学证明
    LEGACY_ID = "legacy_id"  # 15位身份证号码
    OFFICER = "officer"  # 军官证, 士兵证, 警官证
    USCC = "uscc"  # 统一社会信用代码, of units
    OTHER = "other"  # 其他证件


FOREIGN_KINDS = frozenset(
    {
        DocumentKind.FOREIGN_PERMANENT,
        DocumentKind.FOREIGN_PERMANENT_OLD,
        DocumentKind.FOREIGN_PASSPORT,
        DocumentKind.HMT_RESIDENCE,
        DocumentKind.HM_PERMIT,
        DocumentKind.TW_PERMIT,
    }
)
"""Documents of people from beyond the mainland (境外人员)."""


def kind_kept(code: str) -> DocumentKind:
    """Return the kind that is kept as *code*; some other document if a newer program knows it.

    For showing alone: entered anew with this kind, it would lose its own.
    """
    try:
        return DocumentKind(code)
    except ValueError:
        return DocumentKind.OTHER
