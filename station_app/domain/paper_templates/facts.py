"""The facts every certificate may tell, and which of them are surely there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.paper_templates.answers import PREFIX
from station_app.domain.paper_templates.language import TextWrongError, fields_in
from station_app.domain.paper_templates.template import AskKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.paper_templates.language import Text
    from station_app.domain.paper_templates.template import Ask, Demands

ALWAYS: Final = frozenset(
    {"paper.title", "paper.issued_on", "paper.issued_on_words", "issuer.name", "holder.name"}
)
PERHAPS: Final = frozenset(
    {
        "paper.number",
        "paper.check",
        "paper.code",
        "paper.copy",
        "paper.valid_until",
        "paper.validity_days",
        "issuer.phone",
        "issuer.credit_code",
        "issuer.handler",
        "issuer.approver",
        "holder.sex",
        "holder.born",
        "holder.document_kind",
        "holder.document_number",
        "holder.document_masked",
        "holder.address",
        "holder.since",
        "holder.living_basis",
        "holder.hukou_address",
        "request.purpose",
        "request.addressee",
        "evidence.told",
        "evidence.on",
        "evidence.by",
        "reissue.of",
        "reissue.reason",
    }
)
_FRESH: Final = frozenset({"evidence.told", "evidence.on"})
_VALIDITY: Final = frozenset({"paper.valid_until", "paper.validity_days"})


def sure_facts(
    asks: Iterable[Ask], demands: Demands, *, needs_purpose: bool, has_end: bool
) -> frozenset[str]:
    """Return the facts that a paper of a template has in any case."""
    sure = ALWAYS | {PREFIX + ask.name for ask in asks if ask.is_required and _is_text(ask)}
    sure |= {"holder.address"} if demands.has_address else set()
    sure |= _FRESH if demands.is_fresh else set()
    sure |= {"request.purpose"} if needs_purpose else set()
    return sure | (_VALIDITY if has_end else set())


def known_facts(asks: Iterable[Ask]) -> frozenset[str]:
    """Return all facts that a template may name."""
    return ALWAYS | PERHAPS | {PREFIX + ask.name for ask in asks if _is_text(ask)}


def judge(text: Text, *, known: frozenset[str], sure: frozenset[str] | None = None) -> None:
    """Raise TextWrongError for a field that is not *known*, or not *sure* where it stands.

    Without *sure* what is empty simply leaves its place blank, as in a form.
    """
    for field, is_sure in fields_in(text, known if sure is None else sure):
        if field.name not in known:
            raise TextWrongError(field.at, f"unknown field {{{field.name}}}")
        if not is_sure:
            raise TextWrongError(
                field.at, f"{{{field.name}}} may be empty and stands in no condition on it"
            )


def _is_text(ask: Ask) -> bool:
    return ask.kind is not AskKind.ROWS
