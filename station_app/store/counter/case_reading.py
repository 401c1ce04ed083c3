"""A case turned into columns, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from station_app.domain.counter.case_clock import (
    CaseClock,
    Dues,
    stops_from_text,
    text_of_stops,
)
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_materials import (
    notice_from_text,
    text_of_notice,
    text_of_ticks,
    ticks_from_text,
)
from station_app.domain.counter.cases import Agent, Case, CaseDraft, CaseId, Desk
from station_app.domain.working_days import Due

if TYPE_CHECKING:
    from datetime import date

    from station_app.store.counter.case_rows import CaseRow

AGENT = {
    field.name: "agent_name" if field.name == "name" else f"agent_{field.name}"
    for field in fields(Agent)
}
DRAFT = {
    **{name: name for name in ("item_id", "channel", "applicant", "document_kind", "document")},
    "phone": "phone",
    "where": "visited_at",
    "details": "details",
}
PLAIN = (
    *("number", "version_id", "item", "affair", "responsible", "received_on", "accepted_on"),
    *("promise", "published_until", "result", "result_note", "closed_on", "notified_on"),
    *("collected_by", "ordered_due"),
)


def columns_of_case(case: Case) -> dict[str, Any]:
    """Return the columns of *case*, without key and version."""
    told, dues = case.particulars, case.dues
    return {
        **{name: getattr(case, name) for name in PLAIN},
        **{column: getattr(told, name) for name, column in DRAFT.items()},
        **{column: getattr(told.agent, name) for name, column in AGENT.items()},
        "state": case.state.value,
        "resident_id": told.resident_id or None,
        "assignee": case.desk.assignee,
        "grid_id": case.desk.grid_id or None,
        "office": case.desk.office,
        "ticks": text_of_ticks(case.ticks),
        "told": text_of_notice(case.notice),
        "began_on": case.clock.began,
        "stops": text_of_stops(case.clock.stops) if case.clock.stops else "",
        "promised_due": dues.promised and dues.promised.day,
        "legal_due": dues.legal and dues.legal.day,
        "due_on": dues.first and dues.first.day,
        "is_provisional": dues.is_provisional,
        "is_stopped": case.clock.is_stopped and case.is_open,
    }


def case_from(row: CaseRow) -> Case:
    """Return the case that *row* keeps."""
    agent = Agent(**{name: getattr(row, column) for name, column in AGENT.items()})
    plain: dict[str, Any] = {name: getattr(row, column) for name, column in DRAFT.items()}
    return Case(
        id=CaseId(row.id),
        version=row.version,
        state=CaseState(row.state),
        particulars=CaseDraft(**plain, resident_id=row.resident_id or "", agent=agent),
        desk=Desk(assignee=row.assignee, grid_id=row.grid_id or "", office=row.office),
        ticks=ticks_from_text(row.ticks),
        notice=notice_from_text(row.told),
        clock=CaseClock(began=row.began_on, stops=stops_from_text(row.stops)),
        dues=_dues(row),
        **{name: getattr(row, name) for name in PLAIN},
    )


def _dues(row: CaseRow) -> Dues:
    # before it is accepted it is due to be accepted, afterwards to be done
    intake = row.due_on if row.began_on is None else None
    runs = row.began_on is not None and not row.is_stopped
    return Dues(
        ordered=_due(row.ordered_due if runs else None, row),
        promised=_due(row.promised_due, row),
        legal=_due(row.legal_due, row),
        intake=_due(intake, row),
    )


def _due(day: date | None, row: CaseRow) -> Due | None:
    return None if day is None else Due(day, row.is_provisional)
