"""What the papers of a case tell: the case as it stands, turned into facts.

Numbers of documents and telephones are masked as on every print (domain brief 8.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.device_clock import local_words
from station_app.domain.counter.case_flow import CaseEvent
from station_app.domain.counter.case_papers import CasePaperKind, served_by
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.cases import Channel
from station_app.domain.counter.items import Form
from station_app.domain.numerals import day_in_figures, day_in_words
from station_app.services.certificates.case_wording import ToldCase
from station_app.services.counter.guiding import limit_in_words
from station_app.services.privacy import Purpose, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from station_app.domain.counter.case_materials import CaseMaterial, Lacking
    from station_app.domain.counter.cases import Case, CaseStep
    from station_app.domain.counter.orders import Order
    from station_app.domain.residents.people import Resident
    from station_app.domain.settings import Settings
    from station_app.domain.working_days import Due
    from station_app.services.counter.cases import CasePage
    from station_app.store.reference import Reference

YES = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a paper tells besides the case: the station, who prints it and when, the person.

    ``person`` is None for somebody who is not in the register, or not to be seen; ``order`` for
    a case that is none.
    """

    settings: Settings
    reference: Reference
    handler: str
    today: date
    titles: Mapping[CasePaperKind, str]
    person: Resident | None = None
    order: Order | None = None


def told_of(page: CasePage, kind: CasePaperKind, around: Surroundings) -> ToldCase:
    """Return what the paper *kind* tells of the case on *page*."""
    facts = {
        **_station(around),
        **_case(page, around),
        **_times(page),
        **_agent(page.case, around),
        **_decisions(page, around),
        **_ordered(around),
    }
    if served := served_by(page.case):
        facts["served.title"] = around.titles[served]
        facts["served.on"] = _day(_dated(page.case, served))
    facts["paper.dated_on_words"] = day_in_words(_dated(page.case, kind) or around.today)
    notice = page.case.notice
    return ToldCase(
        kind=kind,
        facts=facts,
        rows={
            "brought": _brought(page.materials),
            "asked": _asked(page.materials),
            "lacking": _lacking(notice.lacking if notice else ()),
        },
    )


def _dated(case: Case, kind: CasePaperKind) -> date | None:
    """Return from which day a paper is; None for the day on which it is printed."""
    return {
        CasePaperKind.RECEIPT: case.received_on,
        CasePaperKind.NOTICE: case.notice.told_on if case.notice else None,
        CasePaperKind.ACCEPTANCE: case.accepted_on,
        CasePaperKind.REFUSAL: case.closed_on,
        CasePaperKind.CLOSING: case.closed_on,
        CasePaperKind.ANSWER: case.closed_on,
    }.get(kind)


def _station(around: Surroundings) -> dict[str, str]:
    settings = around.settings
    return {
        "paper.printed_on": day_in_figures(around.today),
        "paper.handler": around.handler or settings.clerk,
        "station.name": settings.name,
        "station.phone": settings.phone,
        "station.complaint_phone": settings.complaint_phone,
        "station.address": settings.address,
    }


def _case(page: CasePage, around: Surroundings) -> dict[str, str]:
    case, told, person = page.case, page.case.particulars, around.person
    document = person.primary_document() if person else None
    kind = told.document_kind or (document.kind if document else "")
    number = told.document or (document.number if document else "")
    phone = told.phone or (person.particulars.phone if person else "")
    return {
        "case.number": case.number,
        "case.item": case.item,
        "case.applicant": told.applicant,
        "case.document_kind": _document_name(kind, number, around),
        "case.document_masked": _masked("document", number, kind),
        "case.phone_masked": _masked("phone", phone),
        "case.by_window": YES if told.channel == Channel.WINDOW else "",
        "case.by_home": YES if told.channel == Channel.HOME else "",
        "case.by_phone": YES if told.channel == Channel.PHONE else "",
        "case.where": told.where or (person.living_text if person else ""),
        "case.details": _in_one(told.details),
        "case.assignee": case.desk.assignee,
        "case.responsible": case.responsible,
        "case.outcome": page.item.particulars.result,
        "case.promise": _in_one(case.promise),
    }


def _times(page: CasePage) -> dict[str, str]:
    case, item = page.case, page.item.particulars
    received = _latest(page.steps, CaseEvent.RECEIVE) or _latest(
        page.steps, CaseEvent.ACCEPT, CaseEvent.DECLINE
    )
    accepted = _latest(page.steps, CaseEvent.ACCEPT) if case.accepted_on else None
    return {
        "case.received_on": _day(case.received_on),
        "case.received_at": local_words(received.at) if received else "",
        "case.received_by": _name(received),
        "case.accepted_on": _day(case.accepted_on),
        "case.accepted_by": _name(accepted),
        "case.promised_limit": limit_in_words(item.promised),
        "case.legal_limit": limit_in_words(item.legal),
        **_due("case.promised", case.dues.promised),
        **_due("case.legal", case.dues.legal),
    }


def _agent(case: Case, around: Surroundings) -> dict[str, str]:
    agent = case.particulars.agent
    return {
        "agent.name": agent.name,
        "agent.relation": agent.relation,
        "agent.document_kind": _document_name(agent.document_kind, agent.document, around),
        "agent.document_masked": _masked("agent_document", agent.document, agent.document_kind),
        "agent.phone_masked": _masked("agent_phone", agent.phone),
        "agent.proof": agent.proof,
    }


def _decisions(page: CasePage, around: Surroundings) -> dict[str, str]:
    """Return what was told, handed on and decided; what was not is empty."""
    case, rules, notice = page.case, around.reference.case_rules, page.case.notice
    office = rules.office(case.desk.office)
    moved = _latest(page.steps, CaseEvent.TRANSFER) if case.desk.office else None
    intake = case.dues.intake
    stops = case.clock.stops
    return {
        "notice.told_on": _day(notice.told_on) if notice else "",
        "notice.until": _day(notice.until) if notice else "",
        "notice.provisional": YES if intake and intake.is_provisional else "",
        "notice.note": _in_one(notice.note) if notice else "",
        "refusal.on": _day(case.closed_on),
        "refusal.reason": _in_one(case.result_note),
        "transfer.to": (moved and moved.to) or (office.name if office else case.desk.office),
        "transfer.phone": office.phone if office else "",
        "transfer.on": local_words(moved.at) if moved else "",
        "transfer.by": _name(moved),
        "transfer.reason": _in_one(moved.reason) if moved else "",
        "closing.on": _day(case.closed_on),
        "closing.result": name_in(rules.results, case.result),
        "closing.note": _in_one(case.result_note),
        "case.stopped": name_in(rules.stops, stops[-1].code) if case.clock.is_stopped else "",
    }


def _ordered(around: Surroundings) -> dict[str, str]:
    order, rules = around.order, around.reference.order_rules
    return {
        "order.source": name_in(rules.sources, order.source) if order else "",
        "order.number": order.number if order else "",
        "order.received_on": _day(order.received_on) if order else "",
        "order.kind": name_in(rules.classes, order.kind) if order else "",
    }


def _brought(materials: Iterable[CaseMaterial]) -> tuple[dict[str, str], ...]:
    brought = [each for each in materials if each.tick.originals or each.tick.copies]
    return tuple(
        {
            **_row(number, each.name, each.when, each.tick.originals, each.tick.copies),
            "row.returned": YES if each.tick.is_returned or each.form is Form.SEEN else "",
        }
        for number, each in enumerate(brought, start=1)
    )


def _asked(materials: Iterable[CaseMaterial]) -> tuple[dict[str, str], ...]:
    return tuple(
        _row(number, each.name, each.when, *each.asked)
        for number, each in enumerate(materials, start=1)
    )


def _lacking(lacking: Iterable[Lacking]) -> tuple[dict[str, str], ...]:
    return tuple(
        _row(number, each.name, each.when, each.originals, each.copies)
        for number, each in enumerate(lacking, start=1)
    )


def _row(number: int, name: str, when: str, originals: int, copies: int) -> dict[str, str]:
    return {
        "row.number": str(number),
        "row.name": name,
        "row.when": when,
        "row.originals": str(originals or ""),
        "row.copies": str(copies or ""),
    }


def _due(name: str, due: Due | None) -> dict[str, str]:
    return {
        f"{name}_due": _day(due and due.day),
        f"{name}_provisional": YES if due and due.is_provisional else "",
    }


def _latest(steps: Iterable[CaseStep], *events: CaseEvent) -> CaseStep | None:
    return max((step for step in steps if step.event in events), key=_order, default=None)


def _order(step: CaseStep) -> tuple[int, str]:
    return step.number, step.id


def _name(step: CaseStep | None) -> str:
    """Return who has taken *step*: with the device it is only of use to the history."""
    return step.by.partition("@")[0] if step else ""


def _document_name(kind: str, number: str, around: Surroundings) -> str:
    return around.reference.table("document").name_of(kind) if kind and number else ""


def _masked(field: str, value: str, kind: str = "") -> str:
    return seen("window_case", field, value, purpose=Purpose.PRINT, kind=kind)


def _day(day: date | None) -> str:
    return day_in_figures(day) if day else ""


def _in_one(words: str) -> str:
    """Return what was typed over several lines in one; the sentence around it has its end."""
    return " ".join(words.split()).rstrip("。．.；;，,")
