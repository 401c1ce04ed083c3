"""The papers of cases (办件文书): which there are, when a case has them, what they may tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.cases import ANSWERED, DECLINED, Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.counter.cases import Case
    from station_app.domain.paper_templates.language import Text
    from station_app.domain.paper_templates.template import Form, Page, Source, Table


class CasePaperKind(StrEnum):
    """What can be printed of a case; each has a template of this name."""

    RECEIPT = "receipt"  # 收件回执
    NOTICE = "notice"  # 一次性告知（补正）通知书
    ACCEPTANCE = "acceptance"  # 受理通知书
    REFUSAL = "refusal"  # 不予受理通知书
    TRANSFER = "transfer"  # 转办单
    CLOSING = "closing"  # 办结通知
    ANSWER = "answer"  # 答复书, of an order
    DELIVERY = "delivery"  # 送达回证
    HOME_SERVICE = "home-service"  # 上门服务单


_K = CasePaperKind

ALWAYS: Final = frozenset(
    {
        "paper.title",
        "paper.printed_on",
        "paper.dated_on_words",
        "station.name",
        "case.item",
        "case.applicant",
    }
)
PERHAPS: Final = frozenset(
    {
        "paper.handler",
        "station.phone",
        "station.complaint_phone",
        "station.address",
        "case.number",
        "case.by_window",
        "case.by_home",
        "case.by_phone",
        "case.document_kind",
        "case.document_masked",
        "case.phone_masked",
        "case.where",
        "case.details",
        "case.assignee",
        "case.responsible",
        "case.outcome",
        "case.received_on",
        "case.received_at",
        "case.received_by",
        "case.accepted_on",
        "case.accepted_by",
        "case.promise",
        "case.promised_limit",
        "case.promised_due",
        "case.promised_provisional",
        "case.legal_limit",
        "case.legal_due",
        "case.legal_provisional",
        "case.stopped",
        "agent.name",
        "agent.relation",
        "agent.document_kind",
        "agent.document_masked",
        "agent.phone_masked",
        "agent.proof",
        "notice.told_on",
        "notice.until",
        "notice.provisional",
        "notice.note",
        "refusal.on",
        "refusal.reason",
        "transfer.to",
        "transfer.phone",
        "transfer.on",
        "transfer.by",
        "transfer.reason",
        "closing.on",
        "closing.result",
        "closing.note",
        "served.title",
        "served.on",
        "order.source",
        "order.number",
        "order.received_on",
        "order.kind",
    }
)
_GIVEN: Final = frozenset({"case.number", "case.received_on"})
SURE: Final[Mapping[CasePaperKind, frozenset[str]]] = {
    _K.RECEIPT: _GIVEN,
    _K.NOTICE: _GIVEN | {"notice.told_on", "notice.until"},
    _K.ACCEPTANCE: _GIVEN | {"case.accepted_on"},
    _K.REFUSAL: _GIVEN | {"refusal.on", "refusal.reason"},
    _K.TRANSFER: _GIVEN | {"transfer.to"},
    _K.CLOSING: _GIVEN | {"closing.on", "closing.result"},
    _K.ANSWER: _GIVEN | {"closing.on", "closing.note", "order.source", "order.received_on"},
    _K.DELIVERY: _GIVEN | {"served.title", "served.on"},
    _K.HOME_SERVICE: frozenset(),
}
"""What each paper has in any case, beside what all have."""
_ROW: Final = frozenset({"row.number", "row.name", "row.when", "row.originals", "row.copies"})
ROWS: Final[Mapping[str, frozenset[str]]] = {
    "brought": _ROW | {"row.returned"},
    "lacking": _ROW,
    "asked": _ROW,
}
"""What a table may list, and what may be said of each: brought, told as lacking, asked for."""
SERVED: Final = (_K.ANSWER, _K.CLOSING, _K.REFUSAL, _K.ACCEPTANCE, _K.NOTICE)
"""What is handed over against a signature (送达回证), the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaper:
    """A paper that a case has now."""

    kind: CasePaperKind
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowTemplate:
    """A template of one paper of the window: of cases, or of tasks from above.

    ``form`` stands below the paragraphs, the ``table`` below it; ``signing`` are the places
    to sign, below what comes ``after`` the table.
    """

    kind: StrEnum
    title: str
    origin: Source
    page: Page
    sections: Mapping[str, tuple[Text, ...]]
    form: Form
    signing: Form
    table: Table | None


def papers_of(case: Case) -> tuple[CasePaperKind, ...]:
    """Return the papers that *case* has as it stands, in the order of its life.

    A draft was not taken in: it has none but the one that a home service starts with.
    """
    has = {_K.HOME_SERVICE: case.particulars.channel == Channel.HOME}
    if case.number and case.received_on and case.state is not CaseState.DRAFT:
        is_closed = case.closed_on is not None and bool(case.result)
        is_declined = case.result == DECLINED
        is_order = case.particulars.channel == Channel.ORDER
        is_answered = is_order and case.result == ANSWERED and bool(case.result_note)
        has |= {
            _K.RECEIPT: True,
            _K.NOTICE: case.notice is not None,
            _K.ACCEPTANCE: case.accepted_on is not None,
            _K.REFUSAL: is_closed and is_declined,
            _K.TRANSFER: bool(case.desk.office),
            _K.CLOSING: is_closed and not is_declined and not is_answered,
            _K.ANSWER: is_closed and is_answered,
        }
        has[_K.DELIVERY] = any(has[each] for each in SERVED)
    return tuple(kind for kind in _K if has.get(kind))


def served_by(case: Case) -> CasePaperKind | None:
    """Return which paper of *case* is handed over last, if there is one."""
    has = papers_of(case)
    return next((kind for kind in SERVED if kind in has), None)
