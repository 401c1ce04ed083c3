"""One step of a case: judged by the flow, kept, noted in its history and in the audit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.case_clock import Dues
from station_app.domain.counter.case_flow import MAY, NEXT, REASONED, CaseEvent, CaseState, Why
from station_app.domain.counter.case_materials import lacking_of, ticked
from station_app.domain.counter.case_numbers import WORD, case_number, series_of
from station_app.domain.counter.cases import MOST_REASON, Case, Undo
from station_app.domain.counter.items import VersionId
from station_app.domain.errors import (
    EditConflictError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.working_days import Due

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.counter.case_materials import Lacking
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.items import ItemVersion
    from station_app.services.counter.case_finding import CaseIndexer
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.CASES, Topic.AUDIT})
ACT = "case:record"
JUDGED = ("promise", "ticks", "version_id")
"""What a step itself brings to what it is judged by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What may happen next; ``why`` tells what keeps it from happening, empty if nothing does."""

    event: CaseEvent
    why: str = ""
    facts: Mapping[str, object]


class CaseSteps:
    """Takes steps within transactions of whoever asks for them.

    Without an *indexer* none may be taken that changes what a case is found by.
    """

    def __init__(
        self,
        store: Store,
        reference: Reference,
        clock: Clock,
        indexer: CaseIndexer | None = None,
    ) -> None:
        self._store, self._reference, self._clock = store, reference, clock
        self._indexer = indexer

    def seen(self, tx: Transaction, key: CaseId, version: int) -> Case:
        """Return the case *key* if it is still as it was last seen, at *version*."""
        case = tx.cases.case(key)
        if case.version != version:
            raise EditConflictError(id=key)
        return case

    def take(
        self,
        tx: Transaction,
        former: Case,
        event: CaseEvent,
        *,
        reason: str = "",
        to: str = "",
        **changes: Any,
    ) -> Case:
        """Let *event* happen to a case, with what it changes, and return it as it is then."""
        accept_reason(event, reason)
        outcome = NEXT[former.state, event]
        if isinstance(outcome, Why):
            raise RefusedError(outcome, state=former.state)
        judged = {name: changes[name] for name in JUDGED if name in changes}
        if found := self.obstacle(tx, replace(former, **judged), event):
            raise RefusedError(found[0], **found[1])
        latter = replace(former, state=outcome, **changes)
        latter = replace(latter, dues=self.dues(latter, self.version(tx, latter)))
        tx.cases.change(former, latter)
        tx.cases.take_step(former, event, outcome, reason.strip(), to)
        self.note(tx, event, latter, reason)
        if _found_by(former) != _found_by(latter):
            self.index(tx, latter.id)
        return latter

    def index(self, tx: Transaction, key: CaseId) -> None:
        """Let the case *key* be found by what now stands in it."""
        if self._indexer is not None:
            self._indexer.renew(tx, [key])

    def done(self, former: Case) -> Done[None]:
        """Return what a step has come to that can be taken back."""
        return Done(None, TOUCHED, lambda: self.take_back(former, former.version + 1))

    def take_back(self, former: Case, version: int) -> Done[None]:
        """Let a case be again as it was before the latest step, and note that, too.

        It belongs to the step, so that it also reaches a case that was handed to others. Its
        number stays its own: it may be on paper.
        """
        with self._store.transaction() as tx:
            self.back(tx, former, version)
        return Done(None, TOUCHED)

    def take_all_back(self, former: Sequence[Case]) -> Done[None]:
        """Let all these cases be again as they were before the latest step, or none of them."""
        with self._store.transaction() as tx:
            for case in former:
                self.back(tx, case, case.version + 1)
        return Done(None, TOUCHED)

    def numbered(self, tx: Transaction, case: Case) -> str:
        """Return the number of *case*, a new one if it has none yet."""
        if case.number:
            return case.number
        today = self._clock.today()
        serial = tx.everything.numbering.next_serial(WORD, series_of(today))
        return case_number(today, serial)

    def version(self, tx: Transaction, case: Case) -> ItemVersion:
        """Return the version of the item that *case* rests upon."""
        return tx.items.version(VersionId(case.version_id))

    def lacking(self, tx: Transaction, case: Case) -> tuple[Lacking, ...]:
        """Return what is still to be brought for *case*."""
        materials = self.version(tx, case).particulars.materials
        return lacking_of(ticked(materials, case.ticks))

    def dues(self, case: Case, item: ItemVersion) -> Dues:
        """Return when *case* is due, by what is known of the calendar today."""
        calendar, told, asked = self._reference.calendar, item.particulars, case.ordered_due
        if asked is not None:  # whoever ordered it says until when, not the item
            runs = case.clock.began is not None and not case.clock.is_stopped
            ordered = Due(asked, calendar.is_provisional(asked)) if runs else None
            return Dues(ordered=ordered, intake=self._intake(case))
        return Dues(
            promised=case.clock.due(told.promised, calendar),
            legal=case.clock.due(told.legal, calendar),
            intake=self._intake(case),
        )

    def notice_until(self, case: Case) -> date | None:
        """Return the last day on which what lacks may still be told; None before it came."""
        due = self._to_be_told(case)
        return due and due.day

    def obstacle(
        self, tx: Transaction, case: Case, event: CaseEvent
    ) -> tuple[str, dict[str, object]] | None:
        """Return what keeps *event* from happening beside the flow: a code, and facts."""
        today = self._clock.today()
        if event is CaseEvent.ASK_MORE:
            return self._obstacle_to_notice(tx, case, today)
        if event is CaseEvent.LAPSE and case.notice and today <= case.notice.until:
            return "case.not-lapsed-yet", {"until": case.notice.until}
        if event is CaseEvent.ACCEPT and not case.promise:
            lacking = self.lacking(tx, case)
            if lacking:
                return "case.materials-lack", {"names": _names(lacking)}
        return None

    def next_steps(self, tx: Transaction, case: Case) -> tuple[NextStep, ...]:
        """Return every event, and why those do not happen that cannot."""
        return tuple(self._next(tx, case, event) for event in CaseEvent)

    def note(self, tx: Transaction, act: CaseEvent | Undo, case: Case, reason: str) -> None:
        """Note in the audit what was done to *case*."""
        told = {"reason": reason.strip()} if reason.strip() else {}
        tx.audit.add(f"{ACT}:{act.value}", case.id, number=case.number, item=case.item, **told)

    def _to_be_told(self, case: Case) -> Due | None:
        if case.received_on is None:
            return None
        ordered = self._reference.order_rules.notice_of(case.particulars.item_id)
        notice = ordered or self._reference.case_rules.notice
        return notice.due(case.received_on, self._reference.calendar)

    def _intake(self, case: Case) -> Due | None:
        if case.state is CaseState.AWAITING and case.notice is not None:
            supplement = self._reference.case_rules.supplement
            due = supplement.due(case.notice.told_on, self._reference.calendar)
            return Due(case.notice.until, due.is_provisional)
        is_new = case.state is CaseState.RECEIVED and case.notice is None
        return self._to_be_told(case) if is_new else None

    def back(self, tx: Transaction, former: Case, version: int) -> None:
        """Let a case be again as it was, within a transaction; see :meth:`take_back`."""
        cases = tx.everything.cases
        now = cases.case(former.id)
        if now.version != version:
            raise EditConflictError(id=former.id)
        cases.change(now, replace(former, number=now.number))
        cases.take_step(now, Undo.UNDONE, former.state, "", "")
        self.index(tx, former.id)
        self.note(tx, Undo.UNDONE, now, "")

    def _next(self, tx: Transaction, case: Case, event: CaseEvent) -> NextStep:
        outcome = NEXT[case.state, event]
        if isinstance(outcome, Why):
            return NextStep(event=event, why=outcome.value, facts={"state": case.state})
        try:
            self._store.authority.require(MAY[event])
        except NotPermittedError as error:
            return NextStep(event=event, why=error.code, facts=error.facts)
        code, facts = self.obstacle(tx, case, event) or ("", {})
        return NextStep(event=event, why=code, facts=facts)

    def _obstacle_to_notice(
        self, tx: Transaction, case: Case, today: date
    ) -> tuple[str, dict[str, object]] | None:
        lacking = self.lacking(tx, case)
        if not lacking:
            return "case.nothing-lacks", {}
        if case.notice is not None:
            told = {each.name for each in case.notice.lacking}
            new = [each for each in lacking if each.name not in told]
            return ("case.notice-once", {"names": _names(new)}) if new else None
        until = self.notice_until(case)
        if until is not None and today > until:
            return "case.notice-too-late", {"until": until}
        return None


def _found_by(case: Case) -> tuple[str, ...]:
    return case.number, case.particulars.applicant, case.version_id


def accept_reason(event: CaseEvent, reason: str) -> None:
    """Refuse a step that is not taken without a reason, or with too long a one."""
    if event in REASONED and not reason.strip():
        raise ValidationFailedError((Problem("reason", "missing"),))
    if len(reason) > MOST_REASON:
        raise ValidationFailedError((Problem("reason", "too-long", {"most": MOST_REASON}),))


def _names(lacking: tuple[Lacking, ...] | list[Lacking]) -> str:
    return "、".join(dict.fromkeys(each.name for each in lacking))
