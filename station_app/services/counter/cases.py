"""Cases (办件) from the acceptance to the archive, and the questions about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.changes import Done
from station_app.domain.counter.case_clock import Urgency, urgency_of
from station_app.domain.counter.case_flow import OPEN, CaseEvent
from station_app.domain.counter.case_lists import CaseFilter, CaseOrder, CaseView
from station_app.domain.counter.case_materials import lacking_of, ticked
from station_app.domain.counter.case_numbers import read_case_number
from station_app.domain.counter.cases import MOST_WORDS, Case, Desk
from station_app.domain.errors import (
    NotFoundError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.services.counter.case_intake import CaseIntake
from station_app.services.counter.case_steps import TOUCHED
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from station_app.domain.counter.case_lists import CaseCounts, CaseLine
    from station_app.domain.counter.case_materials import CaseMaterial, Lacking
    from station_app.domain.counter.case_rules import CaseRules
    from station_app.domain.counter.cases import CaseId, CaseStep
    from station_app.domain.counter.items import ItemVersion
    from station_app.services.counter.case_steps import NextStep

FINISHED_VIEWS = frozenset({CaseView.DONE, CaseView.ALL, CaseView.TO_NOTIFY})
ALL_OPEN = CaseFilter()
REVEALED = {
    "document": "document",
    "phone": "phone",
    "agent.document": "agent_document",
    "agent.phone": "agent_phone",
}
"""What is masked, and which of the columns it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """All that is shown of one case."""

    case: Case
    item: ItemVersion
    materials: tuple[CaseMaterial, ...]
    lacking: tuple[Lacking, ...]
    steps: tuple[CaseStep, ...]
    next: tuple[NextStep, ...]
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """What came of a step that many cases were to take: refused ones with the code why."""

    done: tuple[CaseId, ...]
    refused: Mapping[CaseId, str]


class CaseService(CaseIntake):
    """The use cases of cases."""

    @needs(Permission.CASE_READ)
    def keys(self, chosen: CaseFilter = ALL_OPEN, order: CaseOrder | None = None) -> list[CaseId]:
        """Return the cases that *chosen* leaves: open ones by when they are due."""
        usual = CaseOrder.LATEST if chosen.view in FINISHED_VIEWS else CaseOrder.DUE
        with self._store.reading() as tx:
            return tx.cases.lines.keys(chosen, order=order or usual, **self._when())

    @needs(Permission.CASE_READ)
    def counts(self, chosen: CaseFilter = ALL_OPEN) -> CaseCounts:
        """Return how many cases each choice would leave, the others standing."""
        with self._store.reading() as tx:
            return tx.cases.lines.counts(chosen, **self._when())

    @needs(Permission.CASE_READ)
    def lines(self, keys: Sequence[CaseId]) -> dict[CaseId, CaseLine]:
        """Return the cases that a table shows."""
        with self._store.reading() as tx:
            found = tx.cases.lines.lines(keys)
        return {key: self._sure(line) for key, line in found.items()}

    @needs(Permission.CASE_READ)
    def of_resident(self, resident_id: str) -> tuple[CaseLine, ...]:
        """Return the cases of somebody, the latest first."""
        with self._store.reading() as tx:
            found = tx.cases.lines.of_resident(resident_id)
        return tuple(self._sure(line) for line in found)

    @needs(Permission.CASE_READ)
    def by_number(self, text: str) -> CaseId:
        """Return the case whose number is *text*; blanks and hyphens may be missing.

        Raises :class:`RefusedError` ``case.number-misread`` for what is no number, and
        :class:`NotFoundError` for one that no case here bears.
        """
        number = read_case_number(text)
        if number is None:
            raise RefusedError("case.number-misread")
        with self._store.reading() as tx:
            return tx.cases.by_number(number)

    @needs(Permission.CASE_READ)
    def page(self, key: CaseId) -> CasePage:
        """Return the case *key* with its history, and what may be done next."""
        with self._store.reading() as tx:
            case = tx.cases.case(key)
            item = self._steps.version(tx, case)
            if case.is_open:  # what is kept may rest on a calendar that was not known yet
                case = replace(case, dues=self._steps.dues(case, item))
            materials = ticked(item.particulars.materials, case.ticks)
            return CasePage(
                case=case,
                item=item,
                materials=materials,
                lacking=lacking_of(materials),
                steps=tx.cases.steps(key),
                next=self._steps.next_steps(tx, case),
                urgency=self._urgency(case),
            )

    @needs(Permission.CASE_READ)
    def rules(self) -> CaseRules:
        """Return the thresholds, reasons, results and offices."""
        return self._reference.case_rules

    @needs(Permission.CASE_READ)
    def me(self) -> str:
        """Return whose cases are one's own."""
        with self._store.reading() as tx:
            return tx.me

    @needs(Permission.CASE_READ)
    def soon_until(self) -> date:
        """Return the last day on which what is due is amber."""
        soon = self._reference.case_rules.soon
        return soon.due(self._clock.today(), self._reference.calendar).day

    @needs(Permission.CASE_READ)
    def renew_dues(self) -> Done[int]:
        """Reckon provisional days anew (暂定), once the schedule of their year may be known.

        It is no step of the cases, and nobody's act. Returns how many days have changed.
        """
        changed = 0
        with self._store.transaction() as tx:
            for case in tx.cases.provisional():
                dues = self._steps.dues(case, self._steps.version(tx, case))
                if dues != case.dues:
                    tx.cases.change(case, replace(case, dues=dues))
                    changed += 1
        return Done(changed, TOUCHED if changed else frozenset())

    @needs(Permission.RESIDENT_SHOW)
    def reveal(self, key: CaseId, field: str) -> str:
        """Return a number in full, and note in the audit that it was shown.

        *field* is ``document``, ``phone``, ``agent.document`` or ``agent.phone``.
        """
        column = REVEALED[field]
        with self._store.transaction() as tx:
            told = tx.cases.case(key).particulars
            tx.audit.add("case:number:shown", key, field=column)
        holder = told.agent if field.startswith("agent.") else told
        return str(getattr(holder, field.removeprefix("agent.")))

    @needs(Permission.CASE_WRITE)
    def note(self, key: CaseId, reason: str, *, version: int) -> Done[None]:
        """Write *reason* into the history of a case: free words, with who and when."""
        return self._take(key, version, CaseEvent.NOTE, reason=reason)

    @needs(Permission.CASE_WRITE)
    def begin(self, key: CaseId, *, version: int) -> Done[None]:
        """Work at a case (办理), also again after it was published."""
        return self._take(key, version, CaseEvent.BEGIN, published_until=None)

    @needs(Permission.CASE_WRITE)
    def transfer(self, key: CaseId, office: str, reason: str, *, version: int) -> Done[None]:
        """Hand a case in at an office of the directory (转件).

        Raises :class:`RefusedError` ``case.no-such-office``.
        """
        found = self._reference.case_rules.office(office)
        if found is None:
            raise RefusedError("case.no-such-office")
        told = {"reason": reason, "to": found.name}
        return self._take(key, version, CaseEvent.TRANSFER, office=office, **told)

    @needs(Permission.CASE_WRITE)
    def give_back(self, key: CaseId, reason: str, *, version: int) -> Done[None]:
        """Take back a case that its office returns (退回), with what it says."""
        return self._take(key, version, CaseEvent.GIVE_BACK, reason=reason, office="")

    @needs(Permission.CASE_WRITE)
    def hand_over(
        self, key: CaseId, to: str, reason: str, *, version: int, grid_id: str = ""
    ) -> Done[None]:
        """Hand a case over to the colleague named *to*; both names stand in its history.

        With *grid_id* it goes to the devices of that grid, whoever it is about.
        """
        name = to.strip()
        if not name or len(name) > MOST_WORDS:
            code = "too-long" if name else "missing"
            raise ValidationFailedError((Problem("to", code, {"most": MOST_WORDS}),))
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            if grid_id and grid_id not in {grid.id for grid in tx.places.grids()}:
                raise ValidationFailedError((Problem("grid_id", "unknown"),))
            desk = Desk(assignee=name, grid_id=grid_id, office=former.desk.office)
            both = " → ".join(filter(None, (former.desk.assignee, name)))
            told: dict[str, Any] = {"reason": reason, "to": both, "desk": desk}
            self._steps.take(tx, former, CaseEvent.HAND_OVER, **told)
        return self._steps.done(former)

    @needs(Permission.CASE_WRITE)
    def publish(self, key: CaseId, until: date, *, version: int) -> Done[None]:
        """Hang a case out (公示) up to a day to come; its clock goes on."""
        if until <= self._clock.today():
            raise ValidationFailedError((Problem("until", "in-the-past"),))
        return self._take(key, version, CaseEvent.PUBLISH, published_until=until)

    @needs(Permission.CASE_WRITE)
    def suspend(self, key: CaseId, code: str, reason: str, *, version: int) -> Done[None]:
        """Stop the clock of a case (挂起) for a reason of the rules, in words besides."""
        if code not in {each.code for each in self._reference.case_rules.stops}:
            raise ValidationFailedError((Problem("code", "missing"),))
        today = self._clock.today()
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            clock = former.clock.stopped(today, code)
            self._steps.take(tx, former, CaseEvent.SUSPEND, reason=reason, clock=clock)
        return self._steps.done(former)

    @needs(Permission.CASE_WRITE)
    def resume(self, key: CaseId, reason: str, *, version: int) -> Done[None]:
        """Let the clock of a case run again; days it stood still are not counted."""
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            clock = former.clock
            if clock.is_stopped:
                clock = clock.restarted(self._clock.today())
            self._steps.take(tx, former, CaseEvent.RESUME, reason=reason, clock=clock)
        return self._steps.done(former)

    @needs(Permission.CASE_WRITE)
    def close(self, key: CaseId, result: str, note: str = "", *, version: int) -> Done[None]:
        """Close a case (办结) with a result of the rules; it is not opened again."""
        closing = self._closing(result, note)
        return self._take(key, version, CaseEvent.CLOSE, **closing)

    @needs(Permission.CASE_WRITE)
    def notify(self, key: CaseId, note: str = "", *, version: int) -> Done[None]:
        """Note that the applicant was told how it ended (通知)."""
        return self._take(key, version, CaseEvent.NOTIFY, **self._notifying(note))

    @needs(Permission.CASE_WRITE)
    def collect(self, key: CaseId, by: str, *, version: int) -> Done[None]:
        """Note who has collected what came of it (领取)."""
        name = by.strip()
        if not name or len(name) > MOST_WORDS:
            code = "too-long" if name else "missing"
            raise ValidationFailedError((Problem("by", code, {"most": MOST_WORDS}),))
        return self._take(key, version, CaseEvent.COLLECT, collected_by=name, to=name)

    @needs(Permission.CASE_DECIDE)
    def archive(self, key: CaseId, *, version: int) -> Done[None]:
        """Put a case that is done with into the archive (归档)."""
        return self._take(key, version, CaseEvent.ARCHIVE)

    @needs(Permission.CASE_WRITE)
    def withdraw(self, key: CaseId, reason: str, *, version: int) -> Done[None]:
        """Note that the applicant does not want it any more (撤回)."""
        told: dict[str, Any] = {"reason": reason, "closed_on": self._clock.today()}
        return self._take(key, version, CaseEvent.WITHDRAW, **told)

    @needs(Permission.CASE_WRITE)
    def lapse(self, key: CaseId, *, version: int) -> Done[None]:
        """Let lapse what was not completed in time (逾期补正视为撤回).

        Raises :class:`RefusedError` ``case.not-lapsed-yet``.
        """
        return self._take(key, version, CaseEvent.LAPSE, closed_on=self._clock.today())

    @needs(Permission.CASE_WRITE)
    def notify_all(self, keys: Sequence[CaseId], note: str = "") -> Done[Bulk]:
        """Note of many cases at once that the applicants were told."""
        return self._take_all(keys, CaseEvent.NOTIFY, self._notifying(note))

    @needs(Permission.CASE_DECIDE)
    def close_all(self, keys: Sequence[CaseId], result: str, note: str = "") -> Done[Bulk]:
        """Close many cases at once with one result."""
        return self._take_all(keys, CaseEvent.CLOSE, self._closing(result, note))

    def _take(
        self,
        key: CaseId,
        version: int,
        event: CaseEvent,
        *,
        office: str | None = None,
        **more: Any,
    ) -> Done[None]:
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            if office is not None:
                more["desk"] = replace(former.desk, office=office)
            self._steps.take(tx, former, event, **more)
        return self._steps.done(former)

    def _take_all(
        self, keys: Sequence[CaseId], event: CaseEvent, changes: Mapping[str, Any]
    ) -> Done[Bulk]:
        former, refused = [], {}
        with self._store.transaction() as tx:
            for key in dict.fromkeys(keys):
                try:
                    case = tx.cases.case(key)
                    self._steps.take(tx, case, event, **changes)
                except RefusedError as error:
                    refused[key] = error.reason
                except (NotFoundError, NotPermittedError) as error:
                    refused[key] = error.code
                else:
                    former.append(case)
        told = Bulk(done=tuple(case.id for case in former), refused=refused)
        revert = self._taking_back(former) if former else None
        return Done(told, TOUCHED, revert)

    def _taking_back(self, former: Sequence[Case]) -> Callable[[], Done[object]]:
        return lambda: self._steps.take_all_back(former)

    def _closing(self, result: str, note: str) -> dict[str, Any]:
        found = self._reference.case_rules.result(result)
        if found is None:
            raise ValidationFailedError((Problem("result", "missing"),))
        if found.needs_reason and not note.strip():
            raise ValidationFailedError((Problem("note", "missing"),))
        return {
            "reason": note,
            "result": result,
            "result_note": note.strip(),
            "closed_on": self._clock.today(),
        }

    def _notifying(self, note: str) -> dict[str, Any]:
        return {"reason": note, "notified_on": self._clock.today()}

    def _urgency(self, case: Case) -> Urgency:
        if case.state not in OPEN:
            return Urgency.NONE
        due = case.dues.first
        return urgency_of(due and due.day, is_stopped=case.clock.is_stopped, **self._when())

    def _sure(self, line: CaseLine) -> CaseLine:
        """Return *line*, provisional only if the day that it shows is.

        A case is kept as provisional if either of its days is.
        """
        if not line.is_provisional or line.due_on is None:
            return line
        calendar = self._reference.calendar
        return replace(line, is_provisional=calendar.is_provisional(line.due_on))

    def _when(self) -> dict[str, date]:
        soon = self._reference.case_rules.soon
        today = self._clock.today()
        return {"today": today, "soon": soon.due(today, self._reference.calendar).day}
