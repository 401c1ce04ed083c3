"""Certificates of every kind there is a template of, filled with plausible answers."""

from __future__ import annotations

from station_app.domain.paper_templates.template import AskKind
from station_app.services.certificates.papers import Certificate

NAMES = {"text": "社区邻里互助", "count": "3", "hours": "12.5", "day": "2026-07-10"}
ROW = "2026-07-01；社区清洁；幸福里小区；打扫楼道；2.5；王芳"
FACTS = {
    "paper.number": "石社证字〔2026〕第0001号",
    "paper.issued_on": "2026年11月23日",
    "paper.issued_on_words": "二〇二六年十一月二十三日",
    "paper.valid_until": "2026年12月23日",
    "paper.validity_days": "30",
    "issuer.name": "石桥街道幸福里社区居民委员会",
    "issuer.handler": "李四",
    "issuer.approver": "王五",
    "holder.name": "张三",
    "holder.sex": "男",
    "holder.document_kind": "公民身份号码",
    "holder.document_number": "110000199001010013",
    "holder.document_masked": "110000********0013",
    "holder.address": "幸福里小区3幢2单元501室",
    "request.purpose": "申请临时救助",
    "request.addressee": "石桥街道办事处",
    "evidence.told": "入户走访",
    "evidence.on": "2026年11月20日",
    "evidence.by": "李四",
}


def answers_to(template, *, is_long=False, rows=3):
    """Return an answer to each question of *template*, as long as it may be if *is_long*."""
    answers = {}
    for ask in template.asks:
        if ask.kind is AskKind.CHOICE:
            answers[ask.name] = ask.choices[-1]
        elif ask.kind is AskKind.ROWS:
            answers[ask.name] = "\n".join([ROW] * (ask.most if is_long else rows))
        else:
            answers[ask.name] = NAMES[ask.kind]
        if ask.kind is AskKind.TEXT and is_long:
            answers[ask.name] = (NAMES["text"] * ask.most)[: ask.most]
    return answers


def certificate(template, *, is_long=False, rows=3, **facts):
    """Return a certificate made from *template*."""
    told = answers_to(template, is_long=is_long, rows=rows)
    return Certificate(kind=template.kind, facts=FACTS | facts, answers=told)
