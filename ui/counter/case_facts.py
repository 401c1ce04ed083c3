"""What is known of a case: who, through whom, with whom it lies, when it is due; its history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.cases import Channel
from station_app.services.privacy import seen
from ui.counter.guide_cards import fill
from ui.counter.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.case_words import channel_words, due_words
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.masked import MaskedLabel
from ui.kit.moments import moment_words
from ui.kit.surfaces import Card

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_rules import CaseRules
    from station_app.domain.counter.cases import Case, CaseStep
    from station_app.domain.working_days import Due
    from station_app.services.counter.cases import CasePage
    from ui.counter.guide_cards import Row
    from ui.counter.step_words import CaseSteps
    from ui.kit.room import RoomContext


class CaseFacts(QWidget):
    """Fills its cards anew for each case; one without anything is not shown."""

    def __init__(
        self, station: Station, steps: CaseSteps, context: RoomContext, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._station, self._steps, self._context = station, steps, context
        self._rules: CaseRules = station.reference.case_rules
        self.who = Card(self.tr("Who"), self)
        self.when = Card(self.tr("Times and desk"), self)
        self.history = Card(self.tr("What happened"), self)
        self.file = Button(
            self.tr("Open the file"), meaning=Icon.PERSON, kind=Kind.LINK, parent=self.who
        )
        self.who.head.addWidget(self.file)
        context.gate.bind(Permission.RESIDENT_READ, self.file)

    def cards(self) -> tuple[Card, ...]:
        """Return the cards in their order."""
        return (self.when, self.who, self.history)

    def show_page(self, page: CasePage) -> None:
        """Show what *page* tells."""
        case = page.case
        self.file.setVisible(bool(case.particulars.resident_id))
        fill(self.who, [row for row in (*self._person(case), *self._agent(case)) if row[1]])
        fill(self.when, [row for row in (*self._times(page), *self._desk(case)) if row[1]])
        fill(self.history, [self._step(step) for step in reversed(page.steps)])

    def _person(self, case: Case) -> list[Row]:
        told = case.particulars
        ordered = told.channel == Channel.ORDER  # its own card tells it
        return [
            (self.tr("Caller") if ordered else self.tr("Applicant"), told.applicant, ""),
            (
                self._document_name(told.document_kind),
                self._number(case, "document", told.document, told.document_kind),
                "",
            ),
            (self.tr("Phone"), self._number(case, "phone", told.phone), ""),
            (self.tr("Came by"), channel_words(told.channel), told.where if not ordered else ""),
            (self.tr("Notes"), told.details if not ordered else "", ""),
        ]

    def _agent(self, case: Case) -> list[Row]:
        agent = case.particulars.agent
        if not agent.is_somebody:
            return []
        return [
            (self.tr("Agent"), agent.name, DOT.join(filter(None, (agent.relation, agent.proof)))),
            (
                self._document_name(agent.document_kind),
                self._number(case, "agent.document", agent.document, agent.document_kind),
                "",
            ),
            (self.tr("Phone"), self._number(case, "agent.phone", agent.phone), ""),
        ]

    def _times(self, page: CasePage) -> list[Row]:
        case = page.case
        notice = case.notice
        told = (
            self.tr("to be brought by {day}").format(day=notice.until.isoformat())
            if notice is not None
            else ""
        )
        return [
            (self.tr("Received"), _day(case.received_on), ""),
            (self.tr("Told what lacks"), _day(notice.told_on) if notice else "", told),
            (self.tr("Accepted"), _day(case.accepted_on), case.promise),
            (self.tr("Promised for"), _due(case.dues.promised), ""),
            (self.tr("By law until"), _due(case.dues.legal), ""),
            (self.tr("Due as ordered"), _due(case.dues.ordered), ""),
            *self._stops(case),
            (self.tr("Published until"), _day(case.published_until), ""),
            (self.tr("Closed"), _day(case.closed_on), ""),
            (self.tr("Result"), self._result(case.result), case.result_note),
            (self.tr("Applicant told"), _day(case.notified_on), ""),
            (self.tr("Collected by"), case.collected_by, ""),
        ]

    def _stops(self, case: Case) -> list[Row]:
        running = self.tr("still stopped")
        return [
            (
                self.tr("Clock stopped"),
                f"{stop.since.isoformat()} – {_day(stop.until) or running}",
                name_in(self._rules.stops, stop.code),
            )
            for stop in case.clock.stops
        ]

    def _desk(self, case: Case) -> list[Row]:
        office = self._rules.office(case.desk.office)
        return [
            (self.tr("With"), office.name if office else case.desk.office, _phone(office)),
            (self.tr("Looked after by"), case.desk.assignee, ""),
            (self.tr("Responsible"), case.responsible, ""),
        ]

    def _step(self, step: CaseStep) -> Row:
        text = self._steps.past(step.event)
        if step.to:
            text = f"{text}: {step.to}"
        by = step.by.partition("@")[0]
        return moment_words(step.at), text, DOT.join(filter(None, (by, step.reason)))

    def _result(self, code: str) -> str:
        if code == "declined":
            return self.tr("Not accepted")
        return name_in(self._rules.results, code)

    def _document_name(self, kind: str) -> str:
        return self._station.reference.table("document").name_of(kind) if kind else ""

    def _number(self, case: Case, field: str, number: str, kind: str = "") -> str | QWidget:
        """Return *number* masked, with the way to see it, which is noted."""
        if not number:
            return ""
        masked = seen("window_case", field.replace(".", "_"), number, kind=kind)
        shown = MaskedLabel(masked)
        shown.show_asked.connect(partial(self._reveal, case, field, shown))
        self._context.gate.bind(Permission.RESIDENT_SHOW, shown.toggle)
        return shown

    def _reveal(self, case: Case, field: str, shown: MaskedLabel) -> None:
        self._context.jobs.start(
            lambda _: self._station.cases.reveal(case.id, field),
            owner=shown,
            done=shown.reveal,
            lane=Lane.WRITE,
        )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _due(due: Due | None) -> str:
    return "" if due is None else due_words(due.day, is_provisional=due.is_provisional)


def _phone(office: object) -> str:
    return str(getattr(office, "phone", ""))
