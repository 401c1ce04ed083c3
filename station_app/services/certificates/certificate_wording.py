"""Certificates in words: facts laid into the templates of ``resources/certificates``."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from station_app.domain.certificate_numbers import check_of
from station_app.domain.certificates import RESIDENCE
from station_app.domain.numerals import day_in_figures, day_in_words, month_in_figures
from station_app.domain.paper_templates import answers
from station_app.domain.paper_templates.facts import ALWAYS, PERHAPS
from station_app.domain.paper_templates.language import filled
from station_app.domain.paper_templates.parts import part_of
from station_app.services.certificates.papers import Certificate
from station_app.services.certificates.wording import Letter
from station_app.store.paper_templates import read_paper_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from station_app.domain.paper_templates.template import PaperTemplate
    from station_app.services.certificates.papers import ResidenceCertificate
    from station_app.services.certificates.wording import Lines

BLANK = "＿＿＿＿"
"""What stands on a draft where an answer is still missing."""


class CertificateWording:
    """The texts of certificates; *missing* tells which characters no font draws.

    Raises ReferenceInvalidError at once if a template is wrong.
    """

    def __init__(self, folder: Path, missing: Callable[[str], tuple[str, ...]]) -> None:
        self.templates = read_paper_templates(folder, missing)

    def letter(self, told: Certificate) -> Letter:
        """Return the text of a certificate, or of its draft."""
        template = self.templates[told.kind]
        facts = _facts(template, told)

        def say(section: str) -> tuple[str, ...]:
            return tuple(text for _, text in _said(template, section, facts))

        def say_one(section: str) -> str:
            return "".join(say(section))

        return Letter(
            title=template.title,
            number=say_one("number"),
            addressee=say_one("addressee"),
            paragraphs=say("body"),
            table=_table(template, told.answers),
            after=say("after"),
            signature=say("signature"),
            footer=say("footer"),
            mark=say_one("mark"),
            seam=say_one("seam") if template.page.has_stub else "",
            stub_title=say_one("stub_title") if template.page.has_stub else "",
            stub=tuple(
                tuple((label, filled(text, facts)) for label, text in row) for row in template.stub
            ),
            code=facts["paper.code"],
            code_says=say("code_says"),
            page=template.page,
            copies=template.page.copies,
            shares=tuple(each.share for each in template.table.columns) if template.table else (),
            preprinted=_preprinted(template, facts),
        )

    def code_facts(self, told: Certificate) -> tuple[str, ...]:
        """Return what the code of a certificate says besides number, day and name."""
        template = self.templates[told.kind]
        facts = _facts(template, told)
        return tuple(filled(text, facts) for text in template.code)


def certificate_of(told: ResidenceCertificate) -> Certificate:
    """Return a certificate of residence as one of any kind."""
    until = told.issued_on + timedelta(days=told.validity_days)
    return Certificate(
        kind=RESIDENCE,
        facts={
            "paper.number": told.number or "",
            "paper.code": told.code,
            "paper.issued_on": day_in_figures(told.issued_on),
            "paper.issued_on_words": day_in_words(told.issued_on),
            "paper.valid_until": day_in_figures(until),
            "paper.validity_days": str(told.validity_days),
            "issuer.name": told.issuer,
            "issuer.phone": told.phone,
            "issuer.credit_code": told.credit_code,
            "issuer.handler": told.handler,
            "issuer.approver": told.approver,
            "holder.name": told.name,
            "holder.sex": told.sex,
            "holder.document_kind": told.document_kind,
            "holder.document_number": told.document_number,
            "holder.address": told.address,
            "holder.since": "" if told.since is None else month_in_figures(told.since),
            "holder.living_basis": told.basis,
            "holder.hukou_address": told.hukou_address,
            "request.purpose": told.purpose,
            "request.addressee": told.addressee,
            "evidence.on": day_in_figures(told.verified_on),
            "evidence.told": told.verification,
            "evidence.by": told.verified_by,
            "reissue.of": told.reissue_of,
            "reissue.reason": told.reissue_reason,
        },
    )


def _facts(template: PaperTemplate, told: Certificate) -> dict[str, str]:
    facts = dict.fromkeys(ALWAYS | PERHAPS, "") | {"paper.title": template.title}
    facts |= answers.on_paper(template, told.answers)
    facts.update(told.facts)
    facts["paper.check"] = check_of(facts["paper.number"])
    if not facts["paper.number"]:
        required = [answers.PREFIX + ask.name for ask in template.asks if ask.is_required]
        required += ["request.purpose"] if template.needs_purpose else []
        facts |= {name: BLANK for name in required if name in facts and not facts[name]}
    return facts


def _said(
    template: PaperTemplate, section: str, facts: Mapping[str, str]
) -> list[tuple[int, str]]:
    """Return the paragraphs of *section* that say something, with their numbers."""
    texts = enumerate(template.sections[section], start=1)
    told = [(number, filled(text, facts)) for number, text in texts]
    return [(number, text) for number, text in told if text]


def _preprinted(template: PaperTemplate, facts: Mapping[str, str]) -> frozenset[str]:
    """Return what a form has already, its paragraphs numbered as they are drawn."""
    found = set(template.preprinted)
    for section in template.sections if found else ():
        said = _said(template, section, facts)
        numbers = {part_of(section, number) for number, _ in said}
        drawn = {
            part_of(section, place)
            for place, (number, _) in enumerate(said, start=1)
            if part_of(section, number) in found
        }
        found = (found - numbers) | drawn
    return frozenset(found)


def _table(template: PaperTemplate, told: Mapping[str, str]) -> Lines:
    if template.table is None:
        return ()
    ask, columns = template.ask(template.table.over), template.table.columns
    headings = tuple(column.label for column in columns)
    rows = answers.rows_of(ask, told.get(ask.name, ""))
    return (headings, *(tuple(filled(column.text, row) for column in columns) for row in rows))
